import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';

import type { listQuery } from '../../api/lists.js';
import type { usePages } from '../../api/use-pages.js';
import type { Row } from '../../parts/case-rows.js';

/** Pages that are read again without asking; more of them would be a load for the server and a jump for the reader. */
const FEW = 2;

/**
 * Follows a list by its first page, which is read again on every event. A short list is then read again by itself; of a long one the reader is
 * told that it has changed: true.
 */
export function useBehind(pages: ReturnType<typeof usePages<Row>>, first: ReturnType<typeof listQuery>): boolean {
  const head = useQuery(first);
  const [shown] = pages.data?.pages ?? [];
  const isBehind =
    head.data !== undefined &&
    shown !== undefined &&
    head.dataUpdatedAt > pages.dataUpdatedAt &&
    JSON.stringify(head.data.items) !== JSON.stringify(shown.items);
  const isShort = (pages.data?.pages.length ?? 0) <= FEW;
  const { refetch } = pages;
  useEffect(() => {
    if (isBehind && isShort) void refetch();
  }, [isBehind, isShort, refetch]);
  return isBehind && !isShort;
}
