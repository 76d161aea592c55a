import { Button } from 'antd';
import type { ReactNode } from 'react';

import { useTexts } from '../../../text/language.js';

const TEXTS = {
  add: ['添加一行', 'Add a row'],
  remove: ['删除第 {n} 行', 'Remove row {n}'],
  removeShort: ['删除', 'Remove'],
  row: ['{name} 第 {n} 行', '{name}, row {n}'],
} as const;

interface Props<Row> {
  readonly name: string;
  /** Heads of the columns, as a wide screen shows them. */
  readonly heads: readonly string[];
  /** The class that lays the columns out. */
  readonly layout: string;
  readonly rows: readonly Row[];
  readonly fresh: Row;
  readonly max: number;
  readonly onChange: (rows: (before: readonly Row[]) => Row[]) => void;
  /** The cells of a row; `set` changes it, `label` names a cell for who does not see the heads. */
  readonly cells: (
    row: Row,
    set: (part: Partial<Row>) => void,
    label: (head: string) => { readonly 'aria-label': string },
  ) => ReactNode;
}

/** A list that is written row by row: a grid on a wide screen, one card a row on a phone. */
export function Rows<Row extends object>({ name, heads, layout, rows, fresh, max, onChange, cells }: Props<Row>) {
  const t = useTexts(TEXTS);
  const set = (place: number) => (part: Partial<Row>) =>
    onChange((before) => before.map((row, n) => (n === place ? { ...row, ...part } : row)));
  return (
    <div className="projects-rows">
      <div className={`projects-row projects-heads ${layout}`} aria-hidden="true">
        {heads.map((head) => (
          <span key={head}>{head}</span>
        ))}
        <span />
      </div>
      {rows.map((row, place) => {
        const n = place + 1;
        return (
          // Rows have no name of their own: what is written in one stays in its place.
          <div key={place} role="group" aria-label={t('row', { name, n })} className={`projects-row ${layout}`}>
            {cells(row, set(place), (head) => ({ 'aria-label': `${head} ${n}` }))}
            <Button
              type="text"
              danger
              aria-label={`${name} ${t('remove', { n })}`}
              onClick={() => onChange((before) => before.filter((_, at) => at !== place))}
            >
              {t('removeShort')}
            </Button>
          </div>
        );
      })}
      {rows.length < max ? (
        <Button onClick={() => onChange((before) => [...before, fresh])} aria-label={`${name} ${t('add')}`}>
          {t('add')}
        </Button>
      ) : null}
    </div>
  );
}

/** A cell with its head, which a phone shows above it. */
export function Cell({ head, children }: { readonly head: string; readonly children: ReactNode }) {
  return (
    <span className="projects-cell">
      <small aria-hidden="true">{head}</small>
      {children}
    </span>
  );
}
