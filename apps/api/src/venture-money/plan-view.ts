import type { DrawnPlan } from '#prisma/stores/venture-money/award.store.js';
import type { PlannedProject } from '#prisma/stores/venture-money/round-desk.store.js';
import type { PlanView } from './money.schemas.js';

type Line = PlanView['lines'][number];

/** A plan with the names of its projects, and for each what it gets or why it gets nothing; by class and rank. */
export function planView(drawn: DrawnPlan, projects: readonly PlannedProject[]): PlanView {
  const { plan, hash, refusal, standing } = drawn;
  const known = new Map(projects.map((project) => [project.projectId, project]));
  const line = (
    of: { projectId: string; class: string; rank: number },
    more: Pick<Line, 'outcome' | 'why' | 'fen'>,
  ) => {
    const {
      caseNo = '',
      title = '',
      organisation = null,
      requestedFen = 0,
      score = null,
    } = known.get(of.projectId) ?? {};
    return { ...{ caseNo, title, organisation, requestedFen, score }, class: of.class, rank: of.rank, ...more };
  };
  const awards = plan.awards.map((award) => ({
    ...line(award, { outcome: outcomeOf(award, standing), why: null, fen: award.fen }),
    bySource: award.bySource.map((each) => ({ ...each })),
  }));
  const others = (['reserve', 'notFunded'] as const).flatMap((list) =>
    plan[list].map((entry) => ({
      ...line(entry, { outcome: list === 'reserve' ? 'RESERVE' : 'NOT_FUNDED', why: entry.why, fen: 0 }),
      bySource: [],
    })),
  );
  const classes = [...new Set([...plan.awards, ...plan.reserve, ...plan.notFunded].map((each) => each.class))].sort();
  const lines = [...awards, ...others].sort(
    (one, other) => classes.indexOf(one.class) - classes.indexOf(other.class) || one.rank - other.rank,
  );
  return { hash, plan: { ...plan }, refusal, lines, leftBySource: plan.leftBySource.map((each) => ({ ...each })) };
}

function outcomeOf(
  { projectId, reduced }: { readonly projectId: string; readonly reduced: boolean },
  standing: readonly string[],
): Line['outcome'] {
  if (standing.includes(projectId)) return 'STANDING';
  return reduced ? 'LESS' : 'FULL';
}
