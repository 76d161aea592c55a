import { z } from 'zod';

import { sqlTime } from '../record/sql-time.js';
import type { Projection, Projections } from '../record.store.js';

/** 取消: the purpose is free again for another draw. */
const cancel: Projection = async (tx, caseId, at) => {
  const text = 'UPDATE "RandomDraw" SET "cancelledAt" = $2, "openKey" = NULL WHERE "caseId" = $1';
  await tx.query(text, [caseId, sqlTime(at)]);
};

/** Every inspector has signed that version of the sheet. */
const checked: Projection = async (tx, caseId, _at, data) => {
  const { version } = z.looseObject({ version: z.int() }).parse(data);
  await tx.query(
    `UPDATE "Inspection" i SET "sheetVersion" = s."version", "checkedOn" = (s."data"->>'checkedOn')::date, "result" = s."data"->>'result',
       "rectifyBy" = (s."data"->>'rectifyBy')::date
     FROM "CheckSheetVersion" s WHERE i."caseId" = $1 AND s."caseId" = $1 AND s."version" = $2`,
    [caseId, version],
  );
};

const publish: Projection = async (tx, caseId, at) => {
  await tx.query('UPDATE "Inspection" SET "publishedAt" = $2 WHERE "caseId" = $1', [caseId, sqlTime(at)]);
};

const abandon: Projection = async (tx, caseId, at) => {
  await tx.query('UPDATE "Inspection" SET "abandonedAt" = $2 WHERE "caseId" = $1', [caseId, sqlTime(at)]);
};

/** The tables of random checks that a record shows in its own transaction. */
export const RANDOM_CHECK_PROJECTIONS: Projections = {
  'random-check/cancelled': cancel,
  'drawn-check/checked': checked,
  'drawn-check/published': publish,
  'drawn-check/abandoned': abandon,
};
