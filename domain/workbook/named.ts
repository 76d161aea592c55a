import { matchingKey } from '#domain/text/matching-key.js';
import type { Column } from './column.js';
import type { RowFaults } from './faults.js';
import type { Named } from './register.js';

/** The key under which a name or an id is looked up in `Named`. */
export const nameKey = matchingKey;

/** The id that a cell names, or null with a fault: nobody has the name, or several have. */
export function idOf(
  named: Named,
  text: string,
  number: number,
  column: Pick<Column<unknown>, 'zh'>,
  faults: RowFaults,
): string | null {
  const ids = named.get(nameKey(text)) ?? [];
  const [id] = ids;
  if (id !== undefined && ids.length === 1) return id;
  if (id === undefined) faults.add(number, column, '系统中没有此名称或编号,请核对。', 'No such name or id. Check it.');
  else faults.add(number, column, '有多个同名单位,请改填编号。', 'Several have this name. Give the id instead.');
  return null;
}
