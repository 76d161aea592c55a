import { describe, expect, it } from '@jest/globals';
import { assertPoolCriteria, assessPool } from './reserve-pool.rule.js';

describe('the reserve pool', () => {
  it('takes an organisation that reaches 4 in business, member growth and activity', () => {
    expect(assessPool({ BUSINESS: 4, MEMBER_GROWTH: 5, ACTIVITY: 4 })).toEqual({ reservePool: true, missing: [] });
  });

  it('refuses one that misses any of the three, and names them', () => {
    expect(assessPool({ BUSINESS: 3, MEMBER_GROWTH: 5, ACTIVITY: 3 })).toEqual({
      reservePool: false,
      missing: ['BUSINESS', 'ACTIVITY'],
    });
    expect(() => {
      assertPoolCriteria({ BUSINESS: 5, MEMBER_GROWTH: 3, ACTIVITY: 5 });
    }).toThrow('POOL_CRITERIA_NOT_MET');
  });
});
