import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aggregate } from './aggregate.js';

describe('the score of a project', () => {
  it('leaves out one highest and one lowest of five sheets', () => {
    expect(aggregate({ method: 'trimmed', sheets: [88, 91, 79.5, 95, 84] })).toEqual({
      score: '87.67',
      untrimmedMean: '87.50',
      dropped: [79.5, 95],
    });
  });

  it('leaves out only one of several equal highest sheets', () => {
    expect(aggregate({ method: 'trimmed', sheets: [95, 95, 95, 80, 80] }).score).toBe('90.00');
  });

  it('is the mean or the median where the round says so', () => {
    expect(aggregate({ method: 'mean', sheets: [88, 91, 84] }).score).toBe('87.67');
    expect(aggregate({ method: 'median', sheets: [70, 80.5, 91, 62] }).score).toBe('75.25');
    expect(aggregate({ method: 'median', sheets: [91, 62, 70] }).score).toBe('70.00');
  });

  it('leaves out nothing in a round that is configured for three or four judges', () => {
    expect(aggregate({ method: 'trimmed', sheets: [88, 91, 84], judgesMin: 3 }).score).toBe('87.67');
    expect(aggregate({ method: 'trimmed', sheets: [60, 90, 90, 90, 90], judgesMin: 4 }).score).toBe('84.00');
  });

  it('rounds a half up', () => {
    expect(aggregate({ method: 'mean', sheets: [80, 80, 80, 80.5] }).score).toBe('80.13');
  });

  it.each([
    ['trimmed', [88, 91], undefined, 5],
    ['trimmed', [88, 91, 84, 90], undefined, 5],
    ['trimmed', [88, 91, 84, 90, null], undefined, 5],
    ['trimmed', [88, 91, 84, 90, 92], 6, 6],
    ['mean', [88, 91], undefined, 3],
    ['median', [], undefined, 3],
  ] as const)('%s of %j with at least %p judges is refused', (method, sheets, judgesMin, required) => {
    const scoring = { method, sheets, ...(judgesMin === undefined ? {} : { judgesMin }) };
    expect(() => aggregate(scoring)).toThrow(
      expect.objectContaining({
        code: 'VEN_SHEETS_MISSING',
        refusal: expect.objectContaining({
          details: { valid: sheets.filter((sheet) => sheet !== null).length, required },
        }),
      }),
    );
  });

  it('refuses fewer than three judges and scores off the scale', () => {
    expect(() => aggregate({ method: 'mean', sheets: [1, 2], judgesMin: 2 })).toThrow('FIELD_INVALID');
    expect(() => aggregate({ method: 'mean', sheets: [88, 91, 100.5] })).toThrow('VEN_SCORE_OUT_OF_RANGE');
    expect(() => aggregate({ method: 'mean', sheets: [88, 91, 84.3] })).toThrow('VEN_SCORE_OUT_OF_RANGE');
    expect(() => aggregate({ method: 'mean', sheets: [88, 91, -1] })).toThrow('VEN_SCORE_OUT_OF_RANGE');
  });

  it('does not depend on the order of the sheets and lies between the lowest and the highest', () => {
    const sheet = fc.integer({ min: 0, max: 200 }).map((half) => half / 2);
    const method = fc.constantFrom('trimmed', 'mean', 'median');
    fc.assert(
      fc.property(method, fc.array(sheet, { minLength: 5, maxLength: 12 }), (how, sheets) => {
        const score = Number(aggregate({ method: how, sheets }).score);
        expect(Number(aggregate({ method: how, sheets: sheets.toReversed() }).score)).toBe(score);
        expect(score).toBeGreaterThanOrEqual(Math.min(...sheets));
        expect(score).toBeLessThanOrEqual(Math.max(...sheets));
      }),
    );
  });
});
