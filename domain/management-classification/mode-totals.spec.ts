import { describe, expect, it } from '@jest/globals';
import { assertModesBalanced, balanceOfModes } from './mode-totals.js';

const pinghu = { TERRITORY: 316, INDUSTRY: 218, CATCH_ALL: 24, UNCLASSIFIED: 0 };

describe('totals of the three modes', () => {
  it('balance when every organisation has one', () => {
    expect(assertModesBalanced(pinghu)).toEqual({ balanced: true, total: 558, classified: 558 });
  });

  it('do not balance with unclassified organisations or against another total', () => {
    expect(balanceOfModes({ ...pinghu, UNCLASSIFIED: 3 })).toEqual({ balanced: false, total: 561, classified: 558 });
    expect(() => assertModesBalanced({ ...pinghu, CATCH_ALL: 18, total: 558 })).toThrow('CLS_NOT_BALANCED');
  });
});
