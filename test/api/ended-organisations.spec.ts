import { afterAll, beforeAll, expect, it } from '@jest/globals';
import request from 'supertest';
import { z } from 'zod';

import { shanghaiDate } from '#domain/calendar/shanghai-day.js';
import { jimeiOrganisation } from '#prisma/demonstration/jimei-registry.js';
import { returnsOfEnded } from '#prisma/stores/annual-inspection/ended-organisations.store.js';
import { applicantOf, ORG, USER } from '#prisma/demonstration/handles.js';
import { seasonTally } from '#prisma/stores/inspection-season/season-tally.js';
import { EndedOrganisations, tellEnded } from '../../apps/api/src/cases/ended-organisations.js';
import { workbook } from '../support/workbooks.js';
import { key } from './api.js';
import { Office, refused } from './office.js';
import { OFFICER, ReturnOffice } from './return-office.js';

let office: Office;
let returns: ReturnOffice;
beforeAll(async () => {
  office = await Office.open();
  returns = new ReturnOffice(office);
}, 120_000);
afterAll(() => office.close());

const TODAY = shanghaiDate(Date.now());
const cancelled = { ending: { legalStatus: 'CANCELLED', endedOn: TODAY } };
const exempt = (caseNo: string) => async () => (await office.state(caseNo)) === 'EXEMPT';
const tally = async () => {
  const { id } = await office.database.rows.case.findUniqueOrThrow({ where: { caseNo: await returns.season() } });
  return seasonTally(office.database.pool, id);
};

it('the return of an organisation that is cancelled in the season is exempt, and the figures do not count it', async () => {
  const organisationId = jimeiOrganisation(1);
  const caseNo = await returns.start(organisationId);
  const before = await tally();

  const answer = await office.post(OFFICER, `/organisations/${organisationId}/standing`, cancelled);

  expect(answer).toMatchObject({ status: 200, body: { legalStatus: { slug: 'CANCELLED' }, endedOn: TODAY } });
  await office.until(exempt(caseNo));
  expect(await office.openTasks(caseNo)).toEqual([]);
  expect((await tally()).required).toBe(before.required - 1);
  expect(await returnsOfEnded(office.database, organisationId)).toEqual([]);
}, 60_000);

it('an organisation that a workbook says is revoked is exempt too', async () => {
  const organisationId = jimeiOrganisation(2);
  const caseNo = await returns.start(organisationId);
  const { uscc, name } = await office.database.rows.organisation.findUniqueOrThrow({ where: { id: organisationId } });
  const row = {
    ...{
      组织名称: name,
      统一社会信用代码: uscc ?? '',
      组织类型: '社会团体',
      法律状态: '撤销登记',
      登记日期: '2015-01-01',
    },
    ...{ 终止日期: TODAY, 慈善组织: '是', 登记层级: '区县(旗县)级', 行政区划代码: '350211', 住所: '厦门市集美区' },
  };

  const sent = await request(office.app.getHttpServer())
    .post('/api/v1/imports')
    .set('Cookie', await office.signIn(OFFICER))
    .set('Idempotency-Key', key())
    .attach('file', await workbook({ organisations: [row] }), '社会组织.xlsx');

  expect(sent.status).toBe(202);
  await office.until(exempt(caseNo));
  expect((await office.get(OFFICER, `/organisations/${organisationId}`)).body).toMatchObject({
    ...{ legalStatus: { slug: 'REVOKED' }, endedOn: TODAY, charity: true },
  });
}, 60_000);

it('a return that nobody told is told by the sweep, ten times at once too', async () => {
  const organisationId = jimeiOrganisation(3);
  const caseNo = await returns.start(organisationId);
  await office.database.rows.organisation.update({ where: { id: organisationId }, data: { legalStatus: 'REVOKED' } });

  const ears = office.app.get(EndedOrganisations, { strict: false });
  await Promise.all(Array.from({ length: 10 }, () => tellEnded(ears, null)));

  await office.until(exempt(caseNo));
  const kind = 'ORGANISATION_ENDED';
  const { id: caseId } = await office.database.rows.case.findUniqueOrThrow({ where: { caseNo } });
  expect(await office.database.rows.ledgerEntry.count({ where: { kind, caseId } })).toBe(1);
}, 60_000);

it('only the registry ends an organisation or calls it a charity, and not on a day to come', async () => {
  const organisationId = jimeiOrganisation(4);
  const address = `/organisations/${organisationId}/standing`;

  expect(await office.post(applicantOf(organisationId), address, { charity: true })).toMatchObject(
    refused(403, 'AUTH_NOT_ALLOWED'),
  );
  const tomorrow = { ending: { legalStatus: 'CANCELLED', endedOn: '2999-01-01' } };
  expect(await office.post(OFFICER, address, tomorrow)).toMatchObject(refused(400, 'FIELD_INVALID'));
  expect(await office.post(OFFICER, address, { charity: true })).toMatchObject({
    status: 200,
    body: { charity: true },
  });
});

it('a season that opens later judges by the day of the ending, and charities by their own base date', async () => {
  const year = Number(TODAY.slice(0, 4)) - 1;
  const { pool } = office.database;
  await pool.query(
    `INSERT INTO "Setting" ("key", "effectiveFrom", "value") SELECT k, '2020-01-01', '"12-31"' FROM unnest($1::text[]) k`,
    [['ai.toSupervisor', 'ai.toRegistry', 'ai.foundationToRegistry']],
  );
  const put = (id: string, legalStatus: string, registeredAt: string, endedOn: string | null, charity = false) =>
    office.database.rows.organisation.update({
      where: { id },
      data: { legalStatus, charity, registeredAt: new Date(registeredAt), endedOn: endedOn && new Date(endedOn) },
    });
  await put(ORG.twoMembers, 'CANCELLED', '2015-01-01', `${year}-12-31`);
  await put(ORG.withdrawn, 'REVOKED', '2015-01-01', `${year + 1}-01-01`);
  await put(ORG.oneTransferred, 'REGISTERED', `${year}-12-01`, null, true);
  await put(ORG.twoTransferred, 'REGISTERED', `${year}-12-01`, null);

  const opened = await office.post(USER.neijiangRegistry, '/seasons', { inspectedYear: year });

  const address = `/seasons/${String(opened.body.caseNo)}`;
  const done = z.looseObject({ opening: z.looseObject({ done: z.boolean() }).nullable() });
  await office.until(async () => {
    const { body } = await office.get(USER.neijiangRegistry, address);
    return done.parse(body).opening?.done === true;
  });
  const { body } = await office.get(USER.neijiangRegistry, `${address}/returns?limit=100`);
  const board = z.object({
    items: z.array(z.looseObject({ organisation: z.looseObject({ id: z.string() }), ground: z.string() })),
  });
  const grounds = new Map(board.parse(body).items.map(({ organisation, ground }) => [organisation.id, ground]));
  expect(grounds.get(ORG.twoMembers)).toBe('ENDED_BEFORE_SEASON');
  expect(grounds.get(ORG.withdrawn)).toBe('ENDED_IN_SEASON');
  expect(grounds.get(ORG.oneTransferred)).toBe('REGISTERED_IN_TIME');
  expect(grounds.get(ORG.twoTransferred)).toBe('REGISTERED_LATER');
}, 60_000);
