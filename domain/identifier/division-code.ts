import { FieldInvalid } from '#domain/errors.js';
import { normalForm } from '#domain/text/normal-form.js';

/**
 * An administrative division: 6 digits to county level, 9 for a town or street, 12 for a community (specification
 * C12).
 */
export type DivisionCode = string & { readonly brand: 'DivisionCode' };

/** Level of a division, from the top. */
export type DivisionLevel = 'PROVINCE' | 'PREFECTURE' | 'COUNTY' | 'TOWN' | 'VILLAGE';

// GB/T 2260, the two digits of the 34 provincial-level divisions.
const PROVINCES = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82'.split(' '),
);

/** Whether two digits name a provincial-level division of GB/T 2260. */
export function isProvinceDigits(digits: string): boolean {
  return PROVINCES.has(digits);
}

/**
 * Whether the text is a division code after input hygiene. Only the form and the province are checked, not a list of
 * divisions.
 */
export function isDivisionCode(text: string): boolean {
  return divisionCode(text) !== undefined;
}

/**
 * Reads a division code. Codes that statistics pad with zeros are shortened: 330402008000 is the street 330402008.
 * Throws FIELD_INVALID naming `field`.
 */
export function parseDivisionCode(text: string, field = 'divisionCode'): DivisionCode {
  const code = divisionCode(text);
  if (code !== undefined) return code;
  throw new FieldInvalid(
    field,
    '行政区划代码无效:县级及以上 6 位,乡镇街道 9 位,村社区 12 位。',
    'Not a division code: 6 digits down to the county, 9 for a town or street, 12 for a community.',
    { value: text },
  );
}

/** The level that the code stands for: 511000 is a prefecture, 330402008 a town or street. */
export function divisionLevel(code: DivisionCode): DivisionLevel {
  if (code.length === 12) return 'VILLAGE';
  if (code.length === 9) return 'TOWN';
  if (code.endsWith('0000')) return 'PROVINCE';
  return code.endsWith('00') ? 'PREFECTURE' : 'COUNTY';
}

/**
 * The code one level up, or null for a province. The tree of units is a separate thing (specification C12): use this
 * for addresses only.
 */
export function parentDivision(code: DivisionCode): DivisionCode | null {
  switch (divisionLevel(code)) {
    case 'VILLAGE':
      return parseDivisionCode(code.slice(0, 9));
    case 'TOWN':
      return parseDivisionCode(code.slice(0, 6));
    case 'COUNTY':
      return parseDivisionCode(`${code.slice(0, 4)}00`);
    case 'PREFECTURE':
      return parseDivisionCode(`${code.slice(0, 2)}0000`);
    case 'PROVINCE':
      return null;
  }
}

/** All codes above, nearest first: 330402008 has 330402, 330400 and 330000. */
export function divisionAncestors(code: DivisionCode): DivisionCode[] {
  const parent = parentDivision(code);
  return parent === null ? [] : [parent, ...divisionAncestors(parent)];
}

/** Whether `inner` is `outer` or lies in it. */
export function isWithinDivision(inner: DivisionCode, outer: DivisionCode): boolean {
  return inner === outer || divisionAncestors(inner).includes(outer);
}

function divisionCode(text: string): DivisionCode | undefined {
  const code = normalForm(text).replace(/^(\d{6}|\d{9})(?:000){1,2}$/, '$1');
  return isWellFormed(code) ? code : undefined;
}

function isWellFormed(code: string): code is DivisionCode {
  // A county under "00" would have no prefecture: 330001 does not exist.
  return /^\d{6}(\d{3}){0,2}$/.test(code) && PROVINCES.has(code.slice(0, 2)) && !/^\d\d00(?!00)/.test(code);
}
