import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, expect, it } from '@jest/globals';

import { applicantOf, memberOf, ORG, personOf } from '#prisma/demonstration/handles.js';
import { jimeiOrganisation } from '#prisma/demonstration/jimei-registry.js';
import { Office } from './office.js';
import { LEADER, OFFICER, ReturnOffice } from './return-office.js';

const TASK = 'CONFIRM_PARTY_SECTION';
const INSTRUCTOR = memberOf(ORG.eligible, 0);

let office: Office;
let returns: ReturnOffice;
let next = 0;
beforeAll(async () => {
  office = await Office.open();
  returns = new ReturnOffice(office);
  await office.database.rows.grant.create({ data: { id: randomUUID(), userId: INSTRUCTOR, role: 'INSTRUCTOR' } });
}, 120_000);
afterAll(() => office.close());

/** A return of an organisation without a Party organisation, whose instructor is that person, handed in. */
async function filed(instructorPersonId: string): Promise<{ org: string; caseNo: string }> {
  const org = jimeiOrganisation((next += 1));
  const caseNo = await returns.start(org);
  const { partyBuilding } = await returns.form(org);
  const { partyOrg: _none, ...section } = Object(partyBuilding);
  await office.must(returns.file(org, caseNo, { partyBuilding: { ...section, instructorPersonId } }));
  return { org, caseNo };
}

const shown = async (caseNo: string): Promise<unknown> =>
  (await office.get(OFFICER, `/returns/${caseNo}`)).body.partyConfirmation;
const kinds = async (caseNo: string) => (await office.openTasks(caseNo)).map(({ kind }) => kind).sort();

it('the instructor of an organisation without a Party organisation confirms the section beside the review', async () => {
  const { org, caseNo } = await filed(personOf(ORG.eligible, 0));
  expect(await kinds(caseNo)).toEqual([TASK, 'INTAKE']);
  expect(await shown(caseNo)).toBe('ASKED');

  const stranger = await office.act(applicantOf(org), caseNo, 'confirm', TASK, { facts: { answer: 'CONFIRM' } });
  expect(stranger.status).toBe(403);
  const task = await office.taskOf(caseNo, TASK);
  const body = { kind: 'confirm', taskId: task, facts: { answer: 'CONFIRM' } };
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => office.post(INSTRUCTOR, `/cases/${caseNo}/acts`, body)),
  );

  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(await shown(caseNo)).toBe('CONFIRMED');
  expect(await kinds(caseNo)).toEqual(['INTAKE']);
}, 60_000);

it('the conclusion does not wait for the instructor, and it is noted that there was no answer', async () => {
  const { caseNo } = await filed(personOf(ORG.eligible, 0));
  await office.must(office.act(OFFICER, caseNo, 'accept', 'INTAKE'));

  await office.must(office.act(LEADER, caseNo, 'conclude', 'CONCLUDE', { facts: { conclusion: 'PASS' } }));

  expect(await shown(caseNo)).toBe('NOT_CONFIRMED');
  expect(await kinds(caseNo)).toEqual(['PUBLISH']);
}, 60_000);

it('an instructor without an account is not asked', async () => {
  const { caseNo } = await filed(personOf(ORG.eligible, 1));

  expect(await kinds(caseNo)).toEqual(['INTAKE']);
  expect(await shown(caseNo)).toBeNull();
}, 60_000);
