import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';

import { Nothing } from '../../parts/empty.js';
import { Shown } from '../../parts/query-state.js';
import { StateTag } from '../../parts/state-tag.js';
import { useTitle } from '../../parts/title.js';
import { useTexts } from '../../text/language.js';
import { useStage } from '../hall/use-stage.js';
import { Declare } from './declare.js';
import './judging.css';
import { ProjectCards } from './project-cards.js';
import { myRoundsQuery } from './queries.js';
import type { MyRound } from './queries.js';
import { useLocalSheets } from './use-outbox.js';

const TEXTS = {
  title: ['我的评审', 'My judging'],
  none: ['您还没有参加评审的届次。', 'You sit in no panel yet.'],
  locked: ['已锁定 {locked} / {assigned} 份', '{locked} of {assigned} sheets locked'],
  declare: ['申报回避', 'Declare a conflict'],
  local: [
    '有 {n} 份评分表的改动暂存在本机,恢复连接后自动提交,请不要清除浏览器数据。',
    '{n} sheets have changes that only this device has. They are sent when the connection is back; do not clear the browser.',
  ],
} as const;

/** 我的评审: the rounds in whose panel the reader sits, each with its projects. */
export function JudgingPage() {
  const t = useTexts(TEXTS);
  useTitle(t('title'));
  const rounds = useQuery(myRoundsQuery);
  const local = useLocalSheets();
  return (
    <div className="judging">
      <h1>{t('title')}</h1>
      {local > 0 ? (
        <p className="hint" role="status">
          {t('local', { n: local })}
        </p>
      ) : null}
      <Shown query={rounds}>
        {({ items }) =>
          items.length === 0 ? (
            <Nothing>{t('none')}</Nothing>
          ) : (
            items.map((round) => <Round key={round.caseNo} round={round} />)
          )
        }
      </Shown>
    </div>
  );
}

function Round({ round }: { readonly round: MyRound }) {
  const t = useTexts(TEXTS);
  const [declaring, setDeclaring] = useState(false);
  const { caseNo, title, state, assigned, locked, staged } = round;
  const isOpen = state.slug === 'SCORING';
  const { stage } = useStage(caseNo, staged && isOpen);
  return (
    <section className="panel" aria-label={title}>
      <div className="judging-round-head">
        <h2>{title}</h2>
        <StateTag state={state} />
      </div>
      <p className="judging-done">
        <progress value={locked} max={Math.max(assigned, 1)} aria-label={t('locked', { locked, assigned })} />
        <span>{t('locked', { locked, assigned })}</span>
        {isOpen ? <Button onClick={() => setDeclaring(true)}>{t('declare')}</Button> : null}
      </p>
      <ProjectCards roundNo={caseNo} stage={stage.data} isOpen={isOpen} />
      {declaring ? <Declare roundNo={caseNo} onClose={() => setDeclaring(false)} /> : null}
    </section>
  );
}
