import { useMemo } from 'react';

import { Chart } from '../../parts/chart.js';

const ROW_PX = 34;
const AROUND_PX = 50;

interface Props {
  readonly label: string;
  readonly counts: readonly (readonly [name: string, count: number])[];
}

/** How many of each kind, as bars with their numbers. */
export function CountChart({ label, counts }: Props) {
  const shown = counts.toReversed();
  const option = useMemo(
    () => ({
      grid: { left: 8, right: 50, top: 8, bottom: 8, containLabel: true },
      xAxis: { type: 'value', minInterval: 1 },
      yAxis: { type: 'category', data: shown.map(([name]) => name), axisLabel: { color: '#1a2230' } },
      series: [
        {
          type: 'bar',
          barMaxWidth: 18,
          itemStyle: { color: '#1d4f91' },
          data: shown.map(([, count]) => count),
          label: { show: true, position: 'right', color: '#1a2230' },
        },
      ],
    }),
    [shown],
  );
  if (shown.length === 0) return null;
  return <Chart label={label} option={option} height={shown.length * ROW_PX + AROUND_PX} />;
}
