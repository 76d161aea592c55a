import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';

import { listQuery } from '../../api/lists.js';
import type { Box, ListFilter } from '../../api/lists.js';
import { countsQuery } from '../../api/queries.js';
import { usePages } from '../../api/use-pages.js';
import { StandingChoice } from '../../app/standing-choice.js';
import { useStanding } from '../../app/standing.js';
import { useNarrowedAddress } from '../../app/use-narrowed-address.js';
import { CaseRows } from '../../parts/case-rows.js';
import type { Row } from '../../parts/case-rows.js';
import { Nothing } from '../../parts/empty.js';
import { Paged } from '../../parts/paged.js';
import { Tabs } from '../../parts/tabs.js';
import { useTitle } from '../../parts/title.js';
import { useTexts } from '../../text/language.js';
import './cases.css';
import { filterOf } from './filter.js';
import type { FilterKey } from './filter.js';
import { Filters } from './filters.js';
import { LoadWhenSeen } from './load-when-seen.js';
import { UrgeBar } from './urge-bar.js';
import { useBehind } from './use-behind.js';

const TEXTS = {
  title: ['办件', 'Cases'],
  boxes: ['列表', 'Lists'],
  todo: ['待我办理', 'Waits for me'],
  overdue: ['已超期', 'Overdue'],
  done: ['我办过的', 'Done by me'],
  started: ['我发起的', 'Started by me'],
  copied: ['抄送我的', 'Copied to me'],
  followed: ['我关注的', 'Followed by me'],
  all: ['全部可见', 'All that I may see'],
  none: ['这个列表里没有办件。', 'There is no case in this list.'],
  noneSuch: ['没有符合条件的办件。', 'No case fits.'],
  clear: ['清除条件', 'Clear the filters'],
  shown: ['共 {n} 项', '{n} in all'],
  shownSoFar: ['已显示 {n} 项,还有更多', '{n} shown, there are more'],
  behind: ['列表有更新。', 'The list has changed.'],
  again: ['刷新', 'Reload'],
  urge: ['批量催办', 'Urge several'],
  urgeEnd: ['结束催办', 'Stop urging'],
  export: ['导出 Excel', 'Export to Excel'],
} as const;

const BOXES = ['todo', 'overdue', 'started', 'done', 'followed', 'copied', 'all'] as const satisfies readonly Box[];
const EXPORT_OF = {
  ...{ todo: 'todo', overdue: 'overdue', started: 'started', done: 'done', copied: 'copied', followed: 'followed' },
  all: 'cases',
} as const satisfies Record<Box, string>;
const PAGE = 100;
/** Lists of what waits for others. */
const URGED: readonly Box[] = ['started', 'overdue', 'all'];

/** The lists, narrowed as their address says: what waits, what is late, what was done, what was begun, what is followed, what was copied. */
export function CasesPage() {
  const t = useTexts(TEXTS);
  const [search] = useSearchParams();
  const box = BOXES.find((each) => each === search.get('box')) ?? 'todo';
  useTitle(t(box));
  const { grant } = useStanding();
  const counts = useQuery(countsQuery(grant?.id)).data;
  const countOf: Readonly<Partial<Record<Box, number | undefined>>> = {
    ...{ todo: counts?.todo, overdue: counts?.overdue, started: counts?.started, done: counts?.done },
    followed: counts?.followed,
  };
  return (
    <>
      <div className="panel-head cases-head">
        <h1>{t('title')}</h1>
        <div className="cases-standing">
          <StandingChoice />
        </div>
      </div>
      <Tabs
        label={t('boxes')}
        tabs={BOXES.map((each) => ({
          to: `/cases?box=${each}`,
          name: t(each),
          count: countOf[each],
          chosen: each === box,
        }))}
      />
      <List key={box} box={box} filter={filterOf(search, box)} grantId={grant?.id} />
    </>
  );
}

interface ListProps {
  readonly box: Box;
  readonly filter: ListFilter;
  readonly grantId: string | undefined;
}

function List({ box, filter, grantId }: ListProps) {
  const t = useTexts(TEXTS);
  const queries = useQueryClient();
  const navigate = useNavigate();
  const narrow = useNarrowedAddress<FilterKey>();
  const asked = grantId === undefined ? filter : { ...filter, grant: grantId };
  const pages = usePages<Row>(['pages', box, asked], (cursor) =>
    queries.query({ ...listQuery(box, PAGE, cursor, asked), staleTime: 0 }),
  );
  const isBehind = useBehind(pages, listQuery(box, PAGE, undefined, asked));
  const [chosen, setChosen] = useState<readonly string[]>();
  const toggle = (caseNo: string) =>
    setChosen((before = []) =>
      before.includes(caseNo) ? before.filter((each) => each !== caseNo) : [...before, caseNo],
    );
  const isNarrowed = Object.keys(filter).length > 0;
  const clear = (
    <Button onClick={() => void navigate(`/cases?box=${box}`)} disabled={!isNarrowed}>
      {t('clear')}
    </Button>
  );
  const empty = isNarrowed ? <Nothing action={clear}>{t('noneSuch')}</Nothing> : <Nothing>{t('none')}</Nothing>;
  return (
    <section className="panel">
      <Filters box={box} filter={filter} onChange={(changes, replace) => narrow(changes, { replace })} />
      <p className="cases-foot">
        <span className="muted" role="status">
          {pages.rows.length === 0 ? '' : t(pages.hasNextPage ? 'shownSoFar' : 'shown', { n: pages.rows.length })}
        </span>
        {isNarrowed ? clear : null}
        {URGED.includes(box) && pages.rows.length > 0 ? (
          <Button aria-pressed={chosen !== undefined} onClick={() => setChosen(chosen === undefined ? [] : undefined)}>
            {t(chosen === undefined ? 'urge' : 'urgeEnd')}
          </Button>
        ) : null}
        <Button href={exportAddress(box, asked)} download>
          {t('export')}
        </Button>
      </p>
      {isBehind ? (
        <p className="hint" role="status">
          {t('behind')} <Button onClick={() => void pages.refetch()}>{t('again')}</Button>
        </p>
      ) : null}
      {chosen === undefined ? null : <UrgeBar rows={rowsOf(pages.rows, chosen)} onDone={() => setChosen([])} />}
      <Paged pages={pages} empty={empty}>
        {(rows) => (
          <div className="cases-rows">
            <CaseRows rows={rows} chosen={chosen} onChoose={toggle} />
            {pages.hasNextPage && !pages.isFetching ? <LoadWhenSeen load={() => void pages.fetchNextPage()} /> : null}
          </div>
        )}
      </Paged>
    </section>
  );
}

/** The chosen cases, each once: several tasks of a case are rows of their own. */
function rowsOf(rows: readonly Row[], chosen: readonly string[]): Row[] {
  return chosen.flatMap((caseNo) => rows.find((row) => row.caseNo === caseNo) ?? []);
}

function exportAddress(box: Box, filter: ListFilter): string {
  const words = new URLSearchParams({ ...filter }).toString();
  return `/api/v1/exports/${EXPORT_OF[box]}${words === '' ? '' : `?${words}`}`;
}
