import { createHash } from 'node:crypto';

import { asId } from '#domain/ids.js';
import type { RequestId, UserId } from '#domain/ids.js';
import { verifyChain } from '#domain/ledger/verify-chain.js';
import { person } from '#domain/process/assignee.js';
import { caseContextStore } from '#prisma/stores/case-context.store.js';
import { ledgerStore } from '#prisma/stores/ledger.store.js';
import { recordStore } from '#prisma/stores/record.store.js';
import { givenDatabase, NOW, officials, recordOf, taskOf } from './given.js';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const shanghai = (text: string) => Date.parse(`${text}+08:00`);
type Given = Awaited<ReturnType<typeof givenDatabase>>;

describe('a record of a case', () => {
  let given: Given;
  beforeAll(async () => {
    given = await givenDatabase();
  });
  afterAll(() => given.end());

  const count = async (table: string, caseId: string) =>
    (await given.pool.query<{ n: number }>(`SELECT count(*)::int AS n FROM "${table}" WHERE "caseId" = $1`, [caseId]))
      .rows[0]?.n;
  const begun = async () => {
    const { id } = await given.newCase();
    const records = recordStore(given);
    const first = await records.record(recordOf(id, 1, ''));
    return { id, records, first };
  };

  it('writes entry, decision and tasks, and answers the end of the limit in Shanghai', async () => {
    const { id, records, first } = await begun();

    const second = await records.record(recordOf(id, 2, first.hash, { copies: [person('reader')], closed: true }));

    expect(first.due).toEqual({ [taskOf(id, 1)]: shanghai('2026-03-17T23:59:59.999') });
    expect(await given.cases.byId(id)).toMatchObject({
      seq: 2,
      state: 'STATE_2',
      ledgerHash: second.hash,
      closedAt: NOW + 2000,
    });
    expect(await given.cases.tasks(id)).toMatchObject([
      { status: 'CLOSED', outcome: 'AGREE', closedSeq: 2, closedAt: NOW + 2000 },
      { status: 'OPEN', assigneeKey: 'pool:unit:TWO_NEW_APPROVER', dueAt: shanghai('2026-03-17T23:59:59.999') },
    ]);
    expect(await count('Decision', id)).toBe(2);
    expect(await count('Copy', id)).toBe(1);
  });

  it('is written once: a repetition changes nothing and gets the first answer', async () => {
    const { id, records, first } = await begun();

    const again = await records.record(recordOf(id, 1, '', { at: NOW + 99_000 }));

    expect(again).toEqual(first);
    expect(await count('LedgerEntry', id)).toBe(1);
  });

  it('is written once by ten at the same time', async () => {
    const { id, records, first } = await begun();
    const second = recordOf(id, 2, first.hash);

    const answers = await Promise.all(Array.from({ length: 10 }, () => records.record(second)));

    expect(new Set(answers.map(({ hash }) => hash)).size).toBe(1);
    expect(await count('LedgerEntry', id)).toBe(2);
    expect(await count('Task', id)).toBe(2);
    expect(await count('Decision', id)).toBe(2);
  });

  it('lets one of ten different acts with the same seq through and refuses nine', async () => {
    const { id, records, first } = await begun();
    const rivals = Array.from({ length: 10 }, (_, n) => {
      const record = recordOf(id, 2, first.hash);
      return { ...record, cause: { ...record.cause, requestId: asId<RequestId>(`${id}-rival${n}`) } };
    });

    const answers = await Promise.allSettled(rivals.map((rival) => records.record(rival)));

    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const refused = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason as unknown] : []));
    expect(refused).toHaveLength(9);
    for (const reason of refused) expect(reason).toMatchObject({ code: 'LEDGER_BROKEN' });
  });

  it.each([
    ['a gap', 3, undefined],
    ['another previous hash', 2, 'f'.repeat(64)],
  ])('refuses %s', async (_name, seq, prevHash) => {
    const { id, records, first } = await begun();

    const refused = records.record(recordOf(id, seq, prevHash ?? first.hash));

    await expect(refused).rejects.toMatchObject({ code: 'LEDGER_BROKEN' });
    expect(await given.cases.byId(id)).toMatchObject({ seq: 1, ledgerHash: first.hash });
  });

  it('refuses to close a task that is not open, and then writes nothing', async () => {
    const { id, records, first } = await begun();
    const closedTasks = [{ taskId: taskOf(id, 7), outcome: 'AGREE' }];

    await expect(records.record(recordOf(id, 2, first.hash, { closedTasks }))).rejects.toMatchObject({
      code: 'LEDGER_BROKEN',
    });

    expect(await given.cases.byId(id)).toMatchObject({ seq: 1 });
    expect(await count('Task', id)).toBe(1);
  });

  it('shows effects in the same transaction, and nothing when one of them fails', async () => {
    const { id, first } = await begun();
    const effects = [{ kind: 'title', data: { title: '新标题' } }];
    const shown = recordStore(given, {
      title: async (tx, caseId, _at, data) => {
        await tx.query('UPDATE "Case" SET "title" = $2 WHERE "id" = $1', [caseId, data.title]);
      },
    });
    const failing = recordStore(given, { title: () => Promise.reject(new Error('disk')) });

    await expect(failing.record(recordOf(id, 2, first.hash, { effects }))).rejects.toThrow('disk');
    expect(await given.cases.byId(id)).toMatchObject({ seq: 1 });
    await shown.record(recordOf(id, 2, first.hash, { effects }));
    expect(await given.cases.byId(id)).toMatchObject({ seq: 2, title: '新标题' });
    await expect(recordStore(given).record(recordOf(id, 3, '', { effects }))).rejects.toMatchObject({
      code: 'EFFECT_UNKNOWN',
    });
  });

  it('carries the hash of the opinion that was kept before the act, and the chain can be re-proved', async () => {
    const { id, first } = await begun();
    const requestId = asId<RequestId>(`${id}-r2`);
    const request = {
      id: requestId,
      caseId: id,
      userId: asId<UserId>('official'),
      fingerprint: 'f',
      opinion: '同意设立。',
      fileIds: [],
      ip: null,
    };
    await caseContextStore(given).saveActRequest(request, NOW);
    const { hash } = await recordStore(given).record(recordOf(id, 2, first.hash));

    const proofs = [];
    for await (const proof of ledgerStore(given).proofs(3)) if (proof.case.id === id) proofs.push(proof);

    expect(proofs).toHaveLength(1);
    expect(verifyChain(proofs[0]?.entries ?? [], sha256, { seq: 2, hash })).toEqual({ ok: true, entries: 2 });
    expect(proofs[0]?.entries[1]).toMatchObject({ opinionSha256: sha256('同意设立。') });
    expect(proofs[0]?.entries[1]?.payload).toContain(`{"actOpinionSha256":"${sha256('同意设立。')}"`);
    expect(await ledgerStore(given).timeline(id)).toMatchObject([
      { opinion: null },
      { opinion: '同意设立。', verdict: 'AGREE', state: 'STATE_2' },
    ]);
  });

  it('stops the clock of a suspended task and moves its due date over the holiday when it goes on', async () => {
    const { id } = await given.newCase();
    const records = recordStore(given);
    const from = shanghai('2026-09-24T10:00:00');
    const limit = { unit: 'WD', length: 4, from } as const;
    const opened = [{ taskId: taskOf(id, 1), stage: 'REVIEW', kind: 'DECIDE', assignee: officials, limit }];
    const only = { opened: [], closedTasks: [], cause: { kind: 'TIME', event: 'x' } } as const;
    const first = await records.record(recordOf(id, 1, '', { opened, at: from }));
    const taskId = taskOf(id, 1);

    const changed = [{ taskId, suspend: { ground: 'APPRAISAL' } }];
    const second = await records.record(
      recordOf(id, 2, first.hash, { ...only, changed, at: shanghai('2026-09-29T10:00:00') }),
    );
    expect(await given.cases.tasks(id)).toMatchObject([{ status: 'SUSPENDED', pauseGround: 'APPRAISAL' }]);
    const resumed = recordOf(id, 3, second.hash, {
      ...only,
      changed: [{ taskId, resume: true }],
      at: shanghai('2026-10-09T10:00:00'),
    });
    const third = await records.record(resumed);

    expect(first.due).toEqual({ [taskId]: shanghai('2026-09-30T23:59:59.999') });
    expect(third.due).toEqual({ [taskId]: shanghai('2026-10-10T23:59:59.999') });
    expect(await given.cases.tasks(id)).toMatchObject([{ status: 'OPEN', pausedAt: null, dueAt: third.due[taskId] }]);
    expect(await records.record(resumed)).toEqual(third);
  });

  it('knows no due date in a year without a calendar', async () => {
    const { id } = await given.newCase();
    const limit = { unit: 'WD', length: 5, from: shanghai('2026-12-29T10:00:00') } as const;
    const opened = [{ taskId: taskOf(id, 1), stage: 'REVIEW', kind: 'DECIDE', assignee: officials, limit }];

    expect((await recordStore(given).record(recordOf(id, 1, '', { opened }))).due).toEqual({ [taskOf(id, 1)]: null });
  });

  it('tells on the channel whose lists changed, when it is written', async () => {
    const { id, records, first } = await begun();
    const listener = await given.pool.connect();
    const told = new Promise<string>((resolve) => listener.on('notification', ({ payload }) => resolve(payload ?? '')));
    await listener.query('LISTEN banjie');

    await records.record(recordOf(id, 2, first.hash, { copies: [person('reader')] }));

    const message: unknown = JSON.parse(await told);
    expect(message).toMatchObject({ caseId: id });
    expect(message).toMatchObject({
      keys: expect.arrayContaining(['user:reader', 'user:applicant', 'pool:unit:TWO_NEW_APPROVER']),
    });
    listener.release(true);
  });

  it.each(['LedgerEntry', 'Decision', 'ActRequest', 'RefusedAct', 'UnmaskedRead'])(
    '%s only grows, for its owner too',
    async (table) => {
      await begun();
      for (const change of [`UPDATE "${table}" SET "at" = now()`, `DELETE FROM "${table}"`, `TRUNCATE "${table}"`]) {
        await expect(given.pool.query(change)).rejects.toMatchObject({ code: 'BJ001' });
      }
    },
  );
});
