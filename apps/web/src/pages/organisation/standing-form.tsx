import { Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';

import { ENDED_STATUS } from '#domain/organisation/ending.rule.js';
import { LEGAL_STATUS } from '#domain/terms/organisation-terms.js';
import { labelOf } from '#domain/terms/term.js';
import { answered, api, keyed } from '../../api/client.js';
import { useWrite } from '../../api/use-write.js';
import { Choice } from '../../parts/choice.js';
import { Refusal } from '../../parts/refusal.js';
import { useLabel, useTexts } from '../../text/language.js';
import { isoDayOf } from '../../text/time.js';
import type { Organisation } from './queries.js';

const TEXTS = {
  title: ['变更登记状态', 'Change the standing'],
  what: ['办理', 'What'],
  choose: ['请选择', 'Choose'],
  charity: ['认定为慈善组织', 'Recognise as a charity'],
  noCharity: ['取消慈善组织认定', 'Withdraw the recognition as a charity'],
  on: ['日期', 'On'],
  endEffect: [
    '登记终止后不能恢复;本组织在办的事项会随之终止或转办。',
    'An ending cannot be undone; the running cases of the organisation are told.',
  ],
  wanted: ['请填写', 'To be filled in'],
  save: ['登记', 'Record it'],
} as const;

interface Props {
  readonly organisation: Organisation;
  readonly onClose: () => void;
}

/** Its cancellation or revocation, and whether it is a charity. */
export function StandingForm({ organisation, onClose }: Props) {
  const t = useTexts(TEXTS);
  const label = useLabel();
  const [what, setWhat] = useState<string | undefined>(undefined);
  const { send, busy, error } = useWrite(
    (body: ReturnType<typeof bodyOf>, key) =>
      answered(
        api.POST('/api/v1/organisations/{id}/standing', {
          params: { path: { id: organisation.id }, header: keyed(key) },
          body,
        }),
      ),
    onClose,
  );
  const ending = ENDED_STATUS.find((status) => status === what);
  return (
    <Modal open title={t('title')} footer={null} onCancel={onClose} mask={{ closable: false }}>
      <Form<{ on?: string }>
        layout="vertical"
        requiredMark={false}
        initialValues={{ on: isoDayOf(new Date()) }}
        onFinish={({ on = '' }) => send(bodyOf(ending, on, !organisation.charity))}
      >
        <Refusal error={error} />
        <Form.Item label={t('what')}>
          <Choice
            label={t('what')}
            value={what}
            empty={t('choose')}
            options={[
              ...ENDED_STATUS.map((status) => ({ value: status, label: label(labelOf(LEGAL_STATUS, status)) })),
              { value: 'CHARITY', label: t(organisation.charity ? 'noCharity' : 'charity') },
            ]}
            onChange={setWhat}
          />
        </Form.Item>
        {ending === undefined ? null : (
          <>
            <p className="effect">{t('endEffect')}</p>
            <Form.Item name="on" label={t('on')} rules={[{ required: true, message: t('wanted') }]}>
              <Input type="date" max={isoDayOf(new Date())} />
            </Form.Item>
          </>
        )}
        <div className="form-end">
          <Button type="primary" htmlType="submit" loading={busy} disabled={what === undefined}>
            {t('save')}
          </Button>
        </div>
      </Form>
    </Modal>
  );
}

function bodyOf(ending: (typeof ENDED_STATUS)[number] | undefined, endedOn: string, charity: boolean) {
  return ending === undefined ? { charity } : { ending: { legalStatus: ending, endedOn } };
}
