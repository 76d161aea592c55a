import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { matchingKey } from './matching-key.js';

describe('matching keys', () => {
  it.each([
    ['蘇州市社會組織促進會', '苏州市社会组织促进会'],
    ['平湖ＡＢＣ协会', '平湖abc协会'],
    ['平湖 慈善 总会', '平湖慈善总会'],
    ['平湖\u200B慈善总会', '平湖慈善总会'],
    ['黨支部（臨時）', '党支部(临时)'],
  ])('hold %s and %s for the same name', (a, b) => expect(matchingKey(a)).toBe(matchingKey(b)));

  it('tell different names apart', () => {
    expect(matchingKey('平湖慈善总会')).not.toBe(matchingKey('平湖慈善协会'));
  });

  it('do not change when taken twice', () => {
    const name = fc.string({ unit: fc.constantFrom(...Array.from('黨党組组織织協协会會Ａaａ 1１(（裡后後干乾')) });
    fc.assert(fc.property(name, (text) => expect(matchingKey(matchingKey(text))).toBe(matchingKey(text))));
  });
});
