import { useQuery } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { Link, useParams } from 'react-router';

import { actionsQuery } from '../../api/case.js';
import type { Action } from '../../api/case.js';
import { ProblemError } from '../../api/problem.js';
import { Shown } from '../../parts/query-state.js';
import { Standstill } from '../../parts/standstill.js';
import { useTitle } from '../../parts/title.js';
import { useTexts } from '../../text/language.js';
import { useStage } from '../hall/use-stage.js';
import type { Connection, Stage } from '../hall/use-stage.js';
import { CallForm } from './call-form.js';
import { DrawOrder } from './draw-order.js';
import './judging.css';
import { LiveProject } from './live-project.js';
import { OrderTable } from './order-table.js';

const TEXTS = {
  title: ['现场路演', 'On stage'],
  round: ['返回本届', 'Back to the round'],
  ranking: ['评分进度与排名', 'Progress and ranking'],
  hall: ['打开大屏', 'Open the hall’s screen'],
  copy: ['复制大屏地址', 'Copy its address'],
  copied: [
    '已复制。在大屏电脑的浏览器中打开即可,无需登录。',
    'Copied. Open it on the hall’s computer; no sign-in is needed.',
  ],
  missing: ['本届不在评审中', 'This round is not being judged'],
  missingWhy: [
    '评审开始后才有现场路演;线上评审的届次没有路演顺序。',
    'There is a stage while a round is judged on site.',
  ],
  LIVE: ['实时更新中', 'Live'],
  CONNECTING: ['正在连接', 'Connecting'],
  AWAY: ['连接已断开,正在重连', 'Disconnected, trying again'],
} as const;

/** The organiser's desk in the hall: order, who is on stage, who has locked, and the result as soon as it is there. */
export function StagePage() {
  const { caseNo = '' } = useParams();
  const t = useTexts(TEXTS);
  useTitle(t('title'));
  const { stage, connection } = useStage(caseNo);
  const actions = useQuery(actionsQuery(caseNo));
  if (stage.error instanceof ProblemError && stage.error.problem.status === 404)
    return (
      <Standstill title={t('missing')} why={t('missingWhy')} way={<Link to={`/rounds/${caseNo}`}>{t('round')}</Link>} />
    );
  return (
    <Shown query={stage}>
      {(data) => <Desk stage={data} connection={connection} actions={actions.data?.items ?? []} />}
    </Shown>
  );
}

interface DeskProps {
  readonly stage: Stage;
  readonly connection: Connection;
  readonly actions: readonly Action[];
}

function Desk({ stage, connection, actions }: DeskProps) {
  const t = useTexts(TEXTS);
  const may = (kind: string) => actions.some((action) => action.kind === kind);
  const on = stage.slots.find(({ projectId }) => projectId === stage.onStage);
  return (
    <div className="judging">
      <p className="judging-back">
        <Link to={`/rounds/${stage.caseNo}`}>← {t('round')}</Link>
        <Link to={`/rounds/${stage.caseNo}/ranking`}>{t('ranking')}</Link>
      </p>
      <h1>{stage.title}</h1>
      <p className="judging-desk-head">
        <span className={connection === 'AWAY' ? 'due-soon' : 'muted'} role="status">
          {t(connection)}
        </span>
        <HallLink caseNo={stage.caseNo} />
      </p>
      {stage.seed === null ? (
        <DrawOrder caseNo={stage.caseNo} may={may('drawStageOrder')} />
      ) : (
        <>
          {on === undefined ? null : <LiveProject stage={stage} slot={on} may={may('leaveStage')} />}
          {on === undefined && may('callToStage') ? <CallForm stage={stage} /> : null}
          <OrderTable stage={stage} />
        </>
      )}
    </div>
  );
}

function HallLink({ caseNo }: { readonly caseNo: string }) {
  const t = useTexts(TEXTS);
  const { message } = App.useApp();
  const address = `/hall/${caseNo}`;
  const copy = async () => {
    await navigator.clipboard.writeText(new URL(address, location.href).href);
    void message.success(t('copied'));
  };
  return (
    <span className="judging-hall-link">
      <a href={address} target="_blank" rel="noreferrer">
        {t('hall')}
      </a>
      <Button size="small" onClick={() => void copy().catch(() => undefined)}>
        {t('copy')}
      </Button>
    </span>
  );
}
