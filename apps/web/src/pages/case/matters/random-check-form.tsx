import { useQuery } from '@tanstack/react-query';

import { Shown } from '../../../parts/query-state.js';
import { drawQuery } from '../../random-checks/queries.js';
import { DrawTerms } from '../../random-checks/terms.js';
import type { CaseProps } from '../matter.js';

/** What was laid down for a draw. */
export function RandomCheckForm({ view }: CaseProps) {
  const draw = useQuery(drawQuery(view.caseNo));
  return <Shown query={draw}>{({ terms }) => <DrawTerms terms={terms} />}</Shown>;
}
