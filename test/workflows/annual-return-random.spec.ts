import { afterAll, beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { RETURN_TRANSITIONS } from '#domain/annual-inspection/states.js';
import { addCalendarDays } from '#domain/calendar/iso-date.js';
import type { Actor } from '#domain/process/act.js';
import { organisationEnded, seasonPaused, seasonResumed } from '#workflows/annual-inspection/contract.js';
import {
  applicantOf,
  INSPECTOR_1,
  INSPECTOR_2,
  REGISTRY_LEADER,
  REGISTRY_OFFICER,
  type ReturnCase,
  ReturnWorld,
  SUPERVISORY_OFFICER,
} from '../support/return-world.js';
import { Refused } from '../support/acting.js';

let world: ReturnWorld;
beforeAll(async () => {
  world = await ReturnWorld.open();
}, 120_000);
afterAll(() => world.close());

const STEPS = [
  ...['file', 'resubmit', 'late', 'agree', 'giveBack', 'accept', 'supplement', 'PASS', 'BASIC_PASS', 'FAIL', 'publish'],
  ...['supersede', 'talk', 'setRectification', 'handIn', 'verify', 'verifyNot', 'skip', 'pause', 'resume', 'urge'],
] as const;
type Step = (typeof STEPS)[number];

/** One act as somebody would try it now; what the table does not allow is refused, never an error. */
const ACTS: Readonly<Record<Step, (on: ReturnCase) => Promise<unknown>>> = {
  file: (on) => world.file(on),
  resubmit: async (on) => {
    const facts = { formVersion: await world.keep(on) };
    return world.act(on, { kind: 'resubmit', by: applicantOf(on), task: 'SUPPLEMENT', facts });
  },
  late: (on) => world.file(on, undefined, 'submitLate'),
  agree: (on) => world.preliminary(on, 'AGREE'),
  giveBack: (on) => world.preliminary(on, 'RETURN'),
  accept: (on) => world.act(on, { kind: 'accept', by: REGISTRY_OFFICER, task: 'INTAKE' }),
  supplement: (on) => by(on, REGISTRY_OFFICER, 'supplement', 'INTAKE', { items: ['AUDIT_REPORT'] }),
  PASS: (on) => world.conclude(on, 'PASS', true),
  BASIC_PASS: (on) => world.conclude(on, 'BASIC_PASS', true),
  FAIL: (on) => world.conclude(on, 'FAIL', true),
  publish: (on) => world.publish(on),
  supersede: (on) =>
    world.act(on, { kind: 'supersede', by: REGISTRY_LEADER, facts: { conclusion: 'FAIL', deviates: true } }),
  talk: (on) => world.holdTalk(on),
  setRectification: (on) => world.setRectification(on),
  handIn: (on) => world.handIn(on),
  verify: (on) => world.verify(on, INSPECTOR_1),
  verifyNot: (on) => world.verify(on, INSPECTOR_2, []),
  skip: (on) => world.skipDays(on, 25),
  pause: async (on) => on.handle.signal(seasonPaused, { on: await world.today(on) }),
  resume: async (on) => on.handle.signal(seasonResumed, { on: addCalendarDays(await world.today(on), 3) }),
  urge: (on) => world.act(on, { kind: 'urge', by: SUPERVISORY_OFFICER }),
};

const by = (on: ReturnCase, actor: Actor, kind: string, task: string, facts: object) =>
  world.act(on, { kind, by: actor, task, facts });

/** A refusal, or an act on what is not there, is what a random act may come to; anything else is a defect. */
async function attempt(on: ReturnCase, step: Step): Promise<void> {
  try {
    await ACTS[step](on);
  } catch (error) {
    const isExpected = error instanceof Refused || /no open task|not found|completed/i.test(String(error));
    if (!isExpected) throw error;
  }
}

it('whatever is done in whatever order, a return is in a state of its table and waits for somebody, or has ended', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.boolean(),
      fc.array(fc.constantFrom(...STEPS), { minLength: 10, maxLength: 30 }),
      async (supervised, steps) => {
        const on = await world.start(supervised ? { supervised } : {});
        for (const step of steps) await attempt(on, step);

        // Nobody is left waiting on a pause, and whoever waits can still be freed by the organisation's end.
        await attempt(on, 'resume');
        const { state, closed } = await world.caseRow(on);
        expect(Object.keys(RETURN_TRANSITIONS)).toContain(state);
        if (!closed) {
          await world.until(async () => (await world.tasks(on)).length > 0);
          await on.handle.signal(organisationEnded, { on: await world.today(on) });
        }
        await on.handle.result();
        expect((await world.caseRow(on)).closed).toBe(true);
        expect(await world.tasks(on)).toEqual([]);
      },
    ),
    { numRuns: 25 },
  );
}, 300_000);
