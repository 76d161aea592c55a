import type { IsoDate } from '#domain/calendar/iso-date.js';
import { addCalendarDays, daysBetween, parseIsoDate } from '#domain/calendar/iso-date.js';
import type { WorkCalendar } from '#domain/calendar/work-calendar.js';
import { addWorkingDays, workingDayOnOrAfter } from '#domain/calendar/working-days.js';
import { AnnualInspectionRefusal } from './errors.js';
import { DEFAULT_SETTINGS, type AnnualInspectionSettings } from './settings.js';

/** The days of a season; it takes place in the year after the inspected one (specification M02, Clock). */
export interface SeasonDates {
  readonly inspectedYear: number;
  readonly opensOn: IsoDate;
  /** Last day for the report to the supervisory unit. */
  readonly toSupervisor: IsoDate;
  /** Last day for the report to the registry; the season closes for returns then. */
  readonly toRegistry: IsoDate;
  /** Last day for foundations and charities. */
  readonly foundationToRegistry: IsoDate;
  /** An extension is asked for before this day, not on it. */
  readonly extensionBefore: IsoDate;
}

/**
 * The days of a season. A closing date on a day off stays as the law names it unless `closingOnDayOff` moves it, which
 * needs the calendar of that year. Throws CALENDAR_MISSING where that has no data.
 */
export function seasonDates(
  inspectedYear: number,
  calendar: WorkCalendar,
  settings: AnnualInspectionSettings = DEFAULT_SETTINGS,
): SeasonDates {
  const day = (monthDay: string) => parseIsoDate(`${inspectedYear + 1}-${monthDay}`);
  const closing = (monthDay: string) =>
    settings.closingOnDayOff === 'STAYS' ? day(monthDay) : workingDayOnOrAfter(calendar, day(monthDay));
  return {
    inspectedYear,
    opensOn: day(settings.opens),
    toSupervisor: closing(settings.toSupervisor),
    toRegistry: closing(settings.toRegistry),
    foundationToRegistry: closing(settings.foundationToRegistry),
    extensionBefore: day(settings.extensionBefore),
  };
}

/** What an organisation's own dates depend on. */
export interface ReturnFiler {
  readonly foundationOrCharity: boolean;
  readonly hasSupervisoryUnit: boolean;
}

/** Until when one organisation files, with whom, and when a return that never came is NOT_PARTICIPATED. */
export interface ReturnClosing {
  readonly to: 'SUPERVISOR' | 'REGISTRY';
  /** Filed until this day, it is in time. */
  readonly due: IsoDate;
  /** Filed after `due` and until this day, it takes part but is late. */
  readonly closes: IsoDate;
}

/** The days of a closing, whoever the return goes to. */
export type ClosingDays = Pick<ReturnClosing, 'due' | 'closes'>;

/** The closing of one organisation; a granted extension moves both days to its own. */
export function closingOf(filer: ReturnFiler, dates: SeasonDates, extendedTo: IsoDate | null = null): ReturnClosing {
  const to = filer.hasSupervisoryUnit ? 'SUPERVISOR' : 'REGISTRY';
  if (extendedTo !== null) return { to, due: extendedTo, closes: extendedTo };
  if (filer.foundationOrCharity) {
    const due = filer.hasSupervisoryUnit
      ? earlier(dates.toSupervisor, dates.foundationToRegistry)
      : dates.foundationToRegistry;
    return { to, due, closes: dates.foundationToRegistry };
  }
  return { to, due: filer.hasSupervisoryUnit ? dates.toSupervisor : dates.toRegistry, closes: dates.toRegistry };
}

/**
 * The closing after an organ gave a return back: the organisation has the whole time to answer, however late the organ
 * was, because an organ's delay never counts against it (specification M02).
 */
export function closingAfterReturn<Closing extends Pick<ReturnClosing, 'closes'>>(
  closing: Closing,
  returnedOn: IsoDate,
  calendar: WorkCalendar,
  settings: AnnualInspectionSettings = DEFAULT_SETTINGS,
): Closing {
  const answerDue = addWorkingDays(calendar, returnedOn, settings.answerWD);
  return { ...closing, closes: later(closing.closes, answerDue) };
}

