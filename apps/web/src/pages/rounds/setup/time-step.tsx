import { Input } from 'antd';

import { useTexts } from '../../../text/language.js';
import { CONFIGURATION_TEXTS } from '../configuration-words.js';
import { Count, SetupField } from './fields.js';
import type { StepProps } from './fields.js';
import type { RoundForm } from './form-data.js';
import { minuteIn, momentAt } from './shanghai-minute.js';

const TEXTS = {
  callOpens: ['征集开始', 'The call opens'],
  callCloses: ['征集截止', 'The call closes'],
  closesHint: [
    '征集期不少于 20 天;截止那一分钟之内收到的有效,以服务器收到的时间为准',
    'Open for 20 days or more; all of the last minute is in time, by the clock of the server',
  ],
  presentationHint: ['可以不填;不早于征集截止', 'May be left empty; not before the end of the call'],
  workingDays: ['个工作日', 'working days'],
  months: ['个月', 'months'],
  limits: ['各环节期限', 'Limits'],
} as const;

const LIMITS = [
  { field: 'screenWD', max: 250, unit: 'workingDays', name: 'screenWD' },
  { field: 'publicityWD', max: 250, unit: 'workingDays', name: 'publicityWD' },
  { field: 'signWD', max: 250, unit: 'workingDays', name: 'signWD' },
  { field: 'executionMonths', max: 60, unit: 'months', name: 'execution' },
] as const;

/** When the call is open, when the projects are presented, and how long each stage has. */
export function TimeStep({ form, change, faults }: StepProps) {
  const t = useTexts(TEXTS);
  const word = useTexts(CONFIGURATION_TEXTS);
  const { calendar } = form;
  const set = (part: Partial<RoundForm['calendar']>) => change({ calendar: { ...calendar, ...part } });
  return (
    <>
      <div className="fields">
        <SetupField field="calendar.callOpens" label={t('callOpens')} faults={faults}>
          <Input
            id="calendar.callOpens"
            type="datetime-local"
            value={minuteIn(calendar.callOpens)}
            onChange={({ target }) => set({ callOpens: momentAt(target.value, '00') })}
          />
        </SetupField>
        <SetupField field="calendar.callCloses" label={t('callCloses')} faults={faults} hint={t('closesHint')}>
          <Input
            id="calendar.callCloses"
            type="datetime-local"
            value={minuteIn(calendar.callCloses)}
            onChange={({ target }) => set({ callCloses: momentAt(target.value, '59') })}
          />
        </SetupField>
        <SetupField
          field="calendar.presentationOn"
          label={word('presentationOn')}
          faults={faults}
          hint={t('presentationHint')}
        >
          <Input
            id="calendar.presentationOn"
            type="date"
            value={calendar.presentationOn ?? ''}
            onChange={({ target }) => set({ presentationOn: target.value === '' ? undefined : target.value })}
          />
        </SetupField>
      </div>
      <h3>{t('limits')}</h3>
      <div className="rounds-counts">
        {LIMITS.map(({ field, max, unit, name }) => (
          <SetupField key={field} field={field} label={word(name)} faults={faults}>
            <Count
              id={field}
              label={word(name)}
              value={form[field]}
              max={max}
              unit={t(unit)}
              onChange={(value) => change({ [field]: value })}
            />
          </SetupField>
        ))}
      </div>
    </>
  );
}
