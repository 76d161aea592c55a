import { describe, expect, it } from '@jest/globals';
import { GRADES } from './grade.js';
import { partyVetoCap } from './party-veto-cap.rule.js';

describe('一票守底', () => {
  it.each(['A5', 'A4'] as const)(
    'caps %s at 3A when Party building fails, and takes the purchase priority',
    (grade) => {
      expect(partyVetoCap(grade, 'FAIL')).toEqual({ grade: 'A3', capped: true, purchasePriority: false });
    },
  );

  it.each(['A3', 'A2', 'A1', 'NONE'] as const)('never raises %s', (grade) => {
    expect(partyVetoCap(grade, 'FAIL')).toEqual({ grade, capped: false, purchasePriority: false });
  });

  it.each(GRADES)('lets %s stand when Party building passes', (grade) => {
    expect(partyVetoCap(grade, 'PASS')).toEqual({ grade, capped: false, purchasePriority: true });
  });

  it('waits for the verdict', () => {
    expect(() => partyVetoCap('A5', null)).toThrow('GRD_PARTY_VERDICT_MISSING');
  });
});
