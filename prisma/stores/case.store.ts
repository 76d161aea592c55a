import { randomUUID } from 'node:crypto';

import { parseDivisionCode } from '#domain/identifier/division-code.js';
import { formatCaseNumber } from '#domain/identifier/case-number.js';
import { shanghaiDate } from '#domain/calendar/shanghai-day.js';
import { yearOf } from '#domain/calendar/iso-date.js';
import { asId } from '#domain/ids.js';
import type { CaseId, DraftId, OrganisationId, RequestId, UnitId, UploadId, UserId } from '#domain/ids.js';
import { CASE_COLUMNS } from './case/case-row.js';
import type { CaseRow, FormVersion, TaskRow } from './case/case-row.js';
import { CREATE_CASE_SQL, CREATE_CASES_SQL, TASKS_SQL } from './case/case.sql.js';
import { DraftNotSubmittable, FormVersionTaken, NumbersExhausted } from './case/case-errors.js';
import { sqlFault, SqlCode } from './record/sql-error.js';
import { epochMs, sqlTime } from './record/sql-time.js';
import type { Tx } from './record/transaction.js';

/** What a case begins with. `form` is the application as it was submitted; ids and numbers that decide branches go to `facts`. */
export interface NewCase {
  readonly startRequestId: RequestId;
  readonly matter: string;
  /** The matter's code in case numbers, for example M01. */
  readonly code: string;
  readonly title: string;
  readonly organisationId: OrganisationId | null;
  readonly unitId: UnitId;
  readonly divisionCode: string;
  readonly applicantUserId: UserId;
  readonly state: string;
  readonly config: unknown;
  readonly facts: unknown;
  readonly form: unknown;
  readonly fileIds: readonly UploadId[];
  /** The draft that becomes this case, in the version that was read; null when there was none. */
  readonly draft: { readonly id: DraftId; readonly version: number } | null;
  readonly predecessorId: CaseId | null;
  /** Other units that may read the case, and why. */
  readonly units: readonly { readonly unitId: UnitId; readonly part: string }[];
  /** Epoch ms; the number's year is the year of this day in Shanghai. */
  readonly at: number;
}

/** Cases of one matter that are born together: without form, files or draft, and started by whoever creates them. */
export interface NewCases extends Pick<
  NewCase,
  'matter' | 'code' | 'unitId' | 'divisionCode' | 'applicantUserId' | 'state' | 'config' | 'at'
> {
  readonly cases: readonly (Pick<NewCase, 'startRequestId' | 'title' | 'organisationId' | 'facts' | 'units'> & {
    readonly id: CaseId;
  })[];
}

/** Cases as rows: their birth, their forms, and whether Temporal has them. What happens to them later is written by the record store alone. */
export function caseStore({ pool }: { readonly pool: Tx }) {
  return {
    create: (input: NewCase) => createCase(pool, input),

    createMany: (input: NewCases) => createCases(pool, input),

    /** Notes that Temporal took the case over, as its first record does too; the first time counts. */
    async markStarted(caseId: CaseId, at: number): Promise<void> {
      const text = 'UPDATE "Case" SET "startedAt" = $2 WHERE "id" = $1 AND "startedAt" IS NULL';
      await pool.query({ name: 'case-started', text, values: [caseId, sqlTime(at)] });
    },

    /** Cases submitted before `olderThan` (epoch ms) that Temporal has not taken over, oldest first: a sweep starts them. */
    unstarted: (olderThan: number, limit = 100) =>
      cases(pool, 'case-rows-unstarted', `"startedAt" IS NULL AND "submittedAt" < $1 ORDER BY "submittedAt" LIMIT $2`, [
        sqlTime(olderThan),
        limit,
      ]),

    /** The case of a number, or null. Who may see it is not asked here. */
    byNo: async (caseNo: string) => (await cases(pool, 'case-row-by-no', '"caseNo" = $1', [caseNo]))[0] ?? null,

    /** The case of a row id, or null. */
    byId: async (caseId: string) => (await cases(pool, 'case-row-by-id', '"id" = $1', [caseId]))[0] ?? null,

    /** The case that a request started, or null. */
    byStartRequest: async (requestId: string) =>
      (await cases(pool, 'case-row-by-request', '"startRequestId" = $1', [requestId]))[0] ?? null,

    /** The tasks of a case in the order they were opened, closed ones too. */
    async tasks(caseId: CaseId): Promise<TaskRow[]> {
      return (await pool.query<TaskRow>({ name: 'case-tasks', text: TASKS_SQL, values: [caseId] })).rows;
    },

    /** Every version of the application, oldest first. */
    async forms(caseId: CaseId): Promise<FormVersion[]> {
      const text = `SELECT "version", "data", ${epochMs('"createdAt"')} AS at FROM "CaseForm" WHERE "caseId" = $1 ORDER BY "version"`;
      return (await pool.query<FormVersion>({ name: 'case-forms', text, values: [caseId] })).rows;
    },

    addForm: (form: NewForm) => addForm(pool, form),
  };
}

/** A further version of an application (after 补正), with the files that came with it. */
export interface NewForm {
  readonly caseId: CaseId;
  /** One more than the last; the same version with the same data is a repetition and changes nothing. */
  readonly version: number;
  readonly data: unknown;
  readonly fileIds: readonly UploadId[];
  readonly at: number;
}

