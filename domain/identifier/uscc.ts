import { FieldInvalid } from '#domain/errors.js';
import { normalForm } from '#domain/text/normal-form.js';
import { isProvinceDigits } from './division-code.js';

/** A unified social credit code (统一社会信用代码), 18 characters, upper case (specification C11, GB 32100). */
export type Uscc = string & { readonly brand: 'Uscc' };

/** What the first two characters say that the holder is. */
export type UsccHolder = 'SOCIAL_GROUP' | 'PRIVATE_NON_ENTERPRISE' | 'FOUNDATION' | 'ENTERPRISE';

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const HOLDERS = new Map<string, UsccHolder>([
  ['51', 'SOCIAL_GROUP'],
  ['52', 'PRIVATE_NON_ENTERPRISE'],
  ['53', 'FOUNDATION'],
  ['91', 'ENTERPRISE'],
]);
// Bodies registered with the ministry carry 100000, which is no division of GB/T 2260.
const NATIONAL = '100000';

/** Whether the text is a code with a valid check character, after input hygiene and in either letter case. */
export function isUscc(text: string): boolean {
  const code = canonical(text);
  return isWellFormed(code) && checkCharacter(code) === code.charAt(17);
}

/**
 * Reads a code. Throws FIELD_INVALID naming `field`, with `details.reason` FORM or CHECK. `waiveCheck` accepts a
 * wrong check character: some genuine old codes have one, and a registry officer may waive it (specification C11).
 */
export function parseUscc(text: string, field = 'uscc', { waiveCheck = false } = {}): Uscc {
  const code = canonical(text);
  if (!isWellFormed(code)) throw invalid(field, text, 'FORM');
  if (!waiveCheck && checkCharacter(code) !== code.charAt(17)) throw invalid(field, text, 'CHECK');
  return code;
}

/**
 * Completes the first 17 characters with their check character: for invented identifiers of demonstration data.
 * Throws FIELD_INVALID when they are not the beginning of a code.
 */
export function completeUscc(first17: string): Uscc {
  return parseUscc(first17 + checkCharacter(first17), 'first17');
}

/** What the code says that its holder is. */
export function usccHolder(code: Uscc): UsccHolder {
  const holder = HOLDERS.get(code.slice(0, 2));
  if (holder === undefined) throw invalid('uscc', code, 'FORM');
  return holder;
}

function canonical(text: string): string {
  return normalForm(text).replaceAll(/\s/g, '').toUpperCase();
}

function isWellFormed(code: string): code is Uscc {
  const division = code.slice(2, 8);
  return (
    /^[0-9A-HJ-NPQRTUWXY]{18}$/.test(code) &&
    HOLDERS.has(code.slice(0, 2)) &&
    /^\d{6}$/.test(division) &&
    (division === NATIONAL || isProvinceDigits(division.slice(0, 2)))
  );
}

/** A[(31 − Σ c_i·3^(i−1) mod 31) mod 31] over the first 17 characters (specification C11). */
function checkCharacter(code: string): string {
  let sum = 0;
  let weight = 1;
  for (const character of code.slice(0, 17)) {
    sum += ALPHABET.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return ALPHABET.charAt((31 - (sum % 31)) % 31);
}

function invalid(field: string, value: string, reason: 'FORM' | 'CHECK'): FieldInvalid {
  return new FieldInvalid(
    field,
    reason === 'FORM'
      ? '统一社会信用代码格式不正确:应为 18 位,以 51、52、53 或 91 开头,第 3 至 8 位为行政区划代码,不含字母 I、O、S、V、Z。'
      : '统一社会信用代码的校验码不符,请逐位核对;确系历史代码的,由登记管理机关人员确认豁免。',
    reason === 'FORM'
      ? 'Not a unified social credit code: 18 characters, beginning with 51, 52, 53 or 91, digits 3 to 8 a division, without the letters I, O, S, V, Z.'
      : 'The check character does not match. Compare character by character; for a genuine old code a registry officer can waive the check.',
    { value, reason },
  );
}
