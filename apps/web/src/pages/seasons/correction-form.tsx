import { App, Button, Form, Input, InputNumber, Modal } from 'antd';

import { answered, api, keyed } from '../../api/client.js';
import { useWrite } from '../../api/use-write.js';
import { Refusal } from '../../parts/refusal.js';
import { useLabel, useLanguage, useTexts } from '../../text/language.js';
import { dayOf } from '../../text/time.js';
import type { Figure } from './season-queries.js';

const TEXTS = {
  title: ['更正{day}的“{name}”', 'Correct "{name}" of {day}'],
  effect: [
    '更正后的数据与原数据并存,公示和统计以更正后的为准;原数据不能删除。',
    'The corrected figure stands beside the first one and counts from now on; the first one stays.',
  ],
  numerator: ['分子', 'Numerator'],
  denominator: ['分母', 'Denominator'],
  reason: ['更正理由(不少于 10 个字)', 'Reason, at least 10 characters'],
  wanted: ['请填写', 'To be filled in'],
  short: ['请写明理由,不少于 10 个字', 'Give the reasons, at least 10 characters'],
  send: ['确定更正', 'Correct it'],
  cancel: ['取消', 'Cancel'],
  done: ['已更正。', 'Corrected.'],
} as const;

interface Fields {
  readonly numerator: number;
  readonly denominator: number;
  readonly reason: string;
}

interface Props {
  readonly caseNo: string;
  readonly asOf: string;
  readonly figure: Figure;
  readonly onClose: () => void;
}

/** A corrected figure beside one that was frozen wrongly. */
export function CorrectionForm({ caseNo, asOf, figure, onClose }: Props) {
  const t = useTexts(TEXTS);
  const label = useLabel();
  const language = useLanguage();
  const { message } = App.useApp();
  const correcting = useWrite(
    (body: Fields & { readonly asOf: string; readonly metric: string }, key) =>
      answered(
        api.POST('/api/v1/seasons/{caseNo}/figures/corrections', {
          params: { path: { caseNo }, header: keyed(key) },
          body,
        }),
      ),
    () => {
      void message.success(t('done'));
      onClose();
    },
  );
  const rules = [{ required: true, message: t('wanted') }];
  return (
    <Modal
      open
      title={t('title', { day: dayOf(asOf, language), name: label(figure) })}
      onCancel={onClose}
      footer={null}
      mask={{ closable: false }}
    >
      <p className="effect">{t('effect')}</p>
      <Form<Fields>
        layout="vertical"
        initialValues={{ numerator: figure.numerator, denominator: figure.denominator }}
        onFinish={(fields) => correcting.send({ ...fields, asOf, metric: figure.metric })}
      >
        <div className="fields">
          <Form.Item name="numerator" label={t('numerator')} rules={rules}>
            <InputNumber min={0} precision={0} />
          </Form.Item>
          <Form.Item name="denominator" label={t('denominator')} rules={rules}>
            <InputNumber min={0} precision={0} />
          </Form.Item>
        </div>
        <Form.Item
          name="reason"
          label={t('reason')}
          rules={[{ required: true, whitespace: true, min: 10, message: t('short') }]}
        >
          <Input.TextArea autoSize={{ minRows: 2 }} maxLength={500} />
        </Form.Item>
        <Refusal error={correcting.error} />
        <div className="form-end">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="primary" htmlType="submit" loading={correcting.busy}>
            {t('send')}
          </Button>
        </div>
      </Form>
    </Modal>
  );
}
