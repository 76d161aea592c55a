import { Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';

import { answered, api, keyed } from '../../api/client.js';
import { useWrite } from '../../api/use-write.js';
import { Refusal } from '../../parts/refusal.js';
import { useTexts } from '../../text/language.js';
import type { Person } from './queries.js';

const TEXTS = {
  title: ['查看完整号码', 'Show the numbers'],
  effect: [
    '查看会留下记录:谁、何时、为何查看。只在办理需要时查看。',
    'That you looked, when and why is kept. Look only where your work needs it.',
  ],
  purpose: ['办理事由(至少 4 个字)', 'Why (4 characters or more)'],
  idNo: ['身份证号', 'Identity number'],
  phone: ['手机号', 'Phone'],
  none: ['未登记', 'none'],
  look: ['查看', 'Show'],
  close: ['关闭', 'Close'],
  wanted: ['请填写办理事由', 'Say why'],
} as const;

interface Props {
  readonly organisationId: string;
  readonly person: Person;
  readonly onClose: () => void;
}

/** Reads the numbers of one person in the clear, for a reason that is kept. They leave the page with this window. */
export function Unmask({ organisationId, person, onClose }: Props) {
  const t = useTexts(TEXTS);
  const [found, setFound] = useState<readonly (readonly ['idNo' | 'phone', string | null])[] | null>(null);
  const { send, busy, error } = useWrite(
    async ({ purpose }: { readonly purpose: string }, key) => {
      const read = async (field: 'idNo' | 'phone') =>
        answered(
          api.POST('/api/v1/organisations/{id}/people/{personId}/unmasking', {
            params: { path: { id: organisationId, personId: person.personId }, header: keyed(`${key}-${field}`) },
            body: { field, purpose },
          }),
        );
      return [await read('idNo'), await read('phone')];
    },
    (answers) => setFound(answers.map(({ field, value }) => [field, value] as const)),
  );
  return (
    <Modal open title={`${t('title')} ${person.name}`} footer={null} onCancel={onClose} mask={{ closable: false }}>
      <p className="effect">{t('effect')}</p>
      <Refusal error={error} />
      {found === null ? (
        <Form layout="vertical" requiredMark={false} onFinish={send}>
          <Form.Item name="purpose" label={t('purpose')} rules={[{ required: true, min: 4, message: t('wanted') }]}>
            <Input maxLength={200} />
          </Form.Item>
          <div className="form-end">
            <Button type="primary" htmlType="submit" loading={busy}>
              {t('look')}
            </Button>
          </div>
        </Form>
      ) : (
        <>
          <dl className="facts">
            {found.map(([field, value]) => (
              <div key={field}>
                <dt>{t(field)}</dt>
                <dd>{value ?? t('none')}</dd>
              </div>
            ))}
          </dl>
          <div className="form-end">
            <Button onClick={onClose}>{t('close')}</Button>
          </div>
        </>
      )}
    </Modal>
  );
}
