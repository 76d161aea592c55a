import { describe, expect, it } from '@jest/globals';
import { consequenceOf } from './consequence.js';

describe('what an annual inspection leads to', () => {
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
