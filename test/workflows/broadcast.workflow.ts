import { condition, defineSignal, setHandler } from '@temporalio/workflow';

import { broadcast } from '#workflows/steps/broadcast.js';
import { startAllOnce } from '#workflows/steps/start-once.js';

export { broadcastPages } from '#workflows/steps/broadcast.js';

/** Starts so many listeners, twice over, as a page does that is carried out again. */
export async function crowd({ of, size }: { readonly of: string; readonly size: number }): Promise<void> {
  const children = Array.from({ length: size }, (_, n) => ({
    workflow: 'listener',
    workflowId: `${of}-${String(n).padStart(4, '0')}`,
    input: { n },
  }));
  await startAllOnce(children);
  await startAllOnce(children.slice(0, 3));
}

/** Tells the crowd that it is over; answers how many heard it. */
export function announcer(of: string): Promise<number> {
  return broadcast(`${of}-broadcast`, { audience: 'crowd', of, signal: 'over', args: [{ at: 5 }] });
}

/** Ends with what it was told. */
export async function listener({ n }: { readonly n: number }): Promise<string> {
  let heard: number | null = null;
  setHandler(defineSignal<[{ at: number }]>('over'), ({ at }) => {
    heard = at;
  });
  await condition(() => heard !== null);
  return `${n} heard ${String(heard)}`;
}
