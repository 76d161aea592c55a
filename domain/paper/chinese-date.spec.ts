import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { hanDate, numericDate } from './chinese-date.js';

describe('a date in Chinese', () => {
  it.each([
    ['2026-03-10', '二〇二六年三月十日', '2026年3月10日'],
    ['2030-05-31', '二〇三〇年五月三十一日', '2030年5月31日'],
    ['2000-10-01', '二〇〇〇年十月一日', '2000年10月1日'],
    ['1999-12-20', '一九九九年十二月二十日', '1999年12月20日'],
    ['2024-02-29', '二〇二四年二月二十九日', '2024年2月29日'],
    ['2026-11-11', '二〇二六年十一月十一日', '2026年11月11日'],
  ])('%s reads %s and %s', (iso, han, numeric) => {
    expect(hanDate(iso)).toBe(han);
    expect(numericDate(iso)).toBe(numeric);
  });

  it.each(['2026-02-29', '2026-3-10', '10/03/2026', '', '2026-13-01'])('refuses %s, which is no day', (text) => {
    expect(() => hanDate(text)).toThrow('FIELD_INVALID');
    expect(() => numericDate(text)).toThrow('FIELD_INVALID');
  });

  it('gives different days different names', () => {
    const day = fc.date({ min: new Date('1949-10-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    const iso = day.map((date) => date.toISOString().slice(0, 10));

    fc.assert(fc.property(iso, iso, (one, other) => (hanDate(one) === hanDate(other)) === (one === other)));
  });
});
