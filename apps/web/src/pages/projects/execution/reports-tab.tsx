import { useQuery } from '@tanstack/react-query';

import { Due } from '../../../parts/due.js';
import { Nothing } from '../../../parts/empty.js';
import { Shown } from '../../../parts/query-state.js';
import { useLanguage, useTexts } from '../../../text/language.js';
import { minuteOf } from '../../../text/time.js';
import { Hash } from '../hash.js';
import type { TabProps } from '../project-page.js';
import { progressQuery } from '../queries.js';
import type { Progress } from '../queries.js';
import { useTerms } from '../terms.js';
import { useParts } from '../use-parts.js';
import { ProgressTable } from './progress-table.js';
import { ReportForm } from './report-form.js';

const TEXTS = {
  progress: ['承诺的指标', 'What was promised'],
  MID_TERM: ['中期报告', 'Mid-term report'],
  FINAL: ['结项报告', 'Final report'],
  due: ['待提交:{name}', 'To be filed: {name}'],
  reports: ['报告', 'Reports'],
  none: ['还没有提交报告。中期和结项时提交,数字由系统从活动记录和凭证统计。', 'No report yet.'],
  filed: ['{name} 于 {at} 提交', 'filed by {name}, {at}'],
  figures: [
    '活动 {activities} 场,服务 {personTimes} 人次、{persons} 人,志愿者 {volunteers} 人次;凭证合计 {vouchers}',
    '{activities} activities, {personTimes} person-times, {persons} persons, {volunteers} volunteers; vouchers of {vouchers}',
  ],
  hash: ['冻结后的散列值,今后可核对', 'The hash of the frozen report'],
  evaluations: ['评估', 'Evaluations'],
  ofMID_TERM: ['中期评估', 'Mid-term'],
  ofSECOND_CHECK: ['整改复查', 'Second check'],
  ofFINAL: ['结项评估', 'Closing'],
  PASS: ['合格', 'passed'],
  RECTIFY: ['限期整改', 'to be rectified'],
  FAIL: ['不合格', 'failed'],
  accepted: ['认可的支出 {fen}', '{fen} of spending accepted'],
} as const;

const isKind = (kind: string): kind is 'MID_TERM' | 'FINAL' => kind === 'MID_TERM' || kind === 'FINAL';
const isResult = (result: string): result is 'PASS' | 'RECTIFY' | 'FAIL' =>
  ['PASS', 'RECTIFY', 'FAIL'].includes(result);
const TONES: Readonly<Record<string, string>> = { PASS: 'due-good', RECTIFY: 'due-soon', FAIL: 'due-late' };

/** How far the project is: indicators, the report that is due, what was reported and what evaluators made of it. */
export function ReportsTab({ view }: TabProps) {
  const t = useTexts(TEXTS);
  const progress = useQuery(progressQuery(view.caseNo));
  const { isApplicant } = useParts(view);
  const task = view.tasks.find(({ kind }) => kind === 'FILE_MID_TERM_REPORT' || kind === 'FILE_FINAL_REPORT');
  const due = task?.kind === 'FILE_FINAL_REPORT' ? 'FINAL' : 'MID_TERM';
  return (
    <Shown query={progress}>
      {(data) => (
        <>
          <section className="panel">
            <h2>{t('progress')}</h2>
            <ProgressTable objectives={data.objectives} />
          </section>
          {task === undefined ? null : (
            <section className="panel">
              <div className="panel-head">
                <h2>{t('due', { name: t(due) })}</h2>
                <Due dueAt={task.dueAt} />
              </div>
              {isApplicant ? <ReportForm key={task.taskId} caseNo={view.caseNo} kind={due} progress={data} /> : null}
            </section>
          )}
          <Reports reports={data.reports} />
          <Evaluations evaluations={data.evaluations} />
        </>
      )}
    </Shown>
  );
}

function Reports({ reports }: Pick<Progress, 'reports'>) {
  const t = useTexts(TEXTS);
  const terms = useTerms();
  const language = useLanguage();
  return (
    <section className="panel">
      <h2>{t('reports')}</h2>
      {reports.length === 0 ? <Nothing>{t('none')}</Nothing> : null}
      {reports.map(({ no, kind, filedBy, filedAt, figures, story, hash }) => (
        <article key={no} className="projects-report">
          <h3>{isKind(kind) ? t(kind) : ''}</h3>
          <p className="muted">{t('filed', { name: filedBy, at: minuteOf(filedAt, language) })}</p>
          <p>{t('figures', { ...figures, vouchers: terms.yuan(figures.voucherFen) })}</p>
          <p className="prose">{story}</p>
          <Hash value={hash} why={t('hash')} />
        </article>
      ))}
    </section>
  );
}

function Evaluations({ evaluations }: Pick<Progress, 'evaluations'>) {
  const t = useTexts(TEXTS);
  const terms = useTerms();
  const language = useLanguage();
  const nameOf = (kind: string) =>
    t(kind === 'FINAL' ? 'ofFINAL' : kind === 'MID_TERM' ? 'ofMID_TERM' : 'ofSECOND_CHECK');
  if (evaluations.length === 0) return null;
  return (
    <section className="panel">
      <h2>{t('evaluations')}</h2>
      <ul className="rows">
        {evaluations.map(({ no, kind, result, evaluator, at, acceptedFen }) => (
          <li key={no} className="projects-deed">
            <span className="row-main">
              <span>{nameOf(kind)}</span>
              <small className="muted">{[evaluator, minuteOf(at, language)].filter(Boolean).join(' · ')}</small>
            </span>
            <span>
              <b className={TONES[result] ?? ''}>{isResult(result) ? t(result) : ''}</b>
              {acceptedFen === null || kind !== 'FINAL' ? null : (
                <small className="muted"> {t('accepted', { fen: terms.yuan(acceptedFen) })}</small>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
