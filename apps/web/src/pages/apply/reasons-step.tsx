import { Form, Input } from 'antd';

import { UploadField } from '../../parts/upload-field.js';
import { useTexts } from '../../text/language.js';
import { Labelled } from './labelled.js';
import { fileNameOf, rememberFile } from './local-copy.js';
import { FIELD_TEXTS } from './steps.js';
import type { StepProps } from './wizard.js';

const TEXTS = {
  reasonHint: ['说明党员情况、设立的必要性,50 至 2000 字', '50 to 2000 characters: the members, and why it is needed'],
  planHint: ['学习、主题党日、报告工作等安排', 'Study, Party days, reports'],
  file: ['已上传的文件', 'a file'],
} as const;

/** Why, what for, and the council's resolution. */
export function ReasonsStep({ form, change, faults }: StepProps) {
  const t = useTexts(TEXTS);
  const field = useTexts(FIELD_TEXTS);
  const resolution = form.councilResolutionUploadId;
  return (
    <>
      <Labelled field="reason" faults={faults} touched={(form.reason ?? '') !== ''} hint={t('reasonHint')}>
        <Input.TextArea
          id="reason"
          value={form.reason}
          autoSize={{ minRows: 4 }}
          maxLength={2000}
          onChange={({ target }) => change({ reason: target.value })}
        />
      </Labelled>
      <Labelled field="activityPlan" faults={faults} touched={(form.activityPlan ?? '') !== ''} hint={t('planHint')}>
        <Input.TextArea
          id="activityPlan"
          value={form.activityPlan}
          autoSize={{ minRows: 3 }}
          maxLength={4000}
          onChange={({ target }) => change({ activityPlan: target.value })}
        />
      </Labelled>
      <Labelled field="venue" faults={faults} touched={false}>
        <Input
          id="venue"
          value={form.venue}
          maxLength={200}
          onChange={({ target }) => change({ venue: target.value })}
        />
      </Labelled>
      <Form.Item label={field('councilResolutionUploadId')} layout="vertical">
        <UploadField
          label={field('councilResolutionUploadId')}
          max={1}
          files={resolution === undefined ? [] : [{ id: resolution, name: fileNameOf(resolution) ?? t('file') }]}
          onChange={([file]) => {
            if (file !== undefined) rememberFile(file);
            change({ councilResolutionUploadId: file?.id });
          }}
        />
      </Form.Item>
    </>
  );
}
