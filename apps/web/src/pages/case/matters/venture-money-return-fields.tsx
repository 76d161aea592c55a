import { useQuery } from '@tanstack/react-query';
import { Form, Radio } from 'antd';

import { Shown } from '../../../parts/query-state.js';
import { YuanField } from '../../../parts/yuan-field.js';
import { useTexts } from '../../../text/language.js';
import { EvidenceField } from '../../projects/evidence-field.js';
import { moneyQuery, progressQuery } from '../../projects/queries.js';
import { sumBy } from '../../projects/sum-by.js';
import { useTerms } from '../../projects/terms.js';
import type { ActFieldsProps } from '../matter.js';

const TEXTS = {
  source: ['资金来源', 'Source'],
  of: ['{source}(已拨 {paid},已退 {back})', '{source} ({paid} paid, {back} back)'],
  sourceWanted: ['请选择资金来源', 'Choose the source'],
  amount: ['退回金额', 'Amount that came back'],
  amountWanted: ['请填写金额', 'State the amount'],
  evidence: ['银行回单', 'Paper of the bank'],
  proofWanted: ['请上传银行回单', "Send the bank's paper"],
  accepted: ['认可的支出', 'Accepted spending'],
  acceptedWanted: ['请填写认可的支出', 'State the spending that is accepted'],
  vouchers: ['已拨 {paid};凭证合计 {vouchers}', '{paid} paid; vouchers of {vouchers}'],
} as const;

/** Money that came back: of which source, how much, and the bank's paper. */
export function ReturnFields({ view }: ActFieldsProps) {
  const t = useTexts(TEXTS);
  const terms = useTerms();
  const money = useQuery(moneyQuery(view.caseNo));
  return (
    <>
      <Shown query={money}>
        {({ agreement, orders, returns }) => (
          <Form.Item
            name={['facts', 'source']}
            label={t('source')}
            rules={[{ required: true, message: t('sourceWanted') }]}
          >
            <Radio.Group
              className="projects-deeds"
              options={(agreement?.bySource ?? []).map(({ source }) => ({
                value: source,
                label: t('of', {
                  source: terms.source(source),
                  paid: terms.yuan(sumBy(orders, source)),
                  back: terms.yuan(sumBy(returns, source)),
                }),
              }))}
            />
          </Form.Item>
        )}
      </Shown>
      <Form.Item name={['facts', 'fen']} label={t('amount')} rules={[{ required: true, message: t('amountWanted') }]}>
        <YuanField />
      </Form.Item>
      <Form.Item
        name={['facts', 'evidenceUploadId']}
        label={t('evidence')}
        rules={[{ required: true, message: t('proofWanted') }]}
      >
        <EvidenceField label={t('evidence')} />
      </Form.Item>
    </>
  );
}

/** How much of the spending of an ended project is accepted, with what was paid and proved beside it. */
export function SettlementFields({ view }: ActFieldsProps) {
  const t = useTexts(TEXTS);
  const terms = useTerms();
  const money = useQuery(moneyQuery(view.caseNo));
  const progress = useQuery(progressQuery(view.caseNo));
  const paid = (money.data?.orders ?? []).reduce((sum, { fen }) => sum + fen, 0);
  return (
    <>
      <Shown query={progress}>
        {({ totals }) => <p>{t('vouchers', { paid: terms.yuan(paid), vouchers: terms.yuan(totals.voucherFen) })}</p>}
      </Shown>
      <Form.Item
        name={['facts', 'acceptedFen']}
        label={t('accepted')}
        rules={[{ required: true, message: t('acceptedWanted') }]}
      >
        <YuanField />
      </Form.Item>
    </>
  );
}
