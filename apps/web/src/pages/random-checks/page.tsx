import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';

import type { Answer } from '../../api/answer.js';
import { answered, api } from '../../api/client.js';
import { meQuery } from '../../api/queries.js';
import { usePages } from '../../api/use-pages.js';
import { Nothing } from '../../parts/empty.js';
import { Paged } from '../../parts/paged.js';
import { StateTag } from '../../parts/state-tag.js';
import { useTitle } from '../../parts/title.js';
import { useLanguage, useTexts } from '../../text/language.js';
import { dayOf } from '../../text/time.js';
import { DrawFigures } from './figures.js';
import './random-checks.css';

type DrawRow = Answer<'/api/v1/random-checks'>['items'][number];

const TEXTS = {
  title: ['双随机抽查', 'Random checks'],
  about: [
    '随机抽取检查对象、随机选派检查人员,结果向社会公开。抽取前先公布承诺,任何人都可以核验。',
    'Whom to check and who checks are drawn at random, and everything is public. A commitment comes first, so that anybody can verify the draw.',
  ],
  add: ['发起抽查', 'Plan a draw'],
  draws: ['历次抽查', 'Draws'],
  none: ['还没有抽查。', 'There is no draw yet.'],
  drawOf: ['{year}年 {purpose}', '{year} {purpose}'],
  size: ['抽取 {n} 家', '{n} drawn'],
  drawn: ['{day} 抽取', 'drawn {day}'],
  notYet: ['尚未抽取', 'not drawn yet'],
} as const;

const PAGE = 20;
const PLANNERS = ['REGISTRY_OFFICER', 'REGISTRY_LEADER'];

/** 双随机抽查: the draws of one's registry, the latest first, and their figures. */
export function RandomChecksPage() {
  const t = useTexts(TEXTS);
  useTitle(t('title'));
  const me = useQuery(meQuery);
  const draws = usePages(['live', 'draws'], (cursor) =>
    answered(
      api.GET('/api/v1/random-checks', {
        params: { query: { limit: PAGE, ...(cursor === undefined ? {} : { cursor }) } },
      }),
    ),
  );
  const mayPlan = me.data?.grants.some(({ role }) => PLANNERS.includes(role)) === true;
  const add = mayPlan ? (
    <Link className="button-link" to="/random-checks/new">
      {t('add')}
    </Link>
  ) : null;
  return (
    <>
      <div className="panel-head random-checks-head">
        <h1>{t('title')}</h1>
        {add}
      </div>
      <p className="muted prose">{t('about')}</p>
      <section className="panel">
        <h2>{t('draws')}</h2>
        <Paged pages={draws} empty={<Nothing>{t('none')}</Nothing>}>
          {(rows) => (
            <ul className="rows">
              {rows.map((draw) => (
                <li key={draw.caseNo}>
                  <Draw draw={draw} />
                </li>
              ))}
            </ul>
          )}
        </Paged>
      </section>
      <DrawFigures />
    </>
  );
}

function Draw({ draw }: { readonly draw: DrawRow }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const { caseNo, year, purpose, size, drawnAt, state } = draw;
  return (
    <Link to={`/cases/${caseNo}`} className="row">
      <span className="row-main">
        <span className="row-title">{t('drawOf', { year, purpose })}</span>
        <span className="row-sub">
          {[
            caseNo,
            size === null ? '' : t('size', { n: size }),
            drawnAt === null ? t('notYet') : t('drawn', { day: dayOf(drawnAt, language) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </span>
      <span className="row-end">
        <StateTag state={state} />
      </span>
    </Link>
  );
}
