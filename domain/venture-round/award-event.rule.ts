import type { AwardOutcome } from './money-facts.js';
import { PROJECT_TRANSITIONS } from './states.js';
import type { ProjectEvent, ProjectState } from './states.js';

const EVENTS = {
  PROPOSED: 'propose',
  RESERVE: 'reserve',
  NOT_FUNDED: 'passOver',
  FUNDED: 'publicityEnds',
  OUT: 'screenOut',
  AGAIN: 'rerank',
} as const satisfies Partial<Record<AwardOutcome, ProjectEvent>>;

/**
 * What the plan in force means for a project in its state; null: nothing, because it is there already, or out of the
 * plan's reach (adopted meanwhile, declined, withdrawn).
 */
export function awardEvent(outcome: AwardOutcome | null, state: ProjectState): ProjectEvent | null {
  if (outcome === null || outcome === 'DECLINED') return null;
  const event = EVENTS[outcome];
  return event in PROJECT_TRANSITIONS[state] ? event : null;
}
