import { addYears } from '#domain/calendar/terms.js';
import type { IsoDate } from '#domain/calendar/iso-date.js';
import type { Post } from '#domain/terms/organisation-terms.js';
import { isHeldOn } from './tenure.js';
import type { Tenure } from './tenure.js';

/** A bond between a person and an organisation: any post, employment or membership. */
export interface Bond extends Tenure {
  readonly organisationId: string;
  readonly post: Post;
}

/** Why a person may not act on a case of the organisation. `until` is the first day on which this bond bars no more, null while it lasts. */
export interface ConflictOfInterest {
  readonly kind: 'HOLDS_POST' | 'LEFT_RECENTLY';
  readonly post: Post;
  readonly until: IsoDate | null;
}

/**
 * Whether somebody must stay away from a case of the organisation (specification C5, `recusal.years`): as its leader, employee or member,
 * or having left less than `recusalYears` ago. `to` is the last day in post; exactly that many years later the person is free.
 * Returns the bond that bars longest, or null. Posts elsewhere, and posts that have not begun, do not matter.
 */
export function conflictOfInterest(input: {
  readonly posts: readonly Bond[];
  readonly organisationId: string;
  readonly today: IsoDate;
  readonly recusalYears: number;
}): ConflictOfInterest | null {
  const bonds = input.posts.filter((post) => post.organisationId === input.organisationId && post.from <= input.today);
  const held = bonds.find((bond) => isHeldOn(bond, input.today));
  if (held !== undefined) return { kind: 'HOLDS_POST', post: held.post, until: null };
  return bonds.reduce<ConflictOfInterest | null>((longest, bond) => {
    const until = bond.to === null ? null : addYears(bond.to, input.recusalYears);
    if (until === null || until <= input.today) return longest;
    const outlasted = longest?.until != null && longest.until >= until;
    return outlasted ? longest : { kind: 'LEFT_RECENTLY', post: bond.post, until };
  }, null);
}
