import { describe, expect, it } from '@jest/globals';
import { next } from '#domain/process/transitions.js';
import { MATTER_TYPES } from '#domain/terms/matter-terms.js';
import {
  ANNUAL_INSPECTION,
  assertFollowUpAllowed,
  isReturnEnded,
  RETURN_STATE_LABELS,
  RETURN_TRANSITIONS,
  SEASON_STATE_LABELS,
  SEASON_TRANSITIONS,
} from './states.js';
import type { ReturnEvent, ReturnState, SeasonEvent, SeasonState } from './states.js';

const walk = (...events: ReturnEvent[]): ReturnState =>
  events.reduce<ReturnState>((state, event) => next(RETURN_TRANSITIONS, state, event), 'NOT_STARTED');

const season = (...events: SeasonEvent[]): SeasonState =>
  events.reduce<SeasonState>((state, event) => next(SEASON_TRANSITIONS, state, event), 'PLANNED');

describe('the matter', () => {
  it('has the slug, code and name of the list of matters', () => {
    expect(MATTER_TYPES.find(({ code }) => code === 'M02')).toMatchObject(ANNUAL_INSPECTION);
  });
});

describe('the states of a return', () => {
  it('lead from the submission over supplement and conclusion to publication', () => {
    expect(
      walk(
        'submit',
        'preliminaryReturn',
        'submit',
        'preliminaryAgree',
        'supplement',
        'resubmit',
        'conclude',
        'publish',
      ),
    ).toBe('PUBLISHED');
    expect(walk('submit', 'preliminarySkipped', 'intake')).toBe('REGISTRY_REVIEW');
  });

  it('lead from a return that never came over talk and rectification to its end', () => {
    expect(walk('seasonCloses', 'talk', 'publish', 'setRectification', 'verifyPass')).toBe('RECTIFIED');
    expect(walk('seasonCloses', 'talk', 'setRectification', 'verifyFail')).toBe('ENFORCEMENT');
  });

  it('keep a late return without changing what the season found', () => {
    expect(walk('seasonCloses', 'submitLate')).toBe('NOT_PARTICIPATED');
    expect(walk('seasonCloses', 'submitLate', 'supersede')).toBe('CONCLUDED');
  });

  it.each(['SUBMITTED', 'PRELIM_OK', 'REGISTRY_REVIEW', 'SUPPLEMENT'] as const)(
    'never make NOT_PARTICIPATED of a return that is with an organ: %s',
    (state) => {
      expect(() => next<ReturnState, ReturnEvent>(RETURN_TRANSITIONS, state, 'seasonCloses')).toThrow(
        'CASE_STATE_CONFLICT',
      );
    },
  );

  it('are all named, and all reached', () => {
    const reached = new Set(Object.values(RETURN_TRANSITIONS).flatMap((events) => Object.values(events)));
    expect(Object.keys(RETURN_STATE_LABELS).sort()).toEqual(Object.keys(RETURN_TRANSITIONS).sort());
    expect([...reached, 'NOT_STARTED'].sort()).toEqual(Object.keys(RETURN_TRANSITIONS).sort());
  });
});

describe('the end of a return', () => {
  it.each([
    ['EXEMPT', 'EXEMPT', false, true],
    ['CONCLUDED', 'PASS', false, false],
    ['PUBLISHED', 'PASS', true, true],
    ['PUBLISHED', 'FAIL', true, false],
    ['PUBLISHED', 'BASIC_PASS', true, false],
    ['RECTIFIED', 'BASIC_PASS', false, false],
    ['RECTIFIED', 'BASIC_PASS', true, true],
    ['ENFORCEMENT', 'FAIL', true, true],
    ['NOT_PARTICIPATED', 'NOT_PARTICIPATED', true, false],
  ] as const)('%s with %s, published %p: %p', (state, conclusion, published, ended) => {
    expect(isReturnEnded({ state, conclusion, published })).toBe(ended);
  });
});

describe('what follows a conclusion', () => {
  it('is a talk for FAIL and NOT_PARTICIPATED only', () => {
    const passed = { state: 'PUBLISHED', conclusion: 'PASS', published: true } as const;
    expect(() => assertFollowUpAllowed('talk', passed)).toThrow('CASE_STATE_CONFLICT');
    expect(() => assertFollowUpAllowed('talk', { ...passed, conclusion: 'FAIL' })).not.toThrow();
  });

  it('is a rectification without a talk for BASIC_PASS only', () => {
    const failed = { state: 'CONCLUDED', conclusion: 'FAIL', published: false } as const;
    expect(() => assertFollowUpAllowed('setRectification', failed)).toThrow('CASE_STATE_CONFLICT');
    expect(() => assertFollowUpAllowed('setRectification', { ...failed, conclusion: 'BASIC_PASS' })).not.toThrow();
    expect(() => assertFollowUpAllowed('setRectification', { ...failed, state: 'TALK_DONE' })).not.toThrow();
  });
});

describe('the states of a season', () => {
  it('go on after a pause where they were', () => {
    expect(season('open', 'pause', 'resume')).toBe('OPEN');
    expect(season('open', 'closeReturns', 'pause', 'resume', 'complete')).toBe('COMPLETED');
  });

  it('do not close for returns while the season is paused', () => {
    expect(() => season('open', 'pause', 'closeReturns')).toThrow('CASE_STATE_CONFLICT');
  });

  it('are all named', () => {
    expect(Object.keys(SEASON_STATE_LABELS).sort()).toEqual(Object.keys(SEASON_TRANSITIONS).sort());
  });
});
