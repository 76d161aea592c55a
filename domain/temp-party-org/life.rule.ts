import { addCalendarDays, type IsoDate } from '../calendar/iso-date.js';
import { startOfDayShanghai } from '../calendar/shanghai-day.js';
import type { TempPartyOrgSettings } from './settings.js';
import type { Term } from './term.rule.js';

/** Why a temporary Party organisation expires (specification M01, state table). */
export type ExpiryCause = 'TERM_ENDS' | 'COUNCIL_RE_ELECTED' | 'MEMBERS_LOST';

/** What the life of an organisation depends on after it was filed. Dates and numbers only. */
export interface LifeFacts {
  readonly term: Term;
  /** The council's end of term that the term was copied from. */
  readonly councilTermEnd: IsoDate;
  /** Since when fewer than three members count; null while enough do. */
  readonly lowSince: IsoDate | null;
  /** The case by which it is being renewed. */
  readonly renewal: string | null;
  /** Days-before-the-end of the notices that were sent. */
  readonly noticed: readonly number[];
  /** Person ids of those who declined to be members: they do not count, though they sit in the council. */
  readonly declined: readonly string[];
}

/** What happens next by the passing of time alone. */
export interface LifeEvent {
  readonly at: number;
  readonly event:
    { readonly kind: 'NOTICE'; readonly days: number } | { readonly kind: 'EXPIRE'; readonly cause: ExpiryCause };
}

/** The next thing that time does to an organisation: a notice of its term's end, or the begin of its expiry. */
export function nextLifeEvent(life: LifeFacts, expiring: boolean, settings: TempPartyOrgSettings): LifeEvent | null {
  const events = settings.noticeCD
    .filter((days) => !life.noticed.includes(days))
    .map((days): LifeEvent => ({ at: daysBefore(life.term.termEnd, days), event: { kind: 'NOTICE', days } }));
  if (!expiring) {
    events.push({
      at: daysBefore(life.term.termEnd, settings.expiringCD),
      event: { kind: 'EXPIRE', cause: 'TERM_ENDS' },
    });
    if (life.lowSince !== null) {
      const at = startOfDayShanghai(addCalendarDays(life.lowSince, settings.lowMembersCD));
      events.push({ at, event: { kind: 'EXPIRE', cause: 'MEMBERS_LOST' } });
    }
  }
  // Of two things at the same moment the notice comes first: sort is stable.
  return events.sort((one, other) => one.at - other.at)[0] ?? null;
}

/** The notices whose day has come by `now`: several that fall together are given as one. */
export const noticesDue = (life: LifeFacts, now: number, settings: TempPartyOrgSettings): readonly number[] =>
  settings.noticeCD.filter((days) => daysBefore(life.term.termEnd, days) <= now);

/** Whether the cause for which an organisation expires is gone, so that it may go on (EXPIRING → ACTIVE). */
export function causeIsGone(
  cause: ExpiryCause,
  life: LifeFacts,
  today: IsoDate,
  settings: TempPartyOrgSettings,
): boolean {
  if (cause === 'MEMBERS_LOST') return life.lowSince === null;
  return cause === 'TERM_ENDS' && addCalendarDays(life.term.termEnd, -settings.expiringCD) > today;
}

const daysBefore = (date: IsoDate, days: number): number => startOfDayShanghai(addCalendarDays(date, -days));
