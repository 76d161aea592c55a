import { proxyActivities } from '@temporalio/workflow';

import type { TempPartyOrgActivities } from '#activities/temp-party-org/temp-party-org.activities.js';
import type { IsoDate } from '#domain/calendar/iso-date.js';
import { shanghaiDate } from '#domain/calendar/shanghai-day.js';
import { DomainError } from '#domain/errors.js';
import type { RequestId, UnitId } from '#domain/ids.js';
import type { PaperKind } from '#domain/paper/paper-kind.js';
import type { TempPartyOrgEvent, TempPartyOrgState } from '#domain/temp-party-org/states.js';
import type { CaseRun } from '../steps/case-run.js';

export type TempPartyOrgRun = CaseRun<TempPartyOrgState, TempPartyOrgEvent>;

/** What the matter asks of the world. Retried for as long as it takes: a case never fails because a disk is full. */
export const ask = proxyActivities<TempPartyOrgActivities>({
  startToCloseTimeout: '30s',
  retry: { initialInterval: '500ms', maximumInterval: '1 minute' },
});

/** The day of the workflow's clock in Shanghai. */
export const today = (): IsoDate => shanghaiDate(Date.now());

/** Refuses when the rules are not met on that day (E1–E5). */
export async function assertStillEligible(
  run: TempPartyOrgRun,
  notConfirmed: readonly string[],
  generalBranchConsent?: boolean,
): Promise<void> {
  const { refusal } = await ask.assess({
    caseId: run.input.caseId,
    on: today(),
    notConfirmed,
    ...(generalBranchConsent === undefined ? {} : { generalBranchConsent }),
  });
  if (refusal) throw new DomainError(refusal);
}

/** Issues a paper within the present turn: numbered, hashed, and known to the case's parties. */
export async function issue(
  run: TempPartyOrgRun,
  kind: PaperKind,
  organUnitId: UnitId,
  requestId: RequestId | null,
  facts: Parameters<typeof ask.issuePaper>[0]['facts'] = {},
): Promise<string | null> {
  const { caseId, caseNo, applicant } = run.input;
  const { docNo } = await ask.issuePaper({
    caseId,
    seq: run.nextSeq,
    kind,
    on: today(),
    organUnitId,
    requestId,
    facts,
  });
  run.notify({ kind: 'USER', userId: applicant.userId }, 'DOCUMENT_ISSUED', { caseNo, kind, docNo });
  return docNo;
}
