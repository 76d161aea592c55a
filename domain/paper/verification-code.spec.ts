import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseVerificationCode, verificationCodeFrom, verificationPath } from './verification-code.js';

const randomBytes = fc.uint8Array({ minLength: 10, maxLength: 10 });
const code = randomBytes.map(verificationCodeFrom);
const replacement = fc.constantFrom(...Array.from('0123456789ABCDEFGHJKMNPQRSTVWXYZ'));

describe('the verification code of a paper', () => {
  it('is four groups of four characters without I, L, O and U', () => {
    fc.assert(
      fc.property(code, (text) => {
        expect(text).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
      }),
    );
  });

  it('reads back as it was printed, and as it is typed', () => {
    fc.assert(
      fc.property(code, (text) => {
        expect(parseVerificationCode(text)).toBe(text);
        expect(parseVerificationCode(` ${text.toLowerCase().replaceAll('-', ' ')} `)).toBe(text);
        expect(parseVerificationCode(text.replaceAll('0', 'O').replaceAll('1', 'l').replaceAll('-', '–'))).toBe(text);
      }),
    );
  });

  it('shows any one wrong character', () => {
    fc.assert(
      fc.property(code, fc.nat(15), replacement, (text, at, char) => {
        const chars = Array.from(text.replaceAll('-', ''));
        fc.pre(chars[at] !== char);
        chars[at] = char;

        expect(() => parseVerificationCode(chars.join(''))).toThrow('FIELD_INVALID');
      }),
    );
  });

  it('shows any two characters that changed places', () => {
    fc.assert(
      fc.property(code, fc.nat(15), fc.nat(15), (text, one, other) => {
        const chars = Array.from(text.replaceAll('-', ''));
        fc.pre(chars[one] !== chars[other]);
        const swapped = chars.map((char, at) => (at === one ? chars[other] : at === other ? chars[one] : char));

        expect(() => parseVerificationCode(swapped.join(''))).toThrow('FIELD_INVALID');
      }),
    );
  });

  it('uses all of the first 75 bits', () => {
    const codes = Array.from({ length: 75 }, (_, bit) => {
      const bytes = new Uint8Array(10);
      bytes[bit >> 3] = 128 >> (bit & 7);
      return verificationCodeFrom(bytes);
    });

    expect(new Set(codes).size).toBe(75);
  });

  it('is not made from fewer than ten bytes', () => {
    expect(() => verificationCodeFrom(new Uint8Array(9))).toThrow(RangeError);
  });

  it.each(['', 'ABCD', '0000-0000-0000-0000-0', 'UUUU-UUUU-UUUU-UUUU', '党党党党-0000-0000-0000'])(
    'refuses %s',
    (text) => {
      expect(() => parseVerificationCode(text)).toThrow('FIELD_INVALID');
    },
  );

  it('has a page of its own', () => {
    expect(verificationPath(verificationCodeFrom(new Uint8Array(10)))).toBe('/api/v1/papers/0000-0000-0000-0000');
  });
});
