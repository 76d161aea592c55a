import { advance, type Route, type StageEnd } from '#domain/process/route.js';
import type { CaseRun } from './case-run.js';

/** What a stage does; its own memory (a ballot) survives a return that resumes at it, and is new otherwise. */
export type StageStory<Stage extends string> = (memory: StageMemory) => Promise<StageEnd<Stage> | 'ENDED'>;

/** What a stage remembers when it is entered again. */
export interface StageMemory {
  /** As long as the stage may be resumed. */
  kept: unknown;
  /** For as long as the case runs: what may happen once only (一次性告知). */
  forGood?: unknown;
}

/**
 * Carries a case through its stages in order; a return (退回) goes back to an earlier one and then either does
 * everything again or resumes at the returner. Ends with the last stage, or when a stage says that the case has ended.
 */
export async function inStages<Stage extends string>(
  run: CaseRun,
  order: readonly Stage[],
  stories: Readonly<Record<Stage, StageStory<Stage>>>,
): Promise<'DONE' | 'ENDED'> {
  const memories = new Map<Stage, StageMemory>();
  const [first] = order;
  let route: Route<Stage> | null = first === undefined ? null : { at: first, resumeAt: [] };
  while (route !== null) {
    const { at }: Route<Stage> = route;
    run.stage = at;
    const memory = memories.get(at) ?? { kept: undefined };
    memories.set(at, memory);
    const end = await stories[at](memory);
    if (end === 'ENDED') return 'ENDED';
    if (end.kind === 'DONE') memory.kept = undefined;
    else if (end.mode === 'AGAIN') for (const each of memories.values()) each.kept = undefined;
    route = advance(order, route, end);
  }
  return 'DONE';
}
