import { FieldInvalid } from '#domain/errors.js';

/** Digits and letters without I, L, O and U, which are taken for 1, 1, 0 and V when a paper is read aloud. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const SECRET_CHARS = 15;
/** Bytes of randomness that a code needs: 15 characters of 5 bits, rounded up. */
export const VERIFICATION_CODE_BYTES = 10;

/** The code on a paper by which anyone holding it can check it: `XXXX-XXXX-XXXX-XXXX`, 75 random bits and a check character. */
export type VerificationCode = string & { readonly brand: 'VerificationCode' };

/** Multiplies by the generator of GF(32) with x⁵ + x² + 1. */
const shift = (value: number): number => ((value << 1) ^ (value & 16 ? 0b100101 : 0)) & 31;

/**
 * The sum Σ cᵢ·αⁱ over GF(32). Its weights differ in all 16 places (α has order 31), so one wrong character
 * and any two characters that changed places are always noticed.
 */
const checkOf = (values: readonly number[]): number => values.reduce((sum, value) => shift(sum ^ value), 0);

const grouped = (chars: string): string => chars.replace(/(.{4})(?=.)/gu, '$1-');

function branded(chars: string): VerificationCode {
  return grouped(chars) as VerificationCode;
}

/**
 * Makes a code out of randomness.
 * @param random at least {@link VERIFICATION_CODE_BYTES} bytes from a cryptographic source; more are ignored
 * @throws RangeError when there are fewer, since a code that can be guessed is worse than none
 */
export function verificationCodeFrom(random: Uint8Array): VerificationCode {
  if (random.length < VERIFICATION_CODE_BYTES) throw new RangeError('a verification code needs 10 random bytes');
  const bits = [...random].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const values = Array.from({ length: SECRET_CHARS }, (_, at) => Number.parseInt(bits.slice(at * 5, at * 5 + 5), 2));
  return branded([...values, checkOf(values)].map((value) => ALPHABET.charAt(value)).join(''));
}

/**
 * Reads a code as people type it: any case, full-width characters, with or without hyphens and spaces, O for 0, I and L for 1.
 * @throws FieldInvalid when it is not 16 characters of the alphabet or the check character does not fit
 */
export function parseVerificationCode(text: string): VerificationCode {
  const chars = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Dash_Punctuation}]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/gu, '1');
  const values = Array.from(chars, (char) => ALPHABET.indexOf(char));
  const isWhole = values.length === SECRET_CHARS + 1 && !values.includes(-1);
  if (!isWhole || checkOf(values.slice(0, -1)) !== values.at(-1)) {
    throw new FieldInvalid(
      'code',
      '核验码有误,请对照文书页脚逐位核对(共16位,每4位一组)。',
      'The verification code has a typing error. Compare it with the foot of the paper: 16 characters in groups of 4.',
    );
  }
  return branded(chars);
}

/** Path of the page that answers whether the paper with this code is genuine (interface /api/v1). */
export const verificationPath = (code: VerificationCode): string => `/api/v1/papers/${code}`;
