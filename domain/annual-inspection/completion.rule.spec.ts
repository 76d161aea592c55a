import { describe, expect, it } from '@jest/globals';
import { completionRate, share } from './completion.rule.js';

const required = { required: true, filedInTime: false, concludedInTime: false };

describe('the completion rate', () => {
  it('counts what was filed or concluded in time among those required', () => {
    const returns = [
      { ...required, filedInTime: true },
      { ...required, concludedInTime: true },
      required,
      { ...required, required: false, filedInTime: true },
    ];
    expect(completionRate(returns)).toEqual({ numerator: 2, denominator: 3, pct: '66.67' });
  });

  it('has two decimals half-up and keeps numerator and denominator', () => {
    expect(share(158, 172)).toEqual({ numerator: 158, denominator: 172, pct: '91.86' });
    expect(share(1, 8)).toMatchObject({ pct: '12.50' });
    expect(share(1, 800)).toMatchObject({ pct: '0.13' });
  });

  it('is null without anybody required', () => {
    expect(completionRate([])).toEqual({ numerator: 0, denominator: 0, pct: null });
  });
});
