import { proxyActivities } from '@temporalio/workflow';

import type { VentureMoneyActivities } from '#activities/venture-money/venture-money.activities.js';
import type { IsoDate } from '#domain/calendar/iso-date.js';
import { shanghaiDate } from '#domain/calendar/shanghai-day.js';
import { DomainError, type Refusal } from '#domain/errors.js';
import type { FundingSource } from '#domain/venture-round/terms.js';
import type { AgreementTerms } from '#domain/venture-round/money-facts.js';

/** What the later half of a round asks of the world. Retried for as long as it takes. */
export const askMoney = proxyActivities<VentureMoneyActivities>({
  startToCloseTimeout: '30s',
  retry: { initialInterval: '500ms', maximumInterval: '1 minute' },
});

/** The day of the workflow's clock in Shanghai. */
export const today = (): IsoDate => shanghaiDate(Date.now());

/** Throws what an activity found to refuse. */
export function refuseIf(refusal: Refusal | null): void {
  if (refusal) throw new DomainError(refusal);
}

/** A signed agreement under way: what was promised, paid, accepted and returned. Money in fen. */
export interface Contract {
  readonly terms: AgreementTerms;
  readonly from: IsoDate;
  to: IsoDate;
  extended: boolean;
  readonly paid: { readonly source: FundingSource; readonly no: number; readonly fen: number }[];
  readonly returned: { readonly source: FundingSource; readonly fen: number }[];
  /** Spending that was accepted at the end; null before. */
  accepted: number | null;
  /** Why the project ends without completion; null while it does not. */
  breach: 'BREACH' | 'APPLICANT_ENDED' | 'OTHER' | 'EVALUATION_FAILED' | null;
}
