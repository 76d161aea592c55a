import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';

import { meQuery } from '../../api/queries.js';
import { Choice } from '../../parts/choice.js';
import { Shown } from '../../parts/query-state.js';
import { useLabel, useLanguage, useTexts } from '../../text/language.js';
import { dayOf } from '../../text/time.js';
import { CorrectionForm } from './correction-form.js';
import { SeasonCharts } from './season-charts.js';
import { figuresQuery } from './season-queries.js';
import type { Figure, Season } from './season-queries.js';

const TEXTS = {
  title: ['统计', 'Figures'],
  asOf: ['截至', 'As of'],
  now: ['现在', 'now'],
  metric: ['指标', 'Figure'],
  own: ['本级', 'Own level'],
  rolledUp: ['含下级', 'With those below'],
  below: ['含下级登记管理机关:{names}', 'With the registries below: {names}'],
  share: ['{numerator} / {denominator}', '{numerator} / {denominator}'],
  percent: ['{value}%', '{value}%'],
  noBase: ['—', '—'],
  corrected: ['已更正:{reason}', 'corrected: {reason}'],
  correct: ['更正', 'Correct'],
  correctOf: ['更正“{name}”', 'Correct "{name}"'],
  act: ['操作', 'Act'],
  frozen: [
    '每月末冻结的数据不再变动;有误的由负责人更正,原数据保留。',
    'Figures of a month’s end stay; the leader corrects beside them.',
  ],
} as const;

/** The figures of a season with numerator and denominator, now or as they were frozen, and pictures of them. */
export function Figures({ season }: { readonly season: Season }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const [asOf, setAsOf] = useState<string>();
  const figures = useQuery(figuresQuery(season.caseNo, asOf));
  return (
    <section className="panel" aria-label={t('title')}>
      <h2>{t('title')}</h2>
      <Shown query={figures}>
        {({ own, rolledUp, frozenOn }) => (
          <>
            {frozenOn.length === 0 ? null : (
              <div className="season-as-of">
                <label htmlFor="as-of">{t('asOf')}</label>
                <Choice
                  id="as-of"
                  value={asOf}
                  empty={t('now')}
                  options={frozenOn.map((day) => ({ value: day, label: dayOf(day, language) }))}
                  onChange={setAsOf}
                />
                <small className="muted">{t('frozen')}</small>
              </div>
            )}
            <div className="season-figures">
              <FigureTable
                season={season}
                asOf={asOf}
                own={own}
                rolledUp={rolledUp.seasons.length === 0 ? null : rolledUp.items}
              />
              <SeasonCharts season={season} figures={own} />
            </div>
            {rolledUp.seasons.length === 0 ? null : (
              <p className="muted">
                {t('below', { names: rolledUp.seasons.map(({ registry }) => registry).join('、') })}
              </p>
            )}
          </>
        )}
      </Shown>
    </section>
  );
}

interface TableProps {
  readonly season: Season;
  readonly asOf: string | undefined;
  readonly own: readonly Figure[];
  /** null: there is nobody below. */
  readonly rolledUp: readonly Figure[] | null;
}

function FigureTable({ season, asOf, own, rolledUp }: TableProps) {
  const t = useTexts(TEXTS);
  const label = useLabel();
  const { data: me } = useQuery(meQuery);
  const [correcting, setCorrecting] = useState<Figure | null>(null);
  const leads =
    me?.grants.some(({ role, unitId }) => role === 'REGISTRY_LEADER' && unitId === season.registry.id) === true;
  return (
    <div className="table-scroll">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('metric')}</th>
            <th scope="col">{t('own')}</th>
            {rolledUp === null ? null : <th scope="col">{t('rolledUp')}</th>}
            {leads && asOf !== undefined ? <th scope="col">{t('act')}</th> : null}
          </tr>
        </thead>
        <tbody>
          {own.map((figure) => (
            <tr key={figure.metric}>
              <th scope="row">
                {label(figure)}
                {figure.reason === null ? null : (
                  <small className="muted">{t('corrected', { reason: figure.reason })}</small>
                )}
              </th>
              <ShareCell figure={figure} />
              {rolledUp === null ? null : (
                <ShareCell figure={rolledUp.find(({ metric }) => metric === figure.metric) ?? figure} />
              )}
              {leads && asOf !== undefined ? (
                <td>
                  <Button
                    size="small"
                    aria-label={t('correctOf', { name: label(figure) })}
                    onClick={() => setCorrecting(figure)}
                  >
                    {t('correct')}
                  </Button>
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
      {correcting === null || asOf === undefined ? null : (
        <CorrectionForm caseNo={season.caseNo} asOf={asOf} figure={correcting} onClose={() => setCorrecting(null)} />
      )}
    </div>
  );
}

function ShareCell({ figure: { numerator, denominator, value } }: { readonly figure: Figure }) {
  const t = useTexts(TEXTS);
  return (
    <td className="season-share">
      <b>{value === null ? t('noBase') : t('percent', { value })}</b>
      <small className="muted">{t('share', { numerator, denominator })}</small>
    </td>
  );
}
