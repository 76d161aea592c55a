import { describe, expect, it } from '@jest/globals';
import { datedDays } from './dated-days.js';

describe('dated days', () => {
  it('reads single days and spans, also over the end of a month', () => {
    expect(datedDays(2020, '01-01 01-31..02-02')).toEqual(['2020-01-01', '2020-01-31', '2020-02-01', '2020-02-02']);
    expect(datedDays(2020, '')).toEqual([]);
  });

  it('refuses a day that the year does not have', () => {
    expect(() => datedDays(2023, '02-29')).toThrow('FIELD_INVALID');
  });
});
