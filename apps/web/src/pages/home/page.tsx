import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

import { draftsQuery, listQuery, noticesQuery } from '../../api/lists.js';
import type { Box, ListFilter } from '../../api/lists.js';
import { countsQuery, meQuery } from '../../api/queries.js';
import { StandingChoice } from '../../app/standing-choice.js';
import { useStanding } from '../../app/standing.js';
import { CaseRows } from '../../parts/case-rows.js';
import { Nothing } from '../../parts/empty.js';
import { NoticeList } from '../../parts/notice-list.js';
import { Shown } from '../../parts/query-state.js';
import { useTitle } from '../../parts/title.js';
import { useLabel, useTexts } from '../../text/language.js';
import { DraftRows } from '../apply/draft-rows.js';
import { listAddress } from '../cases/filter.js';
import './home.css';
import { Light } from './light.js';
import { roleLabel } from './roles.js';

const TEXTS = {
  title: ['工作台', 'Desk'],
  hello: ['{name},您好', 'Good day, {name}'],
  todo: ['待我办理', 'Waits for me'],
  started: ['我发起的', 'Started by me'],
  overdue: ['已超期', 'Overdue'],
  copied: ['抄送我的', 'Copied to me'],
  followed: ['我关注的', 'Followed by me'],
  done: ['我办过的', 'Done by me'],
  drafts: ['未提交的申请', 'Not yet submitted'],
  notices: ['通知', 'Notices'],
  all: ['全部', 'All'],
  noTodo: ['没有待办,都办结了。', 'Nothing waits: all done.'],
  noStarted: ['还没有发起过办件。', 'You have started no case yet.'],
  noCopied: ['没有抄送给您的办件。', 'No case was copied to you.'],
  noFollowed: [
    '打开办件,按“关注”,就能在这里看到它办到哪一步。',
    'Open a case and press “Follow” to see here where it stands.',
  ],
  noNotices: ['没有通知。', 'No notices.'],
  apply: ['发起申请', 'Apply'],
  secondFactor: [
    '您的岗位须通过双因素验证才能签批,请先绑定动态验证码。',
    'Your office signs only with a second factor. Set it up first.',
  ],
  bind: ['去绑定', 'Set it up'],
} as const;

const ROWS = 8;

/** 工作台: what waits for me, what I started, what I follow, what was copied to me, what I was told. */
export function HomePage() {
  const t = useTexts(TEXTS);
  const label = useLabel();
  useTitle(t('title'));
  const { data: me } = useQuery(meQuery);
  const { grant } = useStanding();
  const { data: counts } = useQuery(countsQuery(grant?.id));
  const drafts = useQuery(draftsQuery);
  const notices = useQuery(noticesQuery(5));
  const roles = [
    ...new Set(
      me?.grants.map((grant) =>
        [grant.unitName ?? grant.organisationName, label(roleLabel(grant.role))].filter(Boolean).join(' '),
      ),
    ),
  ];
  return (
    <div className="home">
      <header className="home-head">
        <div>
          <h1>{t('hello', { name: me?.name ?? '' })}</h1>
          <p className="muted">{roles.join(' / ')}</p>
        </div>
        <Light counts={counts} />
        <StandingChoice />
      </header>
      {me?.twoFactorNeeded === true && !me.twoFactorEnabled ? (
        <p className="hint" role="note">
          {t('secondFactor')} <Link to="/account">{t('bind')}</Link>
        </p>
      ) : null}
      <Figures counts={counts} />
      <div className="home-columns">
        <div>
          <Panel box="todo" filter={grant === null ? {} : { grant: grant.id }} empty={t('noTodo')} />
          <Panel
            box="started"
            empty={t('noStarted')}
            action={
              <Link className="button-link" to="/apply">
                {t('apply')}
              </Link>
            }
          />
          <Panel box="followed" empty={t('noFollowed')} />
        </div>
        <div>
          {(drafts.data?.items.length ?? 0) > 0 ? (
            <section className="panel">
              <h2>{t('drafts')}</h2>
              <DraftRows drafts={drafts.data?.items ?? []} />
            </section>
          ) : null}
          <section className="panel">
            <PanelHead title={t('notices')} to="/notices" all={t('all')} />
            <Shown query={notices}>
              {({ items }) =>
                items.length === 0 ? <Nothing>{t('noNotices')}</Nothing> : <NoticeList notices={items} />
              }
            </Shown>
          </section>
          <Panel box="copied" empty={t('noCopied')} />
        </div>
      </div>
    </div>
  );
}

interface Counts {
  readonly todo: number;
  readonly overdue: number;
  readonly done: number;
  readonly started: number;
  readonly copiedUnread: number;
  readonly followed: number;
}

function Figures({ counts }: { readonly counts: Counts | undefined }) {
  const t = useTexts(TEXTS);
  const figures = [
    ['todo', counts?.todo],
    ['overdue', counts?.overdue],
    ['started', counts?.started],
    ['done', counts?.done],
    ['followed', counts?.followed],
    ['copied', counts?.copiedUnread],
  ] as const;
  return (
    <ul className="figures">
      {figures.map(([box, n]) => (
        <li key={box}>
          <Link
            to={`/cases?box=${box}`}
            className={box === 'overdue' && (n ?? 0) > 0 ? 'figure figure-late' : 'figure'}
          >
            <b>{n === undefined ? '…' : n > 99 ? '99+' : n}</b>
            <span>{t(box)}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

function Panel({
  box,
  filter = {},
  empty,
  action,
}: {
  readonly box: Box & keyof typeof TEXTS;
  readonly filter?: ListFilter;
  readonly empty: string;
  readonly action?: ReactNode;
}) {
  const t = useTexts(TEXTS);
  const list = useQuery(listQuery(box, ROWS, undefined, filter));
  return (
    <section className="panel">
      <PanelHead title={t(box)} to={listAddress(box)} all={t('all')} />
      <Shown query={list}>
        {({ items }) => (items.length === 0 ? <Nothing action={action}>{empty}</Nothing> : <CaseRows rows={items} />)}
      </Shown>
    </section>
  );
}

function PanelHead({ title, to, all }: { readonly title: string; readonly to: string; readonly all: string }) {
  return (
    <div className="panel-head">
      <h2>{title}</h2>
      <Link to={to} aria-label={`${title} ${all}`}>
        {all}
      </Link>
    </div>
  );
}
