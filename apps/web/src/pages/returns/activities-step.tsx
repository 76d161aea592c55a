import { Input, InputNumber } from 'antd';

import { useTexts } from '../../text/language.js';
import type { ReturnData } from './return-data.js';
import { inputId, ReturnField } from './return-field.js';
import type { StepProps } from './writing.js';
import { YesNo } from './yes-no.js';

const TEXTS = {
  personTimes: ['同一人参加多次的,按次数计', 'the same person counts each time'],
  noteHint: ['超出章程范围的,请说明情况', 'say what lay outside the charter'],
} as const;

type Activities = ReturnData['activities'];

/** 业务活动. */
export function ActivitiesStep(props: StepProps) {
  const t = useTexts(TEXTS);
  const { form, change } = props;
  const { activities } = form;
  const set = (more: Partial<Activities>) => change({ activities: { ...activities, ...more } });
  return (
    <>
      <div className="fields">
        <ReturnField {...props} field="activities.count">
          <InputNumber
            id={inputId('activities.count')}
            min={0}
            precision={0}
            value={activities.count ?? null}
            onChange={(n) => set({ count: n ?? undefined })}
          />
        </ReturnField>
        <ReturnField {...props} field="activities.personTimes" hint={t('personTimes')}>
          <InputNumber
            id={inputId('activities.personTimes')}
            min={0}
            precision={0}
            value={activities.personTimes ?? null}
            onChange={(n) => set({ personTimes: n ?? undefined })}
          />
        </ReturnField>
      </div>
      <ReturnField {...props} field="activities.insideCharter">
        <YesNo
          id={inputId('activities.insideCharter')}
          value={activities.insideCharter}
          onChange={(insideCharter) => set({ insideCharter })}
        />
      </ReturnField>
      <ReturnField {...props} field="activities.note" hint={t('noteHint')}>
        <Input.TextArea
          id={inputId('activities.note')}
          autoSize={{ minRows: 2 }}
          maxLength={2000}
          value={activities.note ?? ''}
          onChange={({ target }) => set({ note: target.value })}
        />
      </ReturnField>
    </>
  );
}
