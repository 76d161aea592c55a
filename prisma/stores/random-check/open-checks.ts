import type { Pool } from 'pg';
import { z } from 'zod';

import { asId } from '#domain/ids.js';
import type { OrganisationId, RequestId, UnitId, UserId } from '#domain/ids.js';
import { DrawConfig } from '#domain/random-check/case-facts.js';
import type { CheckToStart, PageRequest } from '#domain/random-check/case-facts.js';
import { DRAWN_CHECK, RANDOM_CHECK } from '#domain/random-check/states.js';
import { caseStore } from '../case.store.js';
import type { CaseRow } from '../case/case-row.js';

/** How a case's workflow is called: `workflows/steps/contract.ts` says the same to the API. */
const workflowIdOf = (matter: string, caseNo: string): string => `${matter}:${caseNo}`;

const StartedWith = z.looseObject({ input: z.looseObject({ applicant: z.unknown(), leader: z.unknown() }) });

interface CheckRow {
  readonly ordinal: number;
  readonly organisationId: string;
  readonly name: string;
  readonly inspectors: string[];
}

const CHECKS_SQL = `
SELECT i."ordinal", i."organisationId", o."name", i."inspectorUserIds" AS inspectors
FROM "Inspection" i JOIN "Organisation" o ON o."id" = i."organisationId"
WHERE i."drawCaseId" = $1 AND i."ordinal" >= $2 AND i."ordinal" < $3 ORDER BY i."ordinal"`;

/**
 * Makes a case for each check of a page, numbered without gaps in the order of the draw; those that are there already are
 * found. Answers all of the page, to be started.
 */
export function openChecks(pool: Pool) {
  const cases = caseStore({ pool });
  return async ({ drawCaseId, from, limit, at }: PageRequest): Promise<CheckToStart[]> => {
    const draw = await cases.byId(drawCaseId);
    if (draw === null) throw new Error('a page of checks belongs to no draw');
    const { rows } = await pool.query<CheckRow>(CHECKS_SQL, [drawCaseId, from, from + limit]);
    const opened: CheckToStart[] = [];
    for (const row of rows) opened.push(await openCheck(pool, draw, row, at));
    return opened;
  };
}

async function openCheck(pool: Pool, draw: CaseRow, check: CheckRow, at: number): Promise<CheckToStart> {
  const requestId = asId<RequestId>(`check:${draw.id}:${check.ordinal}`);
  const own = inputOf(draw, check);
  const row = await caseStore({ pool }).create({
    startRequestId: requestId,
    matter: DRAWN_CHECK.slug,
    code: DRAWN_CHECK.code,
    title: `${check.name} ${RANDOM_CHECK.zh}`,
    organisationId: asId<OrganisationId>(check.organisationId),
    unitId: asId<UnitId>(draw.unitId),
    divisionCode: draw.divisionCode,
    applicantUserId: asId<UserId>(draw.applicantUserId),
    state: 'ASSIGNED',
    config: {},
    facts: { workflow: DRAWN_CHECK.workflow, fingerprint: requestId, renews: null, warnings: [], input: own },
    form: {},
    fileIds: [],
    draft: null,
    predecessorId: null,
    units: [],
    at,
  });
  const text = 'UPDATE "Inspection" SET "caseId" = $3 WHERE "drawCaseId" = $1 AND "ordinal" = $2 AND "caseId" IS NULL';
  await pool.query(text, [draw.id, check.ordinal, row.id]);
  return {
    caseId: row.id,
    workflow: DRAWN_CHECK.workflow,
    workflowId: workflowIdOf(DRAWN_CHECK.slug, row.caseNo),
    input: { ...own, caseId: row.id, caseNo: row.caseNo, requestId },
  };
}

function inputOf(draw: CaseRow, { organisationId, inspectors }: CheckRow): Readonly<Record<string, unknown>> {
  const { input } = StartedWith.parse(draw.facts);
  return {
    matter: DRAWN_CHECK.slug,
    organisationId,
    unitId: draw.unitId,
    applicant: input.applicant,
    leader: input.leader,
    drawCaseId: draw.id,
    drawWorkflowId: workflowIdOf(RANDOM_CHECK.slug, draw.caseNo),
    inspectors,
    publishWD: DrawConfig.parse(draw.config).publishWD,
  };
}
