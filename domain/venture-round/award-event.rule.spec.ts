import { awardEvent } from './award-event.rule.js';

describe('what a plan of awards means for a project', () => {
  it.each([
    ['PROPOSED', 'SCORED', 'propose'],
    ['PROPOSED', 'RESERVE', 'propose'],
    ['RESERVE', 'SCORED', 'reserve'],
    ['NOT_FUNDED', 'SCORED', 'passOver'],
    ['FUNDED', 'PROPOSED', 'publicityEnds'],
    ['OUT', 'PROPOSED', 'screenOut'],
    ['AGAIN', 'PROPOSED', 'rerank'],
    ['AGAIN', 'NOT_FUNDED', 'rerank'],
  ] as const)('%s of one that is %s is %s', (outcome, state, event) => {
    expect(awardEvent(outcome, state)).toBe(event);
  });

  it.each([
    ['PROPOSED', 'PROPOSED'],
    ['FUNDED', 'FUNDED'],
    ['PROPOSED', 'FUNDED'],
    ['NOT_FUNDED', 'WITHDRAWN'],
    ['DECLINED', 'DECLINED'],
    [null, 'SHOWN'],
  ] as const)('%s of one that is %s is nothing', (outcome, state) => {
    expect(awardEvent(outcome, state)).toBeNull();
  });
});
