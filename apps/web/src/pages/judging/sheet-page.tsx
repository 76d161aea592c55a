import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'react-router';

import { ProblemError } from '../../api/problem.js';
import { Shown } from '../../parts/query-state.js';
import { Standstill } from '../../parts/standstill.js';
import { useTitle } from '../../parts/title.js';
import { useTexts } from '../../text/language.js';
import { Countdown } from '../hall/countdown.js';
import { useStage } from '../hall/use-stage.js';
import type { Connection } from '../hall/use-stage.js';
import './judging.css';
import { PackText } from './pack-text.js';
import { myRoundsQuery, mySheetsQuery, packQuery } from './queries.js';
import type { MyProject } from './queries.js';
import { Sheet } from './sheet.js';

const TEXTS = {
  title: ['评分', 'Score'],
  back: ['我的评审', 'My judging'],
  pack: ['评审材料', 'The project'],
  sheet: ['评分表', 'My sheet'],
  parts: ['材料与评分表', 'Project and sheet'],
  missing: ['没有找到这个项目', 'This project was not found'],
  missingWhy: ['它没有分配给您评审,或者您已回避。', 'It is not yours to score, or you stepped back.'],
  onStage: ['正在台上', 'On stage now'],
  notYet: ['尚未上台', 'Not on stage yet'],
  other: ['台上现在是“{title}”', 'On stage now: "{title}"'],
  go: ['去评分', 'Score it'],
  AWAY: ['现场连接已断开,正在重连', 'Disconnected from the stage, trying again'],
} as const;

/** A judge's sheet with the pack beside it; on a phone one above the other's tab. */
export function SheetPage() {
  const { roundNo = '', projectId = '' } = useParams();
  const t = useTexts(TEXTS);
  // Who is about to step back is not asked for the project again: with the press it is not theirs any more.
  const [leaving, setLeaving] = useState(false);
  const pack = useQuery({ ...packQuery(roundNo, projectId), enabled: !leaving });
  const sheets = useQuery(mySheetsQuery(roundNo));
  const rounds = useQuery(myRoundsQuery);
  const [part, setPart] = useState<'pack' | 'sheet'>('sheet');
  const mine = sheets.data?.items ?? [];
  const project = mine.find((one) => one.projectId === projectId);
  const staged = rounds.data?.items.find(({ caseNo }) => caseNo === roundNo)?.staged === true;
  const { stage, connection } = useStage(roundNo, staged);
  useTitle(project?.title ?? t('title'));
  if (pack.error instanceof ProblemError && pack.error.problem.status === 404)
    return <Standstill title={t('missing')} why={t('missingWhy')} way={<Link to="/judging">{t('back')}</Link>} />;
  return (
    <div className="judging">
      <p className="judging-back">
        <Link to="/judging">← {t('back')}</Link>
      </p>
      <h1>{project?.title ?? t('title')}</h1>
      <StageLine roundNo={roundNo} projectId={projectId} mine={mine} stage={stage.data} connection={connection} />
      <Shown query={pack}>
        {(data) => (
          <>
            <div className="judging-tabs" role="group" aria-label={t('parts')}>
              {(['sheet', 'pack'] as const).map((one) => (
                <button key={one} type="button" aria-pressed={part === one} onClick={() => setPart(one)}>
                  {t(one)}
                </button>
              ))}
            </div>
            <div className={`judging-columns judging-shows-${part}`}>
              <section className="panel judging-pack" aria-label={t('pack')}>
                <h2>{t('pack')}</h2>
                <PackText pack={data} project={project} />
              </section>
              <Sheet
                key={projectId}
                roundNo={roundNo}
                pack={data}
                project={project}
                mine={mine}
                onLeaving={setLeaving}
                slot={stage.data?.slots.find((slot) => slot.projectId === projectId)}
              />
            </div>
          </>
        )}
      </Shown>
    </div>
  );
}

interface StageLineProps {
  readonly roundNo: string;
  readonly projectId: string;
  readonly mine: readonly MyProject[];
  readonly stage: ReturnType<typeof useStage>['stage']['data'];
  readonly connection: Connection;
}

/** Where the hall is: this project, another one to go to, or nobody yet. */
function StageLine({ roundNo, projectId, mine, stage, connection }: StageLineProps) {
  const t = useTexts(TEXTS);
  if (stage?.seed == null) return null;
  const on = stage.slots.find((slot) => slot.projectId === stage.onStage);
  const isMine = mine.some((one) => one.projectId === on?.projectId);
  return (
    <p className="judging-stage" role="status">
      {on?.projectId === projectId ? (
        <>
          <b className="judging-on">{t('onStage')}</b>
          {on.endsAt === null ? null : <Countdown endsAt={on.endsAt} ahead={stage.ahead} />}
        </>
      ) : on === undefined ? null : (
        <span>
          {t('other', { title: on.title })}{' '}
          {isMine ? <Link to={`/judging/${roundNo}/${on.projectId}`}>{t('go')}</Link> : null}
        </span>
      )}
      {connection === 'AWAY' ? <span className="due-soon">{t('AWAY')}</span> : null}
    </p>
  );
}
