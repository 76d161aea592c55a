import { randomUUID } from 'node:crypto';

import type { InspectionDuty } from '#domain/annual-inspection/base.rule.js';
import { inspectionDuty, isFoundationOrCharity } from '#domain/annual-inspection/base.rule.js';
import type { SeasonDates } from '#domain/annual-inspection/season-calendar.rule.js';
import { closingOf } from '#domain/annual-inspection/season-calendar.rule.js';
import type { ReturnToStart, SeasonPage, SeasonPageAsked } from '#domain/annual-inspection/season-page.js';
import { AnnualInspectionSettings } from '#domain/annual-inspection/settings.js';
import { ANNUAL_INSPECTION } from '#domain/annual-inspection/states.js';
import { parseIsoDate } from '#domain/calendar/iso-date.js';
import { NotFound } from '#domain/errors.js';
import type { CaseId, OrganisationId, RequestId, UnitId, UserId } from '#domain/ids.js';
import { asId } from '#domain/ids.js';
import { LEGAL_STATUS, ORGANISATION_TYPES } from '#domain/terms/organisation-terms.js';
import { readTerm } from '#domain/terms/term.js';
import { caseStore } from '../case.store.js';
import { sqlTime } from '../record/sql-time.js';
import type { Tx } from '../record/transaction.js';
import { asSeasonDates, seasonDateColumns } from './season-dates.js';
import type { SeasonDateRow } from './season-dates.js';

interface SeasonRow extends SeasonDateRow {
  readonly registryUnitId: UnitId;
  readonly divisionCode: string;
  readonly applicantUserId: UserId;
  readonly config: unknown;
}

/** An organisation of the page; with its return when it has one whose workflow may not have been started. */
interface CandidateRow {
  readonly id: OrganisationId;
  readonly name: string;
  readonly type: string;
  readonly charity: boolean;
  readonly legalStatus: string;
  readonly registeredAt: string | null;
  readonly endedOn: string | null;
  readonly supervisoryUnitId: UnitId | null;
  readonly isMember: boolean;
  readonly caseId: CaseId | null;
  readonly caseNo: string | null;
  readonly seq: number | null;
  readonly due: string | null;
  readonly closes: string | null;
}

const SEASON_SQL = `
SELECT s."registryUnitId", s."divisionCode", c."applicantUserId", c."config", ${seasonDateColumns('s')}
FROM "Season" s JOIN "Case" c ON c."id" = s."caseId" WHERE s."caseId" = $1 FOR UPDATE OF s`;

/** $1 registry, $2 after, $3 limit, $4 season, $5 year. Who moved here and has a return of the year with another registry stays there. */
const CANDIDATES_SQL = `
SELECT o."id", o."name", o."type", (o."charity" OR o."subtype" = 'CHARITY') AS charity, o."legalStatus", o."registeredAt"::text, o."endedOn"::text, o."supervisoryUnitId", m."seasonId" IS NOT NULL AS "isMember", m."caseId",
  c."caseNo", c."seq", r."due"::text, r."closes"::text
FROM "Organisation" o
LEFT JOIN "SeasonMember" m ON m."seasonId" = $4 AND m."organisationId" = o."id"
LEFT JOIN "Case" c ON c."id" = m."caseId"
LEFT JOIN "AnnualReturn" r ON r."organisationId" = o."id" AND r."inspectedYear" = $5::int
WHERE o."registryUnitId" = $1 AND o."id" > $2 AND (r."caseId" IS NULL OR r."seasonId" = $4)
ORDER BY o."id" LIMIT $3`;

/** $1 season, $2 at, $3 members. One without a case is judged again: its registration may have been put right. */
const MEMBERS_SQL = `
INSERT INTO "SeasonMember" AS m ("seasonId", "organisationId", "standing", "ground", "baseDate", "caseId", "admittedAt")
SELECT $1::text, x."organisationId", x."standing", x."ground", x."baseDate", x."caseId", $2::timestamp(3)
FROM jsonb_to_recordset($3::jsonb) AS x("organisationId" text, "standing" text, "ground" text, "baseDate" date, "caseId" text)
ON CONFLICT ("seasonId", "organisationId") DO UPDATE SET
  "standing" = excluded."standing", "ground" = excluded."ground", "caseId" = excluded."caseId", "admittedAt" = excluded."admittedAt"
WHERE m."caseId" IS NULL AND (m."standing" <> excluded."standing" OR m."ground" <> excluded."ground")`;

const RETURNS_SQL = `
INSERT INTO "AnnualReturn" ("caseId", "seasonId", "organisationId", "inspectedYear", "due", "closes", "proposalReasons")
SELECT x."caseId", $1::text, x."organisationId", $2::int, x."due", x."closes", '{}'
FROM jsonb_to_recordset($3::jsonb) AS x("caseId" text, "organisationId" text, "due" date, "closes" date)`;

const COUNT_SQL = `
UPDATE "Season" SET "base" = (SELECT count(*) FROM "Organisation" WHERE "registryUnitId" = $2) WHERE "caseId" = $1`;

/**
 * Judges the next organisations of a season's registry and creates the returns that are owed: members, numbered cases and returns in the
 * transaction of `tx`. Who is judged before and owes one has it; only those whose workflow has recorded nothing yet are answered again.
 */
