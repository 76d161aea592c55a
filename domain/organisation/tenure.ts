import type { IsoDate } from '#domain/calendar/iso-date.js';

/** How long a post is held: both days included; `to` null while no end is known. */
export interface Tenure {
  readonly from: IsoDate;
  readonly to: IsoDate | null;
}

/** Whether the post is held on that day. A post that begins later is not held yet. */
export function isHeldOn({ from, to }: Tenure, day: IsoDate): boolean {
  return from <= day && (to === null || day <= to);
}

/** Whether there is a day on which both are held. */
export function overlaps(one: Tenure, other: Tenure): boolean {
  return (one.to === null || other.from <= one.to) && (other.to === null || one.from <= other.to);
}
