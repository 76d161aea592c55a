import { PROJECT_CLASSES } from '#domain/venture-round/terms.js';
import { labelOf } from '#domain/terms/term.js';
import { useLabel, useTexts } from '../../../text/language.js';
import { useFields } from '../judge-choice.js';
import type { Job } from '../judge-queries.js';

const TEXTS = {
  summary: [
    '{projects} 个项目、{judges} 名评委、{pairs} 份评分表;契合总分 {points}，最低的项目 {worst} 分。',
    '{projects} projects, {judges} judges, {pairs} sheets; {points} points of expertise, {worst} for the worst-off project.',
  ],
  proven: ['已证明没有更好的分配。', 'It is proven that none is better.'],
  unproven: ['在时限内算出,未证明是最好的。', 'Found in time, not proven to be the best.'],
  changes: [
    '与现有分配相比:新增 {added} 份,减少 {removed} 份。',
    'Against the present one: {added} more, {removed} fewer.',
  ],
  project: ['项目', 'Project'],
  judges: ['评委与理由', 'Judges and reasons'],
  reason: ['契合{fields}({n} 分)', 'knows {fields} ({n} points)'],
  noReason: ['领域不契合,补足人数', 'knows none of its themes; makes up the number'],
  new: ['新增', 'new'],
} as const;

/** Every project with its judges, and why each of them. */
export function Pairs({ job }: { readonly job: Job }) {
  const t = useTexts(TEXTS);
  const label = useLabel();
  const fieldsOf = useFields();
  const { result, projects, judges } = job;
  if (result === null) return null;
  const nameOf = (id: string) => judges.find(({ judgeId }) => judgeId === id)?.name ?? '';
  const isReplacement = job.kind === 'REPLACE';
  const isNew = (projectId: string, judgeId: string) =>
    result.added.some((pair) => pair.projectId === projectId && pair.judgeId === judgeId);
  const assigned = projects.filter(({ projectId }) => result.pairs.some((pair) => pair.projectId === projectId));
  const used = new Set(result.pairs.map(({ judgeId }) => judgeId));
  return (
    <>
      <p>
        {t('summary', {
          projects: assigned.length,
          judges: used.size,
          pairs: result.pairs.length,
          points: result.points,
          worst: result.worstPoints,
        })}{' '}
        <span className="muted">{t(result.proven ? 'proven' : 'unproven')}</span>
      </p>
      {isReplacement ? <p>{t('changes', { added: result.added.length, removed: result.removed.length })}</p> : null}
      <div className="table-scroll rounds-pairs">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('project')}</th>
              <th scope="col">{t('judges')}</th>
            </tr>
          </thead>
          <tbody>
            {assigned.map((project) => (
              <tr key={project.projectId}>
                <th scope="row">
                  {project.title}
                  <small className="muted">
                    {[label(labelOf(PROJECT_CLASSES, project.class)), fieldsOf(project.themes)].join(' · ')}
                  </small>
                </th>
                <td>
                  <ul className="rounds-reasons">
                    {result.pairs
                      .filter(({ projectId }) => projectId === project.projectId)
                      .map(({ judgeId, points, matched }) => (
                        <li key={judgeId}>
                          <b>{nameOf(judgeId)}</b>{' '}
                          <span className="muted">
                            {matched.length === 0
                              ? t('noReason')
                              : t('reason', { fields: fieldsOf(matched), n: points })}
                          </span>
                          {isReplacement && isNew(project.projectId, judgeId) ? (
                            <span className="due due-soon rounds-new">{t('new')}</span>
                          ) : null}
                        </li>
                      ))}
                  </ul>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
