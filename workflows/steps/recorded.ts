import type { CaseRun } from './case-run.js';

/**
 * Goes on in a turn of its own, once what this turn has changed is in the tables: before others are made to look there.
 * Only after a change; takes the story's alarm.
 */
export async function recorded<State extends string, Event extends string>(run: CaseRun<State, Event>): Promise<void> {
  const seq = run.nextSeq;
  run.alarmAt = Date.now() + 1;
  await run.until(() => run.nextSeq > seq);
}
