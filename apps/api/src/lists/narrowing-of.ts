import { addCalendarDays, parseIsoDate } from '#domain/calendar/iso-date.js';
import { shanghaiDate, startOfDayShanghai } from '#domain/calendar/shanghai-day.js';
import { NotFound } from '#domain/errors.js';
import type { Narrowing } from '#prisma/stores/list/narrowing.js';
import type { RequestActor } from '../identity/actor.js';
import type { ListFilter } from './list.schemas.js';

/** Days after today that still count as soon: the amber light. */
const SOON_DAYS = 2;

/** What a list is narrowed to, or null when it is not; `now` in epoch ms. */
export function narrowingOf(filter: ListFilter, now: number): Narrowing | null {
  const { q, matter, state, organisationId, from, to, kind, due } = filter;
  const asked = [q, matter, state, organisationId, from, to, kind, due];
  if (asked.every((each) => each === undefined)) return null;
  const spans = { late: [null, now], soon: [now, soonEnds(now)], later: [soonEnds(now), null] } as const;
  const [dueFrom, dueUntil] = due === undefined ? ([null, null] as const) : spans[due];
  return {
    text: q ?? null,
    matter: matter ?? null,
    states: state ?? null,
    organisationId: organisationId ?? null,
    from: from === undefined ? null : dayAfter(from, 0),
    until: to === undefined ? null : dayAfter(to, 1),
    kind: kind ?? null,
    dueFrom,
    dueUntil,
  };
}

/** When what is due soon ends, epoch ms. */
export const soonEnds = (now: number): number => dayAfter(shanghaiDate(now), SOON_DAYS + 1);

const dayAfter = (day: string, days: number): number => startOfDayShanghai(addCalendarDays(parseIsoDate(day), days));

/** Somebody in one of their roles alone. Throws NOT_FOUND for a role that they do not hold now. */
export function heldAs(actor: RequestActor, grantId: string | undefined): RequestActor {
  if (grantId === undefined) return actor;
  const grants = actor.grants.filter(({ id }) => id === grantId);
  if (grants.length === 0) throw new NotFound('Grant');
  return { ...actor, grants };
}
