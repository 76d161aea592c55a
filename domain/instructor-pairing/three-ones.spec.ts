import { describe, expect, it } from '@jest/globals';
import { THREE_ONES, threeOnes } from './three-ones.js';

describe('三个一', () => {
  it('names what an organisation without a Party organisation still misses', () => {
    expect(threeOnes(false, ['INSTRUCTOR', 'THEME_DAY'])).toEqual({
      applies: true,
      complete: false,
      missing: ['MATERIALS'],
    });
    expect(threeOnes(false, []).missing).toEqual(THREE_ONES);
  });

  it('is complete with all three parts', () => {
    expect(threeOnes(false, THREE_ONES)).toEqual({ applies: true, complete: true, missing: [] });
  });

  it('does not apply to an organisation that has a Party organisation', () => {
    expect(threeOnes(true, THREE_ONES)).toEqual({ applies: false, complete: false, missing: [] });
  });
});
