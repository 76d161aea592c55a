import { describe, expect, it } from '@jest/globals';
import { percent, ratio } from './ratio.js';

describe('ratios', () => {
  it('are rounded half-up at the decimals that are asked for', () => {
    expect(percent(175, 232, 1)).toBe('75.4');
    expect(percent(28, 284, 2)).toBe('9.86');
    expect(ratio(427, 250, 2)).toBe('1.71');
    expect(ratio(1, 8, 2)).toBe('0.13');
  });

  it('have no value without a base', () => {
    expect(ratio(1, 0, 2)).toBeNull();
    expect(percent(0, 0, 2)).toBeNull();
  });
});
