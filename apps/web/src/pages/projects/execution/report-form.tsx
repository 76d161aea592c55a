import { Button, Form, Input, InputNumber } from 'antd';
import { useState } from 'react';

import { answered, api, keyed } from '../../../api/client.js';
import { useWrite } from '../../../api/use-write.js';
import { Refusal } from '../../../parts/refusal.js';
import { useTexts } from '../../../text/language.js';
import { forgetCopy, keepCopy, keptCopy } from '../../apply/local-copy.js';
import type { Progress } from '../queries.js';
import { useTerms } from '../terms.js';

const TEXTS = {
  counted: [
    '以下由系统从记录统计,提交即冻结:活动 {activities} 场,服务 {personTimes} 人次、{persons} 人;凭证合计 {vouchers}。',
    'Counted from the records and frozen with the report: {activities} activities, {personTimes} person-times, {persons} persons; vouchers of {vouchers}.',
  ],
  reached: ['{indicator}:已完成({unit},目标 {target})', '{indicator}: reached ({unit}, of {target})'],
  story: ['实施情况', 'What was done'],
  storyHint: ['至少 10 个字', 'At least 10 characters'],
  wanted: ['请填写', 'Please fill in'],
  MID_TERM: ['提交中期报告', 'File the mid-term report'],
  FINAL: ['提交结项报告', 'File the final report'],
  sure: ['提交后不能修改,已计入的活动不能再更正。', 'It cannot be changed, nor can the activities that it counts.'],
} as const;

interface Fields {
  readonly reached: readonly (number | undefined)[];
  readonly story: string;
}

interface Props {
  readonly caseNo: string;
  readonly kind: 'MID_TERM' | 'FINAL';
  readonly progress: Progress;
}

/** The report that is due: figures counted from the records, indicators and the story by the applicant. */
export function ReportForm({ caseNo, kind, progress }: Props) {
  const t = useTexts(TEXTS);
  const terms = useTerms();
  const { objectives, totals } = progress;
  const copyId = `report-${caseNo}-${kind}`;
  const [initial] = useState(() => ({ reached: objectives.map(() => undefined), ...keptCopy(copyId, 1) }));
  const write = useWrite(
    ({ reached, story }: Fields, key) =>
      answered(
        api.POST('/api/v1/projects/{caseNo}/reports', {
          params: { path: { caseNo }, header: keyed(key) },
          body: {
            kind,
            story,
            reached: Object.fromEntries(objectives.map(({ indicator }, n) => [indicator, reached[n] ?? 0])),
          },
        }),
      ),
    () => forgetCopy(copyId),
  );
  return (
    <Form<Fields>
      layout="vertical"
      initialValues={initial}
      onValuesChange={(_, fields) => keepCopy(copyId, 1, { ...fields })}
      onFinish={write.send}
      className="projects-form"
    >
      <p className="effect">{t('counted', { ...totals, vouchers: terms.yuan(totals.voucherFen) })}</p>
      {objectives.map(({ indicator, unit, target }, n) => (
        <Form.Item
          key={indicator}
          name={['reached', n]}
          label={t('reached', { indicator, unit, target })}
          rules={[{ required: true, message: t('wanted') }]}
        >
          <InputNumber min={0} precision={0} />
        </Form.Item>
      ))}
      <Form.Item
        name="story"
        label={t('story')}
        extra={t('storyHint')}
        rules={[{ required: true, whitespace: true, min: 10, message: t('storyHint') }]}
      >
        <Input.TextArea autoSize={{ minRows: 4, maxRows: 16 }} maxLength={8000} />
      </Form.Item>
      <Refusal error={write.error} />
      <p className="muted">{t('sure')}</p>
      <Button type="primary" size="large" htmlType="submit" loading={write.busy}>
        {t(kind)}
      </Button>
    </Form>
  );
}
