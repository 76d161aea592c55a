import { Link } from 'react-router';

import { useTexts } from '../../../text/language.js';
import type { CaseProps } from '../matter.js';

const TEXTS = {
  desk: [
    '打开本届工作台:申报项目、资格审查、评委、资助',
    'Open the desk of the round: applications, screening, judges, awards',
  ],
} as const;

/** The way from the case of a round to its desk. */
export function VentureRoundPanel({ view }: CaseProps) {
  const t = useTexts(TEXTS);
  return (
    <p>
      <Link className="button-link" to={`/rounds/${view.caseNo}`}>
        {t('desk')}
      </Link>
    </p>
  );
}
