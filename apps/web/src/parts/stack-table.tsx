import type { ReactNode } from 'react';

interface Column {
  readonly name: string;
  /** Its values stand right, digit under digit. */
  readonly number?: boolean;
}

interface Props {
  readonly columns: readonly Column[];
  /** Rows; each `td` carries the name of its column in `data-name`. */
  readonly children: ReactNode;
}

/** A table that on a phone becomes cards: the row's heading, and under it each value beside its name. */
export function StackTable({ columns, children }: Props) {
  return (
    <div className="table-scroll">
      <table className="table table-stack">
        <thead>
          <tr>
            {columns.map(({ name, number = false }) => (
              <th key={name} scope="col" className={number ? 'number' : undefined}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
