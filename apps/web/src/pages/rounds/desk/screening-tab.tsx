import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';

import { caseQuery } from '../../../api/case.js';
import { Nothing } from '../../../parts/empty.js';
import { Paged } from '../../../parts/paged.js';
import { Shown } from '../../../parts/query-state.js';
import { StateTag } from '../../../parts/state-tag.js';
import { useLabel, useLanguage, useTexts } from '../../../text/language.js';
import { dayOf } from '../../../text/time.js';
import { Actions } from '../../case/actions.js';
import { projectQuery } from '../queries.js';
import type { Project, ProjectRow } from '../queries.js';
import { ProjectFilters, useProjects } from './project-filters.js';
import type { ProjectFilter } from './project-filters.js';
import type { TabProps } from './tab.js';

const TEXTS = {
  boxes: ['审查进度', 'Stages of the screening'],
  SCREEN: ['待审查', 'To be screened'],
  SUPPLEMENT: ['退回修改中', 'Returned'],
  CHECK_REFUSAL: ['待第二人复核', 'To be checked by a second person'],
  SHORTLISTED: ['入围', 'Shortlisted'],
  SCREENED_OUT: ['未通过', 'Screened out'],
  notYet: [
    '征集截止后开始资格审查:系统逐条核对并列明依据,由审查人决定。',
    'The screening begins at the deadline: every machine check comes with its clause, a person decides.',
  ],
  none: ['这里没有项目。', 'There is no project here.'],
  passed: ['核对全部通过', 'Every check passed'],
  failed: ['{n} 项未通过', '{n} checks failed'],
  look: ['审查', 'Screen'],
  lookAt: ['审查“{title}”', 'Screen "{title}"'],
  close: ['收起', 'Close'],
  checks: ['系统核对({day})', 'Machine checks ({day})'],
  ok: ['通过', 'passed'],
  bad: ['未通过', 'failed'],
  free: ['{day} 起可通过', 'passes from {day}'],
  moved: ['由“{before}”调整为“{after}”', 'moved from {before} to {after}'],
  form: ['查看申报书与材料', 'The application and its papers'],
  finish: ['结束资格审查在“进展”中办理', 'Finish the screening under "Overview"'],
  done: ['全部项目已审查完毕。', 'Every project is screened.'],
} as const;

type Box = 'SCREEN' | 'SUPPLEMENT' | 'CHECK_REFUSAL' | 'SHORTLISTED' | 'SCREENED_OUT';

const FILTERS: Readonly<Record<Box, ProjectFilter>> = {
  SCREEN: { waitsFor: 'SCREEN' },
  CHECK_REFUSAL: { waitsFor: 'CHECK_REFUSAL' },
  SUPPLEMENT: { waitsFor: 'SUPPLEMENT' },
  SHORTLISTED: { state: 'SHORTLISTED' },
  SCREENED_OUT: { state: 'SCREENED_OUT' },
};
const BOXES: readonly Box[] = ['SCREEN', 'CHECK_REFUSAL', 'SUPPLEMENT', 'SHORTLISTED', 'SCREENED_OUT'];

/** The screening board: what waits, each project with its checks, and what may be done with it. */
export function ScreeningTab({ round, organises }: TabProps) {
  const t = useTexts(TEXTS);
  const [box, setBox] = useState<Box>('SCREEN');
  const [filter, setFilter] = useState<ProjectFilter>({});
  const pages = useProjects(round, { ...filter, ...FILTERS[box] });
  const isEarly = round.state.slug === 'PLANNED' || round.state.slug === 'CALL_OPEN';
  if (isEarly)
    return (
      <section className="panel">
        <Nothing>{t('notYet')}</Nothing>
      </section>
    );
  const isScreening = round.state.slug === 'SCREENING';
  const open = (round.counts ?? []).filter(({ state }) => ['SUBMITTED', 'RETURNED'].includes(state.slug));
  return (
    <section className="panel">
      {isScreening && organises && open.length === 0 ? (
        <p className="hint" role="note">
          {t('done')} <Link to={`/rounds/${round.caseNo}?tab=overview`}>{t('finish')}</Link>
        </p>
      ) : null}
      <div className="tabs" role="group" aria-label={t('boxes')}>
        {BOXES.map((one) => (
          <button
            key={one}
            type="button"
            className={one === box ? 'tab tab-chosen rounds-tab' : 'tab rounds-tab'}
            aria-pressed={one === box}
            onClick={() => setBox(one)}
          >
            {t(one)}
          </button>
        ))}
      </div>
      <ProjectFilters filter={filter} set={setFilter} withState={false} />
      <Paged pages={pages} empty={<Nothing>{t('none')}</Nothing>}>
        {(rows) => (
          <ul className="rows">
            {rows.map((row) => (
              <li key={row.caseNo}>
                <Screened row={row} organises={organises} />
              </li>
            ))}
          </ul>
        )}
      </Paged>
    </section>
  );
}

