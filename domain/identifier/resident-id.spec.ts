import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addCalendarDays, parseIsoDate } from '#domain/calendar/iso-date.js';
import { birthDateOf, completeResidentId, isResidentId, parseResidentId, sexOf } from './resident-id.js';

describe('resident identity numbers', () => {
  it.each(['330482199003070017', '11010519491231002X'])('accepts %s', (id) => expect(parseResidentId(id)).toBe(id));

  it.each([
    ['a wrong check digit', '330482199003070018', 'CHECK'],
    ['a birth date that does not exist', '33048219900230001X', 'BIRTH_DATE'],
    ['a birth date before 1850', '330482170003070017', 'BIRTH_DATE'],
    ['a province that does not exist', '990482199003070017', 'FORM'],
    ['an old number of 15 digits', '330482900307001', 'FORM'],
    ['an X in the middle', '33048219900X070017', 'FORM'],
  ])('refuses %s', (_what, id, reason) => {
    expect(isResidentId(id)).toBe(false);
    expect(() => parseResidentId(id, 'members.0.idNo')).toThrow(
      expect.objectContaining({ refusal: expect.objectContaining({ field: 'members.0.idNo', details: { reason } }) }),
    );
  });

  it('refuses a birth date in the future, when told which day it is', () => {
    const id = completeResidentId('33048220300101001');
    expect(isResidentId(id)).toBe(true);
    expect(isResidentId(id, parseIsoDate('2026-11-22'))).toBe(false);
  });

  it('never repeats the number in its error', () => {
    const id = '330482199003070018';
    const thrown = (() => {
      try {
        return parseResidentId(id);
      } catch (error) {
        return error;
      }
    })();
    expect(JSON.stringify(thrown) + String(thrown)).not.toContain(id);
  });

  it('reads a small x and spaces, and tells birth date and sex', () => {
    const id = parseResidentId('110105 19491231 002x');
    expect(birthDateOf(id)).toBe('1949-12-31');
    expect(sexOf(id)).toBe('FEMALE');
    expect(sexOf(parseResidentId('330482199003070017'))).toBe('MALE');
  });

  it('notices any single wrong digit and any two neighbours exchanged after the birth date', () => {
    const birth = fc.integer({ min: 0, max: 36_000 }).map((n) => addCalendarDays(parseIsoDate('1920-01-01'), n));
    fc.assert(
      fc.property(birth, fc.integer({ min: 0, max: 999 }), fc.integer({ min: 0, max: 9 }), (day, order, digit) => {
        const id = completeResidentId(`330482${day.replaceAll('-', '')}${String(order).padStart(3, '0')}`);
        const changed = `${id.slice(0, 15)}${digit}${id.slice(16)}`;
        expect(isResidentId(changed)).toBe(changed === id);
        const exchanged = `${id.slice(0, 14)}${id.charAt(15)}${id.charAt(14)}${id.slice(16)}`;
        expect(isResidentId(exchanged)).toBe(exchanged === id);
      }),
    );
  });
});
