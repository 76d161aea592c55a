import { DomainError } from '#domain/errors.js';

/** What the Party body says on a major matter before the council decides (specification M07). */
export const PARTY_OPINIONS = ['AGREE', 'AGREE_WITH_CHANGES', 'DISAGREE', 'DEFER'] as const;

/** One opinion of the Party body. */
export type PartyOpinion = (typeof PARTY_OPINIONS)[number];

/**
 * What management does with the opinion: goes on with the proposal as it is, takes over the changes, or gives it up.
 */
export const MANAGEMENT_POSITIONS = ['PROCEED', 'ADOPT_CHANGES', 'DROP'] as const;

/** One position of management. */
export type ManagementPosition = (typeof MANAGEMENT_POSITIONS)[number];

/** Where opinion and proposal stand against each other. */
export interface OpinionOutcome {
  /** The disagreement must be reported to the superior Party organisation without delay. */
  readonly reportUpwardRequired: boolean;
  /** The council may not decide yet. */
  readonly decisionBlocked: boolean;
  /** The council may decide, but the disagreement is recorded with the decision. */
  readonly noteAttached: boolean;
}

/** Thrown when the council is to decide while the matter is blocked. */
class DecisionBlocked extends DomainError {
  constructor(opinion: PartyOpinion) {
    super({
      code: 'MMD_DECISION_BLOCKED',
      status: 422,
      messageZh: '党组织意见尚未落实,理事会暂不能作出决定。请先沟通或向上级党组织报告。',
      messageEn:
        'The Party organisation’s opinion is not settled, so the council cannot decide yet. Talk it over or report it upward.',
      details: { opinion },
    });
  }
}

/**
 * What follows from the Party body's opinion (specification M07). A disagreement of LARGE impact that management
 * wants to go past is reported upward and blocks the decision; one of SMALL impact is recorded and the council may
 * decide. Changes that are not taken over and a deferral block without a report.
 */
export function outcomeOfOpinion(
  opinion: PartyOpinion,
  position: ManagementPosition,
  impact: 'LARGE' | 'SMALL',
): OpinionOutcome {
  const disagreement = opinion === 'DISAGREE' && position === 'PROCEED';
  const large = disagreement && impact === 'LARGE';
  const ignoresChanges = opinion === 'AGREE_WITH_CHANGES' && position === 'PROCEED';
  return {
    reportUpwardRequired: large,
    decisionBlocked: large || ignoresChanges || opinion === 'DEFER',
    noteAttached: disagreement && !large,
  };
}

/** Refuses a council decision that the outcome blocks (MMD_DECISION_BLOCKED). */
export function assertCouncilMayDecide(opinion: PartyOpinion, { decisionBlocked }: OpinionOutcome): void {
  if (decisionBlocked) throw new DecisionBlocked(opinion);
}
