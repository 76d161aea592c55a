import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';

import { caseQuery, timelineQuery } from '../../../api/case.js';
import { Shown } from '../../../parts/query-state.js';
import { useLabel, useLanguage, useTexts } from '../../../text/language.js';
import { yuanOf } from '../../../text/money.js';
import { minuteOf } from '../../../text/time.js';
import { Actions } from '../../case/actions.js';
import { Holders } from '../../case/holders.js';
import { ProcessPicture } from '../../case/process-picture.js';
import type { Round } from '../queries.js';
import type { TabProps } from './tab.js';

const TEXTS = {
  process: ['办理流程', 'The process'],
  next: ['接下来做什么', 'What to do next'],
  whole: ['办件全部过程与文书', 'The whole case, with its papers'],
  PLANNED: [
    '核对方案,无误后发布征集公告。发布后方案冻结,只能以补充公告更改。',
    'Check the configuration, then publish the call: it is frozen by it.',
  ],
  CALL_OPEN: [
    '正在接受申报,截止时自动进入资格审查。',
    'Applications come in; the screening begins by itself at the deadline.',
  ],
  SCREENING: [
    '逐个审查申报项目;全部审查完毕后结束资格审查,入围名单随即公布。',
    'Screen every project, then finish the screening: the shortlist is published.',
  ],
  SCORING: [
    '组成评审组、分配评委;评分表齐全后结束评审。',
    'Make up the panel, assign the judges; close the scoring when all sheets are in.',
  ],
  RANKED: ['查看排名与诊断,拟定资助名单。', 'Look at the ranking and its diagnostics, then propose the awards.'],
  PUBLICITY: [
    '公示期间受理异议;期满资助名单确定。',
    'Objections are answered during the notice; the awards stand at its end.',
  ],
  AWARDED: ['与获资助单位签订协议。', 'Agreements are being signed.'],
  EXECUTION: ['项目执行、拨付、中期与结项评估。', 'Projects are carried out, paid and evaluated.'],
  SHOWCASE: [
    '全部项目已结束。选好成果展公开的照片,举办成果展后办结。',
    'All projects have ended. Choose the pictures to be shown; the showcase closes the round.',
  ],
  CLOSED: ['本届已办结。', 'The round is closed.'],
  CANCELLED: ['本届已取消。', 'The round is cancelled.'],
  OTHER: ['请查看办件。', 'See the case.'],
  cancelled: ['{at} 取消,理由:', 'Cancelled {at}, because:'],
  counts: ['申报项目', 'Applications'],
  none: ['还没有项目申报。', 'Nobody has applied yet.'],
  class: ['类别', 'Class'],
  state: ['状态', 'State'],
  projects: ['项目数', 'Projects'],
  requested: ['申请金额', 'Requested'],
  total: ['合计', 'Together'],
  toScreening: ['去审查项目', 'Screen the projects'],
  toJudges: ['去评委与分配', 'Judges and assignment'],
  toConfiguration: ['查看方案', 'See the configuration'],
  toShowcase: ['选择成果展照片', 'Choose pictures for the showcase'],
} as const;

const WAYS: Readonly<
  Record<string, readonly [tab: string, text: 'toScreening' | 'toJudges' | 'toConfiguration' | 'toShowcase']>
> = {
  PLANNED: ['configuration', 'toConfiguration'],
  SCREENING: ['screening', 'toScreening'],
  SCORING: ['judges', 'toJudges'],
  SHOWCASE: ['showcase', 'toShowcase'],
};

/** Where the round stands, what comes next and what the reader may do about it. */
export function OverviewTab({ round, organises, audits }: TabProps) {
  return organises || audits ? <Overseen round={round} organises={organises} /> : <Next round={round} />;
}

function Overseen({ round, organises }: Pick<TabProps, 'round' | 'organises'>) {
  const t = useTexts(TEXTS);
  const view = useQuery(caseQuery(round.caseNo));
  const timeline = useQuery(timelineQuery(round.caseNo));
  const entries = timeline.data?.items ?? [];
  return (
    <>
      <Shown query={view}>
        {(of) => (
          <>
            <section className="panel">
              <h2>{t('process')}</h2>
              <ProcessPicture view={of} timeline={entries} />
            </section>
            <div className="case-columns">
              <div>
                <Next round={round} />
                <Counts round={round} />
              </div>
              <div>
                {organises ? <Actions view={of} /> : null}
                <Holders view={of} timeline={entries} />
                <p>
                  <Link to={`/cases/${round.caseNo}`}>{t('whole')}</Link>
                </p>
              </div>
            </div>
          </>
        )}
      </Shown>
    </>
  );
}

function Next({ round }: Pick<TabProps, 'round'>) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const { state, cancelled, caseNo, counts } = round;
  const way = WAYS[state.slug];
  return (
    <section className="panel">
      <h2>{t('next')}</h2>
      <p>{t(isKnown(state.slug) ? state.slug : 'OTHER')}</p>
      {cancelled === null ? null : (
        <>
          <p>{t('cancelled', { at: minuteOf(cancelled.at, language) })}</p>
          <blockquote className="prose">{cancelled.reasons}</blockquote>
        </>
      )}
      {way === undefined || counts === null ? null : (
        <Link className="button-link" to={`/rounds/${caseNo}?tab=${way[0]}`}>
          {t(way[1])}
        </Link>
      )}
    </section>
  );
}

const isKnown = (state: string): state is keyof typeof TEXTS => Object.hasOwn(TEXTS, state);

function Counts({ round }: { readonly round: Round }) {
  const t = useTexts(TEXTS);
  const label = useLabel();
  const language = useLanguage();
  const counts = round.counts ?? [];
  const sum = (of: (row: (typeof counts)[number]) => number) => counts.reduce((all, row) => all + of(row), 0);
  return (
    <section className="panel">
      <h2>{t('counts')}</h2>
      {counts.length === 0 ? (
        <p className="muted">{t('none')}</p>
      ) : (
        <div className="table-scroll">
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t('class')}</th>
                <th scope="col">{t('state')}</th>
                <th scope="col" className="number">
                  {t('projects')}
                </th>
                <th scope="col" className="number">
                  {t('requested')}
                </th>
              </tr>
            </thead>
            <tbody>
              {counts.map((row) => (
                <tr key={`${row.class.slug} ${row.state.slug}`}>
                  <th scope="row">{label(row.class)}</th>
                  <td>{label(row.state)}</td>
                  <td className="number">{row.projects}</td>
                  <td className="number">{yuanOf(row.requestedFen, language)}</td>
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row" colSpan={2}>
                  {t('total')}
                </th>
                <td className="number">{sum(({ projects }) => projects)}</td>
                <td className="number">
                  {yuanOf(
                    sum(({ requestedFen }) => requestedFen),
                    language,
                  )}
                </td>
              </tr>
            </tfoot>
          </table>
        </div>
      )}
    </section>
  );
}
