import { describe, expect, it } from '@jest/globals';

import { ROLES } from '#domain/roles.js';
import { isTerm, labelOf, slugs } from './term.js';
import { TERMS } from './terms.js';

describe('enumerations', () => {
  it.each(Object.entries(TERMS))('%s names every value once, in both languages', (_name, terms) => {
    expect(new Set(slugs(terms)).size).toBe(terms.length);
    expect(terms.every((term) => /\p{Script=Han}|^1 |^7 |^N /u.test(term.zh) && term.en.length > 1)).toBe(true);
  });

  it('has a name for every role', () => {
    expect(ROLES.filter((role) => !isTerm(TERMS.roles, role))).toEqual([]);
  });

  it('reads a stored value, and shows an unknown one as it is', () => {
    expect(labelOf(TERMS.partyMemberStatus, 'FULL')).toEqual({ zh: '正式党员', en: 'full member' });
    expect(labelOf(TERMS.partyMemberStatus, 'LOST').zh).toBe('LOST');
  });
});
