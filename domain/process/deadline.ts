/** A task's time limit as the workflow watches it. All times are epoch ms. */
export interface Clock {
  readonly openedAt: number;
  readonly dueAt: number;
  /** How many of the reminders were sent. */
  readonly sent: number;
  /** Instants of its own at which its holder is reminded before the end, earliest first; absent: the usual shares. */
  readonly remindAt?: readonly number[];
}

/** Shares of the limit at which its holder is reminded; the last one also calls the unit's leader (C4). Silence never approves. */
export const REMIND_AT_PERCENT = [50, 80, 100] as const;

export interface Reminder {
  readonly percent: number;
  readonly at: number;
}

/** The next reminder that is still to be sent, or null when all were. */
export function nextReminder(clock: Clock, percents: readonly number[] = REMIND_AT_PERCENT): Reminder | null {
  if (clock.remindAt) return nextStated(clock, clock.remindAt);
  const percent = percents[clock.sent];
  if (percent === undefined) return null;
  return { percent, at: clock.openedAt + Math.floor(((clock.dueAt - clock.openedAt) * percent) / 100) };
}

/** The next of the stated instants, or the end; `percent` says how much of the limit has passed by then. */
function nextStated({ openedAt, dueAt, sent }: Clock, remindAt: readonly number[]): Reminder | null {
  const at = [...remindAt.filter((instant) => instant < dueAt), dueAt][sent];
  if (at === undefined) return null;
  return { percent: at === dueAt ? 100 : Math.min(99, Math.floor((100 * (at - openedAt)) / (dueAt - openedAt))), at };
}
