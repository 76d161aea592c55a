import { Input, InputNumber } from 'antd';

import { useTexts } from '../../../text/language.js';
import { FIELD_TEXTS } from './faults.js';
import { useFault } from './field.js';
import { Cell, Rows } from './rows.js';
import type { StepProps } from './wizard.js';

const TEXTS = {
  promised: [
    '承诺的指标将写入资助协议,结项时逐项对照。',
    'Promised indicators become part of the agreement and are checked at the end.',
  ],
  indicator: ['指标', 'Indicator'],
  target: ['目标值', 'Target'],
  unit: ['单位', 'Unit'],
  name: ['活动名称', 'Activity'],
  month: ['月份', 'Month'],
  times: ['次数', 'Times'],
} as const;

const OBJECTIVES_MAX = 20;
const ACTIVITIES_MAX = 100;

/** What is promised, and what is planned to reach it. */
export function IndicatorsStep({ form, change, faults }: StepProps) {
  const t = useTexts(TEXTS);
  const field = useTexts(FIELD_TEXTS);
  const objectives = useFault(form.objectives.some(({ target }) => target !== undefined) ? faults : [], 'objectives');
  const activities = useFault(form.activities.some(({ times }) => times !== undefined) ? faults : [], 'activities');
  return (
    <>
      <h3>{field('objectives')}</h3>
      <p className="muted">{t('promised')}</p>
      <Rows
        name={field('objectives')}
        heads={[t('indicator'), t('target'), t('unit')]}
        layout="projects-objectives"
        rows={form.objectives}
        fresh={{ indicator: undefined, target: undefined, unit: undefined }}
        max={OBJECTIVES_MAX}
        onChange={(rows) => change((now) => ({ objectives: rows(now.objectives) }))}
        cells={(row, set, named) => (
          <>
            <Cell head={t('indicator')}>
              <Input
                {...named(t('indicator'))}
                value={row.indicator}
                maxLength={80}
                onChange={({ target }) => set({ indicator: target.value })}
              />
            </Cell>
            <Cell head={t('target')}>
              <InputNumber
                {...named(t('target'))}
                min={1}
                precision={0}
                value={row.target ?? null}
                onChange={(n) => set({ target: n ?? undefined })}
              />
            </Cell>
            <Cell head={t('unit')}>
              <Input
                {...named(t('unit'))}
                value={row.unit}
                maxLength={10}
                onChange={({ target }) => set({ unit: target.value })}
              />
            </Cell>
          </>
        )}
      />
      {objectives === null ? null : <p className="field-error">{objectives}</p>}
      <h3 className="projects-next">{field('activities')}</h3>
      <Rows
        name={field('activities')}
        heads={[t('name'), t('month'), t('times')]}
        layout="projects-planned"
        rows={form.activities}
        fresh={{ name: undefined, month: undefined, times: undefined }}
        max={ACTIVITIES_MAX}
        onChange={(rows) => change((now) => ({ activities: rows(now.activities) }))}
        cells={(row, set, named) => (
          <>
            <Cell head={t('name')}>
              <Input
                {...named(t('name'))}
                value={row.name}
                maxLength={80}
                onChange={({ target }) => set({ name: target.value })}
              />
            </Cell>
            <Cell head={t('month')}>
              <Input
                {...named(t('month'))}
                type="month"
                value={row.month}
                onChange={({ target }) => set({ month: target.value })}
              />
            </Cell>
            <Cell head={t('times')}>
              <InputNumber
                {...named(t('times'))}
                min={1}
                max={1000}
                precision={0}
                value={row.times ?? null}
                onChange={(n) => set({ times: n ?? undefined })}
              />
            </Cell>
          </>
        )}
      />
      {activities === null ? null : <p className="field-error">{activities}</p>}
    </>
  );
}
