import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';

import { calendarQuery } from '../../api/case.js';
import { answered, api, keyed } from '../../api/client.js';
import { ProblemError } from '../../api/problem.js';
import { useWrite } from '../../api/use-write.js';
import { Choice } from '../../parts/choice.js';
import { Loading } from '../../parts/loading.js';
import { Refusal } from '../../parts/refusal.js';
import { useTitle } from '../../parts/title.js';
import { useTexts } from '../../text/language.js';
import { isoDayOf } from '../../text/time.js';
import { Months } from './months.js';
import { AdministrationTabs } from './tabs.js';

const TEXTS = {
  title: ['节假日日历', 'Holiday calendar'],
  about: [
    '办理期限按工作日计算,以这里的安排为准。请按国务院办公厅公布的放假安排录入:点日期,在“放假”“调休上班”和平常之间切换。',
    'Limits count working days by this calendar. Press a day to make it a holiday, a make-up workday, or an ordinary day.',
  ],
  year: ['年份', 'Year'],
  of: ['{year} 年', '{year}'],
  missing: [
    '这一年还没有录入。期限跨入该年的待办暂时没有截止日期,录入后一天之内自动补上。',
    'This year is not loaded. Limits that reach into it have no date until it is.',
  ],
  demonstration: [
    '目前是演示数据,请改为正式公布的安排。',
    'This is invented data. Replace it with what was announced.',
  ],
  holiday: ['放假', 'holiday'],
  worked: ['调休上班', 'make-up workday'],
  weekend: ['周末', 'weekend'],
  count: ['放假 {off} 天,调休上班 {worked} 天', '{off} holidays, {worked} make-up workdays'],
  effect: [
    '保存后,新的期限立即按此计算;已经算出的截止日期不变。',
    'New limits count by it at once; dates that were computed before stay.',
  ],
  save: ['保存日历', 'Save the calendar'],
  saved: ['已保存。', 'Saved.'],
  undo: ['放弃更改', 'Undo the changes'],
} as const;

/** A year as it is edited. */
export interface YearDays {
  readonly holidays: readonly string[];
  readonly makeUpDays: readonly string[];
}

/** The holiday calendar of a year, shown and set. */
export function CalendarPage() {
  const t = useTexts(TEXTS);
  useTitle(t('title'));
  const [search, setSearch] = useSearchParams();
  const now = Number(isoDayOf(new Date()).slice(0, 4));
  const asked = Number(search.get('year'));
  const year = Number.isInteger(asked) && asked > 1999 && asked < 2200 ? asked : now;
  const years = [...new Set([year, ...Array.from({ length: 5 }, (_, n) => now - 1 + n)])].sort();
  const found = useQuery({ ...calendarQuery(year), retry: false });
  const isMissing = found.error instanceof ProblemError && found.error.problem.status === 404;
  return (
    <>
      <AdministrationTabs />
      <section className="panel">
        <p className="prose">{t('about')}</p>
        <div className="administration-year">
          <Choice
            label={t('year')}
            value={String(year)}
            empty={t('year')}
            options={years.map((each) => ({ value: String(each), label: t('of', { year: each }) }))}
            onChange={(next) => (next === undefined ? undefined : setSearch({ year: next }))}
          />
        </div>
        {found.isPending ? <Loading /> : null}
        {found.isError && !isMissing ? <Refusal error={found.error} again={() => found.refetch()} /> : null}
        {isMissing ? (
          <p className="hint" role="note">
            {t('missing')}
          </p>
        ) : null}
        {found.data?.source === 'DEMONSTRATION' ? (
          <p className="hint" role="note">
            {t('demonstration')}
          </p>
        ) : null}
        {found.data !== undefined || isMissing ? (
          <YearForm
            key={`${year} ${found.dataUpdatedAt}`}
            year={year}
            days={found.data ?? { holidays: [], makeUpDays: [] }}
          />
        ) : null}
      </section>
    </>
  );
}

function YearForm({ year, days }: { readonly year: number; readonly days: YearDays }) {
  const t = useTexts(TEXTS);
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [edited, setEdited] = useState<YearDays>(days);
  const isChanged = edited !== days;
  const { send, busy, error } = useWrite(
    (body: YearDays, key) =>
      answered(
        api.PUT('/api/v1/calendars/{year}', {
          params: { path: { year }, header: keyed(key) },
          body: { source: 'OFFICIAL', holidays: [...body.holidays], makeUpDays: [...body.makeUpDays] },
        }),
      ),
    () => {
      void message.success(t('saved'));
      void queries.invalidateQueries({ queryKey: ['calendar'] });
    },
  );
  return (
    <>
      <p className="administration-key" aria-hidden="true">
        <span>
          <span className="administration-day administration-holiday">1</span>
          {t('holiday')}
        </span>
        <span>
          <span className="administration-day administration-worked">1</span>
          {t('worked')}
        </span>
        <span>
          <span className="administration-day administration-weekend">1</span>
          {t('weekend')}
        </span>
      </p>
      <p role="status">{t('count', { off: edited.holidays.length, worked: edited.makeUpDays.length })}</p>
      <Months year={year} days={edited} onChange={setEdited} />
      <Refusal error={error} />
      <p className="effect">{t('effect')}</p>
      <div className="form-end">
        <Button disabled={!isChanged} onClick={() => setEdited(days)}>
          {t('undo')}
        </Button>
        <Button type="primary" disabled={!isChanged} loading={busy} onClick={() => send(edited)}>
          {t('save')}
        </Button>
      </div>
    </>
  );
}
