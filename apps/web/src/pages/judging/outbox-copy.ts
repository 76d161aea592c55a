import { z } from 'zod';

import '../../api/no-run-time-code.js';
import type { Waiting } from './outbox.js';

const Change = z.object({ values: z.record(z.string(), z.number()), comment: z.string().optional() });
const Kept = z.array(
  z.object({
    roundNo: z.string(),
    projectId: z.string(),
    sending: z.object({ key: z.string(), change: Change }).nullable(),
    next: Change.nullable(),
  }),
);

const keyOf = (userId: string): string => `banjie.sheets.${userId}`;

/** Keeps in this browser what the server does not have yet. */
export function keepWaiting(userId: string, waiting: ReadonlyMap<string, Waiting>): void {
  try {
    if (waiting.size === 0) localStorage.removeItem(keyOf(userId));
    else localStorage.setItem(keyOf(userId), JSON.stringify([...waiting.values()]));
  } catch {
    // A full or closed storage: it is still sent from the open page.
  }
}

/** What this browser kept for that person, by project. */
export function keptWaiting(userId: string): ReadonlyMap<string, Waiting> {
  try {
    const kept = Kept.parse(JSON.parse(localStorage.getItem(keyOf(userId)) ?? '[]'));
    return new Map(
      kept.map(({ sending, next, ...place }) => [
        place.projectId,
        {
          ...place,
          sending: sending === null ? null : { ...sending, change: changeOf(sending.change) },
          next: next === null ? null : changeOf(next),
        },
      ]),
    );
  } catch {
    return new Map();
  }
}

const changeOf = ({ values, comment }: z.output<typeof Change>) =>
  comment === undefined ? { values } : { values, comment };
