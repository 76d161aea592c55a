import { describe, expect, it } from '@jest/globals';
import { assertCouncilMayDecide, outcomeOfOpinion } from './disagreement.rule.js';

const free = { reportUpwardRequired: false, decisionBlocked: false, noteAttached: false };

describe('a Party opinion on a major matter', () => {
  it('is reported upward and blocks the decision when a disagreement has large impact', () => {
    expect(outcomeOfOpinion('DISAGREE', 'PROCEED', 'LARGE')).toEqual({
      reportUpwardRequired: true,
      decisionBlocked: true,
      noteAttached: false,
    });
  });

  it('is attached as a note when a disagreement has small impact', () => {
    expect(outcomeOfOpinion('DISAGREE', 'PROCEED', 'SMALL')).toEqual({ ...free, noteAttached: true });
  });

  it.each(['LARGE', 'SMALL'] as const)('frees the decision when it agrees, impact %s', (impact) => {
    expect(outcomeOfOpinion('AGREE', 'PROCEED', impact)).toEqual(free);
    expect(outcomeOfOpinion('AGREE_WITH_CHANGES', 'ADOPT_CHANGES', impact)).toEqual(free);
    expect(outcomeOfOpinion('DISAGREE', 'DROP', impact)).toEqual(free);
  });

  it('blocks without a report while its changes are ignored or it is deferred', () => {
    expect(outcomeOfOpinion('AGREE_WITH_CHANGES', 'PROCEED', 'LARGE')).toEqual({ ...free, decisionBlocked: true });
    expect(outcomeOfOpinion('DEFER', 'PROCEED', 'SMALL')).toEqual({ ...free, decisionBlocked: true });
  });

  it('stops the council while it blocks, and not afterwards', () => {
    expect(() => {
      assertCouncilMayDecide('DISAGREE', outcomeOfOpinion('DISAGREE', 'PROCEED', 'LARGE'));
    }).toThrow('MMD_DECISION_BLOCKED');
    expect(() => {
      assertCouncilMayDecide('DISAGREE', outcomeOfOpinion('DISAGREE', 'PROCEED', 'SMALL'));
    }).not.toThrow();
  });
});
