import type { BudgetLine, ProjectApplication } from './application-form.js';
import type { VentureRoundCode } from './errors.js';
import { VentureRoundRefusal } from './errors.js';
import { percentOfFen, sumFen } from './fen.js';
import type { RoundConfiguration } from './round-configuration.js';
import { sourcesFor } from './source-themes.rule.js';

/** One thing that is wrong with a budget; amounts in fen. */
export interface BudgetFault {
  readonly code: Extract<VentureRoundCode, 'VEN_BUDGET_NOT_BALANCED' | 'VEN_OVER_CAP' | 'VEN_THEME_SOURCE_MISMATCH'>;
  readonly field: string;
  readonly stated?: number;
  readonly computed?: number;
  readonly limit?: number;
}

type BudgetFacts = Pick<ProjectApplication, 'class' | 'themes' | 'budget' | 'requestedFen' | 'ownFundsFen'>;

/** Everything that is wrong with the money of an application; empty when it balances to the fen and keeps every cap (specification M03 "Project application"). */
export function budgetFaults(form: BudgetFacts, round: RoundConfiguration): readonly BudgetFault[] {
  const found = [...balanceFaults(form), ...capFaults(form, round)];
  const fundable = round.classes.some((rule) => rule.class === form.class && rule.fundable);
  const unknown = form.themes.some((theme) => !round.themes.includes(theme));
  const unpaid = fundable && sourcesFor(form.themes, round.sources).length === 0;
  return unknown || unpaid ? [...found, { code: 'VEN_THEME_SOURCE_MISMATCH', field: 'themes' }] : found;
}

/** Refuses a budget with faults: the code of the first, all of them in the details. */
export function assertBudget(form: BudgetFacts, round: RoundConfiguration): void {
  const faults = budgetFaults(form, round);
  const [first] = faults;
  if (first !== undefined) throw new VentureRoundRefusal(first.code, { faults }, first.field);
}

/** The whole of a budget in fen. */
export const budgetTotal = (budget: readonly BudgetLine[]): number => sumFen(budget.map(({ amountFen }) => amountFen));

/**
 * The most fen that a project may be given from public money: the least of the round's cap, the cap of its class and
 * the share of its budget (rounded down).
 */
export function mostPublicFen(
  project: { readonly class: string; readonly totalFen: number },
  round: Pick<RoundConfiguration, 'classes' | 'perProjectCap' | 'maxSharePct'>,
): number {
  const own = round.classes.find((rule) => rule.class === project.class)?.cap ?? null;
  const share = round.maxSharePct === null ? null : percentOfFen(project.totalFen, round.maxSharePct);
  return Math.min(round.perProjectCap, own ?? round.perProjectCap, share ?? round.perProjectCap);
}

function balanceFaults({ budget, requestedFen, ownFundsFen }: BudgetFacts): BudgetFault[] {
  const of = (source: BudgetLine['source']): number => budgetTotal(budget.filter((line) => line.source === source));
  const totals = [
    { field: 'requestedFen', stated: requestedFen, computed: of('GRANT') },
    { field: 'ownFundsFen', stated: ownFundsFen, computed: of('OWN') },
  ];
  const lines = budget.map(({ quantity, unitPriceFen, amountFen }, index) => ({
    field: `budget.${index}.amountFen`,
    stated: amountFen,
    // bigint: a million times a large price leaves the range in which numbers are exact.
    computed: Number(BigInt(quantity) * BigInt(unitPriceFen)),
  }));
  return [...lines, ...totals]
    .filter(({ stated, computed }) => stated !== computed)
    .map((fault) => ({ code: 'VEN_BUDGET_NOT_BALANCED', ...fault }));
}

function capFaults(form: BudgetFacts, round: RoundConfiguration): BudgetFault[] {
  const limit = mostPublicFen({ class: form.class, totalFen: budgetTotal(form.budget) }, round);
  return form.requestedFen > limit
    ? [{ code: 'VEN_OVER_CAP', field: 'requestedFen', stated: form.requestedFen, limit }]
    : [];
}
