import { useMemo } from 'react';

import { Chart } from '../../parts/chart.js';
import { useLabel } from '../../text/language.js';
import type { Figure } from './queries.js';

const ROW_PX = 46;
const AROUND_PX = 60;
/** Room for the names; a phone has less. */
const nameWidth = () => (innerWidth < 768 ? 84 : 170);

/** The shares among some figures as bars of a hundred, each with what it is made of. */
export function ShareChart({ label: name, figures }: { readonly label: string; readonly figures: readonly Figure[] }) {
  const label = useLabel();
  const shares = figures.filter(({ unit, value }) => unit === '%' && value !== null).toReversed();
  const names = shares.map((figure) => label(figure));
  const option = useMemo(
    () => ({
      grid: { left: 8, right: 110, top: 8, bottom: 8, containLabel: true },
      xAxis: { type: 'value', min: 0, max: 100, interval: 50, axisLabel: { formatter: '{value}%' } },
      yAxis: { type: 'category', data: names, axisLabel: { width: nameWidth(), overflow: 'break', color: '#1a2230' } },
      series: [
        {
          type: 'bar',
          barMaxWidth: 20,
          itemStyle: { color: '#1d4f91' },
          data: shares.map(({ value }) => Number(value)),
          label: {
            show: true,
            position: 'right',
            color: '#1a2230',
            formatter: ({ dataIndex }: { readonly dataIndex: number }) => {
              const one = shares[dataIndex];
              return one === undefined ? '' : `${one.value ?? ''}% (${one.numerator ?? 0}/${one.denominator ?? 0})`;
            },
          },
        },
      ],
    }),
    [names, shares],
  );
  if (shares.length === 0) return null;
  return <Chart label={name} option={option} height={shares.length * ROW_PX + AROUND_PX} />;
}
