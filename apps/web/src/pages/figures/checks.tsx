import { useQuery } from '@tanstack/react-query';

import { Shown } from '../../parts/query-state.js';
import { useTexts } from '../../text/language.js';
import { isoDayOf } from '../../text/time.js';
import { listAddress } from '../cases/filter.js';
import { FigureTable } from './figure-table.js';
import { checksQuery } from './queries.js';
import type { Span } from './queries.js';
import { ShareChart } from './share-chart.js';

const TEXTS = { title: ['{year} 年抽查', 'Random checks of {year}'] } as const;

/** Random checks of the year in which the chosen span ends. */
export function Checks({ span: { unitId, to } }: { readonly span: Span }) {
  const t = useTexts(TEXTS);
  const year = Number((to ?? isoDayOf(new Date())).slice(0, 4));
  const figures = useQuery(checksQuery(unitId, year));
  return (
    <Shown query={figures}>
      {({ items }) => (
        <div className="figures-board">
          <ShareChart label={t('title', { year })} figures={items} />
          <FigureTable
            caption={t('title', { year })}
            figures={items}
            listOf={(metric) =>
              metric === items[0]?.metric
                ? listAddress('all', { matter: 'drawn-check', from: `${year}-01-01`, to: `${year}-12-31` })
                : null
            }
          />
        </div>
      )}
    </Shown>
  );
}
