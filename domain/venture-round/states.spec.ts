import { isFinal, next, stateOf } from '../process/transitions.js';
import { PROJECT_STATE_LABELS, ROUND_STATE_LABELS } from './state-labels.js';
import {
  ENDED_PROJECT_STATES,
  MID_TERM_EVENTS,
  PROJECT_TRANSITIONS,
  ROUND_TRANSITIONS,
  VENTURE_ROUND,
} from './states.js';
import type { ProjectEvent, ProjectState, RoundEvent, RoundState } from './states.js';

const roundAfter = (events: readonly RoundEvent[]): RoundState =>
  events.reduce<RoundState>((state, event) => next<RoundState, RoundEvent>(ROUND_TRANSITIONS, state, event), 'PLANNED');
const projectAfter = (events: readonly ProjectEvent[]): ProjectState =>
  events.reduce<ProjectState>(
    (state, event) => next<ProjectState, ProjectEvent>(PROJECT_TRANSITIONS, state, event),
    'SUBMITTED',
  );

describe('the states of a venture round', () => {
  it('lead from the plan to the showcase', () => {
    expect(VENTURE_ROUND.code).toBe('M03');
    expect(
      roundAfter([
        'publishCall',
        'deadline',
        'finishScreening',
        'closeScoring',
        'proposeAwards',
        'objectionUpheld',
        'proposeAwards',
        'publicityEnds',
        'agreementsSettled',
        'allEnded',
        'holdShowcase',
      ]),
    ).toBe('CLOSED');
  });

  it('allow a cancellation before the awards and never after', () => {
    expect(roundAfter(['publishCall', 'deadline', 'cancel'])).toBe('CANCELLED');
    expect(() => next<RoundState, RoundEvent>(ROUND_TRANSITIONS, 'AWARDED', 'cancel')).toThrow('CASE_STATE_CONFLICT');
    expect(roundAfter(['publishCall', 'deadline', 'noneShortlisted'])).toBe('CANCELLED');
  });

  it('are all named in Chinese and English', () => {
    expect(Object.keys(ROUND_STATE_LABELS).toSorted()).toEqual(Object.keys(ROUND_TRANSITIONS).toSorted());
    expect(Object.keys(PROJECT_STATE_LABELS).toSorted()).toEqual(Object.keys(PROJECT_TRANSITIONS).toSorted());
    expect(stateOf(PROJECT_TRANSITIONS, 'RESERVE')).toBe('RESERVE');
  });
});

describe('the states of a project', () => {
  it('lead from its submission to its completion', () => {
    const funded: ProjectEvent[] = [
      'returnOnce',
      'resubmit',
      'shortlist',
      'score',
      'reserve',
      'propose',
      'publicityEnds',
    ];
    expect(projectAfter([...funded, 'sign', 'pay', 'midTermRectify', 'midTermPass', 'evaluationPass'])).toBe(
      'COMPLETED',
    );
    expect(projectAfter([...funded, 'decline'])).toBe('DECLINED');
  });

  it('bring money back after a failed mid-term', () => {
    const executing: ProjectEvent[] = ['shortlist', 'show', 'adopt', 'adopt', 'sign', 'pay'];
    expect(projectAfter([...executing, MID_TERM_EVENTS.FAIL, 'recover', 'moneyReturned'])).toBe('CLOSED_RECOVERED');
  });

  it('rank a proposed project again after an upheld objection, or put it out', () => {
    expect(projectAfter(['shortlist', 'score', 'propose', 'rerank'])).toBe('SCORED');
    expect(projectAfter(['shortlist', 'score', 'propose', 'screenOut'])).toBe('SCREENED_OUT');
  });

  it('leave a project unfunded when its last sponsor withdraws', () => {
    expect(projectAfter(['shortlist', 'show', 'adopt', 'lastSourceLost'])).toBe('NOT_FUNDED');
  });

  it('end where nothing leads on, except that a completed or terminated project may still owe money', () => {
    expect(ENDED_PROJECT_STATES.filter((state) => !isFinal(PROJECT_TRANSITIONS, state))).toEqual([
      'COMPLETED',
      'TERMINATED',
    ]);
  });
});
