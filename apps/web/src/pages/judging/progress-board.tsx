import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';

import { useTexts } from '../../text/language.js';
import { AskUnlock } from './ask-unlock.js';
import type { Progress, ProjectProgress } from './queries.js';

const TEXTS = {
  title: ['评分进度', 'Progress'],
  hidden: ['只显示是否锁定,不显示任何分数。', 'Only whether a sheet is locked; never a mark.'],
  project: ['项目', 'Project'],
  count: ['已锁定 / 评委', 'Locked / judges'],
  judges: ['评委', 'Judges'],
  NONE: ['未开始', 'not begun'],
  DRAFT: ['打分中', 'scoring'],
  LOCKING: ['正在锁定', 'being locked'],
  LOCKED: ['已锁定', 'locked'],
  UNLOCKING: ['正在解锁', 'being unlocked'],
  unlock: ['申请解锁', 'Ask to unlock'],
  unlockOf: ['申请解锁 {name} 的评分表', 'Ask to unlock the sheet of {name}'],
} as const;

type Judge = ProjectProgress['judges'][number];

/** Who has locked the sheet of which project. Organisers ask for unlocking here; the auditor decides on the project's case. */
export function ProgressBoard({ progress, canAsk }: { readonly progress: Progress; readonly canAsk: boolean }) {
  const t = useTexts(TEXTS);
  const [asked, setAsked] = useState<{ readonly project: ProjectProgress; readonly judge: Judge } | null>(null);
  return (
    <section className="panel" aria-label={t('title')}>
      <h2>{t('title')}</h2>
      <p className="muted">{t('hidden')}</p>
      <div className="table-scroll">
        <table className="table judging-board">
          <thead>
            <tr>
              <th>{t('project')}</th>
              <th className="number">{t('count')}</th>
              <th>{t('judges')}</th>
            </tr>
          </thead>
          <tbody>
            {progress.items.map((project) => (
              <tr key={project.projectId}>
                <th scope="row">
                  <Link to={`/cases/${project.caseNo}`}>{project.title}</Link>
                </th>
                <td className="number">
                  {project.judges.filter(({ status }) => status === 'LOCKED').length} / {project.judges.length}
                </td>
                <td>
                  <ul className="judging-judges">
                    {project.judges.map((judge) => (
                      <li key={judge.judgeId} className={judge.status === 'LOCKED' ? 'judging-judge-locked' : ''}>
                        {judge.name} <small>{t(judge.status)}</small>
                        {judge.status === 'LOCKED' && canAsk ? (
                          <Button
                            size="small"
                            aria-label={t('unlockOf', { name: judge.name })}
                            onClick={() => setAsked({ project, judge })}
                          >
                            {t('unlock')}
                          </Button>
                        ) : null}
                      </li>
                    ))}
                  </ul>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {asked === null ? null : <AskUnlock {...asked} onClose={() => setAsked(null)} />}
    </section>
  );
}
