import { useQuery } from '@tanstack/react-query';

import type { ListFilter } from '../../api/lists.js';
import { Shown } from '../../parts/query-state.js';
import { useLanguage, useTexts } from '../../text/language.js';
import { dayOf } from '../../text/time.js';
import { listAddress } from '../cases/filter.js';
import { CountChart } from './count-chart.js';
import { FigureTable } from './figure-table.js';
import { applicationsQuery } from './queries.js';
import type { Span } from './queries.js';
import { ShareChart } from './share-chart.js';

const TEXTS = {
  shares: ['临时党组织比例', 'Temporary Party organisations: shares'],
  counts: ['临时党组织数量', 'Temporary Party organisations: numbers'],
  span: ['{from} 至 {to} 期间的数', 'Counted from {from} to {to}'],
  now: ['现状数', 'As it stands now'],
} as const;

/** States of the cases that a figure counts; the list behind it. */
const LISTS: Readonly<Record<string, ListFilter>> = {
  submitted: {},
  active: { state: 'ACTIVE,EXPIRING' },
  membersCovered: { state: 'ACTIVE,EXPIRING' },
  refused: { state: 'REFUSED' },
  conversions: { state: 'CONVERTED' },
  expiredUnrenewed: { state: 'EXPIRED' },
};

/** Applications for temporary Party organisations and what came of them. */
export function Applications({ span }: { readonly span: Span }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const figures = useQuery(applicationsQuery(span));
  const listOf = (days: { readonly from: string; readonly to: string }) => (metric: string) => {
    const filter = LISTS[metric];
    if (filter === undefined) return null;
    return listAddress('all', { matter: 'temp-party-org', ...filter, ...(metric === 'submitted' ? days : {}) });
  };
  const day = (iso: string) => dayOf(`${iso}T00:00:00+08:00`, language);
  return (
    <Shown query={figures}>
      {({ items, from, to }) => {
        const ofSpan = items.filter(({ scope }) => scope === 'SPAN');
        const ofNow = items.filter(({ scope }) => scope === 'NOW');
        const counts = items.flatMap(({ unit, numerator, zh, en }) =>
          (unit === '件' || unit === '个') && numerator !== null
            ? [[language === 'zh' ? zh : en, numerator] as const]
            : [],
        );
        return (
          <>
            <div className="figures-board">
              <ShareChart label={t('shares')} figures={items} />
              <CountChart label={t('counts')} counts={counts} />
            </div>
            <FigureTable
              caption={t('span', { from: day(from), to: day(to) })}
              figures={ofSpan}
              listOf={listOf({ from, to })}
            />
            <FigureTable caption={t('now')} figures={ofNow} listOf={listOf({ from, to })} />
          </>
        );
      }}
    </Shown>
  );
}
