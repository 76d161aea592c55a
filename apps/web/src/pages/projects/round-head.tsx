import { Link } from 'react-router';

import { StateTag } from '../../parts/state-tag.js';
import { useTexts } from '../../text/language.js';
import type { Round } from '../rounds/queries.js';

const TEXTS = { back: ['返回本届', 'Back to the round'] } as const;

/** What round it is, and the way back to its desk. */
export function RoundHead({ round, page }: { readonly round: Round; readonly page: string }) {
  const t = useTexts(TEXTS);
  return (
    <header className="case-head">
      <h1>
        {round.title} {page} <StateTag state={round.state} />
      </h1>
      <p className="muted">
        {round.caseNo} ·{' '}
        <Link className="projects-underlined" to={`/rounds/${round.caseNo}`}>
          {t('back')}
        </Link>
      </p>
    </header>
  );
}
