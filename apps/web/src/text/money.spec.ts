import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { fenOf, plainYuan, typedYuanOf } from './money.js';

describe('an amount in a field', () => {
  it('is read back as it is shown, whatever it is', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (fen) => {
        expect(fenOf(typedYuanOf(fen))).toBe(fen);
        expect(typedYuanOf(fen)).toMatch(/^-?\d{1,3}(,\d{3})*\.\d\d$/);
      }),
    );
  });

  it.each([
    ['1200000', 120_000_000],
    ['1,200,000.00', 120_000_000],
    ['1 200 000.5', 120_000_050],
    ['１，２００．５０', 120_050],
    [' ¥1,200.00\n', 120_000],
    ['CN¥12,345.60', 1_234_560],
    ['￥１２００', 120_000],
    ['12,345.60 元', 1_234_560],
    ['3。5', 350],
    ['.5', 50],
    ['-0.05', -5],
    ['1.005', 101],
    ['0.999', 100],
  ])('reads %j', (typed, fen) => {
    expect(fenOf(typed)).toBe(fen);
  });

  it.each(['', '-', '.', '12万', '1.2.3', '一百', '1-2'])('takes %j for no amount', (typed) => {
    expect(fenOf(typed)).toBeNull();
    expect(plainYuan(typed)).toBe(typed);
  });
});
