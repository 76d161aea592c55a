import { useTexts } from '../../text/language.js';
import { titlesOf } from './part.js';
import type { PartProps } from './part.js';

const TEXTS = {
  title: ['去掉任一评委,谁会得到资助', 'Who would be funded without any one judge'],
  stable: [
    '去掉任何一名评委,获资助的 {n} 个项目都不变。',
    'Without any one of the judges, the same {n} projects would be funded.',
  ],
  unstable: [
    '{judges} 名评委中,有 {n} 名去掉后获资助项目会变。',
    'Of {judges} judges, {n} would change the funded projects by being left out.',
  ],
  judge: ['去掉的评委', 'Without'],
  lost: ['不再获资助', 'No longer funded'],
  gained: ['改为获资助', 'Funded instead'],
  same: ['不变', 'no change'],
} as const;

/** Each judge left out in turn: which funded projects would change. */
export function WithoutJudge({ results, diagnosis: { withoutJudge, funded }, judgeOf }: PartProps) {
  const t = useTexts(TEXTS);
  const changing = withoutJudge.filter(({ lost, gained }) => lost.length + gained.length > 0).length;
  return (
    <section className="panel" aria-label={t('title')}>
      <h3>{t('title')}</h3>
      <p className={changing === 0 ? 'due-good' : 'due-soon'}>
        {changing === 0
          ? t('stable', { n: funded.length })
          : t('unstable', { judges: withoutJudge.length, n: changing })}
      </p>
      <div className="table-scroll">
        <table className="table">
          <thead>
            <tr>
              <th>{t('judge')}</th>
              <th>{t('lost')}</th>
              <th>{t('gained')}</th>
            </tr>
          </thead>
          <tbody>
            {withoutJudge.map(({ judgeId, lost, gained }) => (
              <tr key={judgeId}>
                <th scope="row">{judgeOf(judgeId)}</th>
                <td className={lost.length === 0 ? 'muted' : 'due-late'}>
                  {lost.length === 0 ? t('same') : titlesOf(results, lost)}
                </td>
                <td className={gained.length === 0 ? 'muted' : ''}>
                  {gained.length === 0 ? t('same') : titlesOf(results, gained)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
