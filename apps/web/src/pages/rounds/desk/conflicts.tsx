import { useQuery } from '@tanstack/react-query';

import { Shown } from '../../../parts/query-state.js';
import { useTexts } from '../../../text/language.js';
import { conflictsQuery } from '../judge-queries.js';
import type { TabProps } from './tab.js';

const TEXTS = {
  title: ['回避情形', 'Conflicts of interest'],
  about: [
    '本人申报的和系统发现的都在这里;有回避情形的从不分配。',
    'Declared ones and those that were found; nobody is ever assigned against one.',
  ],
  none: ['没有回避情形。', 'None is known.'],
  judge: ['评委', 'Judge'],
  project: ['项目', 'Project'],
  grounds: ['事由', 'Grounds'],
  DECLARED: ['本人申报', 'declared'],
  EMPLOYER: ['受雇于申报、承接或认领单位', 'employed by applicant, carrier or sponsor'],
  BOARD: ['在申报、承接或认领单位任职,或离任不满期限', 'holds or recently left a post there'],
  SHARED_PERSON: ['是项目人员', 'is one of its people'],
  EARLIER_EVALUATOR: ['曾评估该单位的项目', 'evaluated a project of the applicant'],
  OTHER: ['其他', 'other'],
} as const;

const isGround = (ground: string): ground is keyof typeof TEXTS => Object.hasOwn(TEXTS, ground);

/** Who of the panel may not score what, and why. */
export function Conflicts({ round }: TabProps) {
  const t = useTexts(TEXTS);
  const conflicts = useQuery(conflictsQuery(round.caseNo));
  return (
    <section className="panel" aria-label={t('title')}>
      <h2>{t('title')}</h2>
      <p className="muted">{t('about')}</p>
      <Shown query={conflicts}>
        {({ items, judges, projects }) =>
          items.length === 0 ? (
            <p className="muted">{t('none')}</p>
          ) : (
            <div className="table-scroll rounds-names">
              <table className="table">
                <thead>
                  <tr>
                    <th scope="col">{t('judge')}</th>
                    <th scope="col">{t('project')}</th>
                    <th scope="col">{t('grounds')}</th>
                  </tr>
                </thead>
                <tbody>
                  {items.map(({ judgeId, projectId, grounds }) => {
                    const project = projects.find((one) => one.projectId === projectId);
                    return (
                      <tr key={`${judgeId} ${projectId}`}>
                        <th scope="row">{judges.find((one) => one.judgeId === judgeId)?.name}</th>
                        <td>
                          {project?.title} <small className="muted">{project?.organisationName}</small>
                        </td>
                        <td>{grounds.map((ground) => t(isGround(ground) ? ground : 'OTHER')).join('、')}</td>
                      </tr>
                    );
                  })}
                </tbody>
              </table>
            </div>
          )
        }
      </Shown>
    </section>
  );
}
