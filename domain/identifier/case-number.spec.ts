import { describe, expect, it } from '@jest/globals';
import { caseNumberParts, formatCaseNumber, isCaseNumber, parseCaseNumber } from './case-number.js';
import { parseDivisionCode } from './division-code.js';

const neijiang = { matterCode: 'M01', divisionCode: parseDivisionCode('511000'), year: 2026, seq: 12 };

describe('case numbers', () => {
  it('writes and reads M01-511000-2026-00012', () => {
    const caseNo = formatCaseNumber(neijiang);
    expect(caseNo).toBe('M01-511000-2026-00012');
    expect(caseNumberParts(caseNo)).toEqual(neijiang);
  });

  it('takes the division of a street and of a community', () => {
    expect(isCaseNumber('M03-330402008-2026-00001')).toBe(true);
    expect(isCaseNumber('M12-330402008001-2026-00001')).toBe(true);
  });

  it.each([
    'M01-511000-2026-12',
    'M01-511000-2026-00000',
    'M01-999900-2026-00001',
    'M01-330402008000-2026-00001',
    'm01-511000-2026-00001',
    'M1-511000-2026-00001',
    'M01-511000-26-00001',
    'M01-511000-2026-00001 x',
  ])('refuses %s', (text) => {
    expect(isCaseNumber(text)).toBe(false);
    expect(() => parseCaseNumber(text)).toThrow('FIELD_INVALID');
  });

  it('refuses the number after 99999', () => {
    expect(formatCaseNumber({ ...neijiang, seq: 99_999 })).toBe('M01-511000-2026-99999');
    expect(() => formatCaseNumber({ ...neijiang, seq: 100_000 })).toThrow('FIELD_INVALID');
    expect(() => formatCaseNumber({ ...neijiang, seq: 0 })).toThrow('FIELD_INVALID');
  });
});
