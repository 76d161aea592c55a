import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { completeUscc, isUscc, parseUscc, usccHolder } from './uscc.js';

describe('unified social credit codes', () => {
  it.each([
    '51330482MJ0000001C',
    '52350211MJ00000170',
    '53152500MJ0000023E',
    '91350100M000100Y43',
    '91110000600037341L',
  ])('accepts %s', (code) => expect(parseUscc(code)).toBe(code));

  it.each([
    ['a wrong check character', '51330482MJ0000001D', 'CHECK'],
    ['two figures exchanged', '51330428MJ0000001C', 'CHECK'],
    ['17 characters', '51330482MJ0000001', 'FORM'],
    ['the letter I', '51330482MI0000001C', 'FORM'],
    ['a prefix that no holder has', '99330482MJ0000001C', 'FORM'],
    ['a letter in the division', '5133O482MJ0000001C', 'FORM'],
    ['a province that does not exist', '51990482MJ0000001C', 'FORM'],
    ['nothing', '', 'FORM'],
  ])('refuses %s', (_what, code, reason) => {
    expect(isUscc(code)).toBe(false);
    expect(() => parseUscc(code, 'uscc')).toThrow(
      expect.objectContaining({
        refusal: expect.objectContaining({ field: 'uscc', details: { value: code, reason } }),
      }),
    );
  });

  it('reads full-width, lower-case and spaced input', () => {
    expect(parseUscc(' 51330482ｍｊ０００0001c ')).toBe('51330482MJ0000001C');
    expect(parseUscc('51330482 MJ0000001C')).toBe('51330482MJ0000001C');
  });

  it('lets a registry officer waive the check of an old code, but not its form', () => {
    expect(parseUscc('51330482MJ0000001D', 'uscc', { waiveCheck: true })).toBe('51330482MJ0000001D');
    expect(() => parseUscc('99330482MJ0000001D', 'uscc', { waiveCheck: true })).toThrow('FIELD_INVALID');
  });

  it('says who holds a code', () => {
    expect(usccHolder(parseUscc('53152500MJ0000023E'))).toBe('FOUNDATION');
    expect(usccHolder(completeUscc('91330402MA0000001'))).toBe('ENTERPRISE');
  });

  it('notices any single wrong character', () => {
    const alphabet = Array.from('0123456789ABCDEFGHJKLMNPQRTUWXY');
    const body = fc.array(fc.constantFrom(...alphabet), { minLength: 9, maxLength: 9 });
    fc.assert(
      fc.property(body, fc.integer({ min: 8, max: 17 }), fc.constantFrom(...alphabet), (tail, at, other) => {
        const code = completeUscc(`51511000${tail.join('')}`);
        const changed = code.slice(0, at) + other + code.slice(at + 1);
        expect(isUscc(changed)).toBe(changed === code);
      }),
    );
  });
});
