import { boardPage } from './season-queries.js';
import type { BoardFilter } from './season-queries.js';

const PAGE = 100;

/** Returns of a season that a filter leaves, by case number with the name of their organisation; the first so many. */
export async function chosenReturns(
  caseNo: string,
  filter: BoardFilter,
  most: number,
): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for (let cursor: string | null | undefined; cursor !== null && names.size < most;) {
    const page: Awaited<ReturnType<typeof boardPage>> = await boardPage(caseNo, filter, PAGE, cursor);
    for (const row of page.items) if (row.caseNo !== null) names.set(row.caseNo, row.organisation.name);
    cursor = page.nextCursor;
  }
  return new Map([...names].slice(0, most));
}
