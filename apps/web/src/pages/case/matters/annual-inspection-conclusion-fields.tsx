import { useQuery } from '@tanstack/react-query';
import { Form, Radio } from 'antd';
import { useEffect } from 'react';

import { REVIEWED_CONCLUSIONS } from '#domain/annual-inspection/conclusion.rule.js';
import { Shown } from '../../../parts/query-state.js';
import { useTexts } from '../../../text/language.js';
import { CheckWords } from '../../returns/check-words.js';
import { ProposalWords } from '../../returns/proposal-words.js';
import { returnQuery } from '../../returns/return-queries.js';
import { CONCLUSIONS } from '../../seasons/season-words.js';
import type { ActFieldsProps } from '../matter.js';

const TEXTS = {
  conclusion: ['结论', 'Conclusion'],
  wanted: ['请选择结论', 'Choose the conclusion'],
  deviates: [
    '与规则建议不一致,须在办理意见中写明理由。',
    'It differs from what the rules propose: give the reasons below.',
  ],
  none: ['现在没有规则建议(没有报告可供检查)。', 'The rules propose nothing: there is no return to look at.'],
} as const;

/** The conclusion, beside what the rules propose and why. */
export function ConclusionFields({ view, form }: ActFieldsProps) {
  const t = useTexts(TEXTS);
  const conclusionText = useTexts(CONCLUSIONS);
  const theirs = useQuery(returnQuery(view.caseNo));
  const chosen: unknown = Form.useWatch(['facts', 'conclusion'], form);
  const proposed = theirs.data?.proposal?.conclusion;
  const deviates = proposed !== undefined && typeof chosen === 'string' && chosen !== proposed;
  useEffect(() => form.setFieldValue(['facts', 'deviates'], deviates), [deviates, form]);
  return (
    <>
      <Shown query={theirs}>
        {({ checks, proposal }) => (
          <>
            {proposal === null ? <p className="hint">{t('none')}</p> : <ProposalWords proposal={proposal} />}
            {checks.length === 0 ? null : <CheckWords checks={checks} folded />}
          </>
        )}
      </Shown>
      <Form.Item
        name={['facts', 'conclusion']}
        label={t('conclusion')}
        rules={[{ required: true, message: t('wanted') }]}
        {...(deviates ? { extra: t('deviates') } : {})}
      >
        <Radio.Group className="choices">
          {REVIEWED_CONCLUSIONS.map((each) => (
            <Radio key={each} value={each}>
              {conclusionText(each)}
            </Radio>
          ))}
        </Radio.Group>
      </Form.Item>
      <Form.Item name={['facts', 'deviates']} initialValue={false} hidden>
        <input type="hidden" />
      </Form.Item>
    </>
  );
}
