import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';

import { answered, api } from '../../../api/client.js';
import { usePages } from '../../../api/use-pages.js';
import { Nothing } from '../../../parts/empty.js';
import { Paged } from '../../../parts/paged.js';
import { Shown } from '../../../parts/query-state.js';
import { StateTag } from '../../../parts/state-tag.js';
import { useLabel, useLanguage, useTexts } from '../../../text/language.js';
import { dayOf } from '../../../text/time.js';
import { Commitment } from '../../random-checks/commitment.js';
import { Proof } from '../../random-checks/proof.js';
import { drawQuery, publicDrawQuery } from '../../random-checks/queries.js';
import type { CheckView, DrawView } from '../../random-checks/queries.js';
import '../../random-checks/random-checks.css';
import type { CaseProps } from '../matter.js';

const TEXTS = {
  before: [
    '还没有公布承诺。冻结名单、公布承诺之后才能抽取。',
    'There is no commitment yet; without one nothing is drawn.',
  ],
  progress: ['检查进度', 'How far the checks are'],
  checks: ['抽中', 'drawn'],
  checked: ['已检查', 'checked'],
  published: ['已公示', 'published'],
  abandoned: ['终止', 'abandoned'],
  results: ['检查结果', 'Results'],
  list: ['抽中单位与检查人员', 'Who was drawn, and who checks'],
  none: ['正在开立检查办件。', 'The cases of the checks are being opened.'],
  by: ['检查人员:{names}', 'inspectors: {names}'],
  on: ['{day} 检查', 'checked {day}'],
  opening: ['正在开立', 'being opened'],
  redraws: ['回避后补抽', 'Redraws'],
  redraw: ['{organisation}:{inspector} 回避,另抽一人', '{organisation}: {inspector} stepped aside, another was drawn'],
  open: ['查看社会公示页', 'See the public page'],
} as const;

const PAGE = 50;

/** A draw on the page of its case: its commitment, its proof, the checks that came of it. */
export function RandomCheckPanel({ view }: CaseProps) {
  const draw = useQuery(drawQuery(view.caseNo));
  return <Shown query={draw}>{(of) => <Draw draw={of} />}</Shown>;
}

function Draw({ draw }: { readonly draw: DrawView }) {
  const t = useTexts(TEXTS);
  const { commitment, baseHash, base, size, drawnAt, caseNo } = draw;
  if (commitment === null)
    return (
      <section className="panel">
        <p className="muted">{t('before')}</p>
      </section>
    );
  return (
    <>
      <Commitment {...{ commitment, baseHash, base, size }} />
      {drawnAt === null ? null : (
        <>
          <Checks draw={draw} />
          <Published caseNo={caseNo} />
        </>
      )}
    </>
  );
}

function Checks({ draw: { caseNo, progress, results } }: { readonly draw: DrawView }) {
  const t = useTexts(TEXTS);
  const label = useLabel();
  const checks = usePages(['live', 'draw-checks', caseNo], (cursor) =>
    answered(
      api.GET('/api/v1/random-checks/{caseNo}/checks', {
        params: { path: { caseNo }, query: { limit: PAGE, ...(cursor === undefined ? {} : { cursor }) } },
      }),
    ),
  );
  return (
    <section className="panel" aria-label={t('progress')}>
      <h2>{t('progress')}</h2>
      <ul className="random-checks-progress">
        {(['checks', 'checked', 'published', 'abandoned'] as const).map((part) => (
          <li key={part}>
            <b>{progress[part]}</b>
            {t(part)}
          </li>
        ))}
      </ul>
      {progress.checked === 0 ? null : (
        <p className="muted">
          {t('results')}{' '}
          {results
            .filter(({ count }) => count > 0)
            .map(({ result, count }) => `${label(result)} ${count}`)
            .join(' · ')}
        </p>
      )}
      <h3>{t('list')}</h3>
      <Paged pages={checks} empty={<Nothing>{t('none')}</Nothing>}>
        {(rows) => (
          <ol className="rows">
            {rows.map((check) => (
              <Check key={check.organisation.id} check={check} />
            ))}
          </ol>
        )}
      </Paged>
    </section>
  );
}

function Check({ check }: { readonly check: CheckView }) {
  const t = useTexts(TEXTS);
  const label = useLabel();
  const language = useLanguage();
  const { caseNo, organisation, inspectors, checkedOn, result, state } = check;
  const names = inspectors.map(({ name }) => name).join(language === 'zh' ? '、' : ', ');
  const row = (
    <>
      <span className="row-main">
        <span className="row-title">{organisation.name}</span>
        <span className="row-sub">
          {[
            caseNo ?? '',
            t('by', { names }),
            checkedOn === null ? '' : t('on', { day: dayOf(checkedOn, language) }),
            result === null ? '' : label(result),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </span>
      <span className="row-end">
        {state === null ? <span className="muted">{t('opening')}</span> : <StateTag state={state} />}
      </span>
    </>
  );
  return (
    <li>
      {caseNo === null ? (
        <div className="row">{row}</div>
      ) : (
        <Link to={`/cases/${caseNo}`} className="row">
          {row}
        </Link>
      )}
    </li>
  );
}

function Published({ caseNo }: { readonly caseNo: string }) {
  const t = useTexts(TEXTS);
  const published = useQuery(publicDrawQuery(caseNo));
  return (
    <Shown query={published}>
      {(draw) =>
        draw.format === 'banjie-draw' ? (
          <>
            {draw.redraws.length === 0 ? null : (
              <section className="panel">
                <h2>{t('redraws')}</h2>
                <ol>
                  {draw.redraws.map(({ organisation, inspector }, n) => (
                    <li key={`${n} ${organisation}`}>
                      {t('redraw', {
                        organisation: draw.base.find(({ id }) => id === organisation)?.name ?? organisation,
                        inspector,
                      })}
                    </li>
                  ))}
                </ol>
              </section>
            )}
            <Proof draw={draw} caseNo={caseNo} />
            <p>
              <Link to={`/public/draws/${caseNo}`}>{t('open')}</Link>
            </p>
          </>
        ) : null
      }
    </Shown>
  );
}
