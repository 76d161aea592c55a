import { Button, Form, Input } from 'antd';

import { answered, api, keyed } from '../../../api/client.js';
import { useWrite } from '../../../api/use-write.js';
import { Choice } from '../../../parts/choice.js';
import { Refusal } from '../../../parts/refusal.js';
import { useUploading } from '../../../parts/uploading.js';
import { YuanField } from '../../../parts/yuan-field.js';
import { useTexts } from '../../../text/language.js';
import { isoDayOf } from '../../../text/time.js';
import { EvidenceField } from '../evidence-field.js';
import type { Money } from '../queries.js';
import { useTerms } from '../terms.js';

const TEXTS = {
  line: ['预算内容', 'Budget line'],
  choose: ['请选择', 'Choose'],
  option: ['{item}(结余 {left})', '{item} ({left} left)'],
  amount: ['金额', 'Amount'],
  spentOn: ['支出日期', 'Spent on'],
  payee: ['收款方', 'Payee'],
  file: ['发票或凭证', 'Voucher'],
  wanted: ['请填写', 'Please fill in'],
  once: ['同一张凭证对同一行预算只计一次。', 'The same paper counts once against a line.'],
  save: ['保存凭证', 'Save the voucher'],
  cancel: ['取消', 'Cancel'],
} as const;

interface Fields {
  readonly line: string;
  readonly fen: number;
  readonly spentOn: string;
  readonly payee: string;
  readonly uploadId: string;
}

interface Props {
  readonly caseNo: string;
  readonly budget: Money['budget'];
  readonly onDone: () => void;
}

/** A voucher against a line of the budget. */
export function VoucherForm({ caseNo, budget, onDone }: Props) {
  const t = useTexts(TEXTS);
  const terms = useTerms();
  const uploading = useUploading();
  const write = useWrite(
    ({ line, ...fields }: Fields, key) =>
      answered(
        api.POST('/api/v1/projects/{caseNo}/vouchers', {
          params: { path: { caseNo }, header: keyed(key) },
          body: { ...fields, line: Number(line) },
        }),
      ),
    onDone,
  );
  const wanted = [{ required: true, message: t('wanted') }];
  const options = budget.map(({ item, nowFen, spentFen }, place) => ({
    value: String(place),
    label: t('option', { item, left: terms.yuan(nowFen - spentFen) }),
  }));
  return (
    <Form<Fields>
      layout="vertical"
      onFinish={write.send}
      initialValues={{ spentOn: isoDayOf(new Date()) }}
      className="projects-form projects-writing"
    >
      <Form.Item name="line" label={t('line')} rules={wanted}>
        <LineChoice empty={t('choose')} options={options} />
      </Form.Item>
      <div className="fields projects-fields">
        <Form.Item name="fen" label={t('amount')} rules={wanted}>
          <YuanField />
        </Form.Item>
        <Form.Item name="spentOn" label={t('spentOn')} rules={wanted}>
          <Input type="date" max={isoDayOf(new Date())} />
        </Form.Item>
      </div>
      <Form.Item name="payee" label={t('payee')} rules={wanted}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="uploadId" label={t('file')} rules={wanted} extra={t('once')}>
        <EvidenceField label={t('file')} />
      </Form.Item>
      <Refusal error={write.error} />
      <div className="form-end">
        <Button onClick={onDone}>{t('cancel')}</Button>
        <Button type="primary" htmlType="submit" disabled={uploading} loading={write.busy}>
          {t('save')}
        </Button>
      </div>
    </Form>
  );
}

interface LineChoiceProps {
  readonly id?: string;
  readonly value?: string | undefined;
  readonly onChange?: (value: string | undefined) => void;
  readonly empty: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** The choice of a line as the value of a form item. */
function LineChoice({ value, onChange, ...props }: LineChoiceProps) {
  return <Choice {...props} value={value} onChange={(chosen) => onChange?.(chosen)} />;
}
