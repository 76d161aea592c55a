import { describe, expect, it } from '@jest/globals';
import {
  divisionAncestors,
  divisionLevel,
  isDivisionCode,
  isWithinDivision,
  parseDivisionCode,
} from './division-code.js';

const code = (text: string) => parseDivisionCode(text);

describe('division codes', () => {
  it.each([
    ['510000', 'PROVINCE'],
    ['511000', 'PREFECTURE'],
    ['330482', 'COUNTY'],
    ['330402008', 'TOWN'],
    ['330402008001', 'VILLAGE'],
  ])('knows the level of %s', (text, level) => expect(divisionLevel(code(text))).toBe(level));

  it.each(['', '33', '3304020', '33040200', '990000', '33040A', '330001', '3304020080011'])('refuses %p', (text) => {
    expect(isDivisionCode(text)).toBe(false);
    expect(() => parseDivisionCode(text, 'site')).toThrow(
      expect.objectContaining({ refusal: expect.objectContaining({ field: 'site' }) }),
    );
  });

  it('shortens a code that was padded with zeros, but never a province or a prefecture', () => {
    expect(code('330402008000')).toBe('330402008');
    expect(code('330402000000')).toBe('330402');
    expect(code('510000')).toBe('510000');
  });

  it('climbs from the community to the province', () => {
    expect(divisionAncestors(code('330402008001'))).toEqual(['330402008', '330402', '330400', '330000']);
    expect(divisionAncestors(code('510000'))).toEqual([]);
  });

  it('tells whether one division lies in another', () => {
    expect(isWithinDivision(code('330402008'), code('330400'))).toBe(true);
    expect(isWithinDivision(code('330482'), code('330482'))).toBe(true);
    expect(isWithinDivision(code('330482'), code('330411'))).toBe(false);
  });
});
