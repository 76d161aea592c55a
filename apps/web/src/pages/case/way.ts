import type { CaseView, TimelineEntry } from '../../api/case.js';
import type { UsualWay } from './matter.js';

type State = CaseView['state'];

const ANY_WAY: UsualWay = { ends: [], onlyOnce: [] };

/** A stop on the way of a case. */
export interface Stop {
  readonly state: State;
  readonly when: 'TAKEN' | 'NOW' | 'AHEAD';
  /** When the case came there; null ahead. */
  readonly at: string | null;
}

/**
 * The way that a case has taken, where it is, and the way ahead by the state table: from each state the transition that is declared first, which is the
 * one that a case takes when nothing goes wrong.
 */
export function wayOf(view: CaseView, timeline: readonly TimelineEntry[], usual = ANY_WAY): Stop[] {
  const taken: Stop[] = [];
  for (const { state, at } of timeline) {
    if (taken.at(-1)?.state.slug !== state.slug) taken.push({ state, when: 'TAKEN', at });
  }
  const reached = taken.at(-1)?.state.slug === view.state.slug ? taken.slice(0, -1) : taken;
  const now: Stop = { state: view.state, when: 'NOW', at: taken.at(-1)?.at ?? view.submittedAt };
  return [...reached, now, ...ahead(view, new Set(taken.map(({ state }) => state.slug)), usual)];
}

function ahead({ process, state, closedAt }: CaseView, been: ReadonlySet<string>, usual: UsualWay): Stop[] {
  if (closedAt !== null) return [];
  const stops: Stop[] = [];
  const seen = new Set([state.slug, ...usual.onlyOnce.filter((slug) => been.has(slug))]);
  for (let at: string | undefined = state.slug; at !== undefined;) {
    const from: string = at;
    const next = usual.ends.includes(from)
      ? undefined
      : process.transitions.find((each) => each.from === from && !seen.has(each.to))?.to;
    const found = process.states.find(({ slug }) => slug === next);
    if (found !== undefined) stops.push({ state: found, when: 'AHEAD', at: null });
    if (next !== undefined) seen.add(next);
    at = next;
  }
  return stops;
}

/** Where else the case may go from here, beside the stops of its picture that lie ahead. */
export function otherWays({ process, state, closedAt }: CaseView, stops: readonly Stop[]): State[] {
  if (closedAt !== null) return [];
  const next = stops.find(({ when }) => when === 'AHEAD')?.state.slug;
  const others = process.transitions.filter(({ from, to }) => from === state.slug && to !== from && to !== next);
  const slugs = [...new Set(others.map(({ to }) => to))];
  return slugs.flatMap((slug) => process.states.find((each) => each.slug === slug) ?? []);
}
