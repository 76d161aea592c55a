import request from 'supertest';
import { z } from 'zod';

import { completeResidentId } from '#domain/identifier/resident-id.js';
import { ORG, USER } from '#prisma/demonstration/handles.js';
import { ImportRunner } from '../../apps/api/src/imports/import-runner.js';
import { workbook } from '../support/workbooks.js';
import { key } from './api.js';
import { Office } from './office.js';

let office: Office;
beforeAll(async () => {
  office = await Office.open();
}, 120_000);
afterAll(() => office.close());

/** Imports a new full member into the council of an organisation, as the officer of its registry. */
async function importMember(organisationId: string, idNo: string): Promise<string> {
  const { uscc } = await office.database.rows.organisation.findUniqueOrThrow({ where: { id: organisationId } });
  const person = { 组织代码: uscc ?? '', 姓名: '新理事', 公民身份号码: idNo };
  const bytes = await workbook({
    posts: [{ ...person, 职务: '理事', 任职日期: '2026-01-01' }],
    members: [{ ...person, 党员类别: '正式党员', 转正日期: '2010-07-01', 组织关系: '组织关系未转接' }],
  });
  const cookie = await office.signIn(USER.neijiangRegistry);
  const sent = await request(office.app.getHttpServer())
    .post('/api/v1/imports')
    .set('Cookie', cookie)
    .set('Idempotency-Key', key())
    .attach('file', bytes, '任职.xlsx');
  return z.looseObject({ id: z.string() }).parse(sent.body).id;
}

const job = (id: string) => office.database.rows.importJob.findUniqueOrThrow({ where: { id } });
const looks = () => office.database.rows.ledgerEntry.count({ where: { kind: 'membersChanged' } });

it('the running cases of an organisation look again after its people were imported, once for one change', async () => {
  await office.activate(ORG.eligible, 4);

  const id = await importMember(ORG.eligible, completeResidentId('33041119800101911'));
  await office.until(async () => (await job(id)).finishedAt !== null && (await job(id)).lookAgain.length === 0);

  expect(await job(id)).toMatchObject({ state: 'IMPORTED' });
  expect(await looks()).toBe(1);
  const again = await importMember(ORG.eligible, completeResidentId('33041119800101911'));
  await office.until(async () => (await job(again)).finishedAt !== null && (await job(again)).lookAgain.length === 0);
  expect(await looks()).toBe(1);
}, 60_000);

it('what could not be told is told by a later sweep', async () => {
  const id = await importMember(ORG.eligible, completeResidentId('33041119800101913'));
  await office.until(async () => (await job(id)).finishedAt !== null && (await job(id)).lookAgain.length === 0);
  const before = await looks();
  await office.database.rows.importJob.update({ where: { id }, data: { lookAgain: [ORG.eligible] } });

  await office.app.get(ImportRunner, { strict: false }).sweep();

  expect(await job(id)).toMatchObject({ lookAgain: [] });
  expect(await looks()).toBe(before);
}, 60_000);
