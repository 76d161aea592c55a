import fc from 'fast-check';

import { instalmentsOf } from './instalments.rule.js';
import { assertPayable, paymentBars, paymentKey, toReturn } from './payment.rule.js';
import type { AgreementFacts } from './payment.rule.js';
import type { InstalmentRule } from './round-configuration.js';
import { aRound } from './round.example.js';

const { schedule } = aRound();
const AGREED = 1_000_001;
const instalments = instalmentsOf(AGREED, schedule);
const [first, second, last] = instalments;
const FACTS: AgreementFacts = {
  agreementId: 'a1',
  source: 'FISCAL',
  agreedFen: AGREED,
  paid: [],
  signedByBoth: true,
  frozen: false,
  accountHolderId: 'o1',
  organisationId: 'o1',
  evidence: ['AGREEMENT_SIGNED'],
};
const SIGNERS = ['finance', 'leader'];
const bars = (change: Partial<AgreementFacts>, of = first, signers = SIGNERS) =>
  of === undefined ? [] : paymentBars({ ...FACTS, ...change }, of, signers);

describe('instalments', () => {
  it('are rounded down to whole fen, and the last takes the remainder', () => {
    expect(instalments.map(({ fen }) => fen)).toEqual([500_000, 300_000, 200_001]);
    expect(instalmentsOf(1, schedule).map(({ fen }) => fen)).toEqual([0, 0, 1]);
  });

  it('are refused where they do not add up to 100 %', () => {
    expect(() => instalmentsOf(1, schedule.slice(1))).toThrow('VEN_SCHEDULE_NOT_100');
  });

  it('never lose or make a fen, whatever the amount and the split', () => {
    const cuts = fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { maxLength: 8 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000_000_000 }), cuts, (amount, at) => {
        const bounds = [0, ...at.toSorted((a, b) => a - b), 100];
        const rules = bounds
          .slice(1)
          .map((bound, index): InstalmentRule => ({ percent: bound - (bounds[index] ?? 0), release: 'COMPLETED' }));
        const parts = instalmentsOf(amount, rules).map(({ fen }) => fen);
        expect(parts.reduce((sum, fen) => sum + fen, 0)).toBe(amount);
        expect(parts.every((fen) => Number.isSafeInteger(fen) && fen >= 0)).toBe(true);
      }),
    );
  });
});

describe('a payment', () => {
  it('is made after its evidence, signed by two people, one after another', () => {
    expect(bars({})).toEqual([]);
    const paid = [{ no: 1, fen: 500_000 }];
    expect(bars({ paid, evidence: ['AGREEMENT_SIGNED', 'MID_TERM_PASS'] }, second)).toEqual([]);
    expect(first === undefined ? undefined : () => assertPayable(FACTS, first, SIGNERS)).not.toThrow();
  });

  it.each([
    ['AGREEMENT_NOT_SIGNED', { signedByBoth: false }],
    ['ACCOUNT_NOT_ORGANISATIONS', { accountHolderId: 'somebody' }],
    ['FROZEN', { frozen: true }],
    ['EVIDENCE_MISSING', { evidence: [] }],
    ['ALREADY_PAID', { paid: [{ no: 1, fen: 500_000 }] }],
  ] as const)('waits for %s', (bar, change) => expect(bars(change)).toEqual([bar]));

  it('waits for the instalments before it, and for its own milestone', () => {
    expect(bars({ evidence: ['COMPLETED'], paid: [{ no: 1, fen: 1 }] }, last)).toEqual(['EARLIER_INSTALMENT_OPEN']);
    const milestone = { no: 1, fen: 1, release: 'MILESTONE' as const, milestone: '建成活动室' };
    expect(bars({}, milestone)).toEqual(['EVIDENCE_MISSING']);
    expect(bars({ evidence: ['MILESTONE:建成活动室'] }, milestone)).toEqual([]);
  });

  it('is refused when one person signs twice, with everything that is missing', () => {
    const [one] = instalments;
    if (one === undefined) throw new Error('no instalment');
    expect(() => assertPayable({ ...FACTS, frozen: true }, one, ['finance', 'finance'])).toThrow(
      expect.objectContaining({
        code: 'VEN_PAYMENT_NOT_READY',
        refusal: expect.objectContaining({ details: { bars: ['FROZEN', 'SIGNERS_NOT_TWO_PEOPLE'] } }),
      }),
    );
    expect(() => assertPayable({ ...FACTS, agreedFen: 499_999 }, one, SIGNERS)).toThrow('VEN_PAYMENT_OVER_AGREEMENT');
  });

  it('has one key for ever', () => {
    expect(paymentKey(FACTS, 1)).toBe('a1:FISCAL:1');
  });

  it('comes back as far as it was not spent as agreed', () => {
    expect(toReturn({ paidFen: 800_000, acceptedSpendingFen: 650_000, returnedFen: 50_000 })).toBe(100_000);
    expect(toReturn({ paidFen: 800_000, acceptedSpendingFen: 900_000, returnedFen: 0 })).toBe(0);
  });
});
