import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';

import { Shown } from '../../parts/query-state.js';
import { useTitle } from '../../parts/title.js';
import { useLabel, useTexts } from '../../text/language.js';
import { unitsQuery } from './queries.js';
import type { Unit } from './queries.js';
import { SearchField } from './search-field.js';
import { AdministrationTabs } from './tabs.js';
import { ChangeUnit } from './change-unit.js';
import { NewUnit } from './new-unit.js';

const TEXTS = {
  title: ['单位管理', 'Units'],
  about: [
    '单位树决定上级是谁、期限超期向谁上报、文号用什么代字。区划、层级和类型建立后不能更改。',
    'The tree says who is superior to whom. Division, level and kind stay as they were set up.',
  ],
  search: ['查找单位名称', 'Find a unit'],
  add: ['新增单位', 'Add a unit'],
  change: ['更改', 'Change'],
  none: ['没有符合条件的单位。', 'No unit fits.'],
} as const;

/** The tree of units: who stands below whom. */
export function UnitsPage() {
  const t = useTexts(TEXTS);
  useTitle(t('title'));
  const units = useQuery(unitsQuery);
  const [q, setQ] = useState('');
  const [open, setOpen] = useState<Unit | 'NEW' | null>(null);
  const close = () => setOpen(null);
  return (
    <>
      <AdministrationTabs />
      <section className="panel">
        <p className="prose">{t('about')}</p>
        <div className="administration-bar">
          <SearchField label={t('search')} onSearch={setQ} />
          <Button type="primary" onClick={() => setOpen('NEW')}>
            {t('add')}
          </Button>
        </div>
        <Shown query={units}>
          {(all) => (q === '' ? <Tree units={all} onOpen={setOpen} /> : <Found units={all} q={q} onOpen={setOpen} />)}
        </Shown>
      </section>
      {open === 'NEW' ? <NewUnit units={units.data ?? []} onClose={close} /> : null}
      {open !== null && open !== 'NEW' ? <ChangeUnit unit={open} units={units.data ?? []} onClose={close} /> : null}
    </>
  );
}

interface ListProps {
  readonly units: readonly Unit[];
  readonly onOpen: (unit: Unit) => void;
}

function Tree({ units, onOpen }: ListProps) {
  const below = new Map<string, Unit[]>();
  for (const unit of units) below.set(unit.parentId ?? '', [...(below.get(unit.parentId ?? '') ?? []), unit]);
  const known = new Set(units.map(({ id }) => id));
  const roots = units.filter(({ parentId }) => parentId === null || !known.has(parentId));
  const branch = (unit: Unit) => {
    const children = below.get(unit.id) ?? [];
    return (
      <li key={unit.id}>
        {children.length === 0 ? (
          <div className="administration-leaf">
            <Line unit={unit} onOpen={onOpen} />
          </div>
        ) : (
          <>
            <Line unit={unit} onOpen={onOpen} />
            <ul>{children.map(branch)}</ul>
          </>
        )}
      </li>
    );
  };
  return <ul className="administration-tree">{roots.map(branch)}</ul>;
}

function Found({ units, q, onOpen }: ListProps & { readonly q: string }) {
  const t = useTexts(TEXTS);
  const found = units.filter(({ name }) => name.includes(q));
  if (found.length === 0) return <p className="muted">{t('none')}</p>;
  return (
    <ul className="administration-tree">
      {found.map((unit) => (
        <li key={unit.id}>
          <Line unit={unit} onOpen={onOpen} />
        </li>
      ))}
    </ul>
  );
}

function Line({ unit, onOpen }: { readonly unit: Unit; readonly onOpen: (unit: Unit) => void }) {
  const t = useTexts(TEXTS);
  const label = useLabel();
  return (
    <span className="administration-unit">
      <b>{unit.name}</b>
      <span className="muted">
        {[label(unit.agencyType), label(unit.level), unit.divisionCode, unit.docWord].filter(Boolean).join(' · ')}
      </span>
      <Button size="small" onClick={() => onOpen(unit)} aria-label={`${t('change')} ${unit.name}`}>
        {t('change')}
      </Button>
    </span>
  );
}
