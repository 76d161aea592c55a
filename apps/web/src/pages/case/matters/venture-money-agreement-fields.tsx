import { useQuery } from '@tanstack/react-query';
import { Form, Input } from 'antd';
import { useEffect } from 'react';

import { Shown } from '../../../parts/query-state.js';
import { useTexts } from '../../../text/language.js';
import { Hash } from '../../projects/hash.js';
import { AgreementPaper } from '../../projects/paper-of.js';
import '../../projects/projects.css';
import { moneyQuery } from '../../projects/queries.js';
import { useTerms } from '../../projects/terms.js';
import type { ActFieldsProps } from '../matter.js';

const TEXTS = {
  paper: ['协议文本', 'The paper'],
  amount: ['协议金额', 'Amount'],
  hash: ['文件的 SHA-256', 'SHA-256 of the paper'],
  why: [
    '下载文件后可自行计算核对。内容有任何变化,值就不同,系统会请双方重新签署。',
    'You can compute it yourself from the downloaded file. Any change makes another value, and both sides sign anew.',
  ],
  account: [
    '收款账户尚未填写。签署后、首期拨付前须在“协议与拨付”中填写。',
    'No account was named yet; it is needed before the first payment.',
  ],
  gone: ['协议已变更,请刷新后重新查看。', 'The agreement has changed. Reload and look again.'],
} as const;

/** What is signed: the paper, its amounts, and the hash that goes with the signature. Nobody types it. */
export function AgreementFields({ view, form }: ActFieldsProps) {
  const t = useTexts(TEXTS);
  const terms = useTerms();
  const money = useQuery(moneyQuery(view.caseNo));
  const hash = money.data?.agreement?.hash;
  useEffect(() => form.setFieldValue(['facts', 'hash'], hash), [form, hash]);
  return (
    <Shown query={money}>
      {({ agreement }) =>
        agreement === null ? (
          <p>{t('gone')}</p>
        ) : (
          <>
            <dl className="facts">
              <div>
                <dt>{t('paper')}</dt>
                <dd>
                  <AgreementPaper caseNo={view.caseNo} documentId={agreement.documentId} />
                </dd>
              </div>
              <div>
                <dt>{t('amount')}</dt>
                <dd>
                  <b>{terms.yuan(agreement.totalFen)}</b>{' '}
                  {agreement.bySource.map(({ source, fen }) => `${terms.source(source)} ${terms.yuan(fen)}`).join('、')}
                </dd>
              </div>
              <div>
                <dt>{t('hash')}</dt>
                <dd>
                  <Hash value={agreement.hash} why={t('why')} />
                </dd>
              </div>
            </dl>
            {agreement.account === null ? <p className="hint">{t('account')}</p> : null}
            <Form.Item name={['facts', 'hash']} hidden>
              <Input />
            </Form.Item>
          </>
        )
      }
    </Shown>
  );
}