/**
 * Creates a case with the next number of its code, division and year, its first form, its files, and marks the draft as submitted: all or nothing,
 * so a failed submission leaves no gap. The same `startRequestId` gets the same case. Throws DRAFT_NOT_SUBMITTABLE when the draft was changed or
 * submitted meanwhile, NUMBERS_EXHAUSTED after 99,999 cases in a year, FIELD_INVALID for a code or division that no number can be made of.
 */
async function createCase(pool: Tx, input: NewCase): Promise<CaseRow> {
  const year = yearOf(shanghaiDate(input.at));
  const divisionCode = parseDivisionCode(input.divisionCode, 'divisionCode');
  formatCaseNumber({ matterCode: input.code, divisionCode, year, seq: 1 });
  const query = { name: 'create-case', text: CREATE_CASE_SQL, values: createValues(input, divisionCode, year) };
  try {
    const [born] = (await pool.query<CaseRow & { readonly held: boolean }>(query)).rows;
    if (born === undefined) throw new Error('creating a case answered no row');
    const { held: _held, ...row } = born;
    return row;
  } catch (error) {
    const fault = sqlFault(error);
    if (fault === null) throw error;
    // Within a transaction nothing can be asked any more: the fault itself is the answer then.
    const [before] = await cases(pool, 'case-row-by-request', '"startRequestId" = $1', [input.startRequestId]).catch(
      () => [],
    );
    if (before !== undefined) return before;
    if (fault.code !== SqlCode.Required) throw error;
    throw fault.message === 'DRAFT' ? new DraftNotSubmittable() : new NumbersExhausted(input.code, year);
  }
}

/**
 * Creates many cases with the next numbers of their code, division and year, in the order of the list: all or nothing. Answers the number of
 * each by its id. Throws NUMBERS_EXHAUSTED and FIELD_INVALID as for one case.
 */
async function createCases(pool: Tx, input: NewCases): Promise<ReadonlyMap<string, string>> {
  const { cases, matter, code, unitId, applicantUserId, state, config, at } = input;
  if (cases.length === 0) return new Map();
  const year = yearOf(shanghaiDate(at));
  const divisionCode = parseDivisionCode(input.divisionCode, 'divisionCode');
  formatCaseNumber({ matterCode: code, divisionCode, year, seq: 1 });
  const values = [
    ...[JSON.stringify(cases), code, divisionCode, year, matter, unitId, applicantUserId, state],
    ...[JSON.stringify(config), sqlTime(at)],
  ];
  const born = pool.query<{ id: string; caseNo: string }>({ name: 'create-cases', text: CREATE_CASES_SQL, values });
  const { rows } = await born.catch((error: unknown) => {
    throw sqlFault(error)?.code === SqlCode.Required ? new NumbersExhausted(code, year) : error;
  });
  return new Map(rows.map(({ id, caseNo }) => [id, caseNo]));
}

function createValues(input: NewCase, divisionCode: string, year: number): unknown[] {
  return [
    asId<CaseId>(randomUUID()),
    input.code,
    divisionCode,
    year,
    input.matter,
    input.title,
    input.organisationId,
    input.unitId,
    input.applicantUserId,
    input.state,
    JSON.stringify(input.config),
    JSON.stringify(input.facts),
    sqlTime(input.at),
    input.startRequestId,
    input.predecessorId,
    JSON.stringify(input.form),
    input.fileIds,
    input.draft?.id ?? null,
    input.draft?.version ?? null,
    JSON.stringify(input.units),
  ];
}

/** `name` is that of the prepared statement. */
async function cases(pool: Tx, name: string, where: string, values: readonly unknown[]): Promise<CaseRow[]> {
  const text = `SELECT ${CASE_COLUMNS} FROM "Case" WHERE ${where}`;
  return (await pool.query<CaseRow>({ name, text, values: [...values] })).rows;
}

async function addForm(pool: Tx, { caseId, version, data, fileIds, at }: NewForm): Promise<void> {
  const text = `WITH form AS (
      INSERT INTO "CaseForm" ("caseId", "version", "data", "createdAt")
      SELECT $1::text, $2::int, $3::jsonb, $4::timestamp(3)
      WHERE $2::int = 1 + (SELECT coalesce(max("version"), 0) FROM "CaseForm" WHERE "caseId" = $1::text)
      ON CONFLICT DO NOTHING RETURNING 1
    ), files AS (
      INSERT INTO "CaseFile" ("caseId", "uploadId") SELECT $1::text, unnest($5::text[]) FROM form ON CONFLICT DO NOTHING
    )
    SELECT EXISTS (SELECT FROM form) OR EXISTS (
      SELECT FROM "CaseForm" WHERE "caseId" = $1::text AND "version" = $2::int AND "data" = $3::jsonb) AS held`;
  const values = [caseId, version, JSON.stringify(data), sqlTime(at), fileIds];
  const { rows } = await pool.query<{ held: boolean }>({ name: 'add-form', text, values });
  if (rows[0]?.held !== true) throw new FormVersionTaken(version);
}
