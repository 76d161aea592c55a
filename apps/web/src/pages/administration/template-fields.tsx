import { queryOptions, useQuery } from '@tanstack/react-query';

import { entriesOf } from '../../api/entries.js';
import { answered, api } from '../../api/client.js';
import { Shown } from '../../parts/query-state.js';
import { useTexts } from '../../text/language.js';
import type { Kind } from './template-kind.js';

const TEXTS = {
  tag: ['字段', 'Field'],
  meaning: ['含义', 'Meaning'],
  note: ['说明', 'Note'],
  essential: ['必须保留', 'must stay'],
} as const;

const fieldsQuery = (kind: Kind) =>
  queryOptions({
    queryKey: ['template-fields', kind],
    queryFn: () => answered(api.GET('/api/v1/templates/{kind}/fields', { params: { path: { kind } } })),
    staleTime: Infinity,
  });

/** The fields that a template of a kind may use, those of its tables indented. */
export function Fields({ kind }: { readonly kind: Kind }) {
  const t = useTexts(TEXTS);
  const fields = useQuery(fieldsQuery(kind));
  return (
    <Shown query={fields}>
      {(found) => (
        <div className="table-scroll">
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t('tag')}</th>
                <th scope="col">{t('meaning')}</th>
                <th scope="col">{t('note')}</th>
              </tr>
            </thead>
            <tbody>
              {rowsOf(found.fields, 0).map(({ name, label, note, essential, depth }, n) => (
                <tr key={`${n} ${name}`}>
                  <td>
                    {' '.repeat(depth * 2)}
                    <code>{`{${name}}`}</code>
                  </td>
                  <td>{label}</td>
                  <td className="muted">{[essential ? t('essential') : '', note].filter(Boolean).join(' ')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Shown>
  );
}

interface FieldRow {
  readonly name: string;
  readonly label: string;
  readonly note: string;
  readonly essential: boolean;
  readonly depth: number;
}

function rowsOf(fields: readonly unknown[], depth: number): FieldRow[] {
  return fields.flatMap((field) => {
    const facts = new Map(entriesOf(field));
    const text = (key: string) => {
      const found = facts.get(key);
      return typeof found === 'string' ? found : '';
    };
    const rows = facts.get('rows');
    return [
      {
        name: text('name'),
        label: text('label'),
        note: text('note'),
        essential: facts.get('essential') === true,
        depth,
      },
      ...(Array.isArray(rows) ? rowsOf(rows, depth + 1) : []),
    ];
  });
}
