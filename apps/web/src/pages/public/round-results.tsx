import { useQuery } from '@tanstack/react-query';

import { PROJECT_CLASSES } from '#domain/venture-round/terms.js';
import { labelOf } from '#domain/terms/term.js';
import type { Answer } from '../../api/answer.js';
import { Nothing } from '../../parts/empty.js';
import { Shown } from '../../parts/query-state.js';
import { useLabel, useLanguage, useTexts } from '../../text/language.js';
import { minuteOf } from '../../text/time.js';
import { isNotPublic } from './not-public.js';
import { resultsQuery } from './queries.js';
import { SheetsProof } from './sheets-proof.js';

type Results = Answer<'/api/v1/public/rounds/{id}/results'>;
type Ranking = Results['classes'][number];

const TEXTS = {
  title: ['评审结果', 'Results'],
  at: ['{at} 公布', 'published {at}'],
  notYet: ['评审结果尚未公布。', 'The results are not published yet.'],
  rank: ['名次', 'Rank'],
  project: ['项目', 'Project'],
  organisation: ['申报单位', 'Organisation'],
  score: ['得分', 'Score'],
  sheets: ['有效评分表', 'Sheets'],
  below: ['低于资助底线', 'below the floor'],
  undecided: ['有并列项目尚待评审组表决。', 'A tie waits for the vote of the panel.'],
  UNTRIMMED_MEAN: ['同分,按未去高低分的平均分', 'a tie, by the untrimmed mean'],
  CRITERION: ['同分,按约定的评分项', 'a tie, by a criterion'],
  LOWER_REQUESTED: ['同分,按申请金额较低', 'a tie, by the lower amount asked for'],
  PANEL_VOTE: ['同分,经评审组表决', 'a tie, by the vote of the panel'],
} as const;

/** Scores and ranks, class by class; never a single sheet. */
export function RoundResults({ id }: { readonly id: string }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const results = useQuery(resultsQuery(id));
  if (isNotPublic(results.error))
    return (
      <section className="panel">
        <Nothing>{t('notYet')}</Nothing>
      </section>
    );
  return (
    <Shown query={results}>
      {(found) => (
        <>
          <section className="panel" aria-label={t('title')}>
            <div className="panel-head">
              <h2>{t('title')}</h2>
              <span className="muted">
                {t('at', { at: minuteOf(new Date(found.publishedAt).toISOString(), language) })}
              </span>
            </div>
            {found.classes.map((ranking) => (
              <OfClass key={ranking.class} ranking={ranking} />
            ))}
          </section>
          <SheetsProof id={id} root={found.root} />
        </>
      )}
    </Shown>
  );
}

function OfClass({ ranking }: { readonly ranking: Ranking }) {
  const t = useTexts(TEXTS);
  const label = useLabel();
  const name = label(labelOf(PROJECT_CLASSES, ranking.class));
  return (
    <>
      <h3>{name}</h3>
      {ranking.undecided.length === 0 ? null : <p className="due-soon">{t('undecided')}</p>}
      <div className="table-scroll">
        <table className="table table-stack">
          <thead>
            <tr>
              <th scope="col">{t('rank')}</th>
              <th scope="col">{t('project')}</th>
              <th scope="col">{t('organisation')}</th>
              <th scope="col" className="number">
                {t('score')}
              </th>
              <th scope="col" className="number">
                {t('sheets')}
              </th>
            </tr>
          </thead>
          <tbody>
            {ranking.ranked.map((place) => (
              <tr key={place.projectId}>
                <td data-name={t('rank')}>{place.rank}</td>
                <th scope="row">
                  {place.title}
                  <small className="muted">{place.caseNo}</small>
                </th>
                <td data-name={t('organisation')}>{place.organisationName}</td>
                <td data-name={t('score')} className="number">
                  {place.score}
                  {place.meetsFloor ? null : <small className="due-late">{t('below')}</small>}
                  {place.toldApartBy !== null && isRule(place.toldApartBy) ? (
                    <small className="muted">{t(place.toldApartBy)}</small>
                  ) : null}
                </td>
                <td data-name={t('sheets')} className="number">
                  {place.sheets}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

const isRule = (by: string): by is 'UNTRIMMED_MEAN' | 'CRITERION' | 'LOWER_REQUESTED' | 'PANEL_VOTE' =>
  ['UNTRIMMED_MEAN', 'CRITERION', 'LOWER_REQUESTED', 'PANEL_VOTE'].includes(by);
