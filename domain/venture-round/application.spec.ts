import fc from 'fast-check';

import { anApplication } from './application.example.js';
import { ProjectApplication, uploadsOf } from './application-form.js';
import { assertBudget, budgetFaults, mostPublicFen } from './budget.rule.js';
import { assertNotDuplicate, projectKey } from './double-funding.rule.js';
import { aRound } from './round.example.js';
import { sourcesFor } from './source-themes.rule.js';

const round = aRound();
const form = anApplication();
const [first, ...others] = form.budget;
const budgetWith = (change: object): typeof form.budget =>
  first === undefined ? [] : [{ ...first, ...change }, ...others];

describe('an application', () => {
  it('is read with its papers', () => {
    expect(ProjectApplication.parse(form)).toEqual(form);
    expect(uploadsOf(form)).toEqual(['upload-1', 'upload-2']);
  });

  it.each([
    ['four themes', { themes: ['ELDERLY_CHILDREN', 'DISABILITY', 'HARDSHIP', 'RED_ROUTE'] }],
    ['a theme twice', { themes: ['DISABILITY', 'DISABILITY'] }],
    ['a need of 99 characters', { need: '需'.repeat(99) }],
    ['no request', { requestedFen: 0 }],
    ['a request in floating point', { requestedFen: 1_000_000.5 }],
    ['a price in floating point', { budget: budgetWith({ unitPriceFen: 19.9 }) }],
    ['a site above the street', { siteDivision: '330402' }],
    ['risks of ten megabytes', { risks: '险'.repeat(3_500_000) }],
    ['no pledge', { pledgeUploadId: undefined }],
  ])('with %s is not read', (_, change) => {
    expect(ProjectApplication.safeParse({ ...form, ...change }).success).toBe(false);
  });
});

describe('a budget', () => {
  it('balances to the fen', () => {
    expect(budgetFaults(form, round)).toEqual([]);
    expect(() => assertBudget(form, round)).not.toThrow();
  });

  it('one fen off is refused with every line and total that is wrong', () => {
    const budget = budgetWith({ amountFen: 960_001 });
    expect(() => assertBudget({ ...form, budget }, round)).toThrow('VEN_BUDGET_NOT_BALANCED');
    expect(budgetFaults({ ...form, budget }, round).map(({ field }) => field)).toEqual([
      'budget.0.amountFen',
      'requestedFen',
    ]);
    expect(budgetFaults({ ...form, ownFundsFen: 0 }, round)).toEqual([
      { code: 'VEN_BUDGET_NOT_BALANCED', field: 'ownFundsFen', stated: 0, computed: 200_000 },
    ]);
  });

  it('above the cap of its class, of the round or its share is refused', () => {
    const over = { ...form, budget: budgetWith({ quantity: 481, amountFen: 962_000 }), requestedFen: 1_002_000 };
    expect(() => assertBudget(over, round)).toThrow('VEN_OVER_CAP');
    expect(() => assertBudget({ ...over, class: 'KEY' }, round)).not.toThrow();
    expect(() => assertBudget(form, aRound({ maxSharePct: 60 }))).toThrow('VEN_OVER_CAP');
    expect(mostPublicFen({ class: 'KEY', totalFen: 333 }, aRound({ maxSharePct: 60 }))).toBe(199);
  });

  it('for a theme that no source pays for, or that the round does not have, is refused', () => {
    const lotteryOnly = aRound({ sources: round.sources.slice(0, 1) });
    expect(budgetFaults(form, lotteryOnly)).toEqual([]);
    expect(() => assertBudget({ ...form, themes: ['SELF_GOVERNANCE'] }, lotteryOnly)).toThrow(
      'VEN_THEME_SOURCE_MISMATCH',
    );
    expect(() => assertBudget({ ...form, themes: ['RED_ROUTE'] }, round)).toThrow('VEN_THEME_SOURCE_MISMATCH');
    expect(budgetFaults({ ...form, class: 'DISPLAY', themes: ['SELF_GOVERNANCE'] }, lotteryOnly)).toEqual([]);
  });

  it('takes lottery money only when all of its themes are what the fund is for', () => {
    expect(sourcesFor(['DISABILITY', 'HARDSHIP'], round.sources)).toEqual(['LOTTERY_WELFARE_FUND', 'FISCAL']);
    expect(sourcesFor(['DISABILITY', 'BUILDING_PARTY'], round.sources)).toEqual(['FISCAL']);
  });

  it('that was added up from its lines always balances', () => {
    const priced = fc.tuple(
      fc.integer({ min: 1, max: 1000 }),
      fc.integer({ min: 0, max: 99_999 }),
      fc.constantFrom('GRANT', 'OWN', 'OTHER'),
    );
    fc.assert(
      fc.property(fc.array(priced, { minLength: 1, maxLength: 40 }), (lines) => {
        const budget = lines.map(([quantity, unitPriceFen, source]) => ({
          category: '费用',
          item: '项',
          quantity,
          unitPriceFen,
          amountFen: quantity * unitPriceFen,
          source,
        }));
        const of = (source: string): number =>
          budget.filter((line) => line.source === source).reduce((sum, { amountFen }) => sum + amountFen, 0);
        const stated = { ...form, budget, requestedFen: of('GRANT'), ownFundsFen: of('OWN') };
        expect(budgetFaults(stated, round).filter(({ code }) => code === 'VEN_BUDGET_NOT_BALANCED')).toEqual([]);
        const off = budgetFaults({ ...stated, requestedFen: stated.requestedFen + 1 }, round);
        expect(off.some(({ field }) => field === 'requestedFen')).toBe(true);
      }),
    );
  });
});

describe('the same project', () => {
  const stands = { projectId: 'p1', organisationId: 'o1', title: '银龄相伴·独居老人关爱', round: 'r1' };

  it('is known again under another width, script or punctuation', () => {
    const again = { projectId: 'p2', organisationId: 'o1', title: '《銀齡相伴》——獨居老人關愛' };
    expect(() => assertNotDuplicate(again, [stands])).toThrow('VEN_DUPLICATE_PROJECT');
    expect(projectKey('o1', 'ＡＢ 计划')).toBe(projectKey('o1', 'ab计划'));
  });

  it('is another one of another organisation, and is not its own duplicate', () => {
    expect(() => assertNotDuplicate({ ...stands, projectId: 'p2', organisationId: 'o2' }, [stands])).not.toThrow();
    expect(() => assertNotDuplicate(stands, [stands])).not.toThrow();
  });
});
