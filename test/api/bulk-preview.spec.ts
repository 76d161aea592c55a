import { afterAll, beforeAll, expect, it } from '@jest/globals';

import { SAMPLE_RETURN } from '#domain/annual-inspection/sample-return.js';
import type { Database } from '#prisma/client.js';
import { jimeiOrganisation } from '#prisma/demonstration/jimei-registry.js';
import { DATABASE } from '../../apps/api/src/resources.js';
import { Office } from './office.js';
import { INSPECTED, LEADER, ReturnOffice } from './return-office.js';

const MANY = 200;

let office: Office;
let seasonNo: string;
const caseNos: string[] = [];
beforeAll(async () => {
  office = await Office.open();
  seasonNo = await new ReturnOffice(office).season();
  await underReview();
}, 120_000);
afterAll(() => office.close());

/** Returns that wait for the leader, in the tables only. */
async function underReview(): Promise<void> {
  const { pool } = office.database;
  for (let n = 1; n <= MANY; n += 1) {
    const values = [`bulk-${n}`, `M02-350211-2027-${String(n).padStart(6, '0')}`, jimeiOrganisation(n), seasonNo];
    await pool.query(
      `INSERT INTO "Case" SELECT (jsonb_populate_record(c, jsonb_build_object('id', $1::text, 'caseNo', $2::text, 'organisationId', $3::text,
         'matter', 'annual-inspection', 'state', 'REGISTRY_REVIEW', 'startRequestId', $1::text, 'seq', 3))).* FROM "Case" c WHERE c."caseNo" = $4`,
      values,
    );
    await pool.query(
      `INSERT INTO "AnnualReturn" ("caseId", "seasonId", "organisationId", "inspectedYear", "due", "closes", "timeliness", "formVersion")
       SELECT $1, c."id", $3, $5::int, '2027-05-31', '2027-05-31', 'IN_TIME', 1 FROM "Case" c WHERE c."caseNo" = $4 AND $2 <> ''`,
      [...values, INSPECTED],
    );
    await pool.query(`INSERT INTO "CaseForm" ("caseId", "version", "data") VALUES ($1, 1, $2)`, [
      `bulk-${n}`,
      JSON.stringify(SAMPLE_RETURN),
    ]);
    caseNos.push(String(values[1]));
  }
}

/** A preview of so many, and how often it asks the database. */
async function preview(count: number) {
  const { pool } = office.app.get<Database>(DATABASE, { strict: false });
  let asked = 0;
  const notice = () => {
    asked += 1;
  };
  pool.on('acquire', notice);
  const items = caseNos.slice(0, count).map((caseNo) => ({ caseNo }));
  const { status, body } = await office.post(LEADER, `/seasons/${seasonNo}/bulk-conclusions/preview`, { items });
  pool.off('acquire', notice);
  return { status, asked, body };
}

it('the preview of two hundred returns asks the database as often as that of one', async () => {
  await preview(1);
  const one = await preview(1);
  await preview(MANY);

  const many = await preview(MANY);

  expect(many.status).toBe(200);
  expect(many.asked).toBe(one.asked);
}, 60_000);
