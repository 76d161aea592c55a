import { describe, expect, it } from '@jest/globals';
import { parseIsoDate } from '#domain/calendar/iso-date.js';
import { assertCheckSheet } from './check-sheet.rule.js';
import type { CheckSheet } from './check-sheet.rule.js';

const check = { drawnOn: parseIsoDate('2026-09-02'), inspectors: ['i1', 'i2', 'i3'] };
const sheet: CheckSheet = {
  checkedOn: '2026-09-10',
  inspectors: ['i1', 'i2'],
  items: [{ item: '财务凭证', ok: true }],
  result: 'NO_PROBLEM',
  signed: true,
};
const filled = (change: Partial<CheckSheet>) => () => assertCheckSheet({ ...sheet, ...change }, check);

describe('the sheet of a check', () => {
  it('stands when two of the drawn inspectors fill it in', () => {
    expect(filled({})).not.toThrow();
  });

  it('does not stand by one inspector or by one who was not drawn', () => {
    expect(filled({ inspectors: ['i1'] })).toThrow('AI_OFFICERS_TOO_FEW');
    expect(filled({ inspectors: ['i1', 'i9'] })).toThrow('AI_OFFICERS_TOO_FEW');
  });

  it('comes after the draw, and an order names a later day', () => {
    expect(filled({ checkedOn: '2026-09-01' })).toThrow('DATE_ORDER');
    expect(filled({ result: 'PROBLEM_ORDERED' })).toThrow('DATE_ORDER');
    expect(filled({ result: 'PROBLEM_ORDERED', rectifyBy: '2026-10-10' })).not.toThrow();
  });

  it('says what was found, and why it is not signed', () => {
    expect(filled({ items: [{ item: '财务凭证', ok: false }] })).toThrow('CHECK_SHEET_INCOMPLETE');
    expect(filled({ signed: false })).toThrow('CHECK_SHEET_INCOMPLETE');
    expect(filled({ signed: false, refusalNote: '负责人拒签' })).not.toThrow();
    expect(filled({ signed: false, result: 'NOT_FOUND' })).not.toThrow();
  });
});
