import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';

import { answered, api } from '../../api/client.js';
import { meQuery } from '../../api/queries.js';
import { usePages } from '../../api/use-pages.js';
import { Nothing } from '../../parts/empty.js';
import { Paged } from '../../parts/paged.js';
import { StateTag } from '../../parts/state-tag.js';
import { useTitle } from '../../parts/title.js';
import { useTexts } from '../../text/language.js';
import { OpenSeason } from './open-season.js';
import { Schedule } from './schedule.js';
import { isOpening } from './season-queries.js';
import type { Season } from './season-queries.js';
import './seasons.css';

const TEXTS = {
  title: ['年检', 'Annual inspection'],
  list: ['年检季', 'Seasons'],
  none: ['还没有年检季。', 'There is no season yet.'],
  noneHint: ['由登记管理机关的经办人员或者负责人开启。', 'The registry’s officers or leader open one.'],
  name: ['{year}年度年检季', 'Season of {year}'],
  filed: ['已报送 {filed} / 应报送 {required}', 'filed {filed} of {required}'],
  late: ['逾期 {n}', '{n} late'],
  ended: ['已办结 {n}', '{n} closed'],
  opening: ['正在开立办件', 'opening'],
} as const;

const PAGE = 20;

/** The seasons that one may see, and for a registry the way to open one. */
export function SeasonsPage() {
  const t = useTexts(TEXTS);
  useTitle(t('title'));
  const { data: me } = useQuery(meQuery);
  const pages = usePages<Season>(['live', 'seasons'], (cursor) =>
    answered(
      api.GET('/api/v1/seasons', {
        params: { query: { limit: PAGE, ...(cursor === undefined ? {} : { cursor }) } },
      }),
    ),
  );
  const registry = me?.grants.find(({ role }) => role === 'REGISTRY_LEADER' || role === 'REGISTRY_OFFICER');
  const leads = me?.grants.some(({ role }) => role === 'REGISTRY_LEADER') === true;
  return (
    <>
      <h1>{t('title')}</h1>
      <div className="home-columns">
        <section className="panel">
          <h2>{t('list')}</h2>
          <Paged
            pages={pages}
            empty={
              <Nothing>
                {t('none')}
                {registry === undefined ? ` ${t('noneHint')}` : ''}
              </Nothing>
            }
          >
            {(rows) => (
              <ul className="rows">
                {rows.map((season) => (
                  <li key={season.caseNo}>
                    <SeasonRow season={season} />
                  </li>
                ))}
              </ul>
            )}
          </Paged>
        </section>
        {registry === undefined ? null : (
          <div>
            <OpenSeason seasons={pages.rows} registryUnitId={registry.unitId} />
            <Schedule leads={leads} />
          </div>
        )}
      </div>
    </>
  );
}

function SeasonRow({ season }: { readonly season: Season }) {
  const t = useTexts(TEXTS);
  const { caseNo, inspectedYear, registry, returns, state } = season;
  return (
    <Link className="row" to={`/seasons/${caseNo}`}>
      <span className="row-main">
        <span className="row-title">{t('name', { year: inspectedYear })}</span>
        <span className="row-sub">{[registry.name, caseNo].join(' · ')}</span>
      </span>
      <span className="row-end">
        {returns.required > 0 ? (
          <span className="muted">
            {[
              t('filed', { filed: returns.filed, required: returns.required }),
              ...(returns.late > 0 ? [t('late', { n: returns.late })] : []),
              t('ended', { n: returns.ended }),
            ].join(' · ')}
          </span>
        ) : null}
        {isOpening(season) ? <span className="due due-soon">{t('opening')}</span> : null}
        <StateTag state={state} />
      </span>
    </Link>
  );
}
