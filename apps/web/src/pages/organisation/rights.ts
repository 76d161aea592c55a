import { useQuery } from '@tanstack/react-query';

import { meQuery } from '../../api/queries.js';
import type { Organisation } from './queries.js';

/** Which buttons an organisation's page shows; the server decides anyway. */
export interface Rights {
  /** People and councils are recorded by its clerk and its registry. */
  readonly record: boolean;
  /** Its standing is the registry's. */
  readonly identify: boolean;
  /** Officials who handle a case of its people may read a number in the clear. */
  readonly unmask: boolean;
  readonly people: boolean;
}

/** What the reader may try with an organisation. */
export function useRights({ id, registryUnitId }: Organisation): Rights {
  const grants = useQuery(meQuery).data?.grants ?? [];
  const clerk = grants.some(({ role, organisationId }) => role === 'APPLICANT_USER' && organisationId === id);
  const identify = grants.some(
    ({ role, unitId }) => role === 'REGISTRY_OFFICER' && unitId !== null && unitId === registryUnitId,
  );
  const atUnit = grants.some(({ role, unitId }) => unitId !== null && role !== 'ADMIN');
  const auditor = grants.some(({ role }) => role === 'SUPERVISOR_AUDITOR');
  const own = grants.some(({ organisationId }) => organisationId === id);
  return { record: clerk || identify, identify, unmask: atUnit || auditor, people: atUnit || auditor || own };
}
