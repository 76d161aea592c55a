import type { Pool } from 'pg';
import { z } from 'zod';

import { INSPECTION_SEASON, assertSeasonOpenable, seasonKey } from '#domain/annual-inspection/season.rule.js';
import type { SeasonDates } from '#domain/annual-inspection/season-calendar.rule.js';
import { seasonDates } from '#domain/annual-inspection/season-calendar.rule.js';
import { AnnualInspectionSettings, SETTING_KEYS } from '#domain/annual-inspection/settings.js';
import { NotFound } from '#domain/errors.js';
import type { RequestId, UnitId } from '#domain/ids.js';
import type { Actor } from '#domain/process/act.js';
import { person, pool as poolOf } from '#domain/process/assignee.js';
import { caseStore } from '../case.store.js';
import type { CaseRow } from '../case/case-row.js';
import { loadedCalendar } from '../record/loaded-calendar.js';
import { sqlFault, SqlCode } from '../record/sql-error.js';
import { inTransaction } from '../record/transaction.js';
import type { Tx } from '../record/transaction.js';
import { settingStore } from '../setting.store.js';

/** A season that is to be: whose, of which year, by whom. */
export interface NewSeason {
  readonly registryUnitId: UnitId;
  readonly inspectedYear: number;
  readonly by: Actor;
  /** The same request makes the same season. */
  readonly requestId: RequestId;
  readonly fingerprint: string;
  /** The workflow that carries it out. */
  readonly workflow: string;
  /** Epoch ms. */
  readonly at: number;
}

interface Registry {
  readonly name: string;
  readonly divisionCode: string;
  readonly leaderUserId: string | null;
}

const SEASON_ROW_SQL = `
INSERT INTO "Season" ("caseId", "key", "registryUnitId", "divisionCode", "inspectedYear", "opensOn", "toSupervisor", "toRegistry",
  "foundationToRegistry", "extensionBefore")
VALUES ($1, $2, $3, $4, $5, $6::date, $7::date, $8::date, $9::date, $10::date)`;

/** The settings of M02 in force at an instant (epoch ms). */
export async function inspectionSettings(pool: Pool, at: number): Promise<AnnualInspectionSettings> {
  const found = await settingStore({ pool }).inForce(Object.values(SETTING_KEYS), at);
  const named = Object.entries(SETTING_KEYS).flatMap(([name, key]) =>
    found.has(key) ? [[name, found.get(key)] as const] : [],
  );
  return AnnualInspectionSettings.parse(Object.fromEntries(named));
}

/** The days that a season would have by the settings and the calendar that hold at an instant. Throws CALENDAR_MISSING. */
export async function plannedDates(
  pool: Pool,
  inspectedYear: number,
  at: number,
): Promise<{ readonly dates: SeasonDates; readonly settings: AnnualInspectionSettings }> {
  const settings = await inspectionSettings(pool, at);
  return { settings, dates: seasonDates(inspectedYear, await loadedCalendar(pool)(), settings) };
}

/**
 * Creates a season as a numbered case, not started yet: once per registry and inspected year. The same request gets the same season. Throws
 * AI_SEASON_DUPLICATE (409) when there is one already, NOT_FOUND for a unit that is none, CALENDAR_MISSING.
 */
export async function createSeason(pool: Pool, asked: NewSeason): Promise<CaseRow> {
  const cases = caseStore({ pool });
  const before = await cases.byStartRequest(asked.requestId);
  if (before !== null) return before;
  const { rows } = await pool.query<Registry>(
    'SELECT "name", "divisionCode", "leaderUserId" FROM "Unit" WHERE "id" = $1',
    [asked.registryUnitId],
  );
  const [registry] = rows;
  if (registry === undefined) throw new NotFound('Unit');
  const plan = await plannedDates(pool, asked.inspectedYear, asked.at);
  try {
    return await inTransaction(pool, (tx) => write(tx, asked, registry, plan));
  } catch (error) {
    const mine = await cases.byStartRequest(asked.requestId);
    if (mine !== null) return mine;
    if (sqlFault(error)?.code === SqlCode.UniqueViolation) await refuseSecond(pool, asked);
    throw error;
  }
}

async function write(
  tx: Tx,
  { registryUnitId, inspectedYear, by, requestId, fingerprint, workflow, at }: NewSeason,
  { name, divisionCode, leaderUserId }: Registry,
  { dates, settings }: Awaited<ReturnType<typeof plannedDates>>,
): Promise<CaseRow> {
  const { slug, code } = INSPECTION_SEASON;
  const leader = leaderUserId === null ? poolOf(registryUnitId, 'REGISTRY_LEADER') : person(leaderUserId);
  const input = {
    ...{ matter: slug, organisationId: null, unitId: registryUnitId, applicant: by, openedByOffice: true, leader },
    ...{ inspectedYear, dates, settings },
  };
  const row = await caseStore({ pool: tx }).create({
    ...{ startRequestId: requestId, matter: slug, code, title: `${name}${inspectedYear}年度年检季` },
    ...{ organisationId: null, unitId: registryUnitId, divisionCode, applicantUserId: by.userId, state: 'PLANNED' },
    ...{ config: settings, facts: { workflow, fingerprint, renews: null, warnings: [], input } },
    ...{ form: { inspectedYear }, fileIds: [], draft: null, predecessorId: null, units: [], at },
  });
  const { opensOn, toSupervisor, toRegistry, foundationToRegistry, extensionBefore } = dates;
  await tx.query(SEASON_ROW_SQL, [
    ...[row.id, seasonKey(registryUnitId, inspectedYear), registryUnitId, divisionCode, inspectedYear],
    ...[opensOn, toSupervisor, toRegistry, foundationToRegistry, extensionBefore],
  ]);
  return row;
}

async function refuseSecond(pool: Pool, { registryUnitId, inspectedYear }: NewSeason): Promise<void> {
  const { rows } = await pool.query(
    'SELECT c."caseNo" FROM "Season" s JOIN "Case" c ON c."id" = s."caseId" WHERE s."key" = $1',
    [seasonKey(registryUnitId, inspectedYear)],
  );
  const [there] = z.array(z.object({ caseNo: z.string() })).parse(rows);
  assertSeasonOpenable(registryUnitId, inspectedYear, there?.caseNo ?? null);
}
