import { describe, expect, it } from '@jest/globals';

import { isFinal, next } from '#domain/process/transitions.js';
import {
  DRAWN_CHECK_STATE_LABELS,
  DRAWN_CHECK_TRANSITIONS,
  RANDOM_CHECK_STATE_LABELS,
  RANDOM_CHECK_TRANSITIONS,
} from './states.js';

describe('the states of a draw', () => {
  it('lead from the commitment to the publication of every result', () => {
    const way = (['commit', 'draw', 'open', 'publish'] as const).reduce<keyof typeof RANDOM_CHECK_TRANSITIONS>(
      (state, event) => next(RANDOM_CHECK_TRANSITIONS, state, event),
      'PREPARED',
    );
    expect(way).toBe('PUBLISHED');
    expect(isFinal(RANDOM_CHECK_TRANSITIONS, way)).toBe(true);
  });

  it.each(['DRAWN', 'CHECKING', 'PUBLISHED'] as const)('do not let a draw be cancelled once it is %s', (state) => {
    expect(() => next(RANDOM_CHECK_TRANSITIONS, state, 'cancel')).toThrow('CASE_STATE_CONFLICT');
  });

  it('do not let one draw without a commitment, or twice', () => {
    expect(() => next(RANDOM_CHECK_TRANSITIONS, 'PREPARED', 'draw')).toThrow('CASE_STATE_CONFLICT');
    expect(() => next(RANDOM_CHECK_TRANSITIONS, 'DRAWN', 'draw')).toThrow('CASE_STATE_CONFLICT');
  });

  it('all have names', () => {
    expect(Object.keys(RANDOM_CHECK_STATE_LABELS)).toEqual(Object.keys(RANDOM_CHECK_TRANSITIONS));
    expect(Object.keys(DRAWN_CHECK_STATE_LABELS)).toEqual(Object.keys(DRAWN_CHECK_TRANSITIONS));
  });
});

describe('the states of a check', () => {
  it('give a sheet back that an inspector declines to sign', () => {
    expect(next(DRAWN_CHECK_TRANSITIONS, 'SIGNING', 'decline')).toBe('ASSIGNED');
  });

  it('do not let a check be abandoned whose sheet is filed, or published that is not signed', () => {
    expect(() => next(DRAWN_CHECK_TRANSITIONS, 'SIGNING', 'abandon')).toThrow('CASE_STATE_CONFLICT');
    expect(() => next(DRAWN_CHECK_TRANSITIONS, 'SIGNING', 'publish')).toThrow('CASE_STATE_CONFLICT');
  });
});
