import type { IsoDate } from '#domain/calendar/iso-date.js';
import { conflictOfInterest } from '#domain/organisation/conflict-of-interest.rule.js';
import type { Bond } from '#domain/organisation/conflict-of-interest.rule.js';
import { VentureRoundRefusal } from './errors.js';

/** What is known of a judge. */
export interface JudgeFacts {
  readonly judgeId: string;
  readonly personId: string;
  /** The organisation or enterprise that employs the judge, where it is one of our records. */
  readonly employerId: string | null;
  readonly posts: readonly Bond[];
  /** Projects from which the judge recused themselves. */
  readonly declaredProjectIds: readonly string[];
  /** Organisations whose projects the judge evaluated before. */
  readonly evaluatedOrganisationIds: readonly string[];
}

/** What is known of a project's side. */
export interface ProjectSide {
  readonly projectId: string;
  readonly organisationId: string;
  readonly carrierId: string | null;
  /** Leader, team and board of applicant and carrier. */
  readonly personIds: readonly string[];
  /** Enterprises that adopt the project. */
  readonly sponsorIds: readonly string[];
}

/**
 * DECLARED by the judge; EMPLOYER is applicant, carrier or sponsor; BOARD: holds or recently left a post there;
 * SHARED_PERSON: the judge is one of the project's people; EARLIER_EVALUATOR: evaluated a project of the applicant.
 */
export type ConflictGround = 'DECLARED' | 'EMPLOYER' | 'BOARD' | 'SHARED_PERSON' | 'EARLIER_EVALUATOR';

/** Every ground on which a judge may not score a project; empty when none is known (specification C5, M03 judges). */
export function judgeConflicts(
  judge: JudgeFacts,
  project: ProjectSide,
  when: { readonly today: IsoDate; readonly recusalYears: number },
): readonly ConflictGround[] {
  const { organisationId, carrierId, sponsorIds, personIds } = project;
  const applicants = carrierId === null ? [organisationId] : [organisationId, carrierId];
  const tied = (id: string): boolean =>
    conflictOfInterest({ posts: judge.posts, organisationId: id, ...when }) !== null;
  const grounds: readonly (ConflictGround | false)[] = [
    judge.declaredProjectIds.includes(project.projectId) && 'DECLARED',
    [...applicants, ...sponsorIds].some((id) => id === judge.employerId) && 'EMPLOYER',
    [...applicants, ...sponsorIds].some(tied) && 'BOARD',
    personIds.includes(judge.personId) && 'SHARED_PERSON',
    applicants.some((id) => judge.evaluatedOrganisationIds.includes(id)) && 'EARLIER_EVALUATOR',
  ];
  return grounds.filter((ground) => ground !== false);
}

/** Refuses a judge with a conflict (VEN_JUDGE_CONFLICT), naming the grounds. */
export function assertNoConflict(
  judge: JudgeFacts,
  project: ProjectSide,
  when: { readonly today: IsoDate; readonly recusalYears: number },
): void {
  const grounds = judgeConflicts(judge, project, when);
  if (grounds.length > 0)
    throw new VentureRoundRefusal('VEN_JUDGE_CONFLICT', {
      judgeId: judge.judgeId,
      projectId: project.projectId,
      grounds,
    });
}
