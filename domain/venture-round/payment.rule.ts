import { VentureRoundRefusal } from './errors.js';
import { sumFen } from './fen.js';
import type { Instalment } from './instalments.rule.js';
import type { FundingSource } from './terms.js';

/** What the agreement promises from one source, in fen, and what was paid of it. */
export interface AgreementFacts {
  readonly agreementId: string;
  readonly source: FundingSource;
  readonly agreedFen: number;
  readonly paid: readonly { readonly no: number; readonly fen: number }[];
  readonly signedByBoth: boolean;
  readonly frozen: boolean;
  /** Whose bank account it is. */
  readonly accountHolderId: string;
  readonly organisationId: string;
  /** What has happened: releases, and `MILESTONE:` with the name of each milestone reached. */
  readonly evidence: readonly string[];
  /** What the sponsors have paid in, for adopted money; absent: the money is at hand. */
  readonly receivedFen?: number;
}

/** What keeps an instalment from being paid. */
export type PaymentBar =
  | 'AGREEMENT_NOT_SIGNED'
  | 'ACCOUNT_NOT_ORGANISATIONS'
  | 'FROZEN'
  | 'EVIDENCE_MISSING'
  | 'SPONSOR_MONEY_MISSING'
  | 'EARLIER_INSTALMENT_OPEN'
  | 'ALREADY_PAID'
  | 'SIGNERS_NOT_TWO_PEOPLE';

/** One payment, one key, for ever: a second order with the same key is the same order. */
export const paymentKey = (
  { agreementId, source }: Pick<AgreementFacts, 'agreementId' | 'source'>,
  no: number,
): string => `${agreementId}:${source}:${no}`;

/** Everything that an instalment still lacks; empty when it may be paid (specification M03 "Payment guard"). */
export function paymentBars(
  facts: AgreementFacts,
  instalment: Instalment,
  signers: readonly string[],
): readonly PaymentBar[] {
  const paid = facts.paid.map(({ no }) => no);
  const { release, milestone = '' } = instalment;
  const wanted = release === 'MILESTONE' ? `MILESTONE:${milestone}` : release;
  const bars: readonly (PaymentBar | false)[] = [
    !facts.signedByBoth && 'AGREEMENT_NOT_SIGNED',
    facts.accountHolderId !== facts.organisationId && 'ACCOUNT_NOT_ORGANISATIONS',
    facts.frozen && 'FROZEN',
    !facts.evidence.includes(wanted) && 'EVIDENCE_MISSING',
    sumFen([...facts.paid.map(({ fen }) => fen), instalment.fen]) > (facts.receivedFen ?? Infinity) &&
      'SPONSOR_MONEY_MISSING',
    Array.from({ length: instalment.no - 1 }, (_, index) => index + 1).some((no) => !paid.includes(no)) &&
      'EARLIER_INSTALMENT_OPEN',
    paid.includes(instalment.no) && 'ALREADY_PAID',
    new Set(signers).size < 2 && 'SIGNERS_NOT_TWO_PEOPLE',
  ];
  return bars.filter((bar) => bar !== false);
}

/** Refuses a payment above the agreement (VEN_PAYMENT_OVER_AGREEMENT) or one that lacks something (VEN_PAYMENT_NOT_READY, all of it). */
export function assertPayable(facts: AgreementFacts, instalment: Instalment, signers: readonly string[]): void {
  const total = sumFen([...facts.paid.map(({ fen }) => fen), instalment.fen]);
  if (total > facts.agreedFen)
    throw new VentureRoundRefusal('VEN_PAYMENT_OVER_AGREEMENT', { total, agreedFen: facts.agreedFen });
  const bars = paymentBars(facts, instalment, signers);
  if (bars.length > 0) throw new VentureRoundRefusal('VEN_PAYMENT_NOT_READY', { bars });
}

/** What has to come back when a project ends: paid and not returned, less what was spent as agreed; never below 0. Fen. */
export function toReturn(money: {
  readonly paidFen: number;
  readonly acceptedSpendingFen: number;
  readonly returnedFen: number;
}): number {
  return Math.max(0, money.paidFen - money.acceptedSpendingFen - money.returnedFen);
}
