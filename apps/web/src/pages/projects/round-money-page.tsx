import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';

import { usePages } from '../../api/use-pages.js';
import { Due } from '../../parts/due.js';
import { Nothing } from '../../parts/empty.js';
import { Paged } from '../../parts/paged.js';
import { Shown } from '../../parts/query-state.js';
import { StateTag } from '../../parts/state-tag.js';
import { useTitle } from '../../parts/title.js';
import { useLabel, useTexts } from '../../text/language.js';
import { roundQuery } from '../rounds/queries.js';
import './projects.css';
import { figuresQuery, readAccounts, readWaiting } from './queries.js';
import { RoundHead } from './round-head.js';
import { useTerms } from './terms.js';

const TEXTS = {
  title: ['资金', 'Money'],
  sources: ['各来源资金', 'By source'],
  source: ['资金来源', 'Source'],
  planned: ['计划', 'Planned'],
  agreed: ['协议', 'Agreed'],
  paid: ['已拨', 'Paid'],
  returned: ['退回', 'Returned'],
  left: ['待拨', 'To be paid'],
  total: ['合计', 'Total'],
  noMoney: ['还没有资金安排。', 'No money is planned yet.'],
  account: ['各年度拨付', 'By year'],
  ofYear: ['{year} 年 {source}:{orders} 笔,{fen}', '{year} {source}: {orders} orders, {fen}'],
  waiting: ['待签批、待提交', 'What waits'],
  noWaiting: ['没有待签批的事项。', 'Nothing waits.'],
  payment: ['{source} 第 {no} 期 {fen}', '{source}, instalment {no}, {fen}'],
  stopped: ['已暂停', 'stopped'],
  projects: ['各项目', 'By project'],
  project: ['项目', 'Project'],
  state: ['状态', 'State'],
  frozen: ['拨付暂停', 'payments stopped'],
  noProjects: ['还没有获资助的项目。', 'No project is funded yet.'],
} as const;

const HEADS = ['planned', 'agreed', 'paid', 'returned', 'left'] as const;

/** The money of a round for those who keep its accounts: by source, what waits for a signature, project by project. */
export function RoundMoneyPage() {
  const { caseNo = '' } = useParams();
  const t = useTexts(TEXTS);
  const round = useQuery(roundQuery(caseNo));
  useTitle([round.data?.title, t('title')].filter(Boolean).join(' '));
  return (
    <Shown query={round}>
      {(data) => (
        <>
          <RoundHead round={data} page={t('title')} />
          <Sources caseNo={data.caseNo} />
          <Waiting caseNo={data.caseNo} />
          <Accounts caseNo={data.caseNo} />
        </>
      )}
    </Shown>
  );
}

interface Amounts {
  readonly plannedFen: number;
  readonly agreedFen: number;
  readonly paidFen: number;
  readonly returnedFen: number;
}

function Sources({ caseNo }: { readonly caseNo: string }) {
  const t = useTexts(TEXTS);
  const terms = useTerms();
  const figures = useQuery(figuresQuery(caseNo));
  const cells = ({ plannedFen, agreedFen, paidFen, returnedFen }: Amounts) =>
    [plannedFen, agreedFen, paidFen, returnedFen, Math.max(0, agreedFen - paidFen)].map((fen, place) => (
      <td key={HEADS[place]} className="number" data-head={t(HEADS[place] ?? 'left')}>
        {terms.yuan(fen)}
      </td>
    ));
  return (
    <section className="panel">
      <h2>{t('sources')}</h2>
      <Shown query={figures}>
        {({ money, account }) =>
          money.length === 0 ? (
            <Nothing>{t('noMoney')}</Nothing>
          ) : (
            <>
              <div className="table-scroll">
                <table className="table projects-cards">
                  <thead>
                    <tr>
                      <th scope="col">{t('source')}</th>
                      {HEADS.map((head) => (
                        <th key={head} scope="col" className="number">
                          {t(head)}
                        </th>
                      ))}
                    </tr>
                  </thead>
                  <tbody>
                    {money.map((each) => (
                      <tr key={each.source}>
                        <th scope="row">{terms.source(each.source)}</th>
                        {cells(each)}
                      </tr>
                    ))}
                    <tr>
                      <th scope="row">{t('total')}</th>
                      {cells(totalOf(money))}
                    </tr>
                  </tbody>
                </table>
              </div>
              {account.length === 0 ? null : <h3 className="projects-next">{t('account')}</h3>}
              <ul>
                {account.map(({ year, source, orders, paidFen }) => (
                  <li key={`${year} ${source}`}>
                    {t('ofYear', { year, source: terms.source(source), orders, fen: terms.yuan(paidFen) })}
                  </li>
                ))}
              </ul>
            </>
          )
        }
      </Shown>
    </section>
  );
}

