import { describe, expect, it } from '@jest/globals';
import { hanYuan, yuanText } from './chinese-money.js';

describe('an amount on paper', () => {
  it.each([
    [0, '零元整', '0.00'],
    [5, '伍分', '0.05'],
    [30, '叁角', '0.30'],
    [100, '壹元整', '1.00'],
    [105, '壹元零伍分', '1.05'],
    [1_500_050, '壹万伍仟元伍角', '15,000.50'],
    [1_000_000, '壹万元整', '10,000.00'],
    [1_000_500, '壹万零伍元整', '10,005.00'],
    [10_010_000, '壹拾万零壹佰元整', '100,100.00'],
    [2_050_300, '贰万零伍佰零叁元整', '20,503.00'],
    [10_000_000_100, '壹亿零壹元整', '100,000,001.00'],
    [1_234_567_891, '壹仟贰佰叁拾肆万伍仟陆佰柒拾捌元玖角壹分', '12,345,678.91'],
  ])('%d fen are %s', (fen, han, figures) => {
    expect(hanYuan(fen)).toBe(han);
    expect(yuanText(fen)).toBe(figures);
  });

  it.each([-1, 0.5, Number.NaN])('%d is refused: money is whole fen', (fen) => {
    expect(() => hanYuan(fen)).toThrow(expect.objectContaining({ code: 'FIELD_INVALID' }));
    expect(() => yuanText(fen)).toThrow(expect.objectContaining({ code: 'FIELD_INVALID' }));
  });
});
