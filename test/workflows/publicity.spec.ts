import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';

import { Refused } from '../support/acting.js';
import { type TestCase, World } from '../support/world.js';

let world: World;
beforeAll(async () => {
  world = await World.open({
    workflowsPath: fileURLToPath(new URL('./publicity.workflow.ts', import.meta.url)),
    // The tables of the notice belong to the matters that use the step; here only what the case itself writes counts.
    records: (real) => ({ record: (record) => real.record({ ...record, effects: [] }) }),
  });
}, 60_000);
afterAll(() => world.close());

const start = async (): Promise<TestCase> => world.start('noticed', await world.newCase());
const object = (on: TestCase, by: string, subject: string, more: { notice?: number; requestId?: string } = {}) =>
  world.act(on, {
    kind: 'objectTo',
    by,
    taskId: null,
    facts: { notice: more.notice ?? 1, subject, objectionId: `o-${by}-${subject}` },
    ...(more.requestId === undefined ? {} : { requestId: more.requestId }),
  });

/** Kind and facts of what the applicant was told of the notice. */
const told = async (on: TestCase): Promise<string[]> => {
  const text = `SELECT kind, params FROM "Notice" WHERE "caseId" = $1 AND kind IN ('STANDS', 'CLEARED', 'UPHELD') ORDER BY at, id`;
  const { rows } = await world.pool.query<{ kind: string; params: object }>(text, [on.caseId]);
  return rows.map(({ kind, params }) => [kind, ...Object.values(params).map(String).sort()].join(' ').trim());
};
const open = async (on: TestCase, kind: string): Promise<string[]> => {
  const text = `SELECT id FROM "Task" WHERE "caseId" = $1 AND kind = $2 AND status = 'OPEN' ORDER BY length(id), id`;
  return (await world.pool.query<{ id: string }>(text, [on.caseId, kind])).rows.map(({ id }) => id);
};
const answer = async (on: TestCase, result: 'UPHELD' | 'REJECTED', remedy: 'OUT' | 'AGAIN' = 'OUT', by = 'keeper') => {
  const [taskId] = await open(on, 'ANSWER_OBJECTION');
  return world.act(on, {
    kind: 'answerObjection',
    by,
    taskId: taskId ?? null,
    facts: { result, remedy },
  });
};
const end = async (on: TestCase): Promise<number> => {
  const [task] = await world.tasks(on);
  return task?.dueAt ?? 0;
};

describe('a public notice (公示)', () => {
  it('ends by its time, and everything in it stands', async () => {
    const on = await start();

    await world.skipTo(on, await end(on));
    await on.handle.result();

    expect(await told(on)).toEqual(['STANDS']);
    expect(await world.state(on)).toBe('DONE');
    await world.assertConsistent(on);
  });

  it('lets an objection hold only what it is about; rejected after the end, that stands too', async () => {
    const on = await start();
    await object(on, 'zhang', 'p1');

    await world.skipTo(on, await end(on));
    await world.until(async () => (await told(on)).length > 0);
    expect(await told(on)).toEqual(['STANDS p1']);
    expect(await world.state(on)).toBe('UNDER_REVIEW');
    await answer(on, 'REJECTED');

    expect(await told(on)).toEqual(['STANDS p1', 'CLEARED p1']);
    await on.handle.result();
    await world.assertConsistent(on);
  });

  it('ends with what was objected to rightly; another objection to the same that is rejected changes nothing', async () => {
    const on = await start();
    await object(on, 'zhang', 'p1');
    await object(on, 'wang', 'p1');
    await answer(on, 'UPHELD');
    await answer(on, 'REJECTED');

    await world.skipTo(on, await end(on));
    await on.handle.result();

    expect(await told(on)).toEqual(['STANDS p1', 'UPHELD OUT p1']);
    await world.assertConsistent(on);
  });

  it('lets nobody answer their own objection, nor object twice to the same while it is open', async () => {
    const on = await start();
    await object(on, 'keeper', 'p1');

    await expect(answer(on, 'REJECTED')).rejects.toMatchObject({ code: 'RECUSAL_REQUIRED' });
    await expect(object(on, 'keeper', 'p1')).rejects.toMatchObject({ code: 'OBJECTION_PENDING' });
    await object(on, 'keeper', 'p2');

    expect(await open(on, 'ANSWER_OBJECTION')).toHaveLength(2);
    await world.assertConsistent(on);
  });

  it('answers late objections, and those to another notice, with NOTICE_OVER', async () => {
    const on = await start();
    await object(on, 'zhang', 'p1');
    await expect(object(on, 'wang', 'p1', { notice: 2 })).rejects.toMatchObject({ code: 'NOTICE_OVER' });

    await world.skipTo(on, await end(on));
    await world.settled(on);

    await expect(object(on, 'wang', 'p1')).rejects.toMatchObject({ code: 'NOTICE_OVER', told: { status: 409 } });
    await answer(on, 'REJECTED');
    await on.handle.result();
    await world.assertConsistent(on);
  });

  it('loses no objection that arrives in the second in which it ends: it is in, or refused', async () => {
    const on = await start();
    await object(on, 'li', 'p2');
    // To the last second, so that the end and ten objections come at the same moment.
    await world.skip(on, ((await end(on)) - (await world.now(on))) / 1000 - 1);

    const people = Array.from({ length: 10 }, (_, n) => `citizen-${n}`);
    const [, ...sent] = await Promise.allSettled([
      world.skip(on, 60),
      ...people.map(async (by, n) => {
        await world.until(async () => (await world.now(on)) >= (await end(on)) - 1000 + n * 100);
        return object(on, by, 'p1');
      }),
    ]);
    await world.settled(on);

    const taken = sent.filter(({ status }) => status === 'fulfilled').length;
    const refused = sent.flatMap((one): unknown[] => (one.status === 'rejected' ? [one.reason] : []));
    for (const reason of refused) expect(reason).toMatchObject({ code: 'NOTICE_OVER' });
    expect(await open(on, 'ANSWER_OBJECTION')).toHaveLength(taken + 1);
    for (let n = 0; n <= taken; n += 1) await answer(on, 'REJECTED');
    await on.handle.result();
    const cleared = (await told(on)).filter((text) => text.startsWith('CLEARED')).sort();
    expect(cleared).toEqual(taken === 0 ? ['CLEARED p2'] : ['CLEARED p1', 'CLEARED p2']);
    await world.assertConsistent(on);
  });

  it('takes an objection that is sent ten times at once one time', async () => {
    const on = await start();
    const requestId = randomUUID();

    const answers = await Promise.all(Array.from({ length: 10 }, () => object(on, 'zhang', 'p1', { requestId })));

    expect(new Set(answers.map(({ seq }) => seq)).size).toBe(1);
    expect(await open(on, 'ANSWER_OBJECTION')).toHaveLength(1);
  });
});

