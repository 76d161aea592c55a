import { describe, expect, it } from '@jest/globals';
import { assertBalanced, balanceOf } from './class-totals.js';

const jiefang = { byClass: { DISPLAY: 2, KEY: 7, REGULAR: 7 }, funded: 14, notFunded: 2 };

describe('totals of a round', () => {
  it('balance when class and result add up to the same', () => {
    expect(assertBalanced(jiefang)).toEqual({ balanced: true, total: 16, totalByClass: 16, totalByResult: 16 });
    expect(balanceOf({ ...jiefang, total: 16, adopted: 2 }).balanced).toBe(true);
  });

  it('do not balance when a project is in no class, has no result or is missing from the stated total', () => {
    expect(balanceOf({ ...jiefang, byClass: { KEY: 7, REGULAR: 7 } }).balanced).toBe(false);
    expect(balanceOf({ ...jiefang, notFunded: 1 }).balanced).toBe(false);
    expect(balanceOf({ ...jiefang, total: 17 }).balanced).toBe(false);
  });

  it('do not balance when more projects are adopted than funded', () => {
    expect(() => assertBalanced({ ...jiefang, adopted: 15 })).toThrow('VEN_CLASS_TOTAL_MISMATCH');
  });

  it('balance when a round has no project', () => {
    expect(assertBalanced({ byClass: {}, funded: 0, notFunded: 0 }).total).toBe(0);
  });
});
