/** A task's time limit as the workflow watches it. All times are epoch ms. */
export interface Clock {
  readonly openedAt: number;
  readonly dueAt: number;
  /** How many of the reminders were sent. */
  readonly sent: number;
}

/** Shares of the limit at which its holder is reminded; the last one also calls the unit's leader (C4). Silence never approves. */
export const REMIND_AT_PERCENT = [50, 80, 100] as const;

export interface Reminder {
  readonly percent: number;
  readonly at: number;
}

/** The next reminder that is still to be sent, or null when all were. */
export function nextReminder(clock: Clock, percents: readonly number[] = REMIND_AT_PERCENT): Reminder | null {
  const percent = percents[clock.sent];
  if (percent === undefined) return null;
  return { percent, at: clock.openedAt + Math.floor(((clock.dueAt - clock.openedAt) * percent) / 100) };
}
