import { Input } from 'antd';

import { UploadField } from '../../../parts/upload-field.js';
import type { Uploaded } from '../../../parts/upload-field.js';
import { useTexts } from '../../../text/language.js';
import { fileNameOf, rememberFile } from '../../apply/local-copy.js';
import { FIELD_TEXTS } from './faults.js';
import { Field } from './field.js';
import type { StepProps } from './wizard.js';

const TEXTS = {
  file: ['已上传的文件', 'a file'],
  pledgeHint: ['法定代表人签字、单位盖章后扫描', 'Signed and sealed, scanned'],
} as const;

const ATTACHMENTS_MAX = 30;

/** Risks, what members contribute, the pledge and other files. */
export function PapersStep({ form, change, faults }: StepProps) {
  const t = useTexts(TEXTS);
  const field = useTexts(FIELD_TEXTS);
  const named = (id: string): Uploaded => ({ id, name: fileNameOf(id) ?? t('file') });
  return (
    <>
      {(['risks', 'partyContribution'] as const).map((name) => (
        <Field key={name} field={name} faults={faults} touched={(form[name] ?? '') !== ''}>
          <Input.TextArea
            id={name}
            value={form[name]}
            maxLength={2000}
            autoSize={{ minRows: 3, maxRows: 10 }}
            onChange={({ target }) => change({ [name]: target.value })}
          />
        </Field>
      ))}
      <Field field="pledgeUploadId" isGroup faults={faults} touched={false} hint={t('pledgeHint')}>
        <UploadField
          label={field('pledgeUploadId')}
          max={1}
          files={form.pledgeUploadId === undefined ? [] : [named(form.pledgeUploadId)]}
          onChange={([file]) => {
            if (file !== undefined) rememberFile(file);
            change({ pledgeUploadId: file?.id });
          }}
        />
      </Field>
      <Field field="attachmentUploadIds" isGroup faults={faults} touched={false}>
        <UploadField
          label={field('attachmentUploadIds')}
          max={ATTACHMENTS_MAX}
          files={form.attachmentUploadIds.map(named)}
          onChange={(files) => {
            files.forEach(rememberFile);
            change({ attachmentUploadIds: files.map(({ id }) => id) });
          }}
        />
      </Field>
    </>
  );
}
