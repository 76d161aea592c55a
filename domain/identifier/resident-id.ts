import { isIsoDate, parseIsoDate } from '#domain/calendar/iso-date.js';
import type { IsoDate } from '#domain/calendar/iso-date.js';
import { FieldInvalid } from '#domain/errors.js';
import { normalForm } from '#domain/text/normal-form.js';
import { isProvinceDigits } from './division-code.js';

/**
 * A resident identity number (公民身份号码), 18 characters, the last 0–9 or X (GB 11643). RESTRICTED: see `maskResidentId`.
 */
export type ResidentId = string & { readonly brand: 'ResidentId' };

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_CHARACTERS = '10X98765432';
// Residence permits of people from Hong Kong, Macao and Taiwan: 81 and 82 are provinces as well, 83 is theirs alone.
const TAIWAN_PERMIT = '83';
const EARLIEST_BIRTH = '1850-01-01';

/**
 * Whether the text is a resident identity number whose check digit and birth date are valid and, if given, not after
 * `today`.
 */
export function isResidentId(text: string, today?: IsoDate): boolean {
  return fault(canonical(text), today) === undefined;
}

/**
 * Reads a number. Throws FIELD_INVALID naming `field`, with `details.reason` FORM, BIRTH_DATE or CHECK; the number
 * itself is in no error, because errors are logged. A birth date after `today`, if given, is refused.
 */
export function parseResidentId(text: string, field = 'idNo', today?: IsoDate): ResidentId {
  const id = canonical(text);
  const reason = fault(id, today);
  if (reason !== undefined) throw invalid(field, reason);
  return id as ResidentId; // the only cast of this type
}

/**
 * Completes the first 17 digits with their check digit: for invented people of demonstration data.
 * Throws FIELD_INVALID when they are not the beginning of a number.
 */
export function completeResidentId(first17: string): ResidentId {
  return parseResidentId(first17 + checkCharacter(first17), 'first17');
}

/** The birth date that the number carries. */
export function birthDateOf(id: ResidentId): IsoDate {
  return parseIsoDate(birthDateText(id));
}

/** The sex that the number carries: its 17th digit is odd for men. */
export function sexOf(id: ResidentId): 'MALE' | 'FEMALE' {
  return Number(id.charAt(16)) % 2 === 1 ? 'MALE' : 'FEMALE';
}

type Fault = 'FORM' | 'BIRTH_DATE' | 'CHECK';

function fault(id: string, today: IsoDate | undefined): Fault | undefined {
  const province = id.slice(0, 2);
  if (!/^\d{17}[\dX]$/.test(id) || !(isProvinceDigits(province) || province === TAIWAN_PERMIT)) return 'FORM';
  const birth = birthDateText(id);
  if (!isIsoDate(birth) || birth < EARLIEST_BIRTH || (today !== undefined && birth > today)) return 'BIRTH_DATE';
  return checkCharacter(id) === id.charAt(17) ? undefined : 'CHECK';
}

function canonical(text: string): string {
  return normalForm(text).replaceAll(/\s/g, '').toUpperCase();
}

function birthDateText(id: string): string {
  return `${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`;
}

function checkCharacter(id: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(id.charAt(index)), 0);
  return CHECK_CHARACTERS.charAt(sum % 11);
}

const SENTENCES: Record<Fault, readonly [zh: string, en: string]> = {
  FORM: [
    '公民身份号码格式不正确:应为 18 位,前 17 位为数字,末位为数字或 X。',
    'Not a resident identity number: 18 characters, 17 digits and a last digit or X.',
  ],
  BIRTH_DATE: [
    '公民身份号码中的出生日期不存在或晚于今天,请核对。',
    'The birth date in the identity number does not exist or is in the future. Check it.',
  ],
  CHECK: [
    '公民身份号码的校验码不符,请逐位核对。',
    'The check digit of the identity number does not match. Compare digit by digit.',
  ],
};

function invalid(field: string, reason: Fault): FieldInvalid {
  const [zh, en] = SENTENCES[reason];
  return new FieldInvalid(field, zh, en, { reason });
}
