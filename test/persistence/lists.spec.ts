import { asId } from '#domain/ids.js';
import type { RequestId, UnitId, UserId } from '#domain/ids.js';
import { person } from '#domain/process/assignee.js';
import { caseListStore } from '#prisma/stores/case-list.store.js';
import type { CaseListRow, Page } from '#prisma/stores/case-list.store.js';
import { recordStore } from '#prisma/stores/record.store.js';
import { givenDatabase, NOW, recordOf, taskOf } from './given.js';

const DAY = 86_400_000;
type Given = Awaited<ReturnType<typeof givenDatabase>>;
let given: Given;
beforeEach(async () => {
  given = await givenDatabase();
});
afterEach(() => given.end());

const desk = { userId: 'official', keys: ['user:official', 'pool:unit:TWO_NEW_APPROVER', 'pool:other:JUDGE'] };

async function everything(
  next: (cursor: string | null) => Promise<Page>,
  between?: () => Promise<unknown>,
): Promise<CaseListRow[]> {
  const rows: CaseListRow[] = [];
  let cursor: string | null = null;
  do {
    const page: Page = await next(cursor);
    rows.push(...page.items);
    cursor = page.next;
    await between?.();
  } while (cursor !== null);
  return rows;
}

/** Cases with one open task each; every third without a limit, every fifth for the official in person. */
async function cases(count: number) {
  const records = recordStore(given);
  const all = [];
  for (let n = 0; n < count; n += 1) {
    const { id } = await given.newCase({ at: NOW + n });
    const limit = n % 3 === 0 ? null : ({ unit: 'CD', length: 1 + (n % 4), from: NOW } as const);
    const [task] = recordOf(id, 1, '').opened;
    const opened =
      task === undefined ? [] : [{ ...task, limit, ...(n % 5 === 0 ? { assignee: person('official') } : {}) }];
    const { hash } = await records.record(recordOf(id, 1, '', { opened, at: NOW + n, copies: [person('official')] }));
    all.push({ id, hash });
  }
  return all;
}

describe('the to-do list', () => {
  it('has every open task of the keys once, due first, without a due date last, over all its pages', async () => {
    await cases(23);
    const lists = caseListStore(given);

    const rows = await everything((cursor) => lists.todo(desk, { limit: 5, cursor }));

    expect(new Set(rows.map(({ taskId }) => taskId)).size).toBe(23);
    const due = rows.map(({ dueAt }) => dueAt ?? Infinity);
    expect(due).toEqual([...due].sort((a, b) => a - b));
    expect(rows).toHaveLength(23);
  });

  it('shows each task that stays exactly once while others are done and opened between the pages', async () => {
    const all = await cases(20);
    const lists = caseListStore(given);
    const records = recordStore(given);
    const leaving = all.filter((_, n) => n % 4 === 0);
    const between = async () => {
      const done = leaving.pop();
      if (done !== undefined) await records.record(recordOf(done.id, 2, done.hash, { opened: [] }));
      await cases(1);
    };

    const rows = await everything((cursor) => lists.todo(desk, { limit: 4, cursor }), between);

    const seen = rows.map(({ taskId }) => taskId);
    expect(new Set(seen).size).toBe(seen.length);
    for (const { id } of all.filter((_, n) => n % 4 !== 0)) expect(seen).toContain(taskOf(id, 1));
  });

  it('leaves out what somebody else has claimed, is suspended, or the reader is shut out of', async () => {
    const all = await cases(4);
    const records = recordStore(given);
    const idle = { opened: [], closedTasks: [], cause: { kind: 'TIME', event: 'x' } } as const;
    const change = async (n: number, over: (taskId: ReturnType<typeof taskOf>) => object) => {
      const target = all[n];
      if (target !== undefined)
        await records.record(recordOf(target.id, 2, target.hash, { ...idle, ...over(taskOf(target.id, 1)) }));
    };
    await change(0, (taskId) => ({ changed: [{ taskId, claimedBy: asId<UserId>('rival') }] }));
    await change(1, (taskId) => ({ changed: [{ taskId, suspend: { ground: 'APPRAISAL' } }] }));
    await change(2, (taskId) => ({ recusals: [{ taskId, userId: asId<UserId>('official'), ground: 'KIN' }] }));

    const { items } = await caseListStore(given).todo(desk, { limit: 20, cursor: null });

    expect(items.map(({ caseId }) => caseId)).toEqual([all[3]?.id]);
    expect(await caseListStore(given).counts(desk, NOW)).toMatchObject({ todo: 1, copiedUnread: 4, done: 4 });
  });
});

describe('the other boxes', () => {
  it('page without loss or doubles', async () => {
    await cases(12);
    const lists = caseListStore(given);
    const boxes = {
      done: (cursor: string | null) => lists.done('official', { limit: 5, cursor }),
      started: (cursor: string | null) => lists.started('applicant', { limit: 5, cursor }),
      copied: (cursor: string | null) => lists.copied(desk.keys, { limit: 5, cursor }),
      all: (cursor: string | null) => lists.cases({ all: true }, { limit: 5, cursor }),
      unit: (cursor: string | null) =>
        lists.cases({ userId: 'applicant', keys: [], unitIds: ['unit'], organisationIds: [] }, { limit: 5, cursor }),
    };
    for (const box of Object.values(boxes)) {
      const rows = await everything(box);
      expect(new Set(rows.map(({ caseId }) => caseId)).size).toBe(12);
      expect(rows).toHaveLength(12);
      expect(rows.map(({ at }) => at)).toEqual(rows.map(({ at }) => at).sort((a, b) => b - a));
    }
  });

  it('hold what is past its due date, for the keys, the units or everybody', async () => {
    await cases(12);
    const lists = caseListStore(given);
    const late = NOW + 30 * DAY;
    const scoped = { ...desk, unitIds: ['unit'], organisationIds: [] };
    expect(await everything((cursor) => lists.overdue(scoped, late, { limit: 3, cursor }))).toHaveLength(8);
    expect(await everything((cursor) => lists.overdue({ all: true }, late, { limit: 3, cursor }))).toHaveLength(8);
    expect(await everything((cursor) => lists.overdue(scoped, NOW, { limit: 3, cursor }))).toHaveLength(0);
    expect(await lists.counts(desk, late)).toMatchObject({ todo: 12, overdue: 8 });
  });

  it('show a case only to those who have to do with it', async () => {
    const { caseNo } = await given.newCase({
      units: [{ unitId: asId<UnitId>('beside'), part: 'CONSULTED' }],
      startRequestId: asId<RequestId>('q'),
    });
    const lists = caseListStore(given);
    const nobody = { userId: 'n', keys: [], unitIds: [], organisationIds: [] };
    expect(await lists.readable(caseNo, nobody)).toBeNull();
    for (const reader of [
      { ...nobody, userId: 'applicant' },
      { ...nobody, unitIds: ['beside'] },
      { ...nobody, unitIds: ['unit'] },
    ]) {
      expect(await lists.readable(caseNo, reader)).toMatchObject({ caseNo });
    }
    expect(await lists.readable(caseNo, { all: true })).toMatchObject({ caseNo });
  });
});
