import { TempPartyOrgRefusal } from './errors.js';

/** What a temporary Party organisation does (specification M01 "After set-up"). */
export const PARTY_ACTIVITIES = ['JOINT_STUDY', 'WORK_CONSULTATION', 'ORGANISATION_LIFE', 'THEME_DAY'] as const;
export type PartyActivityKind = (typeof PARTY_ACTIVITIES)[number];

/** What it normally may not do: that stays with the members' home Party organisations. */
export const RESERVED_ACTIONS = [
  'ADMIT_MEMBER',
  'DISCIPLINE_MEMBER',
  'COLLECT_DUES',
  'ELECT_DELEGATES',
  'HOLD_ELECTION',
] as const;

/** Refuses the reserved actions: TPO_ACTION_NOT_ALLOWED. */
export function assertActionAllowed(kind: string): asserts kind is PartyActivityKind {
  if (!PARTY_ACTIVITIES.some((allowed) => allowed === kind))
    throw new TempPartyOrgRefusal('TPO_ACTION_NOT_ALLOWED', { kind });
}
