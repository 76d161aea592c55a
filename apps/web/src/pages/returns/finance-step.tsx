import { figuresBalance } from '#domain/annual-inspection/return-checks.rule.js';
import { YuanField } from '../../parts/yuan-field.js';
import { useLanguage, useTexts } from '../../text/language.js';
import { yuanOf } from '../../text/money.js';
import type { ReturnData } from './return-data.js';
import { inputId, OneFile, ReturnField } from './return-field.js';
import { FIELD_TEXTS } from './return-fields.js';
import type { StepProps } from './writing.js';
import { YesNo } from './yes-no.js';

const TEXTS = {
  balanced: ['期初净资产＋收入－支出＝期末净资产,数据平衡。', 'opening + income − expenditure = closing: it balances.'],
  unbalanced: [
    '期初净资产＋收入－支出为{wanted},与期末净资产不一致,请核对。',
    'opening + income − expenditure is {wanted}, which is not the closing figure.',
  ],
} as const;

const AMOUNTS = ['openingNetAssetsFen', 'incomeFen', 'expenditureFen', 'closingNetAssetsFen'] as const;
const MAY_BE_NEGATIVE: readonly string[] = ['openingNetAssetsFen', 'closingNetAssetsFen'];
type Finance = ReturnData['finance'];

/** 财务情况; whether the figures balance is said at once. */
export function FinanceStep(props: StepProps) {
  const name = useTexts(FIELD_TEXTS);
  const { form, change } = props;
  const { finance } = form;
  const { enterpriseFees: fees } = finance;
  const set = (more: Partial<Finance>) => change({ finance: { ...finance, ...more } });
  return (
    <>
      <div className="fields">
        {AMOUNTS.map((amount) => (
          <ReturnField key={amount} {...props} field={`finance.${amount}`}>
            <YuanField
              id={inputId(`finance.${amount}`)}
              negative={MAY_BE_NEGATIVE.includes(amount)}
              value={finance[amount]}
              onChange={(fen) => set({ [amount]: fen })}
            />
          </ReturnField>
        ))}
      </div>
      <Balance finance={finance} />
      <ReturnField {...props} field="finance.enterpriseFees.charged">
        <YesNo
          id={inputId('finance.enterpriseFees.charged')}
          value={fees.charged}
          onChange={(charged) => set({ enterpriseFees: { ...fees, charged } })}
        />
      </ReturnField>
      {fees.charged === true ? (
        <ReturnField {...props} field="finance.enterpriseFees.amountFen">
          <YuanField
            id={inputId('finance.enterpriseFees.amountFen')}
            value={fees.amountFen}
            onChange={(amountFen) => set({ enterpriseFees: { ...fees, amountFen } })}
          />
        </ReturnField>
      ) : null}
      <ReturnField {...props} field="finance.auditUploadId">
        <OneFile
          label={name('finance.auditUploadId')}
          id={finance.auditUploadId}
          onChange={(auditUploadId) => change((now) => ({ finance: { ...now.finance, auditUploadId } }))}
        />
      </ReturnField>
    </>
  );
}

function Balance({ finance }: { readonly finance: Finance }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const { openingNetAssetsFen, incomeFen, expenditureFen, closingNetAssetsFen } = finance;
  if (
    openingNetAssetsFen === undefined ||
    incomeFen === undefined ||
    expenditureFen === undefined ||
    closingNetAssetsFen === undefined
  )
    return null;
  const balances = figuresBalance({ openingNetAssetsFen, incomeFen, expenditureFen, closingNetAssetsFen });
  const wanted = yuanOf(openingNetAssetsFen + incomeFen - expenditureFen, language);
  return (
    <p role="status" className={balances ? 'due-good' : 'due-late'}>
      {balances ? t('balanced') : t('unbalanced', { wanted })}
    </p>
  );
}
