import fc from 'fast-check';

import { CaseStateConflict } from '../errors.js';
import { isFinal, next } from '../process/transitions.js';
import {
  TEMP_PARTY_ORG_STATE_LABELS,
  TEMP_PARTY_ORG_TRANSITIONS as TABLE,
  type TempPartyOrgEvent,
  type TempPartyOrgState,
} from './states.js';

/** The state table of specification M01, and the returns (退回) that every approval has, line by line. */
const SPECIFICATION: readonly (readonly [TempPartyOrgState, TempPartyOrgEvent, TempPartyOrgState])[] = [
  ['SUBMITTED', 'accept', 'ACCEPTED'],
  ['SUBMITTED', 'supplement', 'SUPPLEMENT'],
  ['SUBMITTED', 'withdraw', 'WITHDRAWN'],
  ['SUPPLEMENT', 'resubmit', 'SUBMITTED'],
  ['SUPPLEMENT', 'lapse', 'WITHDRAWN'],
  ['SUPPLEMENT', 'withdraw', 'WITHDRAWN'],
  ['ACCEPTED', 'verify', 'UNDER_REVIEW'],
  ['ACCEPTED', 'returnToIntake', 'SUBMITTED'],
  ['ACCEPTED', 'withdraw', 'WITHDRAWN'],
  ['UNDER_REVIEW', 'approve', 'APPROVED'],
  ['UNDER_REVIEW', 'refuse', 'REFUSED'],
  ['UNDER_REVIEW', 'returnToIntake', 'SUBMITTED'],
  ['UNDER_REVIEW', 'returnToVerification', 'ACCEPTED'],
  ['UNDER_REVIEW', 'withdraw', 'WITHDRAWN'],
  ['APPROVED', 'file', 'FILING'],
  ['FILING', 'record', 'ACTIVE'],
  ['FILING', 'returnFiling', 'APPROVED'],
  ['ACTIVE', 'expire', 'EXPIRING'],
  ['ACTIVE', 'convert', 'CONVERTED'],
  ['ACTIVE', 'revoke', 'REVOKED'],
  ['EXPIRING', 'causeGone', 'ACTIVE'],
  ['EXPIRING', 'renew', 'RENEWED'],
  ['EXPIRING', 'convert', 'CONVERTED'],
  ['EXPIRING', 'revoke', 'REVOKED'],
  ['EXPIRING', 'graceOver', 'EXPIRED'],
];
const STATES: readonly TempPartyOrgState[] = [...new Set(SPECIFICATION.flatMap(([from, , to]) => [from, to]))];
const EVENTS: readonly TempPartyOrgEvent[] = [...new Set(SPECIFICATION.map(([, event]) => event))];
const FINAL = ['REFUSED', 'WITHDRAWN', 'RENEWED', 'CONVERTED', 'REVOKED', 'EXPIRED'];

function leadsTo(state: TempPartyOrgState, event: TempPartyOrgEvent): string {
  try {
    return next<TempPartyOrgState, TempPartyOrgEvent>(TABLE, state, event);
  } catch (error) {
    if (!(error instanceof CaseStateConflict)) throw error;
    const { details } = error.refusal;
    return details?.state === state && details.event === event ? 'REFUSED_WITH_STATE_AND_EVENT' : 'REFUSED';
  }
}

describe('the states of a temporary Party organisation', () => {
  it('are those of the specification, each with its name', () => {
    expect(Object.keys(TABLE).sort()).toEqual([...STATES].sort());
    expect(Object.keys(TEMP_PARTY_ORG_STATE_LABELS).sort()).toEqual([...STATES].sort());
  });

  it('know every event in every state as the specification does, and refuse all others with state and event', () => {
    fc.assert(
      fc.property(fc.constantFrom(...STATES), fc.constantFrom(...EVENTS), (state, event) => {
        const line = SPECIFICATION.find(([from, of]) => from === state && of === event);
        expect(leadsTo(state, event)).toBe(line?.[2] ?? 'REFUSED_WITH_STATE_AND_EVENT');
      }),
      { numRuns: 2000 },
    );
  });

  it('end in six ways', () => {
    expect(STATES.filter((state) => isFinal(TABLE, state)).sort()).toEqual([...FINAL].sort());
  });

  it('lead to an end from wherever a case stands', () => {
    const reaches = (state: TempPartyOrgState, seen: readonly string[]): boolean =>
      isFinal(TABLE, state) ||
      Object.values<TempPartyOrgState>(TABLE[state]).some((to) => !seen.includes(to) && reaches(to, [...seen, to]));
    expect(STATES.filter((state) => !reaches(state, [state]))).toEqual([]);
  });
});
