import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';

import { answered, api, keyed } from '../../api/client.js';
import { useWrite } from '../../api/use-write.js';
import { Choice } from '../../parts/choice.js';
import { Shown } from '../../parts/query-state.js';
import { Refusal } from '../../parts/refusal.js';
import { useLanguage, useTexts } from '../../text/language.js';
import { dayOf, isoDayOf } from '../../text/time.js';
import { planQuery } from './season-queries.js';
import type { Season } from './season-queries.js';

const TEXTS = {
  title: ['开启年检季', 'Open a season'],
  year: ['被检年度', 'Inspected year'],
  choose: ['请选择年度', 'Choose the year'],
  one: ['{year}年度', '{year}'],
  effect: [
    '系统将为本机关登记的每一家应参检组织开立一个年度工作报告办件,并通知其经办人员;一个年度只能开启一次。开启后可暂停,不能取消。',
    'Every registered organisation that owes a return gets a case of its own and is told. It is done once a year; it can be paused, not undone.',
  ],
  ahead: [
    '未到开启之日的,先列入计划,到{day}自动开启;在此之前可以取消。',
    'Before its day it is planned and opens by itself on {day}; until then it can be cancelled.',
  ],
  atOnce: ['开启之日已到,确定后立即开启。', 'Its day has come: it opens at once.'],
  opensOn: ['开启', 'Opens'],
  toSupervisor: ['报业务主管单位截止', 'To the supervisory unit by'],
  foundationToRegistry: ['基金会、慈善组织截止', 'Foundations and charities by'],
  toRegistry: ['报登记管理机关截止', 'To the registry by'],
  extensionBefore: ['延期申请须早于', 'Extensions are asked for before'],
  past: ['该年度的报送期限已过,不能再开启。', 'The closing days of that year have passed.'],
  there: ['该年度的年检季已经开启。', 'The season of that year is there already.'],
  look: ['查看', 'See it'],
  open: ['确定开启{year}年度年检季', 'Open the season of {year}'],
} as const;

const DATES = ['opensOn', 'toSupervisor', 'foundationToRegistry', 'toRegistry', 'extensionBefore'] as const;

interface Props {
  readonly seasons: readonly Season[];
  readonly registryUnitId: string | null;
}

/** Opening the season of a year: its days and its effect are told before the press. */
export function OpenSeason({ seasons, registryUnitId }: Props) {
  const t = useTexts(TEXTS);
  const thisYear = Number(isoDayOf(new Date()).slice(0, 4));
  const [year, setYear] = useState<number>();
  const there = seasons.find(({ inspectedYear, registry }) => inspectedYear === year && registry.id === registryUnitId);
  return (
    <section className="panel">
      <h2>{t('title')}</h2>
      <label htmlFor="season-year">{t('year')}</label>
      <Choice
        id="season-year"
        value={year === undefined ? undefined : String(year)}
        empty={t('choose')}
        options={[thisYear - 1, thisYear].map((each) => ({ value: String(each), label: t('one', { year: each }) }))}
        onChange={(next) => setYear(next === undefined ? undefined : Number(next))}
      />
      {there !== undefined ? (
        <p>
          {t('there')} <Link to={`/seasons/${there.caseNo}`}>{t('look')}</Link>
        </p>
      ) : year === undefined ? null : (
        <Plan key={year} year={year} />
      )}
    </section>
  );
}

function Plan({ year }: { readonly year: number }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const navigate = useNavigate();
  const plan = useQuery(planQuery(year));
  const opening = useWrite(
    (body: { inspectedYear: number }, key) =>
      answered(api.POST('/api/v1/seasons', { params: { header: keyed(key) }, body })),
    ({ caseNo }) => void navigate(`/seasons/${caseNo}`),
  );
  return (
    <Shown query={plan}>
      {({ dates, past }) =>
        past ? (
          <p className="told told-late">{t('past')}</p>
        ) : (
          <>
            <dl className="facts season-dates">
              {DATES.map((name) => (
                <div key={name}>
                  <dt>{t(name)}</dt>
                  <dd>{dayOf(dates[name], language)}</dd>
                </div>
              ))}
            </dl>
            <p className="effect">
              {t('effect')}
              {dates.opensOn > isoDayOf(new Date()) ? t('ahead', { day: dayOf(dates.opensOn, language) }) : t('atOnce')}
            </p>
            <Refusal error={opening.error} />
            <Button type="primary" loading={opening.busy} onClick={() => opening.send({ inspectedYear: year })}>
              {t('open', { year })}
            </Button>
          </>
        )
      }
    </Shown>
  );
}
