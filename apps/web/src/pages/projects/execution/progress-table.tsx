import { useTexts } from '../../../text/language.js';
import type { Progress } from '../queries.js';

const TEXTS = {
  indicator: ['承诺的指标', 'Indicator'],
  reached: ['已完成', 'Reached'],
  percent: ['完成率', 'Share'],
  share: ['{reached} / {target} {unit}', '{reached} / {target} {unit}'],
} as const;

/** Progress against what was promised; numerator and denominator beside every bar. */
export function ProgressTable({ objectives }: Pick<Progress, 'objectives'>) {
  const t = useTexts(TEXTS);
  return (
    <table className="table projects-progress">
      <thead>
        <tr>
          <th scope="col">{t('indicator')}</th>
          <th scope="col">{t('reached')}</th>
          <th scope="col">{t('percent')}</th>
        </tr>
      </thead>
      <tbody>
        {objectives.map(({ indicator, target, unit, reached, percent }) => (
          <tr key={indicator}>
            <th scope="row">{indicator}</th>
            <td>{t('share', { reached, target, unit })}</td>
            <td>
              <meter min={0} max={100} value={percent} aria-label={`${indicator} ${percent}%`} /> {percent}%
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