export async function openSeasonPage(tx: Tx, asked: SeasonPageAsked): Promise<SeasonPage> {
  const { seasonId, after, limit, at } = asked;
  const [season] = (await tx.query<SeasonRow>(SEASON_SQL, [seasonId])).rows;
  if (season === undefined) throw new NotFound('Season');
  if (after === '') await tx.query(COUNT_SQL, [seasonId, season.registryUnitId]);
  const values = [season.registryUnitId, after, limit, seasonId, season.inspectedYear];
  const { rows: page } = await tx.query<CandidateRow>(CANDIDATES_SQL, values);
  const settings = AnnualInspectionSettings.parse(season.config);
  const dates = asSeasonDates(season);
  const judged = page
    .filter(({ caseId }) => caseId === null)
    .map((row) => ({ row, duty: inspectionDuty(candidateOf(row), dates, settings) }));
  const owed = judged
    .filter(({ duty }) => duty.standing === 'REQUIRED')
    .map(({ row }) => newReturn(row, seasonId, dates));
  const numbers = await createCases(tx, asked, season, owed);
  await keepMembers(tx, asked, judged, owed);
  const known = page.flatMap((row) => unheard(row, seasonId));
  const begun = owed.map(({ start }) => ({ ...start, caseNo: numbers.get(start.caseId) ?? '' }));
  const next = page.length < limit ? null : (page.at(-1)?.id ?? null);
  if (next === null)
    await tx.query('UPDATE "Season" SET "openedAt" = coalesce("openedAt", $2) WHERE "caseId" = $1', [
      seasonId,
      sqlTime(at),
    ]);
  await tx.query(RETURNS_SQL, [
    seasonId,
    dates.inspectedYear,
    JSON.stringify(begun.map(({ closing, ...each }) => ({ ...each, ...closing }))),
  ]);
  return { returns: [...known, ...begun], next };
}

interface NewReturn {
  readonly start: Omit<ReturnToStart, 'caseNo'>;
  readonly name: string;
}

function newReturn(row: CandidateRow, seasonId: CaseId, dates: SeasonDates): NewReturn {
  const filer = filerOf(row);
  const hasSupervisoryUnit = filer.supervisoryUnitId !== null;
  const { due, closes } = closingOf({ foundationOrCharity: filer.foundationOrCharity, hasSupervisoryUnit }, dates);
  const start = {
    caseId: asId<CaseId>(randomUUID()),
    requestId: requestOf(seasonId, row.id),
    organisationId: row.id,
    filer,
    closing: { due, closes },
  };
  return { start, name: row.name };
}

/** Numbered in the order of the page. Each keeps the input of its workflow, so that any process can start it again. */
function createCases(
  tx: Tx,
  { workflow, common, at }: SeasonPageAsked,
  { registryUnitId, divisionCode, applicantUserId, config, inspectedYear }: SeasonRow,
  owed: readonly NewReturn[],
): Promise<ReadonlyMap<string, string>> {
  const { slug, code } = ANNUAL_INSPECTION;
  const cases = owed.map(({ start: { caseId, requestId, organisationId, filer, closing }, name }) => ({
    id: caseId,
    startRequestId: requestId,
    title: `${name}${inspectedYear}年度工作报告`,
    organisationId,
    facts: {
      ...{ workflow, fingerprint: requestId, renews: null, warnings: [] },
      input: { ...common, organisationId, filer, closing },
    },
    units: filer.supervisoryUnitId === null ? [] : [{ unitId: filer.supervisoryUnitId, part: 'SUPERVISORY' }],
  }));
  return caseStore({ pool: tx }).createMany({
    ...{ matter: slug, code, unitId: registryUnitId, divisionCode, applicantUserId, state: 'NOT_STARTED', config, at },
    cases,
  });
}

async function keepMembers(
  tx: Tx,
  { seasonId, at }: SeasonPageAsked,
  judged: readonly { readonly duty: InspectionDuty }[],
  owed: readonly NewReturn[],
): Promise<void> {
  const cases = new Map<string, CaseId>(owed.map(({ start }) => [start.organisationId, start.caseId]));
  const members = judged.map(({ duty }) => ({ ...duty, caseId: cases.get(duty.organisationId) ?? null }));
  await tx.query(MEMBERS_SQL, [seasonId, sqlTime(at), JSON.stringify(members)]);
}

/** A return whose case has no record: its workflow may not have been started yet. */
function unheard(row: CandidateRow, seasonId: CaseId): ReturnToStart[] {
  const { id, caseId, caseNo, seq, due, closes } = row;
  if (caseId === null || caseNo === null || due === null || closes === null || seq !== 0) return [];
  const closing = { due: parseIsoDate(due), closes: parseIsoDate(closes) };
  return [{ caseId, caseNo, requestId: requestOf(seasonId, id), organisationId: id, filer: filerOf(row), closing }];
}

const requestOf = (seasonId: CaseId, organisationId: string): RequestId =>
  asId<RequestId>(`${seasonId}:${organisationId}`);

const candidateOf = ({ id, type, charity, legalStatus, registeredAt, endedOn }: CandidateRow) => ({
  organisationId: id,
  type: readTerm(ORGANISATION_TYPES, type),
  charity,
  legalStatus: readTerm(LEGAL_STATUS, legalStatus),
  registeredAt: registeredAt === null ? null : parseIsoDate(registeredAt),
  endedOn: endedOn === null ? null : parseIsoDate(endedOn),
});

const filerOf = (row: CandidateRow): ReturnToStart['filer'] => ({
  foundationOrCharity: isFoundationOrCharity(candidateOf(row)),
  supervisoryUnitId: row.supervisoryUnitId,
});
