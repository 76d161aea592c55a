import { useQuery } from '@tanstack/react-query';

import { actionsQuery } from '../../../api/case.js';
import type { CaseView } from '../../../api/case.js';
import { Nothing } from '../../../parts/empty.js';
import { Shown } from '../../../parts/query-state.js';
import { useTexts } from '../../../text/language.js';
import type { Round } from '../../rounds/queries.js';
import { ActPress } from '../act-press.js';
import { planQuery } from '../queries.js';
import type { Plan } from '../queries.js';
import { useTerms } from '../terms.js';

const TEXTS = {
  title: ['拟资助方案', 'The plan'],
  how: [
    '按类别、名次依次分配,受最低分、名额、单项上限、比例上限和各来源预算限制;系统列出每个项目给多少、为什么。',
    'Class by class and by rank, within floor, quotas, caps and budgets: for each project what it gets and why.',
  ],
  none: ['还没有排名。', 'There is no ranking yet.'],
  rank: ['名次', 'Rank'],
  rankIn: ['{class}第 {rank} 名', '{class} {rank}'],
  project: ['项目', 'Project'],
  score: ['得分', 'Score'],
  asked: ['申请', 'Asked for'],
  fen: ['拟资助', 'Proposed'],
  why: ['结果与理由', 'Outcome and reason'],
  FULL: ['全额资助', 'In full'],
  LESS: ['少给:剩余资金不足全额', 'Less: the money left does not reach'],
  STANDING: ['已公示无异议,保持不变', 'Stands already'],
  RESERVE: ['候补', 'Reserve'],
  NOT_FUNDED: ['不予资助', 'Not funded'],
  BELOW_FLOOR: ['低于最低分', 'below the floor'],
  CLASS_NOT_FUNDABLE: ['该类别不使用公共资金', 'its class takes no public money'],
  QUOTA_FULL: ['类别名额已满', 'the quota of the class is full'],
  NO_MONEY: ['资金已分配完', 'no money is left'],
  left: ['分配后各来源结余', 'Left of each source'],
  total: ['合计 {fen},{n} 个项目', '{fen} for {n} projects'],
  waits: [
    '方案随排名和资金变化;提出时以当时的方案为准,与您看到的不同会退回。',
    'A plan that has changed since you saw it is not proposed.',
  ],
} as const;

const isKnown = (word: string | null): word is keyof typeof TEXTS => word !== null && Object.hasOwn(TEXTS, word);

interface Props {
  readonly round: Round;
  readonly view: CaseView | undefined;
}

/** The plan of awards with the reason for each project, and the press that publishes it. */
export function Proposal({ round, view }: Props) {
  const t = useTexts(TEXTS);
  const plan = useQuery(planQuery(round.caseNo));
  const actions = useQuery({ ...actionsQuery(round.caseNo), enabled: view !== undefined });
  const action = actions.data?.items.find(({ kind }) => kind === 'proposeAwards');
  return (
    <section className="panel">
      <h2>{t('title')}</h2>
      <p className="muted">{t('how')}</p>
      <Shown query={plan}>
        {(data) =>
          data.lines.length === 0 ? (
            <Nothing>{t('none')}</Nothing>
          ) : (
            <>
              <PlanTable plan={data} />
              <Left plan={data} />
              <Refused refusal={data.refusal} />
              {action === undefined || view === undefined ? null : (
                <>
                  <p className="muted">{t('waits')}</p>
                  <ActPress view={view} action={action} />
                </>
              )}
            </>
          )
        }
      </Shown>
    </section>
  );
}

function PlanTable({ plan }: { readonly plan: Plan }) {
  const t = useTexts(TEXTS);
  const terms = useTerms();
  const awarded = plan.lines.filter(({ fen }) => fen > 0);
  return (
    <>
      <div className="table-scroll">
        <table className="table projects-cards">
          <thead>
            <tr>
              {(['rank', 'project', 'score', 'asked', 'fen', 'why'] as const).map((head) => (
                <th key={head} scope="col" className={head === 'asked' || head === 'fen' ? 'number' : undefined}>
                  {t(head)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {plan.lines.map((line) => (
              <tr key={line.caseNo}>
                <td>{t('rankIn', { class: terms.class(line.class), rank: line.rank })}</td>
                <th scope="row">
                  {line.title}
                  <small className="muted">{line.organisation}</small>
                </th>
                <td data-head={t('score')}>{line.score ?? '—'}</td>
                <td className="number" data-head={t('asked')}>
                  {terms.yuan(line.requestedFen)}
                </td>
                <td className="number" data-head={t('fen')}>
                  {line.fen === 0 ? '—' : <b>{terms.yuan(line.fen)}</b>}
                  <small className="muted">
                    {line.bySource.map(({ source, fen }) => `${terms.source(source)} ${terms.yuan(fen)}`).join('、')}
                  </small>
                </td>
                <td>
                  {t(line.outcome)}
                  {isKnown(line.why) ? <small className="muted">{t(line.why)}</small> : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p>
        <b>{t('total', { fen: terms.yuan(awarded.reduce((sum, { fen }) => sum + fen, 0)), n: awarded.length })}</b>
      </p>
    </>
  );
}

function Left({ plan: { leftBySource } }: { readonly plan: Plan }) {
  const t = useTexts(TEXTS);
  const terms = useTerms();
  return (
    <p>
      {t('left')}：{leftBySource.map(({ source, fen }) => `${terms.source(source)} ${terms.yuan(fen)}`).join('、')}
    </p>
  );
}

/** What keeps the plan from being proposed, for example a tie on which the panel has to vote. */
function Refused({ refusal }: { readonly refusal: unknown }) {
  if (typeof refusal !== 'object' || refusal === null || !('messageZh' in refusal)) return null;
  return <p className="told told-late">{String(refusal.messageZh)}</p>;
}
