import { useQuery } from '@tanstack/react-query';

import { labelOf } from '#domain/terms/term.js';
import { PROJECT_CLASSES } from '#domain/venture-round/terms.js';
import { actionsQuery } from '../../api/case.js';
import { useLabel, useTexts } from '../../text/language.js';
import type { ClassResult, Place } from './queries.js';
import { Vote } from './vote.js';

const TEXTS = {
  title: ['{class}排名', 'Ranking: {class}'],
  rank: ['名次', 'Rank'],
  project: ['项目', 'Project'],
  score: ['得分', 'Score'],
  mean: ['未去极值平均', 'Untrimmed mean'],
  sheets: ['评分表', 'Sheets'],
  by: ['与前一名的区别', 'Told apart by'],
  below: ['低于最低分', 'below the floor'],
  tie: ['并列,待表决', 'tied, to be voted on'],
  SCORE: ['得分', 'score'],
  UNTRIMMED_MEAN: ['未去极值平均', 'untrimmed mean'],
  CRITERION: ['指定评分项', 'a criterion'],
  LOWER_REQUESTED: ['申请金额较低', 'lower request'],
  PANEL_VOTE: ['评审组表决', 'vote of the panel'],
} as const;

type Ground = 'SCORE' | 'UNTRIMMED_MEAN' | 'CRITERION' | 'LOWER_REQUESTED' | 'PANEL_VOTE';
const GROUNDS: readonly Ground[] = ['SCORE', 'UNTRIMMED_MEAN', 'CRITERION', 'LOWER_REQUESTED', 'PANEL_VOTE'];

/** The published ranking of a class, and the ties that the panel still votes on. */
export function ClassTable({ caseNo, of }: { readonly caseNo: string; readonly of: ClassResult }) {
  const t = useTexts(TEXTS);
  const label = useLabel();
  const actions = useQuery(actionsQuery(caseNo));
  const canVote = actions.data?.items.some(({ kind }) => kind === 'recordPanelVote') === true;
  const title = t('title', { class: label(labelOf(PROJECT_CLASSES, of.class)) });
  const tied = of.undecided.flat();
  if (of.ranked.length === 0) return null;
  return (
    <section className="panel" aria-label={title}>
      <h2>{title}</h2>
      <div className="table-scroll">
        <table className="table">
          <thead>
            <tr>
              <th className="number">{t('rank')}</th>
              <th>{t('project')}</th>
              <th className="number">{t('score')}</th>
              <th className="number">{t('mean')}</th>
              <th className="number">{t('sheets')}</th>
              <th>{t('by')}</th>
            </tr>
          </thead>
          <tbody>
            {of.ranked.map((place) => (
              <tr key={place.projectId}>
                <td className="number">{place.rank}</td>
                <th scope="row">
                  {place.title}
                  <small className="muted">{place.organisationName}</small>
                </th>
                <td className="number">
                  <b>{place.score}</b>
                  {place.meetsFloor ? null : <small className="due-late">{t('below')}</small>}
                </td>
                <td className="number">{place.untrimmedMean}</td>
                <td className="number">{place.sheets}</td>
                <td>{tied.includes(place.projectId) ? t('tie') : wordsOf(place, t)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {of.undecided.map((tie) => (
        <Vote
          key={tie.join(' ')}
          caseNo={caseNo}
          tie={of.ranked.filter(({ projectId }) => tie.includes(projectId))}
          may={canVote}
        />
      ))}
    </section>
  );
}

function wordsOf({ toldApartBy }: Place, t: (key: Ground) => string): string {
  const ground = GROUNDS.find((one) => one === toldApartBy);
  return ground === undefined ? '—' : t(ground);
}
