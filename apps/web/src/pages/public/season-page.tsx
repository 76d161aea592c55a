import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearchParams } from 'react-router';

import { answered, api } from '../../api/client.js';
import { Choice } from '../../parts/choice.js';
import { Shown } from '../../parts/query-state.js';
import { useTitle } from '../../parts/title.js';
import { useLabel, useLanguage, useTexts } from '../../text/language.js';
import { dayOf } from '../../text/time.js';
import { isNotPublic, NotPublic } from './not-public.js';
import './public.css';

const TEXTS = {
  title: ['{year} 年度检查统计', 'Annual inspection of {year}'],
  asOf: ['统计截至', 'Figures of'],
  last: ['最近一次', 'the last day'],
  figure: ['指标', 'Figure'],
  value: ['数值', 'Value'],
  parts: ['分子 / 分母', 'Numerator / denominator'],
  none: ['—', '—'],
  corrected: ['更正说明:{reason}', 'corrected: {reason}'],
  back: ['历次年检统计', 'All seasons'],
} as const;

/** The figures of a season as they were frozen, for one of the days on which they were. */
export function PublicSeasonPage() {
  const { caseNo = '' } = useParams();
  const t = useTexts(TEXTS);
  const label = useLabel();
  const language = useLanguage();
  const [search, setSearch] = useSearchParams();
  const asOf = search.get('asOf') ?? undefined;
  const figures = useQuery({
    queryKey: ['public', 'season', caseNo, asOf ?? ''],
    queryFn: () =>
      answered(
        api.GET('/api/v1/public/seasons/{caseNo}/figures', {
          params: { path: { caseNo }, query: asOf === undefined ? {} : { asOf } },
        }),
      ),
    retry: false,
  });
  const year = figures.data?.inspectedYear;
  useTitle(t('title', { year: year ?? '' }));
  if (isNotPublic(figures.error)) return <NotPublic />;
  return (
    <Shown query={figures}>
      {(found) => (
        <article>
          <div className="panel-head">
            <h1>{t('title', { year: found.inspectedYear })}</h1>
            <Link to="/public/seasons">{t('back')}</Link>
          </div>
          <p className="muted">
            {found.registry} · {caseNo}
          </p>
          <section className="panel">
            {found.frozenOn.length < 2 ? null : (
              <div className="public-filter">
                <Choice
                  label={t('asOf')}
                  empty={t('last')}
                  value={asOf}
                  options={found.frozenOn.map((day) => ({
                    value: day,
                    label: `${t('asOf')} ${dayOf(day, language)}`,
                  }))}
                  onChange={(day) => setSearch(day === undefined ? {} : { asOf: day })}
                />
              </div>
            )}
            {found.asOf === null ? null : (
              <p className="muted">
                {t('asOf')} {dayOf(found.asOf, language)}
              </p>
            )}
            <div className="table-scroll">
              <table className="table">
                <thead>
                  <tr>
                    <th scope="col">{t('figure')}</th>
                    <th scope="col" className="number">
                      {t('value')}
                    </th>
                    <th scope="col" className="number">
                      {t('parts')}
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {found.items.map((each) => (
                    <tr key={each.metric}>
                      <th scope="row">
                        {label(each)}
                        {each.reason === null ? null : (
                          <small className="muted">{t('corrected', { reason: each.reason })}</small>
                        )}
                      </th>
                      <td className="number">
                        {each.value === null ? (
                          t('none')
                        ) : (
                          <>
                            <progress
                              className="public-bar"
                              max={each.denominator}
                              value={each.numerator}
                              aria-label={label(each)}
                            />{' '}
                            {each.value}%
                          </>
                        )}
                      </td>
                      <td className="number">
                        {each.numerator} / {each.denominator}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          </section>
        </article>
      )}
    </Shown>
  );
}
