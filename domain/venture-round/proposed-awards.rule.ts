import { VentureRoundRefusal } from './errors.js';
import { moneyLeft } from './award.rule.js';
import type { Award, AwardPlan, AwardProject } from './award.rule.js';
import { mostPublicFen } from './budget.rule.js';
import { sumFen } from './fen.js';
import type { RoundConfiguration } from './round-configuration.js';
import { sourcesFor } from './source-themes.rule.js';

/**
 * Refuses a list of awards that breaks what the round promised, whoever drew it up: a class without public money
 * (VEN_CLASS_NOT_FUNDABLE), more awards
 * than its quota, more than request, cap or share, or parts that do not add up (VEN_OVER_CAP), a source that may not pay for the
 * themes (VEN_THEME_SOURCE_MISMATCH), more than a source has (VEN_BUDGET_EXCEEDED).
 */
export function assertAwards(
  awards: readonly Award[],
  projects: readonly AwardProject[],
  round: Pick<RoundConfiguration, 'classes' | 'sources' | 'perProjectCap' | 'maxSharePct'>,
): void {
  for (const award of awards) {
    const project = projects.find(({ projectId }) => projectId === award.projectId);
    const { projectId } = award;
    if (project === undefined || !round.classes.some((rule) => rule.class === project.class && rule.fundable))
      throw new VentureRoundRefusal('VEN_CLASS_NOT_FUNDABLE', { projectId });
    const limit = Math.min(project.requestedFen, mostPublicFen(project, round));
    const total = sumFen(award.bySource.map(({ fen }) => fen));
    if (award.fen > limit || award.fen !== total)
      throw new VentureRoundRefusal('VEN_OVER_CAP', { projectId, fen: award.fen, bySource: total, limit });
    const allowed = sourcesFor(project.themes, round.sources);
    const wrong = award.bySource.filter(({ source }) => !allowed.includes(source)).map(({ source }) => source);
    if (wrong.length > 0) throw new VentureRoundRefusal('VEN_THEME_SOURCE_MISMATCH', { projectId, sources: wrong });
  }
  for (const { class: name, quota } of round.classes) {
    const awarded = awards.filter((award) => award.class === name).length;
    if (quota !== null && awarded > quota)
      throw new VentureRoundRefusal('VEN_OVER_CAP', { class: name, awarded, quota });
  }
  const over = [...moneyLeft(round, awards)]
    .filter(([, left]) => left < 0)
    .map(([source, left]) => ({ source, over: -left }));
  if (over.length > 0) throw new VentureRoundRefusal('VEN_BUDGET_EXCEEDED', { over });
}

/** Refuses to publish a plan that ends inside a tie (VEN_TIE_UNDECIDED). */
export function assertTiesDecided({ tiesToVote }: Pick<AwardPlan, 'tiesToVote'>): void {
  if (tiesToVote.length > 0) throw new VentureRoundRefusal('VEN_TIE_UNDECIDED', { ties: tiesToVote });
}
