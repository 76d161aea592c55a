import { useQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import { useEffect, useRef, useState } from 'react';

import { mattersQuery } from '../../api/lists.js';
import type { Box, ListFilter } from '../../api/lists.js';
import { Choice } from '../../parts/choice.js';
import { useLabel, useTexts } from '../../text/language.js';
import { hasFilter } from './filter.js';
import type { FilterKey } from './filter.js';

const TEXTS = {
  search: ['查找名称、组织或编号', 'Find a title, an organisation or a number'],
  matter: ['事项', 'Matter'],
  everyMatter: ['全部事项', 'Every matter'],
  state: ['状态', 'State'],
  everyState: ['全部状态', 'Every state'],
  severalStates: ['所选状态', 'The chosen states'],
  kind: ['环节', 'Kind'],
  everyKind: ['全部环节', 'Every kind'],
  due: ['期限', 'Limit'],
  everyDue: ['不限期限', 'Any limit'],
  late: ['已超期', 'Past'],
  soon: ['两天内到期', 'Within two days'],
  later: ['两天以后', 'Later'],
  from: ['提交日自', 'Submitted from'],
  to: ['提交日至', 'Submitted until'],
} as const;

/** So long a pause in typing asks the server. */
const PAUSE_MS = 350;

type Changes = Readonly<Partial<Record<FilterKey, string>>>;

interface Props {
  readonly box: Box;
  readonly filter: ListFilter;
  /** `replace`: the address is corrected instead of gone on from, so that "back" does not undo letters. */
  readonly onChange: (changes: Changes, replace: boolean) => void;
}

/** What a list is narrowed by. It stands in the address, so that a list can be sent to somebody and "back" leads to the one before. */
export function Filters({ box, filter, onChange }: Props) {
  const t = useTexts(TEXTS);
  const label = useLabel();
  const matters = useQuery(mattersQuery).data?.items ?? [];
  const matter = matters.find(({ slug }) => slug === filter.matter);
  const kinds = new Map(
    (matter === undefined ? matters : [matter]).flatMap((one) => one.kinds).map((kind) => [kind.slug, kind]),
  );
  const several = filter.state?.includes(',') === true;
  const states = [
    ...(several ? [{ value: filter.state ?? '', label: t('severalStates') }] : []),
    ...(matter?.states ?? []).map((state) => ({ value: state.slug, label: label(state) })),
  ];
  const set = (changes: Changes) => onChange(changes, false);
  return (
    <div className="cases-filters" role="search">
      <Search value={filter.q ?? ''} onSearch={(q) => onChange({ q }, true)} />
      <Choice
        label={t('matter')}
        value={filter.matter}
        empty={t('everyMatter')}
        options={matters.map((one) => ({ value: one.slug, label: label(one) }))}
        onChange={(next = '') => set({ matter: next, state: '', kind: '' })}
      />
      {states.length > 0 ? (
        <Choice
          label={t('state')}
          value={filter.state}
          empty={t('everyState')}
          options={states}
          onChange={(state = '') => set({ state })}
        />
      ) : null}
      {hasFilter.kind(box) && box !== 'done' ? (
        <Choice
          label={t('kind')}
          value={filter.kind}
          empty={t('everyKind')}
          options={[...kinds.values()].map((one) => ({ value: one.slug, label: label(one) }))}
          onChange={(kind = '') => set({ kind })}
        />
      ) : null}
      {hasFilter.due(box) ? (
        <Choice
          label={t('due')}
          value={filter.due}
          empty={t('everyDue')}
          options={(['late', 'soon', 'later'] as const).map((due) => ({ value: due, label: t(due) }))}
          onChange={(due = '') => set({ due })}
        />
      ) : null}
      {(['from', 'to'] as const)
        .filter((key) => hasFilter[key](box))
        .map((key) => (
          <label key={key} className="cases-day">
            <span>{t(key)}</span>
            <Input type="date" value={filter[key] ?? ''} onChange={({ target }) => set({ [key]: target.value })} />
          </label>
        ))}
    </div>
  );
}

/** What is typed shows at once; the list follows after a pause. When it has, the address says what stands here: "back" and "clear" too. */
function Search({ value, onSearch }: { readonly value: string; readonly onSearch: (text: string) => void }) {
  const t = useTexts(TEXTS);
  const [typed, setTyped] = useState<{ readonly text: string; readonly waits: boolean } | null>(null);
  const [followed, setFollowed] = useState(value);
  if (followed !== value) {
    setFollowed(value);
    if (typed?.waits === false) setTyped(null);
  }
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const change = (text: string) => {
    setTyped({ text, waits: true });
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      setTyped({ text, waits: false });
      onSearch(text.trim());
    }, PAUSE_MS);
  };
  return (
    <Input
      allowClear
      className="cases-search"
      maxLength={60}
      value={typed?.text ?? value}
      onChange={({ target }) => change(target.value)}
      placeholder={t('search')}
      aria-label={t('search')}
    />
  );
}
