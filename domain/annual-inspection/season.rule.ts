import { AnnualInspectionRefusal } from './errors.js';

/** The id by which a season is one for its registry and inspected year, for workflow ids and unique keys. */
export const seasonKey = (registryCode: string, inspectedYear: number): string => `${registryCode}-${inspectedYear}`;

/** Refuses a second season of a registry and year. Throws AI_SEASON_DUPLICATE (409). */
export function assertSeasonOpenable(registryCode: string, inspectedYear: number, existing: string | null): void {
  if (existing === null) return;
  throw new AnnualInspectionRefusal('AI_SEASON_DUPLICATE', { registryCode, inspectedYear, season: existing });
}

/** Refuses a return of a year without a season. Throws AI_SEASON_UNKNOWN (404). */
export function assertSeasonKnown(registryCode: string, inspectedYear: number, season: string | null): void {
  if (season !== null) return;
  throw new AnnualInspectionRefusal('AI_SEASON_UNKNOWN', { registryCode, inspectedYear }, 'inspectedYear');
}
