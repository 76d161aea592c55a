import { useQuery } from '@tanstack/react-query';
import { Form, Radio } from 'antd';

import { Shown } from '../../../parts/query-state.js';
import { YuanField } from '../../../parts/yuan-field.js';
import { useTexts } from '../../../text/language.js';
import { EvidenceField } from '../../projects/evidence-field.js';
import { moneyQuery, progressQuery } from '../../projects/queries.js';
import type { Money } from '../../projects/queries.js';
import { sumBy } from '../../projects/sum-by.js';
import { useTerms } from '../../projects/terms.js';
import type { ActFieldsProps } from '../matter.js';

const TEXTS = {
  source: ['资金来源', 'Source'],
  of: ['{source}(应退 {due},已退 {back})', '{source} ({due} due, {back} back)'],
  sourceWanted: ['请选择资金来源', 'Choose the source'],
  amount: ['退回金额', 'Amount that came back'],
  amountWanted: ['请填写金额', 'State the amount'],
  left: ['还须退回 {left}', '{left} still to come back'],
  over: ['多于还须退回的 {left}', 'More than the {left} that is still to come back'],
  evidence: ['银行回单', 'Paper of the bank'],
  proofWanted: ['请上传银行回单', "Send the bank's paper"],
  accepted: ['认可的支出', 'Accepted spending'],
  acceptedWanted: ['请填写认可的支出', 'State the spending that is accepted'],
  vouchers: ['已拨 {paid};凭证合计 {vouchers}', '{paid} paid; vouchers of {vouchers}'],
  overVouchers: ['不能超过凭证合计 {vouchers}', 'At most the vouchers of {vouchers}'],
  comesBack: ['须退回 {fen}', '{fen} has to come back'],
} as const;

/** What is still to come back of a source. Fen. */
const leftOf = ({ returnDue, returns }: Money, source: string): number =>
  sumBy(returnDue, source) - sumBy(returns, source);

/** Money that came back: of which source, how much of what is due, and the bank's paper. */
export function ReturnFields({ view, form }: ActFieldsProps) {
  const t = useTexts(TEXTS);
  const money = useQuery(moneyQuery(view.caseNo));
  return (
    <>
      <Shown query={money}>{(data) => <Amount money={data} form={form} />}</Shown>
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

function Amount({ money, form }: Pick<ActFieldsProps, 'form'> & { readonly money: Money }) {
  const t = useTexts(TEXTS);
  const terms = useTerms();
  const open = money.returnDue.filter(({ source }) => leftOf(money, source) > 0);
  const only = open.length === 1 ? open[0]?.source : undefined;
  const chosen = Form.useWatch<string | undefined>(['facts', 'source'], form) ?? only;
  const left = chosen === undefined ? null : leftOf(money, chosen);
  const words = (fen: number) => ({ left: terms.yuan(fen) });
  return (
    <>
      <Form.Item
        name={['facts', 'source']}
        label={t('source')}
        initialValue={only}
        rules={[{ required: true, message: t('sourceWanted') }]}
      >
        <Radio.Group
          className="projects-deeds"
          options={open.map(({ source, fen }) => ({
            value: source,
            label: t('of', {
              source: terms.source(source),
              due: terms.yuan(fen),
              back: terms.yuan(sumBy(money.returns, source)),
            }),
          }))}
        />
      </Form.Item>
      <Form.Item
        name={['facts', 'fen']}
        label={t('amount')}
        extra={left === null ? undefined : t('left', words(left))}
        rules={[
          { required: true, message: t('amountWanted') },
          {
            validator: (_, fen?: number) =>
              left !== null && (fen ?? 0) > left
                ? Promise.reject(new Error(t('over', words(left))))
                : Promise.resolve(),
          },
        ]}
      >
        <YuanField />
      </Form.Item>
    </>
  );
}

/** How much of the spending of an ended project is accepted, with what was paid and proved beside it, and what then comes back. */
export function SettlementFields({ view, form }: ActFieldsProps) {
  const t = useTexts(TEXTS);
  const terms = useTerms();
  const money = useQuery(moneyQuery(view.caseNo));
  const progress = useQuery(progressQuery(view.caseNo));
  const paid = (money.data?.orders ?? []).reduce((sum, { fen }) => sum + fen, 0);
  const accepted = Form.useWatch<number | undefined>(['facts', 'acceptedFen'], form);
  const voucherFen = progress.data?.totals.voucherFen;
  const vouchers = terms.yuan(voucherFen ?? 0);
  return (
    <>
      <Shown query={progress}>{() => <p>{t('vouchers', { paid: terms.yuan(paid), vouchers })}</p>}</Shown>
      <Form.Item
        name={['facts', 'acceptedFen']}
        label={t('accepted')}
        extra={accepted === undefined ? undefined : t('comesBack', { fen: terms.yuan(Math.max(0, paid - accepted)) })}
        rules={[
          { required: true, message: t('acceptedWanted') },
          {
            validator: (_, fen?: number) =>
              voucherFen !== undefined && (fen ?? 0) > voucherFen
                ? Promise.reject(new Error(t('overVouchers', { vouchers })))
                : Promise.resolve(),
          },
        ]}
      >
        <YuanField />
      </Form.Item>
    </>
  );
}
