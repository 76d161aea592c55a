import pg from 'pg';

import { assigneeKey, pool } from '#domain/process/assignee.js';
import { UNIT, USER } from '#prisma/demonstration/handles.js';
import type { Cast } from '../demo/cast.js';
import { type Latency, underLoad } from './load.js';
import { atMost, type BenchPart } from './part.js';

/** Waiting tasks in the table; a tenth of a percent of them on the reader's own desk. */
const TASKS = 1_000_000;
const CLIENTS = 8;
const READS = 4_000;

/** First pages of a to-do list over HTTP, with a million tasks waiting in all. */
export const todo: BenchPart = {
  name: 'todo',
  async run({ instance, cast }) {
    const figures = await todoPage(cast, instance.databaseUrl);
    const what = 'first page of the to-do list with 1,000,000 tasks, 8 clients, p95 ≤ 15 ms';
    return { figures, bounds: [atMost(15, what, figures.page.p95)] };
  },
};

async function todoPage(cast: Cast, databaseUrl: string): Promise<{ tasks: number; clients: number; page: Latency }> {
  await fill(databaseUrl);
  const reader = await cast.official(USER.neijiangReviewer);
  await underLoad(CLIENTS, 500, (_n, _client, timed) =>
    timed(() => reader.must('GET', '/tasks?box=todo')).then(() => undefined),
  );
  const { decision } = await underLoad(CLIENTS, READS, (_n, _client, timed) =>
    timed(() => reader.must('GET', '/tasks?box=todo')).then(() => undefined),
  );
  return { tasks: TASKS, clients: CLIENTS, page: decision };
}

/** Cases and open tasks of many desks, spread over the units; a thousand on the pool that the reader belongs to. */
async function fill(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const mine = assigneeKey(pool(UNIT.neijiangWorkCommittee, 'TWO_NEW_APPROVER'));
    await client.query(
      `INSERT INTO "Case" ("id", "caseNo", "matter", "title", "unitId", "divisionCode", "applicantUserId", "state", "config", "facts",
         "submittedAt", "updatedAt", "startRequestId", "startedAt")
       SELECT 'load-' || n, 'LOAD-' || n, 'general-approval', '关于开展活动的请示', $1, '511000', 'nobody', 'UNDER_REVIEW', '{}', '{}',
         now(), now(), 'load-' || n, now() FROM generate_series(1, 10000) n`,
      [UNIT.neijiangWorkCommittee],
    );
    await client.query(
      `INSERT INTO "Task" ("id", "caseId", "seq", "stage", "kind", "assigneeKey", "unitId", "status", "openedAt", "dueAt")
       SELECT 'load-' || n, 'load-' || (1 + n % 10000), 1, 'step-1', 'SIGN',
         CASE WHEN n % 1000 = 0 THEN $1 ELSE 'pool:load-' || (n % 997) || ':TWO_NEW_APPROVER' END, $2, 'OPEN', now(),
         now() + (n % 100) * interval '1 hour' FROM generate_series(1, $3::int) n`,
      [mine, UNIT.neijiangWorkCommittee, TASKS],
    );
    await client.query('VACUUM ANALYZE "Task"');
    await client.query('VACUUM ANALYZE "Case"');
  } finally {
    await client.end();
  }
}
