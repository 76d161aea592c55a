import { useQueryClient } from '@tanstack/react-query';
import { Input } from 'antd';
import { useState } from 'react';
import { NavLink, useSearchParams } from 'react-router';

import { listQuery } from '../../api/lists.js';
import type { Box } from '../../api/lists.js';
import { usePages } from '../../api/use-pages.js';
import { CaseRows } from '../../parts/case-rows.js';
import type { Row } from '../../parts/case-rows.js';
import { Choice } from '../../parts/choice.js';
import { Nothing } from '../../parts/empty.js';
import { Paged } from '../../parts/paged.js';
import { useTitle } from '../../parts/title.js';
import { useLabel, useTexts } from '../../text/language.js';

const TEXTS = {
  title: ['办件', 'Cases'],
  boxes: ['列表', 'Lists'],
  todo: ['待我办理', 'Waits for me'],
  overdue: ['已超期', 'Overdue'],
  done: ['我办过的', 'Done by me'],
  started: ['我发起的', 'Started by me'],
  copied: ['抄送我的', 'Copied to me'],
  all: ['全部可见', 'All that I may see'],
  none: ['这个列表里没有办件。', 'There is no case in this list.'],
  noneSuch: ['已显示的办件中没有符合条件的。', 'None of those shown fits.'],
  search: ['在已显示的办件中查找:名称、组织、编号', 'Find among those shown: title, organisation, number'],
  kind: ['全部环节', 'Every kind'],
  kindLabel: ['环节', 'Kind'],
} as const;

const BOXES = ['todo', 'overdue', 'started', 'done', 'copied', 'all'] as const satisfies readonly Box[];
const PAGE = 50;

/** The lists with filters: what waits, what is late, what was done, what was begun, what was copied. */
export function CasesPage() {
  const t = useTexts(TEXTS);
  const [search] = useSearchParams();
  const box = BOXES.find((each) => each === search.get('box')) ?? 'todo';
  useTitle(t(box));
  return (
    <>
      <h1>{t('title')}</h1>
      <nav className="tabs" aria-label={t('boxes')}>
        {BOXES.map((each) => (
          <NavLink
            key={each}
            to={`/cases?box=${each}`}
            className={each === box ? 'tab tab-chosen' : 'tab'}
            aria-current={each === box ? 'page' : undefined}
          >
            {t(each)}
          </NavLink>
        ))}
      </nav>
      <List key={box} box={box} />
    </>
  );
}

function List({ box }: { readonly box: Box }) {
  const t = useTexts(TEXTS);
  const [words, setWords] = useState('');
  const [kind, setKind] = useState<string | null>(null);
  const queries = useQueryClient();
  const pages = usePages<Row>(['live', 'pages', box], (cursor) => queries.query(listQuery(box, PAGE, cursor)));
  return (
    <section className="panel">
      <Paged pages={pages} empty={<Nothing>{t('none')}</Nothing>}>
        {(rows) => {
          const shown = rows.filter((row) => fits(row, words.trim(), kind));
          return (
            <>
              <Filters rows={rows} words={words} onWords={setWords} kind={kind} onKind={setKind} />
              {shown.length === 0 ? <Nothing>{t('noneSuch')}</Nothing> : <CaseRows rows={shown} />}
            </>
          );
        }}
      </Paged>
    </section>
  );
}

function fits({ title, organisationName, caseNo, kind: of }: Row, words: string, kind: string | null): boolean {
  if (kind !== null && of?.slug !== kind) return false;
  return words === '' || [title, organisationName ?? '', caseNo].some((text) => text.includes(words));
}

interface FilterProps {
  readonly rows: readonly Row[];
  readonly words: string;
  readonly onWords: (words: string) => void;
  readonly kind: string | null;
  readonly onKind: (kind: string | null) => void;
}

function Filters({ rows, words, onWords, kind, onKind }: FilterProps) {
  const t = useTexts(TEXTS);
  const label = useLabel();
  const kinds = new Map(rows.flatMap((row) => (row.kind === null ? [] : [[row.kind.slug, row.kind] as const])));
  return (
    <div className="filters">
      <Input
        allowClear
        value={words}
        onChange={({ target }) => onWords(target.value)}
        placeholder={t('search')}
        aria-label={t('search')}
      />
      {kinds.size > 1 ? (
        <Choice
          label={t('kindLabel')}
          value={kind ?? undefined}
          empty={t('kind')}
          onChange={(next) => onKind(next ?? null)}
          options={[...kinds.values()].map((one) => ({ value: one.slug, label: label(one) }))}
        />
      ) : null}
    </div>
  );
}
