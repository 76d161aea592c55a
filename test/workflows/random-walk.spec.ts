import fc from 'fast-check';

import { APPLICANT, LEADER, Refused, type TestAct, type TestStep, UNIT } from '../support/acting.js';
import { type TestCase, type TestTask, World } from '../support/world.js';

let world: World;
beforeAll(async () => {
  world = await World.open();
}, 60_000);
afterAll(() => world.close());

const PEOPLE = ['a', 'b', 'c', 'd', LEADER, APPLICANT] as const;

interface Move {
  /** Which of the open tasks, counted round. */
  readonly task: number;
  /** null: whoever holds the task. */
  readonly by: (typeof PEOPLE)[number] | null;
  readonly onBehalfOf: (typeof PEOPLE)[number] | null;
  readonly kind: string;
  readonly facts: unknown;
}

const who = fc.constantFrom(...PEOPLE);
const someone = fc.oneof(
  { weight: 4, arbitrary: who.map((userId) => ({ userId })) },
  fc.constant({ unitId: UNIT, role: 'TWO_NEW_APPROVER' }),
);
const seldom = <T>(some: fc.Arbitrary<T>) => fc.oneof({ weight: 7, arbitrary: fc.constant(null) }, some);
const step = fc.constantFrom('step-1', 'step-2', 'step-3');
const ofKind = <Facts>(kind: string, facts: fc.Arbitrary<Facts>) => facts.map((some) => ({ kind, facts: some }));
const what = fc.oneof(
  {
    weight: 6,
    arbitrary: ofKind(
      'vote',
      fc.record({ verdict: fc.constantFrom(...Array<string>(8).fill('AGREE'), 'ABSTAIN', 'REFUSE') }),
    ),
  },
  {
    weight: 3,
    arbitrary: ofKind('addSigner', fc.record({ place: fc.constantFrom('BEFORE', 'AFTER', 'BESIDE'), to: someone })),
  },
  ofKind('removeSigner', fc.record({ signer: someone })),
  { weight: 2, arbitrary: ofKind('transfer', fc.record({ to: someone })) },
  { weight: 2, arbitrary: ofKind('return', fc.record({ to: step, mode: fc.constantFrom('AGAIN', 'RESUME') })) },
  { weight: 2, arbitrary: ofKind('claim', fc.constant({})) },
  { weight: 2, arbitrary: ofKind('recuse', fc.constant({ ground: 'KINSHIP' })) },
  ofKind('pause', fc.record({ ground: fc.constant('HEARING'), days: fc.integer({ min: 1, max: 30 }) })),
  ofKind('resume', fc.constant({})),
  ofKind('urge', fc.constant({})),
  ofKind('copy', fc.record({ to: fc.array(someone, { minLength: 1, maxLength: 2 }) })),
  ofKind('skip', fc.integer({ min: 1, max: 20 })),
);
const anyMove: fc.Arbitrary<Move> = fc
  .tuple(fc.nat({ max: 3 }), seldom(who), seldom(who), what)
  .map(([task, by, onBehalfOf, said]) => ({ task, by, onBehalfOf, ...said }));

const rule = fc.constantFrom<NonNullable<TestStep['rule']>>(
  { kind: 'ALL' },
  { kind: 'ANY' },
  { kind: 'SEQUENCE' },
  { kind: 'SHARE', percent: 50, more: true },
);
const anyStep: fc.Arbitrary<TestStep> = fc.record({
  rule,
  signers: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', LEADER, 'pool'), { minLength: 1, maxLength: 3, size: 'max' }),
  workingDays: fc.integer({ min: 1, max: 10 }),
});

function actOf({ by, onBehalfOf, kind, facts }: Move, task: TestTask | undefined): TestAct {
  const holder = task?.assigneeKey.startsWith('user:') ? task.assigneeKey.slice('user:'.length) : 'colleague';
  return {
    kind,
    by: by ?? holder,
    facts,
    taskId: ['urge', 'copy'].includes(kind) ? null : (task?.id ?? null),
    ...(onBehalfOf === null ? {} : { onBehalfOf }),
  };
}

/** Carries out one move; how many records it must have left: one for an act that was accepted, none for a refused one. */
async function carryOut(approval: TestCase, move: Move): Promise<'ACCEPTED' | 'REFUSED' | 'SKIPPED'> {
  const open = (await world.tasks(approval)).filter(({ status }) => status !== 'CLOSED');
  if (move.kind === 'skip') {
    await world.skip(approval, Number(move.facts) * 86_400);
    await world.settled(approval);
    return 'SKIPPED';
  }
  try {
    await world.act(approval, actOf(move, open[move.task % open.length]));
    return 'ACCEPTED';
  } catch (error) {
    if (error instanceof Refused) return 'REFUSED';
    throw error;
  }
}

it('whatever is done to it: a case has an open task or has ended, grows by one record an act, and its tables and ledger agree with it', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyStep, { minLength: 1, maxLength: 3, size: 'max' }),
      fc.array(anyMove, { maxLength: 14, size: 'max' }),
      async (steps, moves) => {
        const approval = await world.startApproval(steps);
        for (const move of moves) {
          const before = await world.acts(approval);
          const done = await carryOut(approval, move);
          const after = await world.acts(approval);

          expect(after - before).toBe(done === 'ACCEPTED' ? 1 : 0);
          const ended = (await world.state(approval)) !== 'UNDER_REVIEW';
          expect((await world.waitsFor(approval)).length > 0).toBe(!ended);
          await world.assertConsistent(approval);
          if (ended) {
            await approval.handle.result();
            return;
          }
        }
        await approval.handle.terminate();
      },
    ),
    { numRuns: 40, endOnFailure: true },
  );
}, 180_000);
