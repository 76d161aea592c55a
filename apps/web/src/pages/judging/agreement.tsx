import type { CSSProperties } from 'react';

import { useTexts } from '../../text/language.js';
import type { Diagnosis, Interval } from './diagnosis.js';

const TEXTS = {
  title: ['评审组的一致程度', 'How far the panel agrees'],
  about: [
    '数值接近 1 说明评委之间一致。区间为 95% 自助法区间,重抽样 {n} 次,以公布的总根为种子,任何人可重算。项目很少时区间会很宽,或无法计算。',
    'The nearer to 1, the more the judges agree. Intervals: 95 % bootstrap, {n} resamples, seeded by the published root, so that anybody gets the same. With few projects they are wide, or undefined.',
  ],
  measure: ['指标', 'Measure'],
  value: ['数值', 'Value'],
  interval: ['95% 区间', '95 % interval'],
  range: ['{low} 至 {high}', '{low} to {high}'],
  picture: ['0 至 1 之间的位置', 'Between 0 and 1'],
  undefined: ['无法计算', 'undefined'],
  'ICC(1,1)': ['ICC(1,1) 单名评委,各项目评委可不同', 'ICC(1,1), one judge, projects with judges of their own'],
  'ICC(A,1)': ['ICC(A,1) 单名评委,绝对一致', 'ICC(A,1), one judge, absolute agreement'],
  'ICC(A,k)': ['ICC(A,k) 评审组平均,绝对一致', 'ICC(A,k), mean of the panel, absolute agreement'],
  W: ['Kendall W 名次的一致', 'Kendall’s W, agreement of ranks'],
  alpha: ['Krippendorff α 分数的一致', 'Krippendorff’s α, agreement of scores'],
} as const;

const MEASURES = ['ICC(A,k)', 'ICC(A,1)', 'ICC(1,1)', 'W', 'alpha'] as const;

/** Measures of agreement with their intervals, as numbers and drawn between 0 and 1. */
export function Agreement({ diagnosis: { reliability, resamples } }: { readonly diagnosis: Diagnosis }) {
  const t = useTexts(TEXTS);
  return (
    <section className="panel" aria-label={t('title')}>
      <h3>{t('title')}</h3>
      <p className="muted">{t('about', { n: resamples })}</p>
      <div className="table-scroll">
        <table className="table">
          <thead>
            <tr>
              <th>{t('measure')}</th>
              <th className="number">{t('value')}</th>
              <th>{t('interval')}</th>
              <th className="judging-scale-head">{t('picture')}</th>
            </tr>
          </thead>
          <tbody>
            {MEASURES.map((name) => {
              const { value, low, high } = reliability[name];
              return (
                <tr key={name}>
                  <th scope="row">{t(name)}</th>
                  <td className="number">{value === null ? t('undefined') : <b>{value.toFixed(2)}</b>}</td>
                  <td>
                    {low === null || high === null ? '—' : t('range', { low: low.toFixed(2), high: high.toFixed(2) })}
                  </td>
                  <td>
                    <Scale interval={reliability[name]} />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** What lies below 0 is drawn at 0; the number beside it says how far. */
const place = (value: number): string => `${Math.min(1, Math.max(0, value)) * 100}%`;

type Placed = CSSProperties & Readonly<Record<`--${string}`, string>>;

function Scale({ interval: { value, low, high } }: { readonly interval: Interval }) {
  const span: Placed = { '--low': place(low ?? 0), '--high': place(high ?? 0) };
  const at: Placed = { '--at': place(value ?? 0) };
  return (
    <div className="judging-scale" aria-hidden="true">
      {low === null || high === null ? null : <span className="judging-scale-span" style={span} />}
      {value === null ? null : <span className="judging-scale-value" style={at} />}
    </div>
  );
}
