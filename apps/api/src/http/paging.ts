import { z } from 'zod';

import { FieldInvalid } from '#domain/errors.js';

const DEFAULT_LIMIT = 20;
const MAX_LIMIT = 100;

/** Query of a keyset-paged list; extend it: `z.strictObject({ ...PageQuery.shape, stage: … })`. */
export const PageQuery = z.strictObject({
  cursor: z
    .string()
    .regex(/^[\w-]{1,400}$/)
    .optional()
    .describe('Opaque; from `nextCursor` of the page before'),
  limit: z.coerce.number().int().min(1).max(MAX_LIMIT).default(DEFAULT_LIMIT),
});

export type PageQuery = z.infer<typeof PageQuery>;

/** One page: its items and where the next one starts (null = this was the last). */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
}

/** The OpenAPI form of a page of `item`. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });

/** The last row's sort key as opaque text. */
export function cursorOf(key: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** The sort key of a cursor, parsed by `schema` (a tuple); FIELD_INVALID (400) for one that no list of ours made. */
export function keyOf<Key>(cursor: string | undefined, schema: z.ZodType<Key>): Key | null {
  if (cursor === undefined) return null;
  const parsed = schema.safeParse(jsonOrNull(Buffer.from(cursor, 'base64url').toString('utf8')));
  if (parsed.success) return parsed.data;
  throw new FieldInvalid(
    'cursor',
    '翻页位置无效,请从第一页重新查询。',
    'The cursor is not valid. Start from the first page.',
  );
}

/** Cuts a page out of `limit + 1` rows: the row too many says that there is more. */
export function page<Row, Item>(
  rows: readonly Row[],
  limit: number,
  keyOfRow: (row: Row) => readonly (string | number)[],
  itemOf: (row: Row) => Item,
): Page<Item> {
  const kept = rows.slice(0, limit);
  const last = kept.at(-1);
  return {
    items: kept.map(itemOf),
    nextCursor: rows.length > limit && last !== undefined ? cursorOf(keyOfRow(last)) : null,
  };
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
