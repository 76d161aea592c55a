import { useState } from 'react';
import { Link } from 'react-router';

import { Nothing } from '../../../parts/empty.js';
import { Paged } from '../../../parts/paged.js';
import { StateTag } from '../../../parts/state-tag.js';
import { useLabel, useLanguage, useTexts } from '../../../text/language.js';
import { yuanOf } from '../../../text/money.js';
import type { ProjectRow } from '../queries.js';
import { ProjectFilters, useProjects } from './project-filters.js';
import type { ProjectFilter } from './project-filters.js';
import type { TabProps } from './tab.js';

const TEXTS = {
  none: ['没有符合条件的项目。', 'No project fits.'],
  noneOwn: ['您在本届还没有申报项目。', 'You have not applied in this round.'],
  requested: ['申请 {yuan}', 'asks for {yuan}'],
  awarded: ['资助 {yuan}', 'awarded {yuan}'],
  score: ['{score} 分,第 {rank} 名', '{score} points, no. {rank}'],
} as const;

/** The projects of the round: all of them for who organises it, one's own for who applies. */
export function ApplicationsTab({ round }: TabProps) {
  const t = useTexts(TEXTS);
  const [filter, setFilter] = useState<ProjectFilter>({});
  const pages = useProjects(round, filter);
  const isOverseen = round.counts !== null;
  return (
    <section className="panel">
      {isOverseen ? <ProjectFilters filter={filter} set={setFilter} withState /> : null}
      <Paged pages={pages} empty={<Nothing>{t(isOverseen ? 'none' : 'noneOwn')}</Nothing>}>
        {(rows) => (
          <ul className="rows">
            {rows.map((row) => (
              <li key={row.caseNo}>
                <Row row={row} />
              </li>
            ))}
          </ul>
        )}
      </Paged>
    </section>
  );
}

function Row({ row }: { readonly row: ProjectRow }) {
  const t = useTexts(TEXTS);
  const label = useLabel();
  const language = useLanguage();
  const { caseNo, title, organisation, themes, state, requestedFen, awardedFen, score, rank } = row;
  return (
    <Link className="row" to={`/cases/${caseNo}`}>
      <span className="row-main">
        <span className="row-title">
          <b className="row-kind">{label(row.class)}</b>
          {title}
        </span>
        <span className="row-sub">
          {[organisation.name, themes.map(label).join('、'), caseNo].filter(Boolean).join(' · ')}
        </span>
      </span>
      <span className="row-end">
        {score !== null && rank !== null ? <span>{t('score', { score, rank })}</span> : null}
        <span className="muted">
          {awardedFen === null
            ? t('requested', { yuan: yuanOf(requestedFen, language) })
            : t('awarded', { yuan: yuanOf(awardedFen, language) })}
        </span>
        <StateTag state={state} />
      </span>
    </Link>
  );
}
