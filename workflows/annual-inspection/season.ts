import { setHandler } from '@temporalio/workflow';

import { type ClosingDays, closingAfterPause, remindersOf } from '#domain/annual-inspection/season-calendar.rule.js';
import { RETURN_TRANSITIONS } from '#domain/annual-inspection/states.js';
import type { IsoDate } from '#domain/calendar/iso-date.js';
import { endOfDayShanghai, startOfDayShanghai } from '#domain/calendar/shanghai-day.js';
import { CaseStateConflict } from '#domain/errors.js';
import type { OpenTask } from '../steps/open-task.js';
import { type ReturnRun, today } from './case.js';
import { organisationEnded, type ReturnInput, seasonPaused, seasonResumed } from './contract.js';

/** Why tasks of a paused season stand still. */
const PAUSED = 'SEASON_PAUSED';
/** In the middle of the morning, when a reminder is read. */
const NINE_HOURS_MS = 9 * 3600 * 1000;

/** The season as one return knows it: its closing days, whether it stands still, and whether the organisation is still there. */
export class Season {
  closing: ClosingDays;
  /** The task by which the organisation files; its end is the closing. */
  filing: OpenTask | null = null;
  #pausedOn: IsoDate | null = null;

  constructor(
    private readonly run: ReturnRun,
    private readonly input: ReturnInput,
  ) {
    this.closing = input.closing;
  }

  listen(): void {
    setHandler(seasonPaused, ({ on }) => this.run.turn({ kind: 'TIME', event: PAUSED }, () => this.#pause(on)));
    setHandler(seasonResumed, ({ on }) =>
      this.run.turn({ kind: 'TIME', event: 'SEASON_RESUMED' }, () => this.#resume(on)),
    );
    setHandler(organisationEnded, ({ on }) =>
      this.run.turn({ kind: 'TIME', event: 'ORGANISATION_ENDED' }, () => this.#end(on)),
    );
  }

  /** What is done on the case as a whole waits as its tasks do. */
  assertRunning(act: string): void {
    if (this.#pausedOn !== null) throw new CaseStateConflict(PAUSED, act);
  }

  /** When the return is closed (epoch ms), and when its organisation is reminded: 30, 10 and 3 days before each limit, and at the first. */
  clock(): { readonly dueAt: number; readonly remindAt: readonly number[] } {
    const { due, closes } = this.closing;
    const reminders = [due, closes].flatMap((day) => remindersOf(day, today(), this.input.settings));
    const instants = reminders.map(({ on }) => startOfDayShanghai(on) + NINE_HOURS_MS);
    if (due < closes) instants.push(endOfDayShanghai(due));
    const dueAt = endOfDayShanghai(closes);
    const ahead = instants.filter((instant) => instant > Date.now() && instant < dueAt);
    return { dueAt, remindAt: [...new Set(ahead)].sort((one, other) => one - other) };
  }

  /** Gives the return another closing: an extension, a pause, an organ that gave it back late. */
  move(closing: ClosingDays, extendedTo: IsoDate | null = null): void {
    this.closing = { due: closing.due, closes: closing.closes };
    this.run.effect('annual-inspection/closing', { ...this.closing, extendedTo });
    if (this.filing === null) return;
    const { dueAt, remindAt } = this.clock();
    this.run.postpone(this.filing, dueAt, remindAt);
  }

  #pause(on: IsoDate): void {
    if (this.#pausedOn !== null) return;
    this.#pausedOn = on;
    for (const task of this.run.tasks.values()) if (!task.suspended) this.run.suspend(task, PAUSED, null);
  }

  #resume(on: IsoDate): void {
    if (this.#pausedOn === null) return;
    const moved = closingAfterPause(this.closing, this.#pausedOn, on);
    this.#pausedOn = null;
    for (const task of this.run.tasks.values()) if (task.suspended?.ground === PAUSED) this.run.resume(task);
    if (moved.closes !== this.closing.closes || moved.due !== this.closing.due) this.move(moved);
  }

  /** Cancelled in the season: exempt, unless it was concluded before. Either way nobody is left to do anything. */
  #end(on: IsoDate): void {
    if ('exempt' in RETURN_TRANSITIONS[this.run.state]) {
      this.run.move('exempt');
      this.run.effect('annual-inspection/concluded', { conclusion: 'EXEMPT', on, signer: null, requestId: null });
    }
    this.run.closeAll('NOT_NEEDED');
    this.run.stop();
  }
}
