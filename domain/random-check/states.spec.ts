import { describe, expect, it } from '@jest/globals';

import { isFinal, next } from '#domain/process/transitions.js';
import type { TransitionTable } from '#domain/process/transitions.js';
import type { DrawnCheckEvent, DrawnCheckState, RandomCheckEvent, RandomCheckState } from './states.js';
import {
  DRAWN_CHECK_STATE_LABELS,
  DRAWN_CHECK_TRANSITIONS,
  RANDOM_CHECK_STATE_LABELS,
  RANDOM_CHECK_TRANSITIONS,
} from './states.js';

const DRAW: TransitionTable<RandomCheckState, RandomCheckEvent> = RANDOM_CHECK_TRANSITIONS;
const CHECK: TransitionTable<DrawnCheckState, DrawnCheckEvent> = DRAWN_CHECK_TRANSITIONS;

describe('the states of a draw', () => {
  it('lead from the commitment to the publication of every result', () => {
    const way = (['commit', 'draw', 'open', 'publish'] as const).reduce<RandomCheckState>(
      (state, event) => next(DRAW, state, event),
      'PREPARED',
    );
    expect(way).toBe('PUBLISHED');
    expect(isFinal(DRAW, way)).toBe(true);
  });

  it.each(['DRAWN', 'CHECKING', 'PUBLISHED'] as const)('do not let a draw be cancelled once it is %s', (state) => {
    expect(() => next(DRAW, state, 'cancel')).toThrow('CASE_STATE_CONFLICT');
  });

  it('do not let one draw without a commitment, or twice', () => {
    expect(() => next(DRAW, 'PREPARED', 'draw')).toThrow('CASE_STATE_CONFLICT');
    expect(() => next(DRAW, 'DRAWN', 'draw')).toThrow('CASE_STATE_CONFLICT');
  });

  it('all have names', () => {
    expect(Object.keys(RANDOM_CHECK_STATE_LABELS)).toEqual(Object.keys(RANDOM_CHECK_TRANSITIONS));
    expect(Object.keys(DRAWN_CHECK_STATE_LABELS)).toEqual(Object.keys(DRAWN_CHECK_TRANSITIONS));
  });
});

describe('the states of a check', () => {
  it('give a sheet back that an inspector declines to sign', () => {
    expect(next(CHECK, 'SIGNING', 'decline')).toBe('ASSIGNED');
  });

  it('do not let a check be abandoned whose sheet is filed, or published that is not signed', () => {
    expect(() => next(CHECK, 'SIGNING', 'abandon')).toThrow('CASE_STATE_CONFLICT');
    expect(() => next(CHECK, 'SIGNING', 'publish')).toThrow('CASE_STATE_CONFLICT');
  });
});
