import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';

import { usePages } from '../../../api/use-pages.js';
import { Nothing } from '../../../parts/empty.js';
import { NamedFigures } from '../../../parts/named-figures.js';
import { Paged } from '../../../parts/paged.js';
import { Shown } from '../../../parts/query-state.js';
import { useTexts } from '../../../text/language.js';
import type { TabProps } from '../project-page.js';
import { progressQuery, readActivities } from '../queries.js';
import type { Activity, Progress } from '../queries.js';
import { useTerms } from '../terms.js';
import { useParts } from '../use-parts.js';
import { ActivityCard } from './activity-card.js';
import { ActivityForm } from './activity-form.js';

const TEXTS = {
  title: ['活动记录', 'Activities'],
  add: ['记录一场活动', 'Record an activity'],
  edit: ['更正活动记录', 'Correct the record'],
  none: ['还没有活动记录。活动结束后当场用手机记录最省事。', 'Nothing yet. It is easiest on the spot, with a phone.'],
  activities: ['活动(场)', 'Activities'],
  personTimes: ['服务人次', 'Person-times'],
  persons: ['服务人数', 'Persons'],
  volunteers: ['志愿者(人次)', 'Volunteers'],
  spent: ['活动支出', 'Spent'],
} as const;

/** Activities of a project: what was done so far, and one more from a phone. */
export function ActivitiesTab({ view }: TabProps) {
  const progress = useQuery(progressQuery(view.caseNo));
  return <Shown query={progress}>{(data) => <Activities view={view} progress={data} />}</Shown>;
}

function Activities({ view, progress }: TabProps & { readonly progress: Progress }) {
  const t = useTexts(TEXTS);
  const { isApplicant, confirmsOnSite } = useParts(view);
  const [open, setOpen] = useState<Activity | 'NEW' | null>(null);
  const pages = usePages(['live', 'project', view.caseNo, 'activities'], readActivities(view.caseNo));
  const mayWrite = isApplicant && progress.term !== null && view.closedAt === null;
  return (
    <section className="panel">
      <div className="panel-head">
        <h2>{t('title')}</h2>
        {mayWrite && open === null ? (
          <Button type="primary" size="large" onClick={() => setOpen('NEW')}>
            {t('add')}
          </Button>
        ) : null}
      </div>
      <Totals progress={progress} />
      {open === null ? null : (
        <div className="projects-writing">
          <h3>{t(open === 'NEW' ? 'add' : 'edit')}</h3>
          <ActivityForm
            key={open === 'NEW' ? 'NEW' : open.id}
            caseNo={view.caseNo}
            progress={progress}
            activity={open === 'NEW' ? null : open}
            onDone={() => setOpen(null)}
          />
        </div>
      )}
      <Paged pages={pages} empty={open === null ? <Nothing>{t('none')}</Nothing> : null}>
        {(rows) => (
          <ul className="projects-activities">
            {rows.map((activity) => (
              <li key={activity.id}>
                <ActivityCard
                  caseNo={view.caseNo}
                  activity={activity}
                  confirms={confirmsOnSite}
                  {...(mayWrite && activity.reportNo === null ? { onEdit: () => setOpen(activity) } : {})}
                />
              </li>
            ))}
          </ul>
        )}
      </Paged>
    </section>
  );
}

function Totals({ progress: { totals } }: { readonly progress: Progress }) {
  const t = useTexts(TEXTS);
  const terms = useTerms();
  const figures: [string, string | number][] = [
    [t('activities'), totals.activities],
    [t('personTimes'), totals.personTimes],
    [t('persons'), totals.persons],
    [t('volunteers'), totals.volunteers],
    [t('spent'), terms.yuan(totals.spentFen)],
  ];
  return <NamedFigures className="projects-figures" figures={figures} />;
}
