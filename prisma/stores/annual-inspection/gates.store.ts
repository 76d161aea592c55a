import type { Pool } from 'pg';

import type { InspectionConclusion } from '#domain/annual-inspection/consequence.js';
import { INSPECTION_CONCLUSIONS, isRevocationCandidate } from '#domain/annual-inspection/consequence.js';
import { purchasePriority } from '#domain/annual-inspection/purchase-priority.rule.js';
import type { PurchasePriority } from '#domain/annual-inspection/purchase-priority.rule.js';

/** One year of an organisation as gates see it. */
export interface InspectedYear {
  readonly inspectedYear: number;
  readonly conclusion: InspectionConclusion | null;
}

/** What the annual inspection has come to for an organisation: gates that other matters ask (specification C16). */
export interface InspectionGates {
  /** Latest first. */
  readonly years: readonly InspectedYear[];
  readonly purchase: PurchasePriority;
  /** Two years in a row failed or missed: a candidate for revocation (M10). */
  readonly revocationCandidate: boolean;
}

/** The gates of an organisation; with no inspection yet, nothing stands in its way. null: no such organisation. */
export async function inspectionGates(
  { pool }: { readonly pool: Pool },
  organisationId: string,
): Promise<InspectionGates | null> {
  const text = `SELECT r."inspectedYear", r."conclusion" FROM "Organisation" o
    LEFT JOIN "AnnualReturn" r ON r."organisationId" = o."id" AND r."conclusion" IS NOT NULL
    WHERE o."id" = $1 ORDER BY r."inspectedYear" DESC`;
  const { rows } = await pool.query<{ inspectedYear: number | null; conclusion: string | null }>(text, [
    organisationId,
  ]);
  if (rows.length === 0) return null;
  const years = rows.flatMap(({ inspectedYear, conclusion }) =>
    inspectedYear === null
      ? []
      : [{ inspectedYear, conclusion: INSPECTION_CONCLUSIONS.find((one) => one === conclusion) ?? null }],
  );
  const latest = years[0]?.inspectedYear ?? 0;
  // A year without a conclusion breaks the row.
  const inRow = [latest, latest - 1].map(
    (year) => years.find(({ inspectedYear }) => inspectedYear === year)?.conclusion ?? null,
  );
  return {
    years,
    // Gradings and lists of breaches belong to other matters, which have not told anything yet.
    purchase: purchasePriority({ lastInspection: years[0]?.conclusion ?? null, partyBuilding: null, lists: [] }),
    revocationCandidate: isRevocationCandidate(inRow),
  };
}
