import { Link } from 'react-router';

import { StateTag } from '../../parts/state-tag.js';
import { useLabel, useLanguage, useTexts } from '../../text/language.js';
import { dayOf, minuteOf } from '../../text/time.js';
import type { DrawLine, RoundLine, SeasonLine } from './queries.js';

const TEXTS = {
  edition: ['第 {n} 届', 'edition {n}'],
  closes: ['{at} 截止申报', 'applications until {at}'],
  opens: ['{at} 开始申报', 'applications from {at}'],
  closed: ['申报已截止', 'closed for applications'],
  draw: ['{purpose}({year} 年)', '{purpose} {year}'],
  committed: ['{day}公布承诺,将抽取 {n} 家', 'committed {day}, {n} to be drawn'],
  drawn: ['{day}抽取 {n} 家,已公示结果 {done} 家', 'drawn {day}: {n}, results of {done} published'],
  season: ['{registry} {year} 年度检查', '{registry}: inspection of {year}'],
  asOf: ['统计截至 {day}', 'figures of {day}'],
} as const;

/** Rounds, each as one link: what it is called, where it stands, until when one may apply. */
export function RoundRows({ rounds }: { readonly rounds: readonly RoundLine[] }) {
  const t = useTexts(TEXTS);
  const label = useLabel();
  const language = useLanguage();
  const when = ({ takesApplications, opensAt, closesAt, state }: RoundLine) => {
    if (takesApplications) return t('closes', { at: minuteOf(closesAt, language) });
    if (state.slug === 'CANCELLED') return '';
    return new Date(opensAt) > new Date() ? t('opens', { at: minuteOf(opensAt, language) }) : t('closed');
  };
  return (
    <ul className="rows">
      {rounds.map((round) => (
        <li key={round.caseNo}>
          <Link to={`/public/rounds/${round.caseNo}`} className="row">
            <span className="row-main">
              <span className="row-title">{round.title}</span>
              <span className="row-sub">
                {[`${label(round.series)} ${t('edition', { n: round.edition })}`, when(round)]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
            <span className="row-end">
              <StateTag state={round.state} />
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** Draws of random checks: whose, what for, how far. */
export function DrawRows({ draws }: { readonly draws: readonly DrawLine[] }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  return (
    <ul className="rows">
      {draws.map(({ caseNo, registry, year, purpose, state, size, committedAt, drawnAt, published }) => (
        <li key={caseNo}>
          <Link to={`/public/draws/${caseNo}`} className="row">
            <span className="row-main">
              <span className="row-title">{t('draw', { year, purpose })}</span>
              <span className="row-sub">
                {registry} ·{' '}
                {drawnAt === null
                  ? t('committed', { day: dayOf(committedAt, language), n: size })
                  : t('drawn', { day: dayOf(drawnAt, language), n: size, done: published })}
              </span>
            </span>
            <span className="row-end">
              <StateTag state={state} />
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** Seasons of annual inspections whose figures are public. */
export function SeasonRows({ seasons }: { readonly seasons: readonly SeasonLine[] }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  return (
    <ul className="rows">
      {seasons.map(({ caseNo, registry, inspectedYear, asOf }) => (
        <li key={caseNo}>
          <Link to={`/public/seasons/${caseNo}`} className="row">
            <span className="row-main">
              <span className="row-title">{t('season', { registry, year: inspectedYear })}</span>
              <span className="row-sub">{t('asOf', { day: dayOf(asOf, language) })}</span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
