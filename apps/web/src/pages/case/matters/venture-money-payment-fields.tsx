import { useQuery } from '@tanstack/react-query';

import { timelineQuery } from '../../../api/case.js';
import { Shown } from '../../../parts/query-state.js';
import { useTexts } from '../../../text/language.js';
import '../../projects/projects.css';
import { isSignedOn } from '../../projects/instalment-task.js';
import { moneyQuery } from '../../projects/queries.js';
import { useTerms } from '../../projects/terms.js';
import type { ActFieldsProps } from '../matter.js';

const TEXTS = {
  what: ['本次签批', 'What is signed'],
  no: ['{source} 第 {no} 期', '{source}, instalment {no}'],
  amount: ['金额', 'Amount'],
  release: ['拨付依据', 'Released'],
  account: ['收款账户', 'Account'],
  tail: ['{bank} 尾号 {tail}', '{bank}, ending in {tail}'],
  none: ['申报单位尚未填写收款账户,不能拨付', 'No account was named: it cannot be paid'],
  first: ['第一签批人', 'First signature'],
  nobody: ['尚无人签批,您是第一人', 'Nobody yet: yours is the first'],
  frozen: ['监督审计人员已暂停拨付,现在不能签批。', 'The auditor has stopped the payments.'],
} as const;

/** Which instalment of which source it is, to which account, and who has signed it before. */
export function PaymentFields({ view, action }: ActFieldsProps) {
  const t = useTexts(TEXTS);
  const terms = useTerms();
  const money = useQuery(moneyQuery(view.caseNo));
  const timeline = useQuery(timelineQuery(view.caseNo));
  return (
    <Shown query={money}>
      {({ agreement }) => {
        const due = agreement?.instalments.find((one) => isSignedOn(one, action.taskId));
        if (agreement === null || due === undefined) return null;
        const before = timeline.data?.items.find(
          ({ kind, taskId }) => kind === 'signPayment' && isSignedOn(due, taskId),
        );
        const { account } = agreement;
        const rows: [string, string][] = [
          [t('what'), t('no', { source: terms.source(due.source), no: due.no })],
          [t('amount'), terms.yuan(due.dueFen ?? due.fen)],
          [t('release'), terms.release(due.release, due.milestone)],
          [t('account'), account === null ? t('none') : t('tail', { bank: account.bank, tail: account.tail })],
          [t('first'), before?.actor?.name ?? t('nobody')],
        ];
        return (
          <>
            {agreement.frozen ? <p className="told told-late">{t('frozen')}</p> : null}
            <dl className="facts">
              {rows.map(([name, words]) => (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd>{words}</dd>
                </div>
              ))}
            </dl>
          </>
        );
      }}
    </Shown>
  );
}
