import { AnnualInspectionRefusal } from './errors.js';

/** The matter of a season: its slug, the code of its case numbers, its names. */
export const INSPECTION_SEASON = {
  slug: 'inspection-season',
  code: 'MS02',
  zh: '年检季',
  en: 'season of annual inspection',
} as const;

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

/**
 * Refuses to complete a season while returns of it are open; the first of them are named. Throws AI_SEASON_NOT_ENDED (409).
 */
export function assertSeasonEnded({ open, caseNos }: OpenReturns): void {
  if (open === 0) return;
  throw new AnnualInspectionRefusal('AI_SEASON_NOT_ENDED', { open, caseNos });
}

/** The returns of a season that have not ended: how many, and the numbers of the first. */
export interface OpenReturns {
  readonly open: number;
  readonly caseNos: readonly string[];
}
