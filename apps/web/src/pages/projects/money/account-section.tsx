import { Button, Form, Input } from 'antd';
import { useState } from 'react';

import type { CaseView } from '../../../api/case.js';
import { answered, api, keyed } from '../../../api/client.js';
import { useWrite } from '../../../api/use-write.js';
import { FileLink } from '../../../parts/file-link.js';
import { Refusal } from '../../../parts/refusal.js';
import { useUploading } from '../../../parts/uploading.js';
import { useTexts } from '../../../text/language.js';
import { EvidenceField } from '../evidence-field.js';
import type { Money } from '../queries.js';
import { useParts } from '../use-parts.js';

const TEXTS = {
  title: ['收款账户', 'Account'],
  none: ['尚未填写,填写前不能拨付。', 'Not named yet: nothing can be paid before.'],
  words: ['{bank},尾号 {tail}', '{bank}, ending in {tail}'],
  own: [
    '只能是本单位的账户。完整账号见证明材料。',
    "The organisation's own account. The whole number is on the proof.",
  ],
  bank: ['开户银行', 'Bank'],
  tail: ['账号后四位', 'Last four digits'],
  proof: ['开户许可证或银行证明', 'Proof of the bank'],
  wanted: ['请填写', 'Please fill in'],
  four: ['请填写四位数字', 'Four digits'],
  save: ['保存账户', 'Save the account'],
  change: ['更换账户', 'Change the account'],
} as const;

interface Fields {
  readonly bank: string;
  readonly tail: string;
  readonly proofUploadId: string;
}

interface Props {
  readonly view: CaseView;
  readonly agreement: NonNullable<Money['agreement']>;
}

/** The account to which instalments go; the applicant's to name. */
export function AccountSection({ view, agreement: { account } }: Props) {
  const t = useTexts(TEXTS);
  const { isApplicant } = useParts(view);
  const [isChanging, setChanging] = useState(false);
  const mayWrite = isApplicant && view.closedAt === null;
  return (
    <section className="panel">
      <h2>{t('title')}</h2>
      {account === null ? (
        <p className="due-soon">{t('none')}</p>
      ) : (
        <p>
          {t('words', { bank: account.bank, tail: account.tail })}{' '}
          {account.proofUploadId === null ? null : (
            <FileLink address={`/api/v1/uploads/${account.proofUploadId}`} name={t('proof')} />
          )}
        </p>
      )}
      {mayWrite && account !== null && !isChanging ? (
        <Button onClick={() => setChanging(true)}>{t('change')}</Button>
      ) : null}
      {mayWrite && (account === null || isChanging) ? (
        <AccountForm view={view} onDone={() => setChanging(false)} />
      ) : null}
    </section>
  );
}

function AccountForm({ view, onDone }: { readonly view: CaseView; readonly onDone: () => void }) {
  const t = useTexts(TEXTS);
  const uploading = useUploading();
  const write = useWrite(
    (fields: Fields, key) =>
      answered(
        api.PUT('/api/v1/projects/{caseNo}/account', {
          params: { path: { caseNo: view.caseNo }, header: keyed(key) },
          body: { ...fields, holderId: view.organisation?.id ?? '' },
        }),
      ),
    onDone,
  );
  return (
    <Form<Fields> layout="vertical" onFinish={write.send} className="projects-form">
      <p className="muted">{t('own')}</p>
      <Form.Item name="bank" label={t('bank')} rules={[{ required: true, min: 2, message: t('wanted') }]}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="tail" label={t('tail')} rules={[{ required: true, pattern: /^\d{4}$/, message: t('four') }]}>
        <Input inputMode="numeric" maxLength={4} className="projects-short" />
      </Form.Item>
      <Form.Item name="proofUploadId" label={t('proof')} rules={[{ required: true, message: t('wanted') }]}>
        <EvidenceField label={t('proof')} />
      </Form.Item>
      <Refusal error={write.error} />
      <Button type="primary" htmlType="submit" disabled={uploading} loading={write.busy}>
        {t('save')}
      </Button>
    </Form>
  );
}
