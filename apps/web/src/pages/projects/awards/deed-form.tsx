import { App, Button, Checkbox, Form, Input, Modal, Radio } from 'antd';

import { ADOPTION_MODES } from '#domain/venture-round/agreement-terms.js';
import { answered, api, keyed } from '../../../api/client.js';
import { useWrite } from '../../../api/use-write.js';
import { Refusal } from '../../../parts/refusal.js';
import { YuanField } from '../../../parts/yuan-field.js';
import { useLabel, useTexts } from '../../../text/language.js';
import { useTerms } from '../terms.js';

const TEXTS = {
  title: ['认领“{title}”', 'Adopt {title}'],
  effect: [
    '签署后由申报单位确认,认领成立;款物到位前可以撤回。企业名称和金额随名单公开。',
    'It stands when the applicant has signed too; you may withdraw before you pay. Name and amount are public.',
  ],
  mode: ['方式', 'Mode'],
  fen: ['金额或价值(不超过缺口 {gap})', 'Amount or value (at most {gap})'],
  over: ['不能超过资金缺口 {gap}', 'At most the gap of {gap}'],
  purpose: ['用途', 'Purpose'],
  naming: ['冠名(可不填)', 'Named after (optional)'],
  linked: ['本企业与申报单位有关联(股东、任职、亲属等)', 'There are ties with the applicant'],
  disclosure: ['关联情况(将公开)', 'What ties (published)'],
  wanted: ['请填写', 'Please fill in'],
  send: ['签署认领书', 'Sign the deed'],
  cancel: ['取消', 'Cancel'],
  done: ['认领书已签署,等待申报单位确认。', 'Signed; the applicant signs next.'],
} as const;

interface Fields {
  readonly mode: 'MONEY' | 'GOODS' | 'SERVICE';
  readonly fen: number;
  readonly purpose: string;
  readonly namingRight?: string;
  readonly linkedToApplicant?: boolean;
  readonly disclosure?: string;
}

interface Props {
  readonly project: { readonly caseNo: string; readonly title: string; readonly gapFen: number };
  readonly onClose: () => void;
}

/** 认领书: what the enterprise gives, what for, and what ties there are. */
export function DeedForm({ project: { caseNo, title, gapFen }, onClose }: Props) {
  const t = useTexts(TEXTS);
  const terms = useTerms();
  const label = useLabel();
  const { message } = App.useApp();
  const [form] = Form.useForm<Fields>();
  const isLinked = Form.useWatch('linkedToApplicant', form) === true;
  const write = useWrite(
    ({ linkedToApplicant = false, disclosure, namingRight, ...fields }: Fields, key) =>
      answered(
        api.POST('/api/v1/projects/{caseNo}/adoptions', {
          params: { path: { caseNo }, header: keyed(key) },
          body: {
            ...{ ...fields, linkedToApplicant },
            ...(linkedToApplicant && disclosure !== undefined ? { disclosure } : {}),
            ...(namingRight === undefined || namingRight === '' ? {} : { namingRight }),
          },
        }),
      ),
    () => {
      void message.success(t('done'));
      onClose();
    },
  );
  const wanted = { required: true, message: t('wanted') };
  const gap = terms.yuan(gapFen);
  return (
    <Modal
      open
      title={t('title', { title })}
      footer={null}
      onCancel={onClose}
      width="min(640px, 96vw)"
      mask={{ closable: false }}
    >
      <p className="effect">{t('effect')}</p>
      <Form<Fields> form={form} layout="vertical" onFinish={write.send} initialValues={{ mode: 'MONEY', fen: gapFen }}>
        <Form.Item name="mode" label={t('mode')} rules={[wanted]}>
          <Radio.Group
            className="choices"
            options={ADOPTION_MODES.map((term) => ({ value: term.slug, label: label(term) }))}
          />
        </Form.Item>
        <Form.Item
          name="fen"
          label={t('fen', { gap })}
          rules={[
            wanted,
            {
              validator: (_, fen?: number) =>
                (fen ?? 0) > gapFen ? Promise.reject(new Error(t('over', { gap }))) : Promise.resolve(),
            },
          ]}
        >
          <YuanField />
        </Form.Item>
        <Form.Item name="purpose" label={t('purpose')} rules={[{ ...wanted, whitespace: true, min: 2 }]}>
          <Input maxLength={500} />
        </Form.Item>
        <Form.Item name="namingRight" label={t('naming')}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="linkedToApplicant" valuePropName="checked">
          <Checkbox>{t('linked')}</Checkbox>
        </Form.Item>
        {isLinked ? (
          <Form.Item name="disclosure" label={t('disclosure')} rules={[{ ...wanted, min: 4 }]}>
            <Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} />
          </Form.Item>
        ) : null}
        <Refusal error={write.error} />
        <div className="form-end">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="primary" htmlType="submit" loading={write.busy}>
            {t('send')}
          </Button>
        </div>
      </Form>
    </Modal>
  );
}
