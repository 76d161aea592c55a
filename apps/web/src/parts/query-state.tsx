import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';

import { Loading } from './loading.js';
import { Refusal } from './refusal.js';

/** What was asked for, or that it is on its way, or why it cannot be shown. What is there stays while it is asked for again. */
export function Shown<Data>({
  query,
  children,
}: {
  readonly query: UseQueryResult<Data>;
  readonly children: (data: Data) => ReactNode;
}) {
  if (query.data === undefined)
    return query.isError ? <Refusal error={query.error} again={() => query.refetch()} /> : <Loading />;
  return (
    <>
      {query.isRefetchError ? <Refusal error={query.error} again={() => query.refetch()} /> : null}
      {children(query.data)}
    </>
  );
}
