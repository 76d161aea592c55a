import { describe, expect, it } from '@jest/globals';
import { gradeOfScore, parseGrade, shownGrade } from './grade.js';

describe('grades', () => {
  it.each([
    [1000, 'A5'],
    [951, 'A5'],
    [950, 'A4'],
    [901, 'A4'],
    [900, 'A3'],
    [801, 'A3'],
    [701, 'A2'],
    [601, 'A1'],
    [600, 'NONE'],
    [0, 'NONE'],
  ])('gives %i points the grade %s', (score, grade) => expect(gradeOfScore(score)).toBe(grade));

  it.each([-1, 1001, Number.NaN])('refuses %p points', (score) => {
    expect(() => gradeOfScore(score)).toThrow('GRD_SCORE_RANGE');
  });

  it('are stored as A5 and shown as 5A', () => {
    expect(parseGrade('5A')).toBe('A5');
    expect(parseGrade('A5')).toBe('A5');
    expect(shownGrade('A5')).toBe('5A');
    expect(shownGrade('NONE')).toBe('NONE');
    expect(() => parseGrade('6A')).toThrow('FIELD_INVALID');
  });
});
