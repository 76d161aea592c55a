import { z } from 'zod';

import { drawBase } from '#domain/annual-inspection/draw-base.rule.js';
import type { DrawRecusal } from '#domain/annual-inspection/published-draw.js';
import { DEFAULT_SETTINGS } from '#domain/annual-inspection/settings.js';
import type { IsoDate } from '#domain/calendar/iso-date.js';
import { conflictOfInterest } from '#domain/organisation/conflict-of-interest.rule.js';
import type { Bond } from '#domain/organisation/conflict-of-interest.rule.js';
import type { LegalStatus } from '#domain/terms/organisation-terms.js';
import { sqlTime } from '../record/sql-time.js';
import type { Tx } from '../record/transaction.js';

/** The lists of a draw as they were frozen: what is published, and the ids under which the register knows it. */
export const FrozenLists = z.object({
  base: z.array(z.object({ id: z.string(), name: z.string(), organisationId: z.string() })),
  inspectors: z.array(z.object({ id: z.string(), userId: z.string() })),
  recusals: z.array(z.object({ organisation: z.string(), inspector: z.string() })),
});
export type FrozenLists = z.output<typeof FrozenLists>;

interface Question {
  readonly unitId: string;
  readonly today: IsoDate;
  /** Epoch ms. */
  readonly at: number;
  readonly checkedMonths: number;
  readonly recusalYears: number;
}

interface CandidateRow {
  readonly organisationId: string;
  readonly id: string;
  readonly name: string;
  readonly legalStatus: LegalStatus;
  readonly lastCheckedOn: IsoDate | null;
}

interface InspectorRow {
  readonly userId: string;
  readonly personId: string | null;
  readonly id: string;
}

const CANDIDATES_SQL = `
SELECT o."id" AS "organisationId", coalesce(o."uscc", o."id") AS id, o."name", o."legalStatus",
  (SELECT to_char(max(i."checkedOn"), 'YYYY-MM-DD') FROM "Inspection" i WHERE i."organisationId" = o."id") AS "lastCheckedOn"
FROM "Organisation" o WHERE o."registryUnitId" = $1 AND o."legalStatus" = 'REGISTERED'`;

/** Everybody who is an inspector of the unit now. Without a number of a certificate, the id of the account stands for it. */
const INSPECTORS_SQL = `
SELECT DISTINCT u."id" AS "userId", u."personId", coalesce(c."certificateNo", u."id") AS id
FROM "Grant" g JOIN "User" u ON u."id" = g."userId" AND u."disabledAt" IS NULL
LEFT JOIN "InspectorCertificate" c ON c."userId" = u."id"
WHERE g."unitId" = $1 AND g."role" = 'INSPECTOR' AND g."validFrom" <= $2::timestamp(3) AND (g."validTo" IS NULL OR g."validTo" > $2::timestamp(3))`;

const BONDS_SQL = `
SELECT "personId", "organisationId", "post", to_char("from", 'YYYY-MM-DD') AS "from", to_char("to", 'YYYY-MM-DD') AS "to"
FROM "OrgPost" WHERE "personId" = ANY($1::text[]) AND "organisationId" = ANY($2::text[])`;

/** Who may be drawn, who may check, and who must stay away from whom (specification C5), as they are today. */
export async function listsToFreeze(tx: Tx, question: Question): Promise<FrozenLists> {
  const { unitId, today, at, checkedMonths } = question;
  const { rows: candidates } = await tx.query<CandidateRow>(CANDIDATES_SQL, [unitId]);
  const { rows: inspectors } = await tx.query<InspectorRow>(INSPECTORS_SQL, [unitId, sqlTime(at)]);
  const organisationIds = new Map(candidates.map(({ id, organisationId }) => [id, organisationId]));
  const base = drawBase(candidates, today, { ...DEFAULT_SETTINGS, drawCheckedMonths: checkedMonths }).map((entry) => ({
    ...entry,
    organisationId: organisationIds.get(entry.id) ?? '',
  }));
  const recusals = await recusalsOf(tx, base, inspectors, question);
  const ordered = inspectors.toSorted((one, other) => (one.id < other.id ? -1 : 1));
  return { base, inspectors: ordered.map(({ id, userId }) => ({ id, userId })), recusals };
}

async function recusalsOf(
  tx: Tx,
  base: FrozenLists['base'],
  inspectors: readonly InspectorRow[],
  { today, recusalYears }: Question,
): Promise<DrawRecusal[]> {
  const people = inspectors.flatMap(({ personId }) => (personId === null ? [] : [personId]));
  const organisations = base.map(({ organisationId }) => organisationId);
  const { rows: bonds } = await tx.query<Bond & { readonly personId: string }>(BONDS_SQL, [people, organisations]);
  const keys = new Map(base.map(({ id, organisationId }) => [organisationId, id]));
  return inspectors.flatMap(({ id: inspector, personId }) => {
    const posts = bonds.filter((bond) => bond.personId === personId);
    return [...new Set(posts.map(({ organisationId }) => organisationId))].flatMap((organisationId) => {
      const bond = conflictOfInterest({ posts, organisationId, today, recusalYears });
      const organisation = keys.get(organisationId);
      return bond === null || organisation === undefined ? [] : [{ organisation, inspector }];
    });
  });
}
