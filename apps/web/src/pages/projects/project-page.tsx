import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';

import { caseQuery } from '../../api/case.js';
import type { CaseView } from '../../api/case.js';
import { ProblemError } from '../../api/problem.js';
import { Shown } from '../../parts/query-state.js';
import { Standstill } from '../../parts/standstill.js';
import { StateTag } from '../../parts/state-tag.js';
import { Tabs } from '../../parts/tabs.js';
import { useTitle } from '../../parts/title.js';
import { useTexts } from '../../text/language.js';
import { ActivitiesTab } from './execution/activities-tab.js';
import { BudgetTab } from './execution/budget-tab.js';
import { ChangesTab } from './execution/changes-tab.js';
import { ReportsTab } from './execution/reports-tab.js';
import { MoneyTab } from './money/money-tab.js';
import './projects.css';

const TEXTS = {
  money: ['协议与拨付', 'Agreement and payments'],
  activities: ['活动', 'Activities'],
  budget: ['预算与凭证', 'Budget'],
  reports: ['进度与报告', 'Progress'],
  changes: ['变更', 'Changes'],
  tabs: ['项目', 'Project'],
  open: ['查看办件', 'See the case'],
  missing: ['没有找到这个项目', 'This project was not found'],
  missingWhy: ['编号可能有误,或者您无权查看。', 'The number may be wrong, or it is not yours to see.'],
  home: ['返回工作台', 'Back to the desk'],
} as const;

const TABS = ['money', 'activities', 'budget', 'reports', 'changes'] as const;
type Tab = (typeof TABS)[number];

/** What each tab is given. */
export interface TabProps {
  readonly view: CaseView;
}

/** A project from its award to its end: its money and its execution. */
export function ProjectPage() {
  const { caseNo = '', tab: asked } = useParams();
  const t = useTexts(TEXTS);
  const view = useQuery(caseQuery(caseNo));
  const tab = TABS.find((each) => each === asked) ?? 'money';
  useTitle([view.data?.title, t(tab)].filter(Boolean).join(' '));
  if (view.error instanceof ProblemError && view.error.problem.status === 404)
    return <Standstill title={t('missing')} why={t('missingWhy')} way={<Link to="/">{t('home')}</Link>} />;
  return (
    <Shown query={view}>
      {(data) => (
        <article>
          <Head view={data} />
          <Tabs
            label={t('tabs')}
            tabs={TABS.map((each) => ({ to: `/projects/${caseNo}/${each}`, name: t(each), chosen: each === tab }))}
          />
          <OneTab tab={tab} view={data} />
        </article>
      )}
    </Shown>
  );
}

function Head({ view }: TabProps) {
  const t = useTexts(TEXTS);
  return (
    <header className="case-head">
      <h1>
        {view.title} <StateTag state={view.state} />
      </h1>
      <p className="muted">
        {[view.organisation?.name, view.caseNo].filter(Boolean).join(' · ')} ·{' '}
        <Link className="projects-underlined" to={`/cases/${view.caseNo}`}>
          {t('open')}
        </Link>
      </p>
    </header>
  );
}

function OneTab({ tab, view }: TabProps & { readonly tab: Tab }) {
  switch (tab) {
    case 'activities':
      return <ActivitiesTab view={view} />;
    case 'budget':
      return <BudgetTab view={view} />;
    case 'reports':
      return <ReportsTab view={view} />;
    case 'changes':
      return <ChangesTab view={view} />;
    default:
      return <MoneyTab view={view} />;
  }
}
