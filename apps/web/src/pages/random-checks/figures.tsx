import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';

import { answered, api } from '../../api/client.js';
import { Shown } from '../../parts/query-state.js';
import { useLabel, useTexts } from '../../text/language.js';
import { isoDayOf } from '../../text/time.js';

const TEXTS = {
  title: ['{year} 年统计', 'Figures of {year}'],
  before: ['上一年', 'Year before'],
  after: ['下一年', 'Year after'],
  figure: ['指标', 'Figure'],
  value: ['数值', 'Value'],
  parts: ['分子 / 分母', 'Numerator / denominator'],
  none: ['—', '—'],
} as const;

/** Figures of a year's draws, each with numerator and denominator. */
export function DrawFigures() {
  const t = useTexts(TEXTS);
  const label = useLabel();
  const now = Number(isoDayOf(new Date()).slice(0, 4));
  const [year, setYear] = useState(now);
  const figures = useQuery({
    queryKey: ['live', 'draw-figures', year],
    queryFn: () => answered(api.GET('/api/v1/figures/random-checks', { params: { query: { year } } })),
  });
  return (
    <section className="panel">
      <div className="panel-head">
        <h2>{t('title', { year })}</h2>
        <span className="random-checks-years">
          <Button size="small" onClick={() => setYear(year - 1)}>
            {t('before')}
          </Button>
          <Button size="small" disabled={year >= now} onClick={() => setYear(year + 1)}>
            {t('after')}
          </Button>
        </span>
      </div>
      <Shown query={figures}>
        {({ items }) => (
          <div className="table-scroll">
            <table className="table">
              <thead>
                <tr>
                  <th scope="col">{t('figure')}</th>
                  <th scope="col">{t('value')}</th>
                  <th scope="col">{t('parts')}</th>
                </tr>
              </thead>
              <tbody>
                {items.map((each) => (
                  <tr key={each.metric}>
                    <th scope="row">{label(each)}</th>
                    <td>{each.value === null ? t('none') : each.unit === '%' ? `${each.value}%` : each.value}</td>
                    <td>{each.denominator === null ? t('none') : `${each.numerator} / ${each.denominator}`}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Shown>
    </section>
  );
}
