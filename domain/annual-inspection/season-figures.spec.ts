import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { INSPECTION_CONCLUSIONS } from './consequence.js';
import { EMPTY_TALLY, figuresOf, rollUp, tallyOf, tallyProblems } from './season-figures.js';
import type { ReturnFigureFacts } from './season-figures.js';

const passed: ReturnFigureFacts = {
  required: true,
  filedInTime: true,
  concludedInTime: true,
  conclusion: 'PASS',
  talkHeld: false,
  rectification: 'NONE',
  filed: true,
  partySectionComplete: true,
};
const missed: ReturnFigureFacts = {
  ...passed,
  filedInTime: false,
  concludedInTime: false,
  conclusion: 'NOT_PARTICIPATED',
  talkHeld: true,
  rectification: 'IN_TIME',
  filed: false,
  partySectionComplete: false,
};
const failed: ReturnFigureFacts = {
  ...passed,
  conclusion: 'FAIL',
  rectification: 'FAILED',
  partySectionComplete: false,
};
const exempt: ReturnFigureFacts = {
  ...missed,
  required: false,
  conclusion: 'EXEMPT',
  talkHeld: false,
  rectification: 'NONE',
};

describe('the figures of a season', () => {
  const figures = figuresOf(tallyOf([passed, passed, missed, failed, exempt]));

  it('show every rate with numerator and denominator', () => {
    expect(figures).toMatchObject({
      completion: { numerator: 3, denominator: 4, pct: '75.00' },
      talks: { numerator: 1, denominator: 2, pct: '50.00' },
      rectifiedInTime: { numerator: 1, denominator: 2, pct: '50.00' },
      partySection: { numerator: 2, denominator: 3, pct: '66.67' },
    });
  });

  it('mix the conclusions without the exempt', () => {
    expect(figures.conclusions.PASS).toEqual({ numerator: 2, denominator: 4, pct: '50.00' });
    expect(figures.conclusions.EXEMPT).toEqual({ numerator: 1, denominator: 5, pct: '20.00' });
  });

  it('are null where there is nothing', () => {
    expect(figuresOf(EMPTY_TALLY).completion.pct).toBeNull();
    expect(figuresOf(EMPTY_TALLY).conclusions.PASS.pct).toBeNull();
  });
});

describe('figures rolled up', () => {
  const facts = fc.record({
    required: fc.boolean(),
    filedInTime: fc.boolean(),
    concludedInTime: fc.boolean(),
    conclusion: fc.option(fc.constantFrom(...INSPECTION_CONCLUSIONS)),
    talkHeld: fc.boolean(),
    rectification: fc.constantFrom('NONE', 'PENDING', 'IN_TIME', 'LATE', 'FAILED'),
    filed: fc.boolean(),
    partySectionComplete: fc.boolean(),
  } as const);
  const level = fc.array(facts, { maxLength: 20 });

  it('are those of all organisations together', () => {
    fc.assert(
      fc.property(level, fc.array(level, { maxLength: 5 }), (own, children) => {
        const together = tallyOf([...own, ...children.flat()]);
        expect(rollUp(tallyOf(own), children.map(tallyOf))).toEqual(together);
        expect(tallyProblems(together)).toEqual([]);
      }),
    );
  });

  it('add numbers, not rates', () => {
    const [small, large] = [tallyOf([passed]), tallyOf([missed, missed, missed])];
    expect(figuresOf(rollUp(small, [large])).completion).toEqual({ numerator: 1, denominator: 4, pct: '25.00' });
  });
});

describe('a tally that contradicts itself', () => {
  it('is listed and not mended', () => {
    expect(tallyProblems({ ...EMPTY_TALLY, complete: 1, talksHeld: 2 })).toEqual(['complete', 'talksHeld']);
  });
});
