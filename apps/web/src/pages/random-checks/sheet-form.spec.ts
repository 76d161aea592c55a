import { describe, expect, it } from '@jest/globals';

import { readSheet, sheetFaults, sheetOf, USUAL_ITEMS } from './sheet-form.js';
import type { SheetForm } from './sheet-form.js';

const DRAWN = ['one', 'two'];
const whole: SheetForm = {
  ...{ checkedOn: '2026-03-02', inspectors: DRAWN, result: 'NO_PROBLEM', rectifyBy: '', signed: true, refusalNote: '' },
  items: [{ item: '财务管理', ok: true, finding: '' }],
};
const kinds = (change: Partial<SheetForm>) => sheetFaults({ ...whole, ...change }).map(({ kind }) => kind);

describe('a check sheet as it is filled in', () => {
  it('begins with the usual items and everybody who was drawn', () => {
    const sheet = readSheet(null, DRAWN);

    expect(sheet.items.map(({ item }) => item)).toEqual(USUAL_ITEMS);
    expect(sheet.inspectors).toEqual(DRAWN);
    expect(sheetOf(sheet)).toBeNull();
  });

  it('is sent when it is whole, and read again as it was', () => {
    const sheet = sheetOf(whole);

    expect(sheet).toEqual({
      ...{ checkedOn: '2026-03-02', inspectors: DRAWN, result: 'NO_PROBLEM', signed: true },
      items: [{ item: '财务管理', ok: true }],
    });
    expect(readSheet(sheet, DRAWN)).toEqual(whole);
  });

  it.each([
    ['date', { checkedOn: '' }],
    ['early', { checkedOn: '2999-01-01' }],
    ['inspectors', { inspectors: ['one'] }],
    ['noItems', { items: [] }],
    ['nameless', { items: [{ item: ' ', ok: true, finding: '' }] }],
    ['verdict', { items: [{ item: '财务管理', finding: '' }] }],
    ['finding', { items: [{ item: '财务管理', ok: false, finding: ' ' }] }],
    ['result', { result: '' }],
    ['rectifyBy', { result: 'PROBLEM_ORDERED', rectifyBy: '2026-03-02' }],
    ['note', { signed: false }],
  ] as const)('names what is missing: %s', (kind, change) => {
    expect(kinds(change)).toEqual([kind]);
  });

  it('asks nobody’s signature where the organisation was not found', () => {
    expect(kinds({ result: 'NOT_FOUND', signed: false })).toEqual([]);
  });
});
