import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';

import { Chart } from '../../parts/chart.js';
import { useLabel, useLanguage, useTexts } from '../../text/language.js';
import { dayOf, monthDayOf } from '../../text/time.js';
import { progressQuery } from './season-queries.js';
import type { Figure, Season } from './season-queries.js';

const TEXTS = {
  conclusions: ['{year}年度年检结论构成', 'Conclusions of {year}'],
  filings: ['{year}年度累计报送:{filed} / {required}', 'Filed by day, {year}: {filed} of {required}'],
  filed: ['累计报送', 'Filed'],
  required: ['应报送', 'Owed'],
  none: ['还没有报送。', 'Nothing was filed yet.'],
  day: ['日期', 'Day'],
  onDay: ['当日报送', 'That day'],
  all: ['逐日数据', 'Day by day'],
} as const;

const HEIGHT = 260;
const COLOURS = { brand: '#1d4f91', line: '#9a5b00' };

interface Props {
  readonly season: Season;
  readonly figures: readonly Figure[];
}

/** How the filings came in over time, and what came of them. */
export function SeasonCharts({ season, figures }: Props) {
  return (
    <div className="season-charts">
      <Filings season={season} />
      <ConclusionChart season={season} figures={figures} />
    </div>
  );
}

function Filings({ season: { caseNo, inspectedYear, returns } }: { readonly season: Season }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const { data } = useQuery(progressQuery(caseNo));
  const days = useMemo(() => cumulated(data?.filedOn ?? []), [data]);
  const { required } = returns;
  const [filedName, requiredName] = [t('filed'), t('required')];
  const option = useMemo(
    () => ({
      tooltip: { trigger: 'axis' },
      legend: { data: [filedName, requiredName], top: 0 },
      grid: { left: 44, right: 24, top: 40, bottom: 32 },
      xAxis: { type: 'category', data: days.map(({ day }) => monthDayOf(day, language)) },
      yAxis: { type: 'value', max: required, minInterval: 1 },
      series: [
        {
          name: filedName,
          type: 'line',
          step: 'end',
          color: COLOURS.brand,
          data: days.map(({ sum }) => sum),
        },
        {
          name: requiredName,
          type: 'line',
          symbol: 'none',
          color: COLOURS.line,
          lineStyle: { type: 'dashed' },
          data: days.map(() => required),
        },
      ],
    }),
    [days, required, filedName, requiredName, language],
  );
  if (days.length === 0) return <p className="muted">{t('none')}</p>;
  return (
    <div>
      <h3>{t('filings', { year: inspectedYear, filed: returns.filed, required })}</h3>
      <Chart
        label={t('filings', { year: inspectedYear, filed: returns.filed, required })}
        option={option}
        height={HEIGHT}
      />
      <details className="why">
        <summary>{t('all')}</summary>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('day')}</th>
              <th scope="col">{t('onDay')}</th>
              <th scope="col">{t('filed')}</th>
            </tr>
          </thead>
          <tbody>
            {days.map(({ day, count, sum }) => (
              <tr key={day}>
                <th scope="row">{dayOf(day, language)}</th>
                <td>{count}</td>
                <td>
                  {sum} / {required}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </div>
  );
}

function ConclusionChart({ season, figures }: Props) {
  const t = useTexts(TEXTS);
  const label = useLabel();
  const shown = figures.filter(({ metric }) => metric.startsWith('conclusion.'));
  const title = t('conclusions', { year: season.inspectedYear });
  const names = shown.map((figure) => label(figure));
  const counts = shown.map(({ numerator }) => numerator);
  const option = {
    tooltip: { trigger: 'axis' },
    grid: { left: 76, right: 44, top: 8, bottom: 28 },
    xAxis: { type: 'value', minInterval: 1 },
    yAxis: { type: 'category', data: names, inverse: true },
    series: [
      { type: 'bar', color: COLOURS.brand, data: counts, label: { show: true, position: 'right' }, barMaxWidth: 48 },
    ],
  };
  if (counts.every((count) => count === 0)) return null;
  return (
    <div>
      <h3>{title}</h3>
      <Chart label={title} option={option} height={HEIGHT} />
    </div>
  );
}

/** Each day with the sum until then. */
function cumulated(days: readonly { readonly day: string; readonly count: number }[]) {
  let sum = 0;
  return days.map(({ day, count }) => {
    sum += count;
    return { day, count, sum };
  });
}
