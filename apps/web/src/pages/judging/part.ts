import type { Diagnosis } from './diagnosis.js';
import type { Place, Results } from './queries.js';

/** What every part of the diagnostics is drawn from. */
export interface PartProps {
  readonly results: Results;
  readonly diagnosis: Diagnosis;
  /** The name behind a pseudonym. */
  readonly judgeOf: (judgeId: string) => string;
}

/** The place of a project in the published ranking. */
export const placeOf = ({ classes }: Results, projectId: string): Place | undefined =>
  classes.flatMap(({ ranked }) => ranked).find((place) => place.projectId === projectId);

/** The titles of projects, for a sentence. */
export const titlesOf = (results: Results, projectIds: readonly string[]): string =>
  projectIds.map((projectId) => placeOf(results, projectId)?.title ?? '').join('、');
