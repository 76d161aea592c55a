import { useQuery } from '@tanstack/react-query';

import type { CaseView } from '../../api/case.js';
import { meQuery } from '../../api/queries.js';

/** What the reader is to a project. The server has the last word; this decides which ways are shown. */
interface Parts {
  readonly isApplicant: boolean;
  /** Signs payments: for the organiser or the finance of the unit that runs the round. */
  readonly signsPayments: boolean;
  /** Organises the round at the unit that runs it. */
  readonly isOrganiser: boolean;
  readonly isFinance: boolean;
  readonly isAuditor: boolean;
  /** Confirms activities on site. */
  readonly confirmsOnSite: boolean;
  readonly isSponsor: boolean;
}

/** What the reader is to the project of that case. */
export function useParts(view: CaseView): Parts {
  const grants = useQuery(meQuery).data?.grants ?? [];
  const unit = view.parties.find(({ part }) => part === 'HANDLING')?.unitId;
  const holds = (role: string) => grants.some((grant) => grant.role === role);
  const atUnit = (role: string) => grants.some((grant) => grant.role === role && grant.unitId === unit);
  return {
    isApplicant: grants.some(
      ({ role, organisationId }) => role === 'APPLICANT_USER' && organisationId === view.organisation?.id,
    ),
    signsPayments: atUnit('ROUND_ORGANISER') || atUnit('FINANCE_SIGNER'),
    isOrganiser: atUnit('ROUND_ORGANISER'),
    isFinance: atUnit('FINANCE_SIGNER'),
    isAuditor: holds('SUPERVISOR_AUDITOR'),
    confirmsOnSite: holds('COMMUNITY_OFFICIAL'),
    isSponsor: holds('SPONSOR'),
  };
}
