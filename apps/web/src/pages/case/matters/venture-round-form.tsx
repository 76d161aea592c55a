import { useQuery } from '@tanstack/react-query';

import { RoundConfiguration } from '#domain/venture-round/round-configuration.js';
import '../../../api/no-run-time-code.js';
import { RoundConfigurationView } from '../../rounds/configuration.js';
import { roundQuery } from '../../rounds/queries.js';
import { Facts } from '../facts.js';
import type { CaseProps } from '../matter.js';

/** The configuration of a round on its case. */
export function VentureRoundForm({ view }: CaseProps) {
  const round = useQuery(roundQuery(view.caseNo));
  const configuration = RoundConfiguration.safeParse(view.form?.data);
  const names = round.data ?? { hosts: view.parties, divisionName: null };
  return configuration.success ? (
    <RoundConfigurationView configuration={configuration.data} names={names} />
  ) : (
    <Facts data={view.form?.data} />
  );
}