type Move =
  | { readonly do: 'object'; readonly by: string; readonly subject: string }
  | { readonly do: 'answer'; readonly result: 'UPHELD' | 'REJECTED'; readonly remedy: 'OUT' | 'AGAIN' }
  | { readonly do: 'days'; readonly days: number };

const aMove: fc.Arbitrary<Move> = fc.oneof(
  fc.record({
    do: fc.constant('object' as const),
    by: fc.constantFrom('zhang', 'wang', 'li'),
    subject: fc.constantFrom('p1', 'p2', 'p3'),
  }),
  fc.record({
    do: fc.constant('answer' as const),
    result: fc.constantFrom('UPHELD' as const, 'REJECTED' as const),
    remedy: fc.constantFrom('OUT' as const, 'AGAIN' as const),
  }),
  fc.record({ do: fc.constant('days' as const), days: fc.integer({ min: 1, max: 4 }) }),
);

it('whatever comes: each thing in the notice either stands or not, once, and every objection taken is answered once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(aMove, { maxLength: 9, size: 'max' }), async (moves) => {
      const on = await start();
      const upheld = new Set<string>();
      const about: string[] = [];
      const answerNext = async (result: 'UPHELD' | 'REJECTED', remedy: 'OUT' | 'AGAIN'): Promise<void> => {
        await answer(on, result, remedy);
        const subject = about.shift();
        if (result === 'UPHELD' && subject !== undefined) upheld.add(subject);
      };
      for (const move of moves) {
        if ((await world.state(on)) !== 'UNDER_REVIEW') break;
        if (move.do === 'days') {
          await world.skip(on, move.days * 86_400);
          await world.settled(on);
        } else if (move.do === 'answer') {
          if (about.length > 0) await answerNext(move.result, move.remedy);
        } else {
          const taken = await object(on, move.by, move.subject).then(
            () => true,
            (error: unknown) => {
              if (error instanceof Refused) return false;
              throw error;
            },
          );
          if (taken) about.push(move.subject);
        }
      }
      if ((await open(on, 'PUBLIC_NOTICE')).length > 0) await world.skipTo(on, await end(on));
      await world.settled(on);
      while (about.length > 0) await answerNext('REJECTED', 'OUT');
      await on.handle.result();

      const said = await told(on);
      const [first = ''] = said.filter((text) => text.startsWith('STANDS'));
      const held = first.replace('STANDS', '').trim().split(',').filter(Boolean);
      const cleared = said.filter((text) => text.startsWith('CLEARED')).map((text) => text.replace('CLEARED ', ''));
      const wrong = said.filter((text) => text.startsWith('UPHELD')).map((text) => text.split(' ')[2]);
      expect(said.filter((text) => text.startsWith('STANDS'))).toHaveLength(1);
      expect([...cleared, ...wrong].sort()).toEqual(held.sort());
      expect(wrong.sort()).toEqual([...upheld].sort());
      await world.assertConsistent(on);
    }),
    { numRuns: 12, endOnFailure: true },
  );
}, 180_000);
