import { useQuery } from '@tanstack/react-query';

import { Shown } from '../../parts/query-state.js';
import { useLanguage, useTexts } from '../../text/language.js';
import { minuteOf } from '../../text/time.js';
import { FigureTable } from './figure-table.js';
import { coverageQuery } from './queries.js';
import { ShareChart } from './share-chart.js';

const TEXTS = {
  title: ['党的组织覆盖', 'Coverage by Party organisations'],
  base: [
    '分子:被有效党组织(含联合、临时)覆盖的社会组织数,不是党组织数。分母:登记、备案的社会组织数。截至 {at}。',
    'Numerator: organisations that a valid Party organisation covers. Denominator: organisations on record. As of {at}.',
  ],
} as const;

/** Organisation coverage: how many organisations have a Party organisation. */
export function Coverage({ unitId }: { readonly unitId: string | undefined }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const figures = useQuery(coverageQuery(unitId));
  return (
    <Shown query={figures}>
      {({ items, asOf }) => (
        <>
          <p className="muted">{t('base', { at: minuteOf(asOf, language) })}</p>
          <div className="figures-board">
            <ShareChart label={t('title')} figures={items} />
            <FigureTable caption={t('title')} figures={items} />
          </div>
        </>
      )}
    </Shown>
  );
}
