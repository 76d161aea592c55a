import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';

import type { CaseView } from '../../../api/case.js';
import { useTexts } from '../../../text/language.js';
import '../../projects/projects.css';
import { moneyQuery, progressQuery } from '../../projects/queries.js';
import { useTerms } from '../../projects/terms.js';
import type { CaseProps } from '../matter.js';
import { NamedFigures } from '../../../parts/named-figures.js';

const TEXTS = {
  title: ['资助与执行', 'Funding and execution'],
  agreed: ['协议金额', 'Agreed'],
  paid: ['已拨付', 'Paid'],
  activities: ['活动(场)', 'Activities'],
  personTimes: ['服务人次', 'Person-times'],
  vouchers: ['支出凭证', 'Vouchers'],
  frozen: ['拨付已暂停', 'Payments are stopped'],
  money: ['协议与拨付', 'Agreement and payments'],
  toActivities: ['活动记录', 'Activities'],
  budget: ['预算与凭证', 'Budget'],
  reports: ['进度与报告', 'Progress'],
  changes: ['变更', 'Changes'],
} as const;

/** States before a project has anything to do with money. */
const BEFORE = new Set(['SUBMITTED', 'RETURNED', 'SHORTLISTED', 'SCREENED_OUT', 'SCORED', 'WITHDRAWN', 'CANCELLED']);

/** The figures of a funded project, and the ways to its money and its records. */
export function VentureProjectPanel({ view }: CaseProps) {
  const t = useTexts(TEXTS);
  const { caseNo, state } = view;
  const ways = [
    ['money', t('money')],
    ['activities', t('toActivities')],
    ['budget', t('budget')],
    ['reports', t('reports')],
    ['changes', t('changes')],
  ] as const;
  if (BEFORE.has(state.slug)) return null;
  return (
    <section className="panel" aria-label={t('title')}>
      <h2>{t('title')}</h2>
      <Figures view={view} />
      <nav className="projects-ways" aria-label={t('title')}>
        {ways.map(([tab, name]) => (
          <Link key={tab} to={`/projects/${caseNo}/${tab}`}>
            {name}
          </Link>
        ))}
      </nav>
    </section>
  );
}

function Figures({ view: { caseNo } }: { readonly view: CaseView }) {
  const t = useTexts(TEXTS);
  const terms = useTerms();
  const money = useQuery(moneyQuery(caseNo)).data;
  const totals = useQuery(progressQuery(caseNo)).data?.totals;
  if (money?.agreement == null || totals === undefined) return null;
  const paid = money.orders.reduce((sum, { fen }) => sum + fen, 0);
  const figures: [string, string | number][] = [
    [t('agreed'), terms.yuan(money.agreement.totalFen)],
    [t('paid'), terms.yuan(paid)],
    [t('activities'), totals.activities],
    [t('personTimes'), totals.personTimes],
    [t('vouchers'), terms.yuan(totals.voucherFen)],
  ];
  return (
    <>
      {money.agreement.frozen ? <p className="told told-late">{t('frozen')}</p> : null}
      <NamedFigures className="projects-figures" figures={figures} />
    </>
  );
}
