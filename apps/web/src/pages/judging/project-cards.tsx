import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Link } from 'react-router';

import { labelOf } from '#domain/terms/term.js';
import { PROJECT_CLASSES } from '#domain/venture-round/terms.js';
import { Nothing } from '../../parts/empty.js';
import { Shown } from '../../parts/query-state.js';
import { useLabel, useTexts } from '../../text/language.js';
import type { Stage } from '../hall/use-stage.js';
import { mySheetsQuery, packQuery } from './queries.js';
import type { MyProject } from './queries.js';

const TEXTS = {
  none: ['还没有分配给您的项目。', 'No project is assigned to you yet.'],
  NONE: ['未评', 'Not begun'],
  DRAFT: ['已打分,未锁定', 'Not locked'],
  LOCKING: ['正在锁定', 'Being locked'],
  LOCKED: ['已锁定', 'Locked'],
  UNLOCKING: ['正在解锁', 'Being unlocked'],
  onStage: ['正在台上', 'On stage now'],
  was: ['已路演', 'Presented'],
  place: ['第 {n} 个上台', 'No. {n} on stage'],
} as const;

/** So many packs are fetched ahead, so that a hall without network can still be judged. */
const AHEAD = 30;

/** The projects that the reader scores, in the order of presentation; who is on stage comes first. */
export function ProjectCards({
  roundNo,
  stage,
  isOpen,
}: {
  readonly roundNo: string;
  readonly stage: Stage | undefined;
  readonly isOpen: boolean;
}) {
  const t = useTexts(TEXTS);
  const sheets = useQuery(mySheetsQuery(roundNo));
  const onStage = stage?.onStage ?? null;
  useFetchedAhead(roundNo, isOpen ? (sheets.data?.items ?? []) : []);
  return (
    <Shown query={sheets}>
      {({ items }) =>
        items.length === 0 ? (
          <Nothing>{t('none')}</Nothing>
        ) : (
          <ul className="judging-cards">
            {[...items]
              .sort((a, b) => Number(b.projectId === onStage) - Number(a.projectId === onStage))
              .map((project) => (
                <li key={project.projectId}>
                  <Card roundNo={roundNo} project={project} stage={stage} />
                </li>
              ))}
          </ul>
        )
      }
    </Shown>
  );
}

function useFetchedAhead(roundNo: string, projects: readonly MyProject[]): void {
  const queries = useQueryClient();
  const wanted = projects
    .slice(0, AHEAD)
    .map(({ projectId }) => projectId)
    .join(' ');
  useEffect(() => {
    if (wanted === '') return;
    void import('./sheet-page.js');
    for (const projectId of wanted.split(' ')) queries.query(packQuery(roundNo, projectId)).catch(() => undefined);
  }, [queries, roundNo, wanted]);
}

interface CardProps {
  readonly roundNo: string;
  readonly project: MyProject;
  readonly stage: Stage | undefined;
}

function Card({ roundNo, project, stage }: CardProps) {
  const t = useTexts(TEXTS);
  const label = useLabel();
  const slot = stage?.slots.find(({ projectId }) => projectId === project.projectId);
  const isOn = stage?.onStage === project.projectId;
  const isLocked = project.status === 'LOCKED';
  return (
    <Link
      to={`/judging/${roundNo}/${project.projectId}`}
      className={`judging-card${isOn ? ' judging-card-on' : ''}${isLocked ? ' judging-card-locked' : ''}`}
    >
      <span className="judging-card-title">{project.title}</span>
      <span className="judging-card-sub">
        {[
          label(labelOf(PROJECT_CLASSES, project.class)),
          slot === undefined ? '' : t('place', { n: slot.position }),
          slot?.leftAt == null || isOn ? '' : t('was'),
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
      <span className="judging-card-end">
        {isOn ? <b className="judging-on">{t('onStage')}</b> : null}
        <span className={isLocked ? 'due-good' : 'muted'}>{t(statusOf(project))}</span>
      </span>
    </Link>
  );
}

function statusOf({ status, version }: MyProject): keyof typeof TEXTS {
  if (status === 'LOCKED' || status === 'LOCKING' || status === 'UNLOCKING') return status;
  return version === 0 ? 'NONE' : 'DRAFT';
}
