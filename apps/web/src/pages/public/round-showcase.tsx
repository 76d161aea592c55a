import { useQuery } from '@tanstack/react-query';

import { PROJECT_STATE_LABELS } from '#domain/venture-round/state-labels.js';
import { FUNDING_SOURCES, PROJECT_CLASSES, VENTURE_THEMES } from '#domain/venture-round/terms.js';
import { labelOf } from '#domain/terms/term.js';
import type { Term } from '#domain/terms/term.js';
import { Shown } from '../../parts/query-state.js';
import { useLabel, useLanguage, useTexts } from '../../text/language.js';
import { yuanOf } from '../../text/money.js';
import { showcaseQuery } from './queries.js';
import type { Showcase } from './queries.js';
import { ShowcaseProjects } from './showcase-projects.js';

const TEXTS = {
  figures: ['成果', 'What came of it'],
  activities: ['活动(场)', 'activities'],
  personTimes: ['服务人次', 'person-times'],
  persons: ['服务人数', 'persons'],
  cost: ['每人次成本(元)', 'yuan a person-time'],
  funded: ['获资助项目', 'funded'],
  adopted: ['其中企业认领', 'of them adopted'],
  completed: ['已结项', 'completed'],
  share: ['{percent}%', '{percent} %'],
  none: ['—', '—'],
  figure: ['指标', 'Figure'],
  value: ['数值', 'Value'],
  parts: ['分子 / 分母', 'Numerator / denominator'],
  by: ['类别、领域和状态', 'By class, theme and state'],
  of: ['分类', 'Kind'],
  count: ['项目数', 'Projects'],
  money: ['资金', 'Money'],
  source: ['资金来源', 'Source'],
  planned: ['拟资助', 'Planned'],
  agreed: ['已签约', 'Agreed'],
  paid: ['已拨付', 'Paid'],
  returned: ['已退回', 'Returned'],
} as const;

/** What a round came to: its figures, its money, its projects. */
export function RoundShowcase({ id }: { readonly id: string }) {
  const showcase = useQuery(showcaseQuery(id));
  return (
    <Shown query={showcase}>
      {(figures) => (
        <>
          <Figures figures={figures} />
          <ShowcaseProjects id={id} />
          <Money figures={figures} />
          <Kinds figures={figures} />
        </>
      )}
    </Shown>
  );
}

function Figures({ figures }: { readonly figures: Showcase }) {
  const t = useTexts(TEXTS);
  const { activities, personTimes, persons, costPerPersonTime } = figures;
  const big = [
    [t('activities'), activities],
    [t('personTimes'), personTimes],
    [t('persons'), persons],
    [t('cost'), costPerPersonTime ?? t('none')],
  ] as const;
  return (
    <section className="panel" aria-label={t('figures')}>
      <h2>{t('figures')}</h2>
      <ul className="public-figures">
        {big.map(([name, value]) => (
          <li key={name}>
            <b>{value}</b>
            {name}
          </li>
        ))}
      </ul>
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
            {(['funded', 'adopted', 'completed'] as const).map((name) => {
              const { numerator, denominator, percent } = figures[name];
              return (
                <tr key={name}>
                  <th scope="row">{t(name)}</th>
                  <td>{percent === null ? t('none') : t('share', { percent })}</td>
                  <td>
                    {numerator} / {denominator}
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

function Money({ figures: { money } }: { readonly figures: Showcase }) {
  const t = useTexts(TEXTS);
  const label = useLabel();
  const language = useLanguage();
  if (money.length === 0) return null;
  return (
    <section className="panel" aria-label={t('money')}>
      <h2>{t('money')}</h2>
      <div className="table-scroll">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('source')}</th>
              {(['planned', 'agreed', 'paid', 'returned'] as const).map((name) => (
                <th key={name} scope="col" className="number">
                  {t(name)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {money.map(({ source, plannedFen, agreedFen, paidFen, returnedFen }) => (
              <tr key={source}>
                <th scope="row">{label(labelOf(FUNDING_SOURCES, source))}</th>
                <td className="number">{yuanOf(plannedFen, language)}</td>
                <td className="number">{yuanOf(agreedFen, language)}</td>
                <td className="number">{yuanOf(paidFen, language)}</td>
                <td className="number">{yuanOf(returnedFen, language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

const STATES: readonly Term[] = Object.entries(PROJECT_STATE_LABELS).map(([slug, label]) => ({ slug, ...label }));

function Kinds({ figures: { byClass, byTheme, byState } }: { readonly figures: Showcase }) {
  const t = useTexts(TEXTS);
  const label = useLabel();
  const lists: readonly (readonly [Readonly<Record<string, number>>, readonly Term[]])[] = [
    [byClass, PROJECT_CLASSES],
    [byTheme, VENTURE_THEMES],
    [byState, STATES],
  ];
  return (
    <section className="panel" aria-label={t('by')}>
      <h2>{t('by')}</h2>
      <div className="public-kinds">
        {lists.map(([counts, terms], n) => (
          <table className="table" key={n}>
            <thead>
              <tr>
                <th scope="col">{t('of')}</th>
                <th scope="col" className="number">
                  {t('count')}
                </th>
              </tr>
            </thead>
            <tbody>
              {Object.entries(counts).map(([slug, count]) => (
                <tr key={slug}>
                  <th scope="row">{label(labelOf(terms, slug))}</th>
                  <td className="number">{count}</td>
                </tr>
              ))}
            </tbody>
          </table>
        ))}
      </div>
    </section>
  );
}
