import type { CaseRun } from './case-run.js';

/**
 * Goes on in a turn of its own, once what this turn has changed is in the tables: before others are made to look there.
 * Takes the story's alarm.
 */
export async function recorded<State extends string, Event extends string>(run: CaseRun<State, Event>): Promise<void> {
  const seq = run.nextSeq;
  run.alarmAt = Date.now() + 1;
  // The clock takes the alarm back in the turn that it brings; an act may come before it.
  await run.until(() => run.alarmAt === null || run.nextSeq > seq);
}
