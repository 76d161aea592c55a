import { describe, expect, it } from '@jest/globals';
import { CONCLUSION_LABELS, consequenceOf, INSPECTION_CONCLUSIONS, isRevocationCandidate } from './consequence.js';

describe('what an annual inspection leads to', () => {
  it('is told of conclusions that all have a name', () => {
    expect(Object.keys(CONCLUSION_LABELS)).toEqual([...INSPECTION_CONCLUSIONS]);
  });

  it.each(['FAIL', 'NOT_PARTICIPATED'] as const)('%s leads to a talk with the person in charge', (conclusion) => {
    expect(consequenceOf(conclusion)).toEqual({
      nextTask: 'RECTIFICATION_TALK',
      rectificationRequired: true,
      revocationCandidate: false,
      purchasePriority: false,
    });
  });

  it.each(['PASS', 'EXEMPT'] as const)('%s leads to nothing', (conclusion) => {
    expect(consequenceOf(conclusion, 'FAIL')).toEqual({
      nextTask: null,
      rectificationRequired: false,
      revocationCandidate: false,
      purchasePriority: true,
    });
  });

  it('a basic pass is rectified without a talk and costs the purchase priority', () => {
    expect(consequenceOf('BASIC_PASS')).toMatchObject({
      nextTask: null,
      rectificationRequired: true,
      purchasePriority: false,
    });
  });

  it('missing it a year after failing it makes a candidate for revocation', () => {
    expect(consequenceOf('NOT_PARTICIPATED', 'FAIL').revocationCandidate).toBe(true);
    expect(consequenceOf('NOT_PARTICIPATED', 'BASIC_PASS').revocationCandidate).toBe(false);
  });
});

describe('the list of candidates for revocation', () => {
  it('takes who missed or failed two years in a row', () => {
    expect(isRevocationCandidate(['NOT_PARTICIPATED', 'NOT_PARTICIPATED'])).toBe(true);
    expect(isRevocationCandidate(['FAIL', 'NOT_PARTICIPATED', 'PASS'])).toBe(true);
    expect(isRevocationCandidate(['FAIL', 'PASS', 'FAIL'])).toBe(false);
    expect(isRevocationCandidate(['PASS', 'FAIL', 'FAIL'])).toBe(false);
  });

  it('does not take who has no second year, or none that was concluded', () => {
    expect(isRevocationCandidate(['FAIL'])).toBe(false);
    expect(isRevocationCandidate(['FAIL', null, 'FAIL'])).toBe(false);
    expect(isRevocationCandidate([])).toBe(false);
  });

  it('follows the configured number of years', () => {
    expect(isRevocationCandidate(['FAIL', 'FAIL', 'PASS'], { failYears: 3 })).toBe(false);
    expect(isRevocationCandidate(['FAIL', 'FAIL', 'NOT_PARTICIPATED'], { failYears: 3 })).toBe(true);
  });
});
