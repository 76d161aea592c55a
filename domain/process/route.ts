import { ReturnTargetInvalid } from './errors.js';

/** After a return (退回): do every stage again from there on, or come straight back to the one who returned it. */
export type ReturnMode = 'AGAIN' | 'RESUME';

export interface Returned<Stage extends string> {
  readonly kind: 'RETURNED';
  readonly to: Stage;
  readonly mode: ReturnMode;
}

export type StageEnd<Stage extends string> = { readonly kind: 'DONE' } | Returned<Stage>;

/** Where a case stands in its stages, and to which returner it owes a resumption. */
export interface Route<Stage extends string> {
  readonly at: Stage;
  readonly resumeAt: readonly Stage[];
}

/** The stages before `at`, to which it may return a case. */
export const earlierStages = <Stage extends string>(order: readonly Stage[], at: Stage): readonly Stage[] =>
  order.slice(0, order.indexOf(at));

/** The next stage, or null when the last one is done. A return goes backwards only. */
export function advance<Stage extends string>(
  order: readonly Stage[],
  route: Route<Stage>,
  end: StageEnd<Stage>,
): Route<Stage> | null {
  if (end.kind === 'RETURNED') {
    const allowed = earlierStages(order, route.at);
    if (!allowed.includes(end.to)) throw new ReturnTargetInvalid(end.to, allowed);
    // Doing everything again passes every returner anyway: all of them come after the target.
    const owed = end.mode === 'RESUME' ? [...route.resumeAt, route.at] : [];
    return { at: end.to, resumeAt: owed };
  }
  const owed = route.resumeAt.at(-1);
  if (owed !== undefined) return { at: owed, resumeAt: route.resumeAt.slice(0, -1) };
  const following = order[order.indexOf(route.at) + 1];
  return following === undefined ? null : { at: following, resumeAt: [] };
}
