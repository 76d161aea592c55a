import { useLanguage, useTexts } from '../../text/language.js';
import { wanOf } from '../../text/money.js';
import { placeOf } from './part.js';
import type { PartProps } from './part.js';

const TEXTS = {
  title: ['假如按预算内总分最高来选', 'What if the most points under the budget were chosen'],
  about: [
    '不看名次,只求在各来源预算和各类名额之内总分最高,每个项目足额资助或不资助。这只是假设,资助按名次依次确定。',
    'Without regard to ranks: the most points within budgets and quotas, every project in full or not at all. A what-if; awards walk the ranking.',
  ],
  unproven: ['在限定时间内没有证明是最优。', 'Not proven to be the best within the time.'],
  by: ['办法', 'By'],
  walk: ['按名次(本届办法)', 'By rank (the policy)'],
  best: ['总分最高(假设)', 'Most points (what-if)'],
  count: ['项目数', 'Projects'],
  points: ['总分', 'Points'],
  money: ['总分最高的选法共需资金 {money}。', 'The most points would take {money}.'],
  same: ['两种选法选中的项目完全相同。', 'Both choose the same projects.'],
  only: ['只在其中一种选法中的项目', 'Projects that only one of them chooses'],
  project: ['项目', 'Project'],
  score: ['得分', 'Score'],
} as const;

/** The best portfolio beside the walk by rank. */
export function Portfolio({ results, diagnosis: { funded, portfolio } }: PartProps) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const pointsOf = (ids: readonly string[]) =>
    ids.reduce((sum, id) => sum + Number(placeOf(results, id)?.score ?? 0), 0);
  const apart = [...new Set([...funded, ...portfolio.projectIds])].filter(
    (id) => funded.includes(id) !== portfolio.projectIds.includes(id),
  );
  return (
    <section className="panel" aria-label={t('title')}>
      <h3>{t('title')}</h3>
      <p className="muted">
        {t('about')} {portfolio.proven ? '' : t('unproven')}
      </p>
      <div className="table-scroll">
        <table className="table">
          <thead>
            <tr>
              <th>{t('by')}</th>
              <th className="number">{t('count')}</th>
              <th className="number">{t('points')}</th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">{t('walk')}</th>
              <td className="number">{funded.length}</td>
              <td className="number">{pointsOf(funded).toFixed(2)}</td>
            </tr>
            <tr>
              <th scope="row">{t('best')}</th>
              <td className="number">{portfolio.projectIds.length}</td>
              <td className="number">{(portfolio.hundredths / 100).toFixed(2)}</td>
            </tr>
          </tbody>
        </table>
      </div>
      <p>{t('money', { money: wanOf(portfolio.fen, language) })}</p>
      {apart.length === 0 ? (
        <p>{t('same')}</p>
      ) : (
        <div className="table-scroll">
          <table className="table">
            <caption>{t('only')}</caption>
            <thead>
              <tr>
                <th>{t('project')}</th>
                <th className="number">{t('score')}</th>
                <th>{t('by')}</th>
              </tr>
            </thead>
            <tbody>
              {apart.map((id) => (
                <tr key={id}>
                  <th scope="row">{placeOf(results, id)?.title}</th>
                  <td className="number">{placeOf(results, id)?.score}</td>
                  <td>{t(funded.includes(id) ? 'walk' : 'best')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
