import { matchingKey } from '#domain/text/matching-key.js';
import { VentureRoundRefusal } from './errors.js';

/** A project as far as one needs to know it again. */
export interface KnownProject {
  readonly projectId: string;
  readonly organisationId: string;
  readonly title: string;
  /** Where and when: the round in which it stands or was paid. */
  readonly round: string;
}

/** Two projects with equal keys are the same one: same organisation, same title without punctuation, width, case and script. */
export function projectKey(organisationId: string, title: string): string {
  return `${organisationId}|${matchingKey(title).replaceAll(/[\p{P}\p{S}]/gu, '')}`;
}

/**
 * The same project among others (specification M03 VEN_DUPLICATE_PROJECT): those of this round that still stand, or
 * those that public money has paid for in any round. A project is not its own duplicate.
 */
export function duplicatesOf(project: Omit<KnownProject, 'round'>, others: readonly KnownProject[]): KnownProject[] {
  const key = projectKey(project.organisationId, project.title);
  return others.filter(
    (other) => other.projectId !== project.projectId && projectKey(other.organisationId, other.title) === key,
  );
}

/** Refuses a project that stands in the round already or was paid from public money before. */
export function assertNotDuplicate(project: Omit<KnownProject, 'round'>, others: readonly KnownProject[]): void {
  const same = duplicatesOf(project, others).map(({ projectId, round }) => ({ projectId, round }));
  if (same.length > 0) throw new VentureRoundRefusal('VEN_DUPLICATE_PROJECT', { same }, 'title');
}
