import { randomUUID } from 'node:crypto';
import pg from 'pg';

import { asId } from '#domain/ids.js';
import type { CaseId, RequestId, TaskId, UnitId, UserId } from '#domain/ids.js';
import { pool as poolOf } from '#domain/process/assignee.js';
import type { CaseRecord } from '#domain/process/record.js';
import { caseStore } from '#prisma/stores/case.store.js';
import type { NewCase } from '#prisma/stores/case.store.js';
import { freshDatabase } from '../support/database.js';

/** 10 March 2026, 09:00 in Shanghai. */
export const NOW = Date.parse('2026-03-10T01:00:00Z');

/** A database of the test's own, with the calendar of 2026, and what is needed to begin a case in it. */
export async function givenDatabase() {
  const database = await freshDatabase();
  const pool = new pg.Pool({ connectionString: database.url, max: 20 });
  // Sessions are ended when the database is dropped.
  pool.on('error', () => undefined);
  await pool.query(`INSERT INTO "CalendarYear" ("year", "source", "holidays", "makeUpDays") VALUES
    (2026, 'OFFICIAL', '{2026-10-01,2026-10-02,2026-10-05,2026-10-06,2026-10-07}', '{2026-10-10}')`);
  const cases = caseStore({ pool });
  return {
    pool,
    url: database.url,
    cases,
    newCase: (over: Partial<NewCase> = {}) => cases.create({ ...application(), ...over }),
    end: async () => {
      await pool.end();
      await database.drop();
    },
  };
}

export function application(): NewCase {
  return {
    startRequestId: asId<RequestId>(randomUUID()),
    matter: 'temp-party-org',
    code: 'M01',
    title: '关于成立临时党支部的申请',
    organisationId: null,
    unitId: asId<UnitId>('unit'),
    divisionCode: '511000',
    applicantUserId: asId<UserId>('applicant'),
    state: 'SUBMITTED',
    config: {},
    facts: {},
    form: { members: [] },
    fileIds: [],
    draft: null,
    predecessorId: null,
    units: [],
    at: NOW,
  };
}

export const taskOf = (caseId: string, n: number) => asId<TaskId>(`${caseId}-t${n}`);
export const officials = poolOf('unit', 'TWO_NEW_APPROVER');

/** An approver's act that opens task `seq` and closes the one before. */
export function recordOf(caseId: CaseId, seq: number, prevHash: string, over: Partial<CaseRecord> = {}): CaseRecord {
  const taskId = seq === 1 ? null : taskOf(caseId, seq - 1);
  return {
    caseId,
    seq,
    at: NOW + seq * 1000,
    prevHash,
    cause: {
      kind: 'ACT',
      act: 'approve',
      actor: {
        userId: asId<UserId>('official'),
        personId: null,
        role: 'TWO_NEW_APPROVER',
        unitId: asId<UnitId>('unit'),
        onBehalfOf: null,
      },
      requestId: asId<RequestId>(`${caseId}-r${seq}`),
      taskId,
      verdict: 'AGREE',
    },
    stage: 'REVIEW',
    state: `STATE_${seq}`,
    closed: false,
    opened: [
      {
        taskId: taskOf(caseId, seq),
        stage: 'REVIEW',
        kind: 'DECIDE',
        assignee: officials,
        limit: { unit: 'WD', length: 5, from: NOW },
      },
    ],
    changed: [],
    closedTasks: taskId === null ? [] : [{ taskId, outcome: 'AGREE' }],
    copies: [],
    recusals: [],
    notices: [],
    effects: [],
    ...over,
  };
}
