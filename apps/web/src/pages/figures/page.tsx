import { useQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import { useSearchParams } from 'react-router';

import { meQuery } from '../../api/queries.js';
import { useNarrowedAddress } from '../../app/use-narrowed-address.js';
import { Choice } from '../../parts/choice.js';
import { Refusal } from '../../parts/refusal.js';
import { Tabs } from '../../parts/tabs.js';
import { useTitle } from '../../parts/title.js';
import { useTexts } from '../../text/language.js';
import { Applications } from './applications.js';
import { Checks } from './checks.js';
import { Coverage } from './coverage.js';
import './figures.css';
import type { Span } from './queries.js';
import { Rounds } from './rounds.js';
import { Seasons } from './seasons.js';

const TEXTS = {
  title: ['统计', 'Figures'],
  boards: ['看板', 'Boards'],
  coverage: ['组织覆盖', 'Coverage'],
  applications: ['临时党组织', 'Temporary Party organisations'],
  seasons: ['年检', 'Annual inspection'],
  checks: ['抽查', 'Random checks'],
  rounds: ['公益创投', 'Venture rounds'],
  unit: ['单位', 'Unit'],
  allUnits: ['我能看到的全部单位', 'All units that I may see'],
  from: ['自', 'From'],
  to: ['至', 'Until'],
} as const;

const BOARDS = ['coverage', 'applications', 'seasons', 'checks', 'rounds'] as const;
type Board = (typeof BOARDS)[number];

/** Figures as pictures with their tables, within the reader's rights; whose and of which days stands in the address. */
export function FiguresPage() {
  const t = useTexts(TEXTS);
  useTitle(t('title'));
  const [search] = useSearchParams();
  const board = BOARDS.find((each) => each === search.get('board')) ?? 'coverage';
  const span = spanOf(search);
  const addressOf = (each: Board) => {
    const next = new URLSearchParams(search);
    next.set('board', each);
    return `/figures?${next.toString()}`;
  };
  return (
    <>
      <h1>{t('title')}</h1>
      <Tabs
        label={t('boards')}
        tabs={BOARDS.map((each) => ({ to: addressOf(each), name: t(each), chosen: each === board }))}
      />
      <section className="panel" aria-label={t(board)}>
        {board === 'seasons' || board === 'rounds' ? null : <Scope span={span} hasDays={board !== 'coverage'} />}
        <BoardOf board={board} span={span} />
      </section>
    </>
  );
}

function BoardOf({ board, span }: { readonly board: Board; readonly span: Span }) {
  switch (board) {
    case 'coverage':
      return <Coverage unitId={span.unitId} />;
    case 'applications':
      return <Applications span={span} />;
    case 'checks':
      return <Checks span={span} />;
    case 'seasons':
      return <Seasons />;
    case 'rounds':
      return <Rounds />;
  }
}

function Scope({ span, hasDays }: { readonly span: Span; readonly hasDays: boolean }) {
  const t = useTexts(TEXTS);
  const narrow = useNarrowedAddress<'unitId' | 'from' | 'to'>();
  const me = useQuery(meQuery);
  const units = new Map(
    (me.data?.grants ?? []).flatMap(({ unitId, unitName }) =>
      unitId === null ? [] : [[unitId, unitName ?? ''] as const],
    ),
  );
  return (
    <div className="figures-scope">
      <Refusal error={me.error} />
      {units.size > 1 ? (
        <Choice
          label={t('unit')}
          value={span.unitId}
          empty={t('allUnits')}
          options={[...units].map(([value, label]) => ({ value, label }))}
          onChange={(unitId = '') => narrow({ unitId })}
        />
      ) : null}
      {hasDays
        ? (['from', 'to'] as const).map((key) => (
            <label key={key} className="figures-day">
              <span>{t(key)}</span>
              <Input type="date" value={span[key] ?? ''} onChange={({ target }) => narrow({ [key]: target.value })} />
            </label>
          ))
        : null}
    </div>
  );
}

function spanOf(search: URLSearchParams): Span {
  const [unitId, from, to] = (['unitId', 'from', 'to'] as const).map((key) => search.get(key) ?? '');
  const isDay = (text: string | undefined): text is string => text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text);
  return {
    ...(unitId === undefined || unitId === '' ? {} : { unitId }),
    ...(isDay(from) ? { from } : {}),
    ...(isDay(to) ? { to } : {}),
  };
}
