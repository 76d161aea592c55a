import { describe, expect, it } from '@jest/globals';
import { AnnualInspectionRefusal } from './errors.js';
import { assertSeasonKnown, assertSeasonOpenable, seasonKey } from './season.rule.js';

describe('a season', () => {
  it('is named by its registry and year', () => {
    expect(seasonKey('350211', 2025)).toBe('350211-2025');
  });

  it('is opened once for a registry and year', () => {
    expect(() => assertSeasonOpenable('350211', 2025, null)).not.toThrow();
    expect(() => assertSeasonOpenable('350211', 2025, 's1')).toThrow('AI_SEASON_DUPLICATE');
  });

  it('is needed for a return of its year', () => {
    expect(() => assertSeasonKnown('350211', 2024, null)).toThrow('AI_SEASON_UNKNOWN');
    expect(() => assertSeasonKnown('350211', 2025, 's1')).not.toThrow();
  });
});

describe('a refusal of the matter', () => {
  it('tells more without losing what it said', () => {
    const refused = new AnnualInspectionRefusal('AI_SEASON_UNKNOWN', { year: 2024 }, 'year').telling({
      registry: '350211',
    });
    expect(refused.refusal).toMatchObject({
      code: 'AI_SEASON_UNKNOWN',
      status: 404,
      field: 'year',
      details: { year: 2024, registry: '350211' },
    });
  });
});
