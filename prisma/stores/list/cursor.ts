import { z } from 'zod';

import { FieldInvalid } from '#domain/errors.js';

/** Where a page ended: the sort time of its last row in epoch ms (null = no due date), the row's id, and its seq in lists that need one. */
export interface Cursor {
  readonly time: number | null;
  readonly id: string;
  readonly seq: number;
}

const Parts = z.tuple([z.int().nullable(), z.string().max(100), z.int()]);

/** The text that a client hands back for the next page. */
export function writeCursor({ time, id, seq }: Cursor): string {
  return Buffer.from(JSON.stringify([time, id, seq])).toString('base64url');
}

/** Reads such a text; null for the first page. Throws FIELD_INVALID for anything that `writeCursor` did not write. */
export function readCursor(text: string | null): Cursor | null {
  if (text === null) return null;
  const parts = Parts.safeParse(parsed(Buffer.from(text, 'base64url').toString()));
  if (!parts.success || Math.abs(parts.data[0] ?? 0) > 8.64e15) {
    throw new FieldInvalid(
      'cursor',
      '翻页标记无效,请从第一页重新查询。',
      'This page mark is not valid. Start from the first page.',
    );
  }
  const [time, id, seq] = parts.data;
  return { time, id, seq };
}

function parsed(json: string): unknown {
  try {
    const value: unknown = JSON.parse(json);
    return value;
  } catch {
    return undefined;
  }
}
