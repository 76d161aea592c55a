import { AnnualInspectionRefusal } from './errors.js';

/**
 * Refuses an act for which too few different officers are left (specification M02: talk, verification and check by two
 * at least). `excluded` must stay away: recused ones, or the signer of what is verified. Throws AI_OFFICERS_TOO_FEW.
 */
export function assertOfficers(
  officers: readonly string[],
  { least, excluded = [] }: { readonly least: number; readonly excluded?: readonly string[] },
): void {
  const barred = officers.filter((officer) => excluded.includes(officer));
  if (new Set(officers).size >= least && barred.length === 0) return;
  const details = { required: least, present: new Set(officers).size, mustStayAway: barred };
  throw new AnnualInspectionRefusal('AI_OFFICERS_TOO_FEW', details, 'officers');
}
