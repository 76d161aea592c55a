import { Chart } from '../../parts/chart.js';
import { useTexts } from '../../text/language.js';
import { colour } from './chart-colours.js';
import type { PartProps } from './part.js';

const TEXTS = {
  title: ['评委宽严与离散', 'Severity and spread of the judges'],
  about: [
    '宽严:在相同项目上比评审组平均高(宽)或低(严)多少分。离散:该评委各项目总分的标准差,接近 0 说明没有拉开差距。',
    'Effect: points above (kind) or below (severe) the panel on the same projects. Spread: standard deviation of the judge’s totals; near 0, the projects are not told apart.',
  ],
  picture: ['每名评委比评审组平均高或低多少分', 'Points of each judge above or below the panel'],
  judge: ['评委', 'Judge'],
  sheets: ['评分表', 'Sheets'],
  mean: ['平均总分', 'Mean total'],
  effect: ['宽严', 'Effect'],
  spread: ['离散', 'Spread'],
  outliers: ['离群', 'Outliers'],
  kind: ['偏宽', 'kind'],
  severe: ['偏严', 'severe'],
} as const;

const ROW_PX = 42;
const HEAD_PX = 60;

/** How each judge scored, as bars to both sides of the panel's mean and as a table. */
export function JudgeEffects({ diagnosis: { judges }, judgeOf }: PartProps) {
  const t = useTexts(TEXTS);
  const sorted = judges.toSorted((a, b) => b.effect - a.effect);
  const option = {
    grid: { left: 10, right: 50, top: 10, bottom: 30, containLabel: true },
    tooltip: {},
    xAxis: { type: 'value' },
    yAxis: { type: 'category', inverse: true, data: sorted.map(({ judgeId }) => judgeOf(judgeId)) },
    series: [
      {
        type: 'bar',
        name: t('effect'),
        barMaxWidth: 22,
        label: { show: true, position: 'right' },
        data: sorted.map(({ effect }) => ({
          value: twoPlaces(effect),
          itemStyle: { color: colour(effect >= 0 ? '--soon' : '--brand') },
        })),
      },
    ],
  };
  return (
    <section className="panel" aria-label={t('title')}>
      <h3>{t('title')}</h3>
      <p className="muted">{t('about')}</p>
      <div className="judging-beside">
        <Chart label={t('picture')} option={option} height={HEAD_PX + ROW_PX * sorted.length} />
        <div className="table-scroll">
          <table className="table">
            <thead>
              <tr>
                <th>{t('judge')}</th>
                <th className="number">{t('sheets')}</th>
                <th className="number">{t('mean')}</th>
                <th className="number">{t('effect')}</th>
                <th className="number">{t('spread')}</th>
                <th className="number">{t('outliers')}</th>
              </tr>
            </thead>
            <tbody>
              {sorted.map(({ judgeId, sheets, mean, effect, spread, outliers }) => (
                <tr key={judgeId}>
                  <th scope="row">{judgeOf(judgeId)}</th>
                  <td className="number">{sheets}</td>
                  <td className="number">{mean.toFixed(2)}</td>
                  <td className="number">
                    {signed(effect)} <small>{effect === 0 ? '' : t(effect > 0 ? 'kind' : 'severe')}</small>
                  </td>
                  <td className="number">{spread === null ? '—' : spread.toFixed(2)}</td>
                  <td className="number">{outliers}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </div>
    </section>
  );
}

const twoPlaces = (value: number): number => Math.round(value * 100) / 100;
const signed = (value: number): string => `${value > 0 ? '+' : ''}${value.toFixed(2)}`;
