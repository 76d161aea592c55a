import { Link } from 'react-router';

import { useLabel, useTexts } from '../../text/language.js';
import type { Figure } from './queries.js';

const TEXTS = {
  metric: ['指标', 'Figure'],
  value: ['数值', 'Value'],
  numerator: ['分子', 'Numerator'],
  denominator: ['分母', 'Denominator'],
  list: ['明细', 'Cases'],
  look: ['查看', 'Look'],
  none: ['—', '—'],
} as const;

interface Props {
  readonly caption: string;
  readonly figures: readonly Figure[];
  /** The list behind a figure, where there is one within the reader's rights. */
  readonly listOf?: (metric: string) => string | null;
}

/** Figures with numerator and denominator, each with the list that it counts. */
export function FigureTable({ caption, figures, listOf = () => null }: Props) {
  const t = useTexts(TEXTS);
  const label = useLabel();
  const hasLists = figures.some(({ metric }) => listOf(metric) !== null);
  return (
    <div className="table-scroll">
      <table className="table figures-table">
        <caption className="figures-caption">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('metric')}</th>
            <th scope="col">{t('value')}</th>
            <th scope="col">{t('numerator')}</th>
            <th scope="col">{t('denominator')}</th>
            {hasLists ? <th scope="col">{t('list')}</th> : null}
          </tr>
        </thead>
        <tbody>
          {figures.map((figure) => {
            const list = listOf(figure.metric);
            return (
              <tr key={figure.metric}>
                <th scope="row">{label(figure)}</th>
                <td>{valueOf(figure) ?? t('none')}</td>
                <td>{figure.numerator ?? t('none')}</td>
                <td>{figure.denominator ?? t('none')}</td>
                {hasLists ? (
                  <td>
                    {list === null ? null : (
                      <Link to={list} aria-label={`${t('look')} ${label(figure)}`}>
                        {t('look')}
                      </Link>
                    )}
                  </td>
                ) : null}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** A value with its unit; null where nothing can be said. */
function valueOf({ value, unit }: Figure): string | null {
  if (value === null) return null;
  return unit === '%' ? `${value}%` : `${value} ${unit}`;
}
