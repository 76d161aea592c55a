import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';

import { Shown } from '../../parts/query-state.js';
import { useTitle } from '../../parts/title.js';
import { useLanguage, useTexts } from '../../text/language.js';
import { minuteOf } from '../../text/time.js';
import { Commitment } from '../random-checks/commitment.js';
import { Proof } from '../random-checks/proof.js';
import { publicDrawQuery } from '../random-checks/queries.js';
import type { PublicDraw } from '../random-checks/queries.js';
import { DrawTerms } from '../random-checks/terms.js';
import { DrawResults } from './draw-results.js';
import { isNotPublic, NotPublic } from './not-public.js';
import './public.css';

const TEXTS = {
  title: ['抽查公示', 'Draw'],
  heading: ['{purpose}({year} 年)', '{purpose} {year}'],
  waiting: ['已公布承诺,尚未抽取。', 'Committed to, not drawn yet.'],
  cancelled: ['本次抽查已于 {at} 取消。', 'This draw was cancelled on {at}.'],
  drawn: ['{at} 抽取 {n} 家。', '{n} drawn, {at}.'],
  terms: ['抽查条件', 'Terms'],
  list: ['抽中单位与检查人员', 'Who was drawn, and who checks'],
  organisation: ['单位', 'Organisation'],
  inspectors: ['检查人员(证号)', 'Inspectors (certificates)'],
  place: ['序号', 'No.'],
  more: ['显示其余 {n} 家', 'Show the other {n}'],
  redraws: ['回避后补抽', 'Redraws'],
  redraw: ['{organisation}:{inspector} 回避,另抽一人', '{organisation}: {inspector} stepped aside, another was drawn'],
} as const;

const SHOWN_FIRST = 30;

type Published = Extract<PublicDraw, { readonly format: 'banjie-draw' }>;

/** A draw as everybody may read and verify it. */
export function PublicDrawPage() {
  const { caseNo = '' } = useParams();
  const t = useTexts(TEXTS);
  const draw = useQuery({ ...publicDrawQuery(caseNo), retry: false });
  useTitle(draw.data === undefined ? t('title') : draw.data.terms.purpose);
  if (isNotPublic(draw.error)) return <NotPublic />;
  return <Shown query={draw}>{(data) => <Draw draw={data} caseNo={caseNo} />}</Shown>;
}

function Draw({ draw, caseNo }: { readonly draw: PublicDraw; readonly caseNo: string }) {
  const t = useTexts(TEXTS);
  const { terms, commitment, baseHash, size } = draw;
  const base = draw.format === 'banjie-draw' ? draw.base.length : null;
  return (
    <article>
      <h1>{t('heading', { year: terms.year, purpose: terms.purpose })}</h1>
      <p className="muted">
        {terms.registry} · {caseNo}
      </p>
      <Standing draw={draw} />
      {draw.format === 'banjie-draw' ? <Proof draw={draw} caseNo={caseNo} /> : null}
      <div className="public-columns">
        <section className="panel" aria-label={t('terms')}>
          <h2>{t('terms')}</h2>
          <DrawTerms terms={terms} />
        </section>
        <Commitment {...{ commitment, baseHash, base, size }} />
      </div>
      {draw.format === 'banjie-draw' ? (
        <>
          <Drawn draw={draw} />
          <DrawResults caseNo={caseNo} />
        </>
      ) : null}
    </article>
  );
}

function Standing({ draw }: { readonly draw: PublicDraw }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  if (draw.format === 'banjie-draw')
    return (
      <p className="told told-good public-standing">
        {t('drawn', { at: minuteOf(draw.drawnAt, language), n: draw.size })}
      </p>
    );
  return draw.cancelledAt === null ? (
    <p className="told told-plain public-standing">{t('waiting')}</p>
  ) : (
    <p className="told told-late public-standing">{t('cancelled', { at: minuteOf(draw.cancelledAt, language) })}</p>
  );
}

function Drawn({ draw }: { readonly draw: Published }) {
  const t = useTexts(TEXTS);
  const [all, setAll] = useState(false);
  const names = new Map(draw.base.map(({ id, name }) => [id, name]));
  const rows = all ? draw.finalAssignments : draw.finalAssignments.slice(0, SHOWN_FIRST);
  const rest = draw.finalAssignments.length - rows.length;
  return (
    <section className="panel" aria-label={t('list')}>
      <h2>{t('list')}</h2>
      <div className="table-scroll">
        <table className="table table-stack">
          <thead>
            <tr>
              <th scope="col">{t('place')}</th>
              <th scope="col">{t('organisation')}</th>
              <th scope="col">{t('inspectors')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ organisation, inspectors }, n) => (
              <tr key={organisation}>
                <td data-name={t('place')}>{n + 1}</td>
                <th scope="row">
                  {names.get(organisation) ?? organisation}
                  <small className="muted">{organisation}</small>
                </th>
                <td data-name={t('inspectors')}>{inspectors.join('、')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rest > 0 ? <Button onClick={() => setAll(true)}>{t('more', { n: rest })}</Button> : null}
      {draw.redraws.length === 0 ? null : (
        <>
          <h3>{t('redraws')}</h3>
          <ol>
            {draw.redraws.map(({ organisation, inspector }, n) => (
              <li key={`${n} ${organisation}`}>
                {t('redraw', { organisation: names.get(organisation) ?? organisation, inspector })}
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
}
