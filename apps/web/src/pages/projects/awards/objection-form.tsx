import { App, Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';

import { answered, api, keyed } from '../../../api/client.js';
import { useWrite } from '../../../api/use-write.js';
import { Refusal } from '../../../parts/refusal.js';
import { UploadField } from '../../../parts/upload-field.js';
import type { Uploaded } from '../../../parts/upload-field.js';
import { useUploading } from '../../../parts/uploading.js';
import { useTexts } from '../../../text/language.js';
import type { Round } from '../../rounds/queries.js';
import type { AwardLine } from '../queries.js';

const TEXTS = {
  title: ['对“{title}”提出异议', 'Object to {title}'],
  effect: [
    '异议以您的姓名受理,主办单位在规定工作日内逐件答复。异议只影响这一个项目。',
    'It is taken under your name and answered. It concerns this one project only.',
  ],
  contact: ['姓名和联系电话', 'Name and telephone number'],
  statement: ['异议理由(不少于 20 个字)', 'Reasons (at least 20 characters)'],
  evidence: ['证据', 'Evidence'],
  wanted: ['请填写', 'Please fill in'],
  short: ['请写明理由,不少于 20 个字', 'At least 20 characters'],
  proofWanted: ['请至少上传一份证据', 'Send evidence'],
  send: ['提交异议', 'Send the objection'],
  cancel: ['取消', 'Cancel'],
  done: ['异议已受理。', 'The objection was taken.'],
} as const;

const EVIDENCE_MAX = 20;

interface Fields {
  readonly contact: string;
  readonly statement: string;
  readonly evidence: readonly Uploaded[];
}

interface Props {
  readonly round: Round;
  readonly notice: number;
  readonly line: AwardLine;
  readonly onClose: () => void;
}

/** An objection to one award: named, with reasons and evidence. What was written stays after a refusal. */
export function ObjectionForm({ round, notice, line, onClose }: Props) {
  const t = useTexts(TEXTS);
  const { message } = App.useApp();
  const uploading = useUploading();
  const write = useWrite(
    ({ contact, statement, evidence }: Fields, key) =>
      answered(
        api.POST('/api/v1/rounds/{id}/objections', {
          params: { path: { id: round.caseNo }, header: keyed(key) },
          body: {
            ...{ notice, project: line.caseNo, contact, statement },
            evidenceUploadIds: evidence.map(({ id }) => id),
          },
        }),
      ),
    () => {
      void message.success(t('done'));
      onClose();
    },
  );
  return (
    <Modal
      open
      title={t('title', { title: line.title })}
      footer={null}
      onCancel={onClose}
      width="min(640px, 96vw)"
      mask={{ closable: false }}
    >
      <p className="effect">{t('effect')}</p>
      <Form<Fields> layout="vertical" onFinish={write.send} scrollToFirstError={{ focus: true }}>
        <Form.Item name="contact" label={t('contact')} rules={[{ required: true, min: 2, message: t('wanted') }]}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item
          name="statement"
          label={t('statement')}
          rules={[{ required: true, whitespace: true, min: 20, message: t('short') }]}
        >
          <Input.TextArea autoSize={{ minRows: 4, maxRows: 12 }} maxLength={4000} />
        </Form.Item>
        <Form.Item name="evidence" label={t('evidence')} rules={[{ required: true, message: t('proofWanted') }]}>
          <Files label={t('evidence')} />
        </Form.Item>
        <Refusal error={write.error} />
        <div className="form-end">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="primary" htmlType="submit" disabled={uploading} loading={write.busy}>
            {t('send')}
          </Button>
        </div>
      </Form>
    </Modal>
  );
}

interface FilesProps {
  readonly label: string;
  readonly value?: readonly Uploaded[];
  readonly onChange?: (files: readonly Uploaded[] | undefined) => void;
}

/** Several files as the value of a form item; none is no value. */
function Files({ label, value, onChange }: FilesProps) {
  const [files, setFiles] = useState<readonly Uploaded[]>(value ?? []);
  return (
    <UploadField
      label={label}
      max={EVIDENCE_MAX}
      files={files}
      onChange={(next) => {
        setFiles(next);
        onChange?.(next.length === 0 ? undefined : next);
      }}
    />
  );
}
