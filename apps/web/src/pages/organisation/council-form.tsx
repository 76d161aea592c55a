import { Button, Form, Input, InputNumber, Modal } from 'antd';
import { useState } from 'react';

import { answered, api, keyed } from '../../api/client.js';
import { useWrite } from '../../api/use-write.js';
import { Choice } from '../../parts/choice.js';
import { Refusal } from '../../parts/refusal.js';
import { UploadField } from '../../parts/upload-field.js';
import type { Uploaded } from '../../parts/upload-field.js';
import { useTexts } from '../../text/language.js';
import type { Organisation } from './queries.js';

const TEXTS = {
  title: ['登记换届', 'Record an election or its postponement'],
  kind: ['办理', 'What'],
  RE_ELECTION: ['换届', 'An election'],
  POSTPONEMENT: ['延期换届(经批准)', 'A postponement (approved)'],
  heldOn: ['换届日期', 'Held on'],
  termStart: ['新任期自', 'Term from'],
  termEnd: ['新任期至', 'Term until'],
  size: ['理事人数', 'Seats'],
  newTermEnd: ['延至', 'Postponed until'],
  approval: ['批准文件', 'The approval'],
  approvalWanted: ['请上传批准文件', 'Send the approval'],
  effect: [
    '登记后,本组织在办的事项会按新的理事会重新核对。',
    'Running cases of the organisation look again at its council.',
  ],
  wanted: ['请填写', 'To be filled in'],
  save: ['登记', 'Record it'],
} as const;

interface Fields {
  readonly heldOn?: string;
  readonly termStart?: string;
  readonly termEnd?: string;
  readonly councilSize?: number | null;
  readonly newTermEnd?: string;
}

interface Props {
  readonly organisation: Organisation;
  readonly onClose: () => void;
}

/** A council election, or its postponement with the paper that approved it. */
export function CouncilForm({ organisation, onClose }: Props) {
  const t = useTexts(TEXTS);
  const [kind, setKind] = useState<'RE_ELECTION' | 'POSTPONEMENT'>('RE_ELECTION');
  const [files, setFiles] = useState<readonly Uploaded[]>([]);
  const [isFileMissing, setFileMissing] = useState(false);
  const { send, busy, error } = useWrite(
    (body: ReturnType<typeof bodyOf>, key) =>
      answered(
        api.POST('/api/v1/organisations/{id}/council', {
          params: { path: { id: organisation.id }, header: keyed(key) },
          body,
        }),
      ),
    onClose,
  );
  const finish = (fields: Fields) => {
    const missing = kind === 'POSTPONEMENT' && files.length === 0;
    setFileMissing(missing);
    if (!missing) send(bodyOf(kind, fields, files[0]?.id ?? ''));
  };
  const rules = [{ required: true, message: t('wanted') }];
  const day = (name: keyof Fields) => (
    <Form.Item name={name} label={t(name === 'councilSize' ? 'size' : name)} rules={rules}>
      <Input type="date" />
    </Form.Item>
  );
  return (
    <Modal open title={t('title')} footer={null} onCancel={onClose} mask={{ closable: false }}>
      <Form<Fields>
        layout="vertical"
        requiredMark={false}
        onFinish={finish}
        initialValues={{ councilSize: organisation.councilSize }}
      >
        <Refusal error={error} />
        <p className="effect">{t('effect')}</p>
        <Form.Item label={t('kind')}>
          <Choice
            label={t('kind')}
            value={kind}
            empty={t('kind')}
            options={(['RE_ELECTION', 'POSTPONEMENT'] as const).map((each) => ({ value: each, label: t(each) }))}
            onChange={(next) => setKind(next === 'POSTPONEMENT' ? 'POSTPONEMENT' : 'RE_ELECTION')}
          />
        </Form.Item>
        {kind === 'RE_ELECTION' ? (
          <>
            <div className="fields">
              {day('heldOn')}
              <Form.Item name="councilSize" label={t('size')}>
                <InputNumber min={1} max={1000} precision={0} />
              </Form.Item>
              {day('termStart')}
              {day('termEnd')}
            </div>
          </>
        ) : (
          <>
            {day('newTermEnd')}
            <Form.Item label={t('approval')}>
              <UploadField label={t('approval')} files={files} max={1} onChange={setFiles} />
              {isFileMissing ? (
                <p role="alert" className="field-error">
                  {t('approvalWanted')}
                </p>
              ) : null}
            </Form.Item>
          </>
        )}
        <div className="form-end">
          <Button type="primary" htmlType="submit" loading={busy}>
            {t('save')}
          </Button>
        </div>
      </Form>
    </Modal>
  );
}

function bodyOf(kind: 'RE_ELECTION' | 'POSTPONEMENT', fields: Fields, approvalDoc: string) {
  const { heldOn = '', termStart = '', termEnd = '', councilSize, newTermEnd = '' } = fields;
  if (kind === 'POSTPONEMENT') return { postponement: { newTermEnd, approvalDoc } };
  return { reElection: { heldOn, termStart, termEnd, ...(councilSize == null ? {} : { councilSize }) } };
}
