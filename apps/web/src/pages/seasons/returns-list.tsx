import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';

import { usePages } from '../../api/use-pages.js';
import { Choice } from '../../parts/choice.js';
import { Nothing } from '../../parts/empty.js';
import { Paged } from '../../parts/paged.js';
import { Shown } from '../../parts/query-state.js';
import { StateTag } from '../../parts/state-tag.js';
import { useLabel, useLanguage, useTexts } from '../../text/language.js';
import { dayOf } from '../../text/time.js';
import { filterOf, queryOf } from './board-filter.js';
import { Counts } from './counts.js';
import { boardPage, progressQuery } from './season-queries.js';
import type { BoardFilter, BoardRow, Progress, Season } from './season-queries.js';
import { CONCLUSIONS, GROUNDS, isKeyOf, STANDINGS, TIMELINESS } from './season-words.js';

const TEXTS = {
  title: ['报送情况', 'Returns'],
  search: ['查找:组织名称、统一社会信用代码、办件编号', 'Find: name, credit code, case number'],
  find: ['查找', 'Find'],
  state: ['办理状态', 'State'],
  anyState: ['全部状态', 'Every state'],
  conclusion: ['结论', 'Conclusion'],
  anyConclusion: ['全部结论', 'Every conclusion'],
  none: ['没有符合条件的组织。', 'No organisation fits.'],
  clear: ['清除条件', 'Clear the filters'],
  export: ['导出 Excel', 'Export to Excel'],
  organisation: ['社会组织', 'Organisation'],
  standing: ['参检', 'Owes'],
  due: ['应报日 / 截止日', 'Due / closes'],
  filedOn: ['首次报送', 'First filed'],
  extended: ['延期至{day}', 'extended to {day}'],
  notYet: ['未报送', 'not yet'],
  published: ['{day}公告', 'published {day}'],
} as const;

const PAGE = 20;

/** The organisations of a season, narrowed by the server to what was chosen; the choice stands in the address. */
export function ReturnsList({ season: { caseNo } }: { readonly season: Season }) {
  const t = useTexts(TEXTS);
  const [search, setSearch] = useSearchParams();
  const filter = filterOf(search);
  const choose = (next: BoardFilter) => setSearch(queryOf(next), { replace: true, preventScrollReset: true });
  const progress = useQuery(progressQuery(caseNo));
  const pages = usePages<BoardRow>(['live', 'season', caseNo, 'board', filter], (cursor) =>
    boardPage(caseNo, filter, PAGE, cursor),
  );
  const address = `/api/v1/exports/season-returns?${queryOf({ ...filter, caseNo }).toString()}`;
  return (
    <section className="panel" aria-label={t('title')}>
      <div className="panel-head">
        <h2>{t('title')}</h2>
        <Button href={address} download>
          {t('export')}
        </Button>
      </div>
      <Shown query={progress}>
        {(counts) => (
          <>
            <Counts progress={counts} filter={filter} onChoose={choose} />
            <Filters progress={counts} filter={filter} onChoose={choose} />
          </>
        )}
      </Shown>
      <Paged
        pages={pages}
        empty={<Nothing action={<Button onClick={() => choose({})}>{t('clear')}</Button>}>{t('none')}</Nothing>}
      >
        {(rows) => <Table rows={rows} />}
      </Paged>
    </section>
  );
}

interface FilterProps {
  readonly progress: Progress;
  readonly filter: BoardFilter;
  readonly onChoose: (filter: BoardFilter) => void;
}

