import { describe, expect, it } from '@jest/globals';
import { CHINA_HOLIDAYS } from '#domain/calendar/china-holidays.js';
import { parseIsoDate } from '#domain/calendar/iso-date.js';
import { workCalendar } from '#domain/calendar/work-calendar.js';
import { rectificationDue, verifyRectification } from './rectification.rule.js';
import type { RectificationOrder, RectificationVerification } from './rectification.rule.js';

const order: RectificationOrder = { itemIds: ['i1', 'i2'], due: parseIsoDate('2026-07-13'), excludedOfficers: ['u9'] };
const handedIn: RectificationVerification = {
  handedInOn: '2026-07-13',
  verifiedOn: '2026-07-20',
  officers: ['u1', 'u2'],
  items: [
    { itemId: 'i1', evidenceUploadIds: ['d1'], done: true },
    { itemId: 'i2', evidenceUploadIds: ['d2'], done: true },
  ],
};
const verified = (change: Partial<RectificationVerification>) => verifyRectification({ ...handedIn, ...change }, order);

describe('a rectification', () => {
  it('is due 30 calendar days after it was set, moved off a weekend', () => {
    const calendar = workCalendar(CHINA_HOLIDAYS);
    expect(rectificationDue(parseIsoDate('2026-06-11'), calendar)).toBe('2026-07-13');
    expect(rectificationDue(parseIsoDate('2026-06-10'), calendar)).toBe('2026-07-10');
  });

  it('passes when every item is done, in time by the day of handing in', () => {
    expect(verified({})).toEqual({ event: 'verifyPass', undone: [], inTime: true });
    expect(verified({ handedInOn: '2026-07-14' })).toMatchObject({ event: 'verifyPass', inTime: false });
  });

  it('fails with an item that is not done', () => {
    const items = [...handedIn.items.slice(0, 1), { itemId: 'i2', evidenceUploadIds: [], done: false }];
    expect(verified({ items })).toMatchObject({ event: 'verifyFail', undone: ['i2'] });
  });

  it('is not accepted without evidence, or with an item that nobody looked at', () => {
    const items = [{ itemId: 'i1', evidenceUploadIds: [], done: true }];
    expect(() => verified({ items })).toThrow('AI_RECTIFICATION_INCOMPLETE');
    expect(() => verified({ items: handedIn.items.slice(0, 1) })).toThrow('AI_RECTIFICATION_INCOMPLETE');
  });

  it('is verified by two different officers, not by who signed the conclusion', () => {
    expect(() => verified({ officers: ['u1'] })).toThrow('AI_OFFICERS_TOO_FEW');
    expect(() => verified({ officers: ['u2', 'u2'] })).toThrow('AI_OFFICERS_TOO_FEW');
    expect(() => verified({ officers: ['u1', 'u9'] })).toThrow('AI_OFFICERS_TOO_FEW');
  });

  it('is not verified before it is handed in', () => {
    expect(() => verified({ verifiedOn: '2026-07-12' })).toThrow('DATE_ORDER');
  });
});
