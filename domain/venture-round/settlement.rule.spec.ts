import fc from 'fast-check';

import { sumFen } from './fen.js';
import { acceptedBySource, assertReturn, lastPayment, scheduleOf, stillToReturn } from './settlement.rule.js';
import type { SourceFen } from './settlement.rule.js';
import type { FundingSource } from './terms.js';

const of = (source: FundingSource, fen: number): SourceFen => ({ source, fen });
const sum = (amounts: readonly { readonly fen: number }[]): number => sumFen(amounts.map(({ fen }) => fen));

const agreed = fc
  .tuple(fc.nat(1_000_000_000), fc.nat(1_000_000_000), fc.nat(1_000_000_000))
  .map(([lottery, fiscal, adoption]) => [
    of('LOTTERY_WELFARE_FUND', lottery),
    of('FISCAL', fiscal),
    of('ENTERPRISE_ADOPTION', adoption),
  ]);

describe('spending that was accepted', () => {
  it('falls on the sources in proportion, and the odd fen on the first with room', () => {
    expect(acceptedBySource([of('LOTTERY_WELFARE_FUND', 1000), of('FISCAL', 500)], 1000)).toEqual([
      of('LOTTERY_WELFARE_FUND', 667),
      of('FISCAL', 333),
    ]);
  });

  it('never drifts by a fen, and never exceeds what a source agreed', () => {
    fc.assert(
      fc.property(agreed, fc.nat(4_000_000_000), (sources, accepted) => {
        const parts = acceptedBySource(sources, accepted);
        expect(sum(parts)).toBe(Math.min(accepted, sum(sources)));
        for (const [index, part] of parts.entries()) expect(part.fen).toBeLessThanOrEqual(sources[index]?.fen ?? -1);
      }),
    );
  });
});

describe('an agreement of several sources', () => {
  it('is paid in instalments of any split that add up to the fen', () => {
    const split = fc
      .array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 20 })
      .map((parts) => {
        const most = Math.max(1, Math.floor(100 / parts.length));
        const small = parts.map((part) => 1 + (part % most));
        const rest = 100 - small.reduce((total, part) => total + part, 0);
        return [...small, rest].filter((part) => part > 0);
      })
      .filter((parts) => parts.reduce((total, part) => total + part, 0) === 100);
    fc.assert(
      fc.property(agreed, split, (sources, percents) => {
        const schedule = percents.map((percent) => ({ percent, release: 'AGREEMENT_SIGNED' as const }));
        for (const { source, fen } of sources) {
          const own = scheduleOf(sources, schedule).filter((one) => one.source === source);
          expect(sum(own)).toBe(fen);
        }
      }),
    );
  });
});

describe('at the end', () => {
  it('the last instalment pays no more than the accepted spending leaves', () => {
    expect(lastPayment(200, 800, 1000)).toBe(200);
    expect(lastPayment(200, 800, 900)).toBe(100);
    expect(lastPayment(200, 800, 700)).toBe(0);
  });

  it('everything paid is spent or comes back, whatever is accepted', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.nat(100), fc.nat(1_500_000), (total, percent, accepted) => {
        const paid = Math.floor((total * percent) / 100);
        const last = lastPayment(total - paid, paid, Math.min(accepted, total));
        const back = Math.max(0, paid - Math.min(accepted, total));
        expect(paid + last - back).toBe(Math.min(accepted, total));
      }),
    );
  });

  it('refuses more money back than is due', () => {
    const due = [of('FISCAL', 100)];
    expect(stillToReturn(due, [of('FISCAL', 40)])).toEqual([of('FISCAL', 60)]);
    expect(() => assertReturn(due, [of('FISCAL', 40)], of('FISCAL', 61))).toThrow('VEN_RETURN_OVER');
    expect(() => assertReturn(due, [], of('DONATION', 1))).toThrow('VEN_RETURN_OVER');
  });
});
