import { describe, expect, it } from '@jest/globals';
import { fraction } from './fraction.js';
import { isIndicative, parseQualifier } from './qualifier.js';
import { parseQuantity, sumOf } from './quantity.js';

const figure = (n: number, unit: string, qualifier = 'exact') => parseQuantity({ n, unit, qualifier });

describe('figures', () => {
  it('read 1.85万家 as 18 500 organisations, exactly', () => {
    expect(figure(1.85, '万家')).toEqual({ n: fraction(18_500), unit: 'ORG', qualifier: 'EXACT' });
  });

  it('are added when their measure words mean the same unit', () => {
    expect(sumOf([figure(3, '位'), figure(5, '名')])).toEqual({ n: fraction(8), unit: 'PERSON', qualifier: 'EXACT' });
  });

  it('are not added across units: 人 is not 人次', () => {
    expect(() => sumOf([figure(3, '人'), figure(5, '人次')])).toThrow('UNIT_MISMATCH');
    expect(() => sumOf([])).toThrow('FIELD_INVALID');
  });

  it('stay above or below when one of them is, and say nothing when they lean both ways', () => {
    expect(sumOf([figure(3, '场', '近'), figure(5, '场')]).qualifier).toBe('ABOUT_BELOW');
    expect(sumOf([figure(3, '场', 'less_than'), figure(5, '场', 'about_below')]).qualifier).toBe('LESS_THAN');
    expect(sumOf([figure(3, '场', 'about_below'), figure(5, '场', 'over')]).qualifier).toBeNull();
    expect(isIndicative(['EXACT', 'OVER'])).toBe(true);
    expect(isIndicative(['EXACT'])).toBe(false);
  });

  it.each([
    [1.5, '人', 'exact'],
    [-1, '家', 'exact'],
    [1, '匹', 'exact'],
    [1, '家', 'roughly'],
  ])('refuse %p %s %s', (n, unit, qualifier) => {
    expect(() => figure(n, unit, qualifier)).toThrow('FIELD_INVALID');
  });

  it('may be broken where they are measured', () => {
    expect(figure(75.4, '%').unit).toBe('PERCENT');
    expect(parseQualifier('余')).toBe('OVER');
  });
});
