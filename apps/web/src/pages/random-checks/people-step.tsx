import { Button, Form, Input, InputNumber } from 'antd';
import { useState } from 'react';

import { api, answered, keyed } from '../../api/client.js';
import { useWrite } from '../../api/use-write.js';
import { Nothing } from '../../parts/empty.js';
import { Refusal } from '../../parts/refusal.js';
import { useTexts } from '../../text/language.js';
import { Faults } from './faults.js';
import type { PlanProps } from './new-page.js';
import { wholePlan } from './plan-form.js';
import { TERM_TEXTS } from './plan-words.js';
import type { Outlook } from './queries.js';

type Inspector = Outlook['inspectors'][number];

const TEXTS = {
  pool: ['执法检查人员 {n} 名', 'Inspectors: {n}'],
  poolAbout: [
    '从本机关全部在任执法检查人员中随机选派,不能指定。抽取公示以执法证号列出检查人员;没有登记证号的,以账号编号列出。',
    'They are drawn from all inspectors in office; nobody names them. The draw is published with the numbers of their certificates, or of their accounts.',
  ],
  noneYet: [
    '本机关还没有执法检查人员,请管理员授权。',
    'The registry has no inspectors yet. The administrator grants that role.',
  ],
  certificate: ['执法证号', 'Certificate'],
  missing: ['未登记证号', 'no certificate'],
  record: ['登记', 'Record'],
  correct: ['更正', 'Correct'],
  save: ['保存', 'Save'],
  cancel: ['取消', 'Cancel'],
  of: ['{name} 的执法证号', 'Certificate of {name}'],
  form: ['4 至 40 位字母、数字或连字符', '4 to 40 letters, digits or hyphens'],
  recusals: ['须回避 {n} 项', 'Must stay away: {n}'],
  recusalsAbout: [
    '检查人员在单位现任职务,或离任不满规定年限的,不会被抽去检查该单位。关系以登记数据为准;抽取后发现其他情形的,检查人员可在办件中申请回避,系统当场补抽。',
    'An inspector who holds, or held lately, a post in an organisation is never drawn for it. Other ties are declared after the draw: another inspector is then drawn at once.',
  ],
  noRecusals: ['按登记数据,没有须回避的关系。', 'By the register, nobody must stay away from anybody.'],
  pair: ['{inspector} 不检查 {organisation}', '{inspector} stays away from {organisation}'],
  more: ['另有 {n} 项', 'and {n} more'],
} as const;

const RECUSALS_SHOWN = 20;

/** 检查人员: how many a check has, who may be drawn, who must stay away from whom. */
export function PeopleStep({ form, outlook, change }: PlanProps) {
  const t = useTexts(TEXTS);
  const term = useTexts(TERM_TEXTS);
  const { inspectors, recusals } = outlook;
  const shown = recusals.slice(0, RECUSALS_SHOWN);
  return (
    <Form layout="vertical" component="div">
      <Form.Item label={term('inspectors')} htmlFor="draw-inspectors">
        <InputNumber
          id="draw-inspectors"
          min={2}
          max={10}
          precision={0}
          value={wholePlan(form, outlook).inspectorsPerCheck}
          onChange={(n) => change(n === null ? {} : { inspectorsPerCheck: n })}
        />
      </Form.Item>
      <Faults form={form} outlook={outlook} step="PEOPLE" />
      <h3>{t('pool', { n: inspectors.length })}</h3>
      <p className="muted prose">{t('poolAbout')}</p>
      {inspectors.length === 0 ? (
        <Nothing>{t('noneYet')}</Nothing>
      ) : (
        <ul className="rows">
          {inspectors.map((inspector) => (
            <Certificate key={inspector.userId} inspector={inspector} />
          ))}
        </ul>
      )}
      <h3 className="random-checks-below">{t('recusals', { n: recusals.length })}</h3>
      <p className="muted prose">{t('recusalsAbout')}</p>
      {recusals.length === 0 ? <p>{t('noRecusals')}</p> : null}
      <ul>
        {shown.map(({ organisation, inspector }) => (
          <li key={`${organisation} ${inspector}`}>{t('pair', { organisation, inspector })}</li>
        ))}
      </ul>
      {recusals.length > shown.length ? (
        <p className="muted">{t('more', { n: recusals.length - shown.length })}</p>
      ) : null}
    </Form>
  );
}

function Certificate({ inspector }: { readonly inspector: Inspector }) {
  const t = useTexts(TEXTS);
  const { userId, name, certificateNo } = inspector;
  const [typed, setTyped] = useState<string | null>(null);
  const record = useWrite(
    (body: { certificateNo: string }, key) =>
      answered(api.PUT('/api/v1/inspectors/{userId}', { params: { path: { userId }, header: keyed(key) }, body })),
    () => setTyped(null),
  );
  return (
    <li className="row random-checks-inspector">
      <span className="row-main">
        <span>{name}</span>
        <span className="row-sub">
          {certificateNo === null ? t('missing') : `${t('certificate')} ${certificateNo}`}
        </span>
        <Refusal error={record.error} />
      </span>
      {typed === null ? (
        <Button
          size="small"
          onClick={() => setTyped(certificateNo ?? '')}
          aria-label={`${t(certificateNo === null ? 'record' : 'correct')} ${t('of', { name })}`}
        >
          {t(certificateNo === null ? 'record' : 'correct')}
        </Button>
      ) : (
        <span className="random-checks-certificate">
          <Input
            aria-label={t('of', { name })}
            title={t('form')}
            placeholder={t('form')}
            maxLength={40}
            value={typed}
            onChange={({ target }) => setTyped(target.value.trim())}
          />
          <Button onClick={() => setTyped(null)}>{t('cancel')}</Button>
          <Button
            type="primary"
            loading={record.busy}
            disabled={typed === ''}
            onClick={() => record.send({ certificateNo: typed })}
          >
            {t('save')}
          </Button>
        </span>
      )}
    </li>
  );
}
