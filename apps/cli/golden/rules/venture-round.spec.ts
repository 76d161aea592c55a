import { describe, expect, it } from '@jest/globals';
import { ventureRound } from './venture-round.js';

describe('cases of the venture round', () => {
  it.each<[string, Record<string, unknown>, Record<string, unknown>]>([
    ['totals', { byClass: { KEY: 7 }, funded: 6, notFunded: 1 }, { balanced: true, total: 7 }],
    ['instalments', { amountFen: 100_001, schedule: [50, 30, 20] }, { instalments: [50_000, 30_000, 20_001] }],
    ['weights', { weights: [20, 20, 15, 15, 15, 14.5] }, { valid: false, error: 'VEN_WEIGHTS_NOT_100' }],
    ['an activity', { startsOn: '2026-07-01', termStart: '2026-07-01', termEnd: '2027-06-30' }, { allowed: true }],
    ['an adoption', { requestedFen: 100, awardedFen: 40, adoptedFen: [20], offerFen: 40 }, { gap: 40, allowed: true }],
    ['one too large', { requestedFen: 100, offerFen: 101 }, { gap: 100, error: 'VEN_ADOPT_OVER_GAP' }],
    ['a project again', { titles: ['银龄相伴', '《銀齡相伴》'] }, { duplicate: true, error: 'VEN_DUPLICATE_PROJECT' }],
    ['another project', { titles: ['银龄相伴', '童心向党'] }, { duplicate: false }],
  ])('apply %s', (_, input, expected) => {
    expect(ventureRound(input)).toMatchObject(expected);
  });

  it('refuse an activity outside its term and a schedule that does not add up', () => {
    const outside = { startsOn: '2027-07-01', termStart: '2026-07-01', termEnd: '2027-06-30' };
    expect(() => ventureRound(outside)).toThrow('ACT_DATE_OUT_OF_RANGE');
    expect(() => ventureRound({ amountFen: 1, schedule: [50, 30] })).toThrow('VEN_SCHEDULE_NOT_100');
  });
});
