import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useParams } from 'react-router';

import { ProblemError } from '../../api/problem.js';
import { Loading } from '../../parts/loading.js';
import { Refusal } from '../../parts/refusal.js';
import { useTitle } from '../../parts/title.js';
import { useTexts } from '../../text/language.js';
import { ClassRanking } from './class-ranking.js';
import { classesOf, focusOf } from './focus.js';
import './hall.css';
import { OnStage, Order } from './on-stage.js';
import { useStage } from './use-stage.js';
import type { Connection, Stage } from './use-stage.js';

const TEXTS = {
  title: ['路演现场', 'The stage'],
  missing: ['没有正在进行的现场路演', 'There is no presentation'],
  missingWhy: ['评审开始后,大屏会自动显示。', 'The screen shows it when the judging begins.'],
  full: ['全屏', 'Full screen'],
  LIVE: ['实时', 'Live'],
  CONNECTING: ['正在连接', 'Connecting'],
  AWAY: ['正在重连', 'Reconnecting'],
} as const;

const AGAIN_MS = 5_000;

/** The screen of the hall: for everybody, without a frame, without a sign-in, and never in need of a hand. */
export function HallPage() {
  const { roundNo = '' } = useParams();
  const t = useTexts(TEXTS);
  const { stage, connection } = useStage(roundNo);
  useTitle(stage.data?.title ?? t('title'));
  const error = useLastError(stage.error);
  const isMissing = error instanceof ProblemError && error.problem.status === 404;
  const { refetch } = stage;
  useEffect(() => {
    if (!stage.isError) return undefined;
    const timer = setInterval(() => void refetch(), AGAIN_MS);
    return () => clearInterval(timer);
  }, [stage.isError, refetch]);
  if (stage.data !== undefined) return <Screen stage={stage.data} connection={connection} />;
  return (
    <main className="hall hall-empty">
      {isMissing ? (
        <>
          <h1>{t('missing')}</h1>
          <p>{t('missingWhy')}</p>
        </>
      ) : error !== null ? (
        <Refusal error={error} again={() => refetch()} />
      ) : (
        <Loading />
      )}
    </main>
  );
}

/** The last failure stands on the wall while it is asked again, rather than a wheel that comes and goes. */
function useLastError(error: Error | null): Error | null {
  const [last, setLast] = useState(error);
  if (error !== null && error !== last) setLast(error);
  return error ?? last;
}

function Screen({ stage, connection }: { readonly stage: Stage; readonly connection: Connection }) {
  const t = useTexts(TEXTS);
  const focus = focusOf(stage);
  const shown = classesOf(stage);
  const name = focus?.class ?? shown[0];
  const isRanked = stage.slots.some(({ result }) => result !== null);
  return (
    <main className="hall">
      <header className="hall-head">
        <h1>{stage.title}</h1>
        <span className={`hall-connection hall-connection-${connection.toLowerCase()}`} role="status">
          {t(connection)}
        </span>
        <FullScreen />
      </header>
      <div className={isRanked ? 'hall-body' : 'hall-body hall-body-alone'}>
        {focus === null ? <Order stage={stage} /> : <OnStage stage={stage} slot={focus} />}
        {isRanked && name !== undefined ? <ClassRanking stage={stage} name={name} focus={focus} /> : null}
      </div>
    </main>
  );
}

/** Only where the browser can, and only while it is not. */
function FullScreen() {
  const t = useTexts(TEXTS);
  const [isFull, setFull] = useState(document.fullscreenElement !== null);
  useEffect(() => {
    const look = () => setFull(document.fullscreenElement !== null);
    document.addEventListener('fullscreenchange', look);
    return () => document.removeEventListener('fullscreenchange', look);
  }, []);
  if (isFull || !document.fullscreenEnabled) return null;
  return <Button onClick={() => void document.documentElement.requestFullscreen()}>{t('full')}</Button>;
}
