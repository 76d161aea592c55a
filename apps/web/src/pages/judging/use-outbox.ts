import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';

import { meQuery } from '../../api/queries.js';
import { outboxOf } from './outbox.js';
import type { Change, SaveState } from './outbox.js';
import type { Pack } from './queries.js';

/** How many sheets of the reader have something that only this device has. */
export function useLocalSheets(): number {
  const outbox = useOutbox();
  return useSyncExternalStore(outbox.subscribe, outbox.local);
}

/** A sheet as it stands under the judge's finger: the server's, and over it what is on its way. */
export interface LiveSheet {
  readonly values: Readonly<Record<string, number>>;
  readonly comment: string;
  readonly state: SaveState;
  readonly error: unknown;
  readonly change: (change: Change) => void;
}

/** The reader's sheet of a project, saved as it is typed. */
export function useSheet(roundNo: string, { projectId, sheet }: Pick<Pack, 'projectId' | 'sheet'>): LiveSheet {
  const outbox = useOutbox();
  const { change, state, error } = useSyncExternalStore(outbox.subscribe, () => outbox.at(projectId));
  return {
    values: { ...sheet.values, ...change.values },
    comment: change.comment ?? sheet.comment,
    ...{ state, error },
    change: (typed) => outbox.put(roundNo, projectId, typed),
  };
}

function useOutbox() {
  const queries = useQueryClient();
  const { data: me } = useQuery(meQuery);
  return outboxOf(me?.id ?? '', queries);
}