const totalOf = (money: readonly Amounts[]): Amounts =>
  money.reduce<Amounts>(
    (sum, each) => ({
      plannedFen: sum.plannedFen + each.plannedFen,
      agreedFen: sum.agreedFen + each.agreedFen,
      paidFen: sum.paidFen + each.paidFen,
      returnedFen: sum.returnedFen + each.returnedFen,
    }),
    { plannedFen: 0, agreedFen: 0, paidFen: 0, returnedFen: 0 },
  );

function Waiting({ caseNo }: { readonly caseNo: string }) {
  const t = useTexts(TEXTS);
  const terms = useTerms();
  const label = useLabel();
  const pages = usePages(['live', 'round', caseNo, 'waiting'], readWaiting(caseNo));
  return (
    <section className="panel">
      <h2>{t('waiting')}</h2>
      <Paged pages={pages} empty={<Nothing>{t('noWaiting')}</Nothing>}>
        {(rows) => (
          <ul className="rows">
            {rows.map((row) => (
              <li key={row.taskId}>
                <Link
                  className="row"
                  to={row.source === null ? `/cases/${row.caseNo}` : `/projects/${row.caseNo}/money`}
                >
                  <span className="row-main">
                    <span className="row-title">
                      <span className="row-kind">{label(row)}</span>
                      {row.title}
                    </span>
                    {row.source === null ? null : (
                      <span className="row-sub">
                        {t('payment', {
                          source: terms.source(row.source),
                          no: row.instalment ?? 0,
                          fen: terms.yuan(row.fen ?? 0),
                        })}
                      </span>
                    )}
                  </span>
                  <span className="row-end">
                    {row.suspended ? <span className="due-late">{t('stopped')}</span> : <Due dueAt={row.dueAt} />}
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        )}
      </Paged>
    </section>
  );
}

function Accounts({ caseNo }: { readonly caseNo: string }) {
  const t = useTexts(TEXTS);
  const terms = useTerms();
  const pages = usePages(['live', 'round', caseNo, 'accounts'], readAccounts(caseNo));
  return (
    <section className="panel">
      <h2>{t('projects')}</h2>
      <Paged pages={pages} empty={<Nothing>{t('noProjects')}</Nothing>}>
        {(rows) => (
          <div className="table-scroll">
            <table className="table projects-cards">
              <thead>
                <tr>
                  <th scope="col">{t('project')}</th>
                  <th scope="col">{t('state')}</th>
                  {(['agreed', 'paid', 'returned'] as const).map((head) => (
                    <th key={head} scope="col" className="number">
                      {t(head)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map(({ caseNo: no, title, organisation, state, frozen, agreedFen, paidFen, returnedFen }) => (
                  <tr key={no}>
                    <th scope="row">
                      <Link to={`/projects/${no}/money`}>{title}</Link>
                      <small className="muted">{organisation}</small>
                    </th>
                    <td>
                      <StateTag state={state} />
                      {frozen ? <small className="due-late">{t('frozen')}</small> : null}
                    </td>
                    <td className="number" data-head={t('agreed')}>
                      {terms.yuan(agreedFen)}
                    </td>
                    <td className="number" data-head={t('paid')}>
                      {terms.yuan(paidFen)}
                    </td>
                    <td className="number" data-head={t('returned')}>
                      {terms.yuan(returnedFen)}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Paged>
    </section>
  );
}
