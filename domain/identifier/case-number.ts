import { isIsoDate } from '#domain/calendar/iso-date.js';
import { FieldInvalid } from '#domain/errors.js';
import { normalForm } from '#domain/text/normal-form.js';
import { isDivisionCode, parseDivisionCode } from './division-code.js';
import type { DivisionCode } from './division-code.js';

/** A case number (办件编号), for example `M01-511000-2026-00012` (specification C1). */
export type CaseNumber = string & { readonly brand: 'CaseNumber' };

/** What a case number is made of; `seq` is gap-free from 1 within matter, division and year. */
export interface CaseNumberParts {
  /** Code of the matter: one to three capitals and two digits, for example M01. */
  readonly matterCode: string;
  readonly divisionCode: DivisionCode;
  readonly year: number;
  readonly seq: number;
}

const FORM = /^([A-Z]{1,3}\d{2})-(\d{6}|\d{9}|\d{12})-(\d{4})-(\d{5})$/;

/** Whether the text is a case number, after input hygiene. */
export function isCaseNumber(text: string): boolean {
  return isWellFormed(normalForm(text));
}

/** Reads a case number. Throws FIELD_INVALID naming `field`. */
export function parseCaseNumber(text: string, field = 'caseNo'): CaseNumber {
  const caseNo = normalForm(text);
  if (isWellFormed(caseNo)) return caseNo;
  throw new FieldInvalid(
    field,
    '办件编号无效,应形如 M01-511000-2026-00012。',
    'Not a case number. It looks like M01-511000-2026-00012.',
    { value: text },
  );
}

/** Writes a case number. Throws FIELD_INVALID when a part does not fit, also when `seq` is over 99999. */
export function formatCaseNumber({ matterCode, divisionCode, year, seq }: CaseNumberParts): CaseNumber {
  return parseCaseNumber(`${matterCode}-${divisionCode}-${year}-${String(seq).padStart(5, '0')}`);
}

/** Takes a case number apart. */
export function caseNumberParts(caseNo: CaseNumber): CaseNumberParts {
  const [matterCode = '', division = '', year = '', seq = ''] = caseNo.split('-');
  return { matterCode, divisionCode: parseDivisionCode(division), year: Number(year), seq: Number(seq) };
}

function isWellFormed(text: string): text is CaseNumber {
  const [, , division = '', year = '', seq = ''] = FORM.exec(text) ?? [];
  // A padded division code would give one division two series of numbers.
  return isDivisionCode(division) && parseDivisionCode(division) === division && isYear(year) && Number(seq) > 0;
}

function isYear(year: string): boolean {
  return isIsoDate(`${year}-01-01`);
}
