import { Form, Input, Radio } from 'antd';

import { useTexts } from '../../text/language.js';
import { Faults } from './faults.js';
import type { PlanProps } from './new-page.js';
import { ROUNDINGS, sizeOf, wholePlan } from './plan-form.js';
import { TERM_TEXTS } from './plan-words.js';

const TEXTS = {
  yearHelp: [
    '同一机关、同一年度、同一名目只能抽取一次,抽取后不能取消。',
    'A registry draws once for a purpose and year, and what is drawn is never cancelled.',
  ],
  base: ['抽查范围', 'Drawn from'],
  baseIs: [
    '{registry}登记、状态为“已登记”的社会组织,今天共 {n} 家。名单在“冻结名单并公布承诺”时冻结。',
    'The organisations that {registry} registers and that are REGISTERED: {n} today. The list is frozen with the commitment.',
  ],
  months: ['其中不含此前 {n} 个月内检查过的单位。', 'Without those checked in the {n} months before.'],
  all: ['近期检查过的单位也在范围内。', 'Those checked lately are among them.'],
  rateOf: ['抽查比例', 'Share in per cent'],
  floor: ['本级最低 {n}%', 'at least {n} %'],
  would: ['按此将抽取', 'So many would be drawn'],
  sum: ['{base} × {rate}% = {exact} · {how}', '{base} × {rate} % = {exact}, rounded {how}'],
  organisations: ['{n} 家', '{n}'],
} as const;

/** 名目: what the draw is for. */
export function WhatStep({ form, outlook, change }: PlanProps) {
  const t = useTexts(TEXTS);
  const term = useTexts(TERM_TEXTS);
  return (
    <Form layout="vertical" component="div">
      <p className="muted prose">{t('yearHelp')}</p>
      <Form.Item label={term('year')} htmlFor="draw-year">
        <Input
          id="draw-year"
          className="date"
          inputMode="numeric"
          maxLength={4}
          value={form.year}
          onChange={({ target }) => change({ year: target.value.trim() })}
        />
      </Form.Item>
      <Form.Item label={term('purpose')} htmlFor="draw-purpose">
        <Input
          id="draw-purpose"
          maxLength={200}
          value={form.purpose}
          onChange={({ target }) => change({ purpose: target.value })}
        />
      </Form.Item>
      <Faults form={form} outlook={outlook} step="WHAT" />
    </Form>
  );
}

/** 范围与比例: the list as it is today, the share, and what comes of it. */
export function ShareStep({ form, outlook, change }: PlanProps) {
  const t = useTexts(TEXTS);
  const term = useTexts(TERM_TEXTS);
  const { ratePct, rounding } = wholePlan(form, outlook);
  const size = sizeOf(form, outlook);
  const { base, checkedMonths, registry, floorPct } = outlook;
  return (
    <Form layout="vertical" component="div">
      <h3>{t('base')}</h3>
      <p className="prose">
        {t('baseIs', { registry, n: base })} {checkedMonths > 0 ? t('months', { n: checkedMonths }) : t('all')}
      </p>
      <Form.Item label={t('rateOf')} htmlFor="draw-rate" extra={t('floor', { n: floorPct })}>
        <Input
          id="draw-rate"
          className="date"
          inputMode="decimal"
          maxLength={8}
          suffix="%"
          value={ratePct}
          onChange={({ target }) => change({ ratePct: target.value.trim() })}
        />
      </Form.Item>
      <Form.Item label={term('rounding')}>
        <Radio.Group
          className="choices"
          aria-label={term('rounding')}
          value={rounding}
          onChange={({ target }) => change({ rounding: ROUNDINGS.find((each) => each === target.value) ?? 'CEIL' })}
        >
          {ROUNDINGS.map((each) => (
            <Radio key={each} value={each}>
              {term(each)}
            </Radio>
          ))}
        </Radio.Group>
      </Form.Item>
      <Faults form={form} outlook={outlook} step="SHARE" />
      {size === null ? null : (
        <p className="random-checks-size" role="status">
          <span>{t('would')}</span> <b>{t('organisations', { n: size })}</b>
          <span className="muted">
            {t('sum', { base, rate: ratePct, exact: exactOf(base, ratePct), how: term(rounding) })}
          </span>
        </p>
      )}
    </Form>
  );
}

/** The product as one would write it down; the number that is drawn is counted exactly by the rule. */
const exactOf = (base: number, ratePct: string): string => String(Number(((base * Number(ratePct)) / 100).toFixed(6)));