/** When a return was filed: in time, late but within the season, or after it closed. */
export type Timeliness = 'IN_TIME' | 'LATE' | 'AFTER_CLOSE';

/** How timely a return is by the day on which it was first filed; what organs do with it later changes nothing. */
export function timelinessOf(firstFiledOn: IsoDate, { due, closes }: ClosingDays): Timeliness {
  if (firstFiledOn <= due) return 'IN_TIME';
  return firstFiledOn <= closes ? 'LATE' : 'AFTER_CLOSE';
}

/** What the filer of a late return is told beside its being kept: DEADLINE_PASSED with the day. null when it is in time. */
export function lateNotice(firstFiledOn: IsoDate, closing: ClosingDays): AnnualInspectionRefusal | null {
  const timeliness = timelinessOf(firstFiledOn, closing);
  if (timeliness === 'IN_TIME') return null;
  return new AnnualInspectionRefusal('DEADLINE_PASSED', { due: closing.due, kept: true, timeliness });
}

/**
 * Whether a return becomes NOT_PARTICIPATED when its season closes: only while it is with the applicant. Where an organ
 * has it, the delay is the organ's.
 */
export const missesSeason = (state: string): boolean => state === 'NOT_STARTED' || state === 'DRAFT';

/**
 * Refuses an extension that is asked for too late or ends before the closing that it extends. Throws
 * AI_EXTENSION_TOO_LATE or DATE_ORDER.
 */
export function assertExtension(
  { askedOn, until }: { readonly askedOn: IsoDate; readonly until: IsoDate },
  { due }: Pick<ReturnClosing, 'due'>,
  { extensionBefore }: Pick<SeasonDates, 'extensionBefore'>,
): void {
  if (askedOn >= extensionBefore) throw new AnnualInspectionRefusal('AI_EXTENSION_TOO_LATE', { extensionBefore });
  if (until <= due) throw new AnnualInspectionRefusal('DATE_ORDER', { due, until }, 'until');
}

/** Days on which a closing is reminded of, earliest first; those before `from` are left out, they can no longer be. */
export function remindersOf(
  due: IsoDate,
  from: IsoDate,
  settings: AnnualInspectionSettings = DEFAULT_SETTINGS,
): readonly { readonly daysBefore: number; readonly on: IsoDate }[] {
  return settings.remindCD
    .toSorted((a, b) => b - a)
    .map((daysBefore) => ({ daysBefore, on: addCalendarDays(due, -daysBefore) }))
    .filter(({ on }) => on >= from);
}

/** The days of a season after a pause: those that still lay ahead when it began move by its length. */
export function datesAfterPause(dates: SeasonDates, pausedOn: IsoDate, resumedOn: IsoDate): SeasonDates {
  const moved = movedBy(pausedOn, resumedOn);
  return {
    ...dates,
    toSupervisor: moved(dates.toSupervisor),
    toRegistry: moved(dates.toRegistry),
    foundationToRegistry: moved(dates.foundationToRegistry),
    extensionBefore: moved(dates.extensionBefore),
  };
}

/** The closing of one organisation after a pause of its season, moved as `datesAfterPause` moves the season's days. */
export function closingAfterPause({ due, closes }: ClosingDays, pausedOn: IsoDate, resumedOn: IsoDate): ClosingDays {
  const moved = movedBy(pausedOn, resumedOn);
  return { due: moved(due), closes: moved(closes) };
}

function movedBy(pausedOn: IsoDate, resumedOn: IsoDate): (day: IsoDate) => IsoDate {
  const days = daysBetween(pausedOn, resumedOn);
  if (days < 0) throw new AnnualInspectionRefusal('DATE_ORDER', { pausedOn, resumedOn }, 'resumedOn');
  return (day) => (day >= pausedOn ? addCalendarDays(day, days) : day);
}

const earlier = (a: IsoDate, b: IsoDate): IsoDate => (a <= b ? a : b);
const later = (a: IsoDate, b: IsoDate): IsoDate => (a >= b ? a : b);