function Screened({ row, organises }: { readonly row: ProjectRow; readonly organises: boolean }) {
  const t = useTexts(TEXTS);
  const label = useLabel();
  const [isOpen, setOpen] = useState(false);
  const { caseNo, title, organisation, failedChecks, screeningTask, state } = row;
  return (
    <>
      <div className="row">
        <span className="row-main">
          <span className="row-title">
            <b className="row-kind">{label(row.class)}</b>
            {title}
          </span>
          <span className="row-sub">{[organisation.name, caseNo].join(' · ')}</span>
        </span>
        <span className="row-end">
          {failedChecks === null ? null : (
            <span className={failedChecks === 0 ? 'due due-good' : 'due due-late'}>
              {failedChecks === 0 ? t('passed') : t('failed', { n: failedChecks })}
            </span>
          )}
          {screeningTask === null ? <StateTag state={state} /> : <span className="muted">{label(screeningTask)}</span>}
          <Button
            aria-expanded={isOpen}
            aria-label={isOpen ? `${t('close')} ${title}` : t('lookAt', { title })}
            onClick={() => setOpen(!isOpen)}
          >
            {t(isOpen ? 'close' : 'look')}
          </Button>
        </span>
      </div>
      {isOpen ? <Detail caseNo={caseNo} organises={organises} /> : null}
    </>
  );
}

function Detail({ caseNo, organises }: { readonly caseNo: string; readonly organises: boolean }) {
  const t = useTexts(TEXTS);
  const project = useQuery(projectQuery(caseNo));
  const view = useQuery(caseQuery(caseNo));
  return (
    <div className="rounds-detail">
      <Shown query={project}>{(of) => <Checks project={of} />}</Shown>
      <p>
        <Link to={`/cases/${caseNo}`}>{t('form')}</Link>
      </p>
      {organises ? <Shown query={view}>{(of) => <Actions view={of} />}</Shown> : null}
    </div>
  );
}

/** Each machine check with the clause that it rests on and its verdict. */
function Checks({ project }: { readonly project: Project }) {
  const t = useTexts(TEXTS);
  const label = useLabel();
  const language = useLanguage();
  const { screening, appliedClass } = project;
  return (
    <>
      {appliedClass.slug === project.class.slug ? null : (
        <p className="muted">{t('moved', { before: label(appliedClass), after: label(project.class) })}</p>
      )}
      {screening === null ? null : (
        <>
          <h3>{t('checks', { day: dayOf(`${screening.checkedOn}T00:00:00+08:00`, language) })}</h3>
          <ul className="checks rounds-checks">
            {screening.checks.map(({ check, passed, clauseZh, clauseEn, freeFrom }) => (
              <li key={check}>
                <span className={passed ? 'due due-good' : 'due due-late'}>
                  {passed ? '✓' : '✕'} {t(passed ? 'ok' : 'bad')}
                </span>
                <span>
                  {label({ zh: clauseZh, en: clauseEn })}
                  {freeFrom === null || passed ? null : (
                    <span className="muted"> {t('free', { day: dayOf(`${freeFrom}T00:00:00+08:00`, language) })}</span>
                  )}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
