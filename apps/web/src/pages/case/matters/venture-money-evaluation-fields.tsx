import { useQuery } from '@tanstack/react-query';
import { Form, Radio } from 'antd';

import { Shown } from '../../../parts/query-state.js';
import { YuanField } from '../../../parts/yuan-field.js';
import { useTexts } from '../../../text/language.js';
import { progressQuery } from '../../projects/queries.js';
import { ProgressTable } from '../../projects/execution/progress-table.js';
import '../../projects/projects.css';
import { useTerms } from '../../projects/terms.js';
import type { ActFieldsProps } from '../matter.js';

const TEXTS = {
  reported: ['报告的指标', 'Reported'],
  records: [
    '活动 {activities} 场,{personTimes} 人次,{persons} 人;凭证合计 {vouchers}',
    '{activities} activities, {personTimes} person-times, {persons} persons; vouchers of {vouchers}',
  ],
  result: ['结论', 'Result'],
  wanted: ['请选择结论', 'Choose the result'],
  PASS: ['合格', 'Pass'],
  RECTIFY: ['限期整改', 'Rectify'],
  FAIL: ['不合格', 'Fail'],
  accepted: ['认可的支出(不超过凭证合计)', 'Accepted spending (at most the vouchers)'],
  acceptedWanted: ['请填写认可的支出', 'State the spending that is accepted'],
} as const;

/** What was promised and reported beside the result; a closing evaluation also accepts the spending. */
export function EvaluationFields({ view, action }: ActFieldsProps) {
  const t = useTexts(TEXTS);
  const terms = useTerms();
  const progress = useQuery(progressQuery(view.caseNo));
  const isFinal = action.task?.kind === 'EVALUATE_FINAL';
  const results = isFinal ? (['PASS', 'FAIL'] as const) : (['PASS', 'RECTIFY', 'FAIL'] as const);
  return (
    <>
      <Shown query={progress}>
        {({ objectives, totals }) => (
          <>
            <h3>{t('reported')}</h3>
            <ProgressTable objectives={objectives} />
            <p className="muted">{t('records', { ...totals, vouchers: terms.yuan(totals.voucherFen) })}</p>
          </>
        )}
      </Shown>
      <Form.Item name={['facts', 'result']} label={t('result')} rules={[{ required: true, message: t('wanted') }]}>
        <Radio.Group className="choices" options={results.map((value) => ({ value, label: t(value) }))} />
      </Form.Item>
      {isFinal ? (
        <Form.Item
          name={['facts', 'acceptedFen']}
          label={t('accepted')}
          rules={[{ required: true, message: t('acceptedWanted') }]}
        >
          <YuanField />
        </Form.Item>
      ) : null}
    </>
  );
}