function Filters({ progress, filter, onChoose }: FilterProps) {
  const t = useTexts(TEXTS);
  const label = useLabel();
  const conclusion = useTexts(CONCLUSIONS);
  const [words, setWords] = useState(filter.search ?? '');
  const { search: _search, ...others } = filter;
  const find = (next: string) => onChoose(next.trim() === '' ? others : { ...others, search: next.trim() });
  return (
    <div className="season-filters">
      <Input.Search
        allowClear
        value={words}
        maxLength={60}
        onChange={({ target }) => setWords(target.value)}
        onSearch={find}
        placeholder={t('search')}
        aria-label={t('search')}
        enterButton={t('find')}
      />
      <Choice
        label={t('state')}
        value={filter.state}
        empty={t('anyState')}
        options={progress.states.map((state) => ({ value: state.slug, label: `${label(state)} ${state.count}` }))}
        onChange={(state) => {
          const { state: _state, ...rest } = filter;
          onChoose(state === undefined ? rest : { ...rest, state });
        }}
      />
      <Choice
        label={t('conclusion')}
        value={filter.conclusion}
        empty={t('anyConclusion')}
        options={progress.conclusions.flatMap(({ name, count }) =>
          isKeyOf(CONCLUSIONS, name) ? [{ value: name, label: `${conclusion(name)} ${count}` }] : [],
        )}
        onChange={(next) => {
          const { conclusion: _conclusion, ...rest } = filter;
          onChoose(next !== undefined && isKeyOf(CONCLUSIONS, next) ? { ...rest, conclusion: next } : rest);
        }}
      />
    </div>
  );
}

function Table({ rows }: { readonly rows: readonly BoardRow[] }) {
  const t = useTexts(TEXTS);
  return (
    <div className="table-scroll season-list">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('organisation')}</th>
            <th scope="col">{t('standing')}</th>
            <th scope="col">{t('state')}</th>
            <th scope="col">{t('due')}</th>
            <th scope="col">{t('filedOn')}</th>
            <th scope="col">{t('conclusion')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.organisation.id} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ row }: { readonly row: BoardRow }) {
  const t = useTexts(TEXTS);
  const { organisation, caseNo, state } = row;
  return (
    <tr>
      <th scope="row">
        {caseNo === null ? organisation.name : <Link to={`/cases/${caseNo}`}>{organisation.name}</Link>}
        <small className="muted">{[organisation.uscc, caseNo].filter(Boolean).join(' · ')}</small>
      </th>
      <StandingCell row={row} />
      <td data-name={t('state')}>{state === null ? '—' : <StateTag state={state} />}</td>
      <DueCell row={row} />
      <FiledCell row={row} />
      <ConclusionCell row={row} />
    </tr>
  );
}

interface CellProps {
  readonly row: BoardRow;
}

function StandingCell({ row: { standing, ground } }: CellProps) {
  const t = useTexts(TEXTS);
  const standingText = useTexts(STANDINGS);
  const groundText = useTexts(GROUNDS);
  return (
    <td data-name={t('standing')}>
      {isKeyOf(STANDINGS, standing) ? standingText(standing) : ''}
      {standing !== 'REQUIRED' && isKeyOf(GROUNDS, ground) ? (
        <small className="muted">{groundText(ground)}</small>
      ) : null}
    </td>
  );
}

function DueCell({ row: { due, closes, extendedTo } }: CellProps) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const day = (iso: string) => dayOf(iso, language);
  if (due === null || closes === null) return <td data-name={t('due')}>—</td>;
  return (
    <td data-name={t('due')}>
      {due === closes ? day(due) : `${day(due)} / ${day(closes)}`}
      {extendedTo === null ? null : <small className="muted">{t('extended', { day: day(extendedTo) })}</small>}
    </td>
  );
}

function FiledCell({ row: { caseNo, firstFiledOn, timeliness } }: CellProps) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const timelinessText = useTexts(TIMELINESS);
  if (caseNo === null) return <td data-name={t('filedOn')}>—</td>;
  return (
    <td data-name={t('filedOn')}>
      {firstFiledOn === null ? t('notYet') : dayOf(firstFiledOn, language)}
      {timeliness !== null && isKeyOf(TIMELINESS, timeliness) ? (
        <small className={timeliness === 'IN_TIME' ? 'muted' : 'due-late'}>{timelinessText(timeliness)}</small>
      ) : null}
    </td>
  );
}

function ConclusionCell({ row: { conclusion, publishedOn } }: CellProps) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const conclusionText = useTexts(CONCLUSIONS);
  return (
    <td data-name={t('conclusion')}>
      {conclusion !== null && isKeyOf(CONCLUSIONS, conclusion) ? conclusionText(conclusion) : '—'}
      {publishedOn === null ? null : (
        <small className="muted">{t('published', { day: dayOf(publishedOn, language) })}</small>
      )}
    </td>
  );
}
