import type { CaseView, TimelineEntry } from '../../api/case.js';

type State = CaseView['state'];

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
export function wayOf(view: CaseView, timeline: readonly TimelineEntry[]): Stop[] {
  const taken: Stop[] = [];
  for (const { state, at } of timeline) {
    if (taken.at(-1)?.state.slug !== state.slug) taken.push({ state, when: 'TAKEN', at });
  }
  const reached = taken.at(-1)?.state.slug === view.state.slug ? taken.slice(0, -1) : taken;
  const now: Stop = { state: view.state, when: 'NOW', at: taken.at(-1)?.at ?? view.submittedAt };
  return [...reached, now, ...ahead(view)];
}

function ahead({ process, state, closedAt }: CaseView): Stop[] {
  if (closedAt !== null) return [];
  const stops: Stop[] = [];
  const seen = new Set([state.slug]);
  for (let at: string | undefined = state.slug; at !== undefined;) {
    const from: string = at;
    const next = process.transitions.find((each) => each.from === from && !seen.has(each.to))?.to;
    const found = process.states.find(({ slug }) => slug === next);
    if (found !== undefined) stops.push({ state: found, when: 'AHEAD', at: null });
    if (next !== undefined) seen.add(next);
    at = next;
  }
  return stops;
}

/** Where else the case may go from here, beside the next stop of the usual way. */
export function otherWays({ process, state, closedAt }: CaseView): State[] {
  if (closedAt !== null) return [];
  const [, ...others] = process.transitions.filter(({ from }) => from === state.slug);
  const slugs = [...new Set(others.map(({ to }) => to))];
  return slugs.flatMap((slug) => process.states.find((each) => each.slug === slug) ?? []);
}
