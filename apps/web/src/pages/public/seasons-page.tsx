import { useState } from 'react';
import { Button } from 'antd';

import { answered, api } from '../../api/client.js';
import { usePages } from '../../api/use-pages.js';
import { Choice } from '../../parts/choice.js';
import { Nothing } from '../../parts/empty.js';
import { Paged } from '../../parts/paged.js';
import { useTitle } from '../../parts/title.js';
import { useLabel, useLanguage, useTexts } from '../../text/language.js';
import type { Texts } from '../../text/language.js';
import { dayOf, isoDayOf } from '../../text/time.js';
import { paged, publicSeasons } from './queries.js';
import { SeasonRows } from './rows.js';
import './public.css';

const TEXTS = {
  title: ['年度检查公示', 'Annual inspections'],
  about: [
    '年检结论和统计向社会公开;年度报告本身不公开。',
    'Conclusions and figures are public; the returns themselves are not.',
  ],
  seasons: ['统计', 'Figures'],
  none: ['还没有公布过年检统计。', 'No figures have been published yet.'],
  conclusions: ['{year} 年度结论', 'Conclusions of {year}'],
  before: ['上一年度', 'Year before'],
  after: ['下一年度', 'Year after'],
  any: ['全部结论', 'Every conclusion'],
  conclusion: ['结论', 'Conclusion'],
  noConclusions: ['这个年度还没有公布结论。', 'No conclusion of this year is published yet.'],
  organisation: ['单位', 'Organisation'],
  registry: ['登记管理机关', 'Registry'],
  published: ['公示日期', 'Published'],
  late: ['逾期报送', 'filed late'],
} as const;

const CONCLUSIONS = {
  PASS: ['合格', 'PASS'],
  BASIC_PASS: ['基本合格', 'BASIC PASS'],
  FAIL: ['不合格', 'FAIL'],
  NOT_PARTICIPATED: ['未参检', 'did not take part'],
} as const satisfies Texts;
type Conclusion = keyof typeof CONCLUSIONS;

const PAGE = 20;

/** What is public of annual inspections: figures season by season, conclusions year by year. */
export function PublicSeasonsPage() {
  const t = useTexts(TEXTS);
  useTitle(t('title'));
  const pages = usePages(['public', 'seasons'], (cursor) => publicSeasons(PAGE, cursor));
  return (
    <>
      <h1>{t('title')}</h1>
      <p className="muted prose">{t('about')}</p>
      <section className="panel" aria-label={t('seasons')}>
        <h2>{t('seasons')}</h2>
        <Paged pages={pages} empty={<Nothing>{t('none')}</Nothing>}>
          {(rows) => <SeasonRows seasons={rows} />}
        </Paged>
      </section>
      <ConclusionsOfYear />
    </>
  );
}

function ConclusionsOfYear() {
  const t = useTexts(TEXTS);
  const named = useTexts(CONCLUSIONS);
  const last = Number(isoDayOf(new Date()).slice(0, 4)) - 1;
  const [year, setYear] = useState(last);
  const [conclusion, setConclusion] = useState<Conclusion>();
  return (
    <section className="panel" aria-label={t('conclusions', { year })}>
      <div className="panel-head">
        <h2>{t('conclusions', { year })}</h2>
        <span className="public-years">
          <Button size="small" onClick={() => setYear(year - 1)}>
            {t('before')}
          </Button>
          <Button size="small" disabled={year >= last} onClick={() => setYear(year + 1)}>
            {t('after')}
          </Button>
        </span>
      </div>
      <div className="public-filter">
        <Choice
          label={t('conclusion')}
          empty={t('any')}
          value={conclusion}
          options={Object.keys(CONCLUSIONS).flatMap((slug) =>
            isOne(slug) ? [{ value: slug, label: named(slug) }] : [],
          )}
          onChange={(next) => setConclusion(next !== undefined && isOne(next) ? next : undefined)}
        />
      </div>
      <List key={`${year} ${conclusion ?? ''}`} year={year} conclusion={conclusion} />
    </section>
  );
}

function List({ year, conclusion }: { readonly year: number; readonly conclusion: Conclusion | undefined }) {
  const t = useTexts(TEXTS);
  const label = useLabel();
  const language = useLanguage();
  const pages = usePages(['public', 'conclusions', year, conclusion ?? ''], (cursor) =>
    answered(
      api.GET('/api/v1/public/inspections/{year}', {
        params: {
          path: { year },
          query: { ...paged(PAGE, cursor), ...(conclusion === undefined ? {} : { conclusion }) },
        },
      }),
    ),
  );
  return (
    <Paged pages={pages} empty={<Nothing>{t('noConclusions')}</Nothing>}>
      {(rows) => (
        <div className="table-scroll">
          <table className="table table-stack">
            <thead>
              <tr>
                <th scope="col">{t('organisation')}</th>
                <th scope="col">{t('conclusion')}</th>
                <th scope="col">{t('registry')}</th>
                <th scope="col">{t('published')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={`${row.uscc ?? ''} ${row.organisation} ${row.publishedOn}`}>
                  <th scope="row">
                    {row.organisation}
                    {row.uscc === null ? null : <small className="muted">{row.uscc}</small>}
                  </th>
                  <td data-name={t('conclusion')}>
                    {label(row.conclusion)}
                    {row.late ? <small className="muted">{t('late')}</small> : null}
                  </td>
                  <td data-name={t('registry')}>{row.registry}</td>
                  <td data-name={t('published')}>{dayOf(row.publishedOn, language)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Paged>
  );
}

const isOne = (slug: string): slug is Conclusion => Object.hasOwn(CONCLUSIONS, slug);
