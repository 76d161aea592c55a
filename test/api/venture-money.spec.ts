import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';

import { z } from 'zod';

import { completeUscc } from '#domain/identifier/uscc.js';
import { asId, type CaseId, type OrganisationId, type RequestId, type UnitId, type UserId } from '#domain/ids.js';
import { anApplication } from '#domain/venture-round/application.example.js';
import { aRound } from '#domain/venture-round/round.example.js';
import { DEFAULT_SETTINGS } from '#domain/venture-round/settings.js';
import { VENTURE_PROJECT, VENTURE_ROUND } from '#domain/venture-round/states.js';
import { caseStore } from '#prisma/stores/case.store.js';
import { type Api, key, openApi, type Signed } from './api.js';

jest.setTimeout(60_000);

let api: Api;
let applicant: Signed;
let stranger: Signed;
let sponsor: Signed;
let round: { id: CaseId; caseNo: string };
let project: { id: CaseId; caseNo: string };
let other: { id: CaseId; caseNo: string };
let display: { id: CaseId; caseNo: string };

beforeAll(async () => {
  api = await openApi();
  applicant = await api.signedIn('applicant', { role: 'APPLICANT_USER', organisationId: 'org-1' });
  stranger = await api.signedIn('stranger', { role: 'APPLICANT_USER', organisationId: 'org-9' });
  sponsor = await api.signedIn('sponsor', { role: 'SPONSOR' });
  round = await born(VENTURE_ROUND, 'EXECUTION', null, {});
  const { rows } = api.database;
  const at = new Date();
  await rows.round.create({
    data: {
      ...{ caseId: round.id, caseNo: round.caseNo, unitId: 'unit-1', divisionCode: '330402008', series: 'VENTURE' },
      ...{ edition: 1, title: '首届公益创投', version: 1, formVersion: 1, configuration: aRound() },
      ...{ configurationHash: '', policyHash: '', opensAt: at, closesAt: at, publishedAt: at },
    },
  });
  project = await executing('EXECUTING', 'REGULAR');
  other = await executing('EXECUTING', 'KEY');
  display = await executing('SHOWN', 'DISPLAY');
  await rows.publicNotice.create({ data: { caseId: round.id, no: 1, taskId: 't', openedAt: at } });
}, 120_000);
afterAll(() => api.close());

async function born(
  { slug, code }: { readonly slug: string; readonly code: string },
  state: string,
  organisationId: string | null,
  form: object,
): Promise<{ id: CaseId; caseNo: string }> {
  return caseStore(api.database).create({
    ...{ startRequestId: asId<RequestId>(randomUUID()), matter: slug, code, title: '公益创投', state, form },
    organisationId: organisationId === null ? null : asId<OrganisationId>(organisationId),
    ...{ unitId: asId<UnitId>('unit-1'), divisionCode: '330402008', applicantUserId: asId<UserId>(applicant.userId) },
    ...{
      config: DEFAULT_SETTINGS,
      facts: {},
      fileIds: [],
      draft: null,
      predecessorId: null,
      units: [],
      at: Date.now(),
    },
  });
}

/** A project of org-1; one that executes has an agreement from July to June, and an award. */
async function executing(state: string, name: 'KEY' | 'REGULAR' | 'DISPLAY') {
  const form = anApplication({ class: name });
  const made = await born(VENTURE_PROJECT, state, 'org-1', form);
  const { rows } = api.database;
  const title = `项目${made.caseNo}`;
  await rows.project.create({
    data: {
      ...{ caseId: made.id, caseNo: made.caseNo, roundId: round.id, organisationId: 'org-1', title, titleKey: title },
      ...{ class: name, appliedClass: name, themes: ['ELDERLY_CHILDREN'], siteDivision: '330402008', formVersion: 1 },
      ...{ requestedFen: 1_000_000, ownFundsFen: 200_000, totalFen: 1_200_000, receivedAt: new Date(), sha256: '' },
    },
  });
  if (state !== 'EXECUTING') return made;
  const bySource = [{ source: 'FISCAL', fen: 1_000_000 }];
  await rows.award.create({
    data: {
      ...{ projectId: made.id, roundId: round.id, planNo: 1, noticeNo: 1, class: name, rank: 1, outcome: 'FUNDED' },
      ...{ fen: 1_000_000, bySource, updatedAt: new Date() },
    },
  });
  await rows.fundingAgreement.create({
    data: {
      ...{ projectId: made.id, roundId: round.id, bySource, totalFen: 1_000_000, schedule: [], contentHash: 'x' },
      ...{ status: 'SIGNED', termFrom: new Date('2026-07-01'), termTo: new Date('2027-06-30') },
    },
  });
  return made;
}

async function upload(content: string = randomUUID()): Promise<string> {
  const id = randomUUID();
  await api.database.rows.upload.create({
    data: { id, sha256: content, name: 'a.jpg', mediaType: 'image/jpeg', size: 1, ownerUserId: applicant.userId },
  });
  return id;
}

const anActivity = async (change: object = {}) => ({
  ...{ activityId: randomUUID(), startsOn: '2026-08-01', endsOn: '2026-08-01', place: '社区活动室', topic: '探访' },
  ...{ personTimes: 80, newPersons: 40, volunteers: 5, hours: 2, spentFen: 10_000 },
  ...{ photoUploadIds: [await upload(), await upload()], signInUploadId: await upload() },
  ...change,
});

const put = (who: Signed, path: string, body: object) =>
  who.agent.put(`/api/v1${path}`).set('Idempotency-Key', key()).send(body);
const post = (who: Signed, path: string, body: object) =>
  who.agent.post(`/api/v1${path}`).set('Idempotency-Key', key()).send(body);
const activities = (of: { caseNo: string }) => `/projects/${of.caseNo}/activities`;

/** An answer's body, as what it is before a test has looked: unknown. */
const said = ({ text }: { readonly text: string }): Record<string, unknown> =>
  z.record(z.string(), z.unknown()).parse(JSON.parse(text));
/** Status and code of a refusal. */
const refusal = (answer: { readonly status: number; readonly text: string }) => [answer.status, said(answer).code];

describe('an activity', () => {
  it('is kept once under its id, and corrected until a report counts it', async () => {
    const record = await anActivity();
    expect((await put(applicant, activities(project), record)).status).toBe(200);
    expect((await put(applicant, activities(project), { ...record, personTimes: 90 })).status).toBe(200);

    const { rows } = api.database;
    const kept = await rows.projectActivity.findUniqueOrThrow({ where: { id: record.activityId } });
    expect(kept).toMatchObject({ personTimes: 90, version: 2 });
    await rows.projectActivity.update({ where: { id: record.activityId }, data: { reportNo: 1 } });
    const late = await put(applicant, activities(project), record);
    expect(refusal(late)).toEqual([409, 'VEN_RECORD_COUNTED']);
  });

  it.each([
    ['ACT_DATE_OUT_OF_RANGE', 422, { startsOn: '2026-06-30', endsOn: '2026-06-30' }],
    ['ACT_DATE_OUT_OF_RANGE', 422, { endsOn: '2027-07-01' }],
    ['VEN_PERSONS_OVER_TIMES', 422, { newPersons: 81 }],
    ['FIELD_INVALID', 400, { spentFen: 0.5 }],
    ['FIELD_INVALID', 400, { place: 'x'.repeat(201) }],
    ['FIELD_INVALID', 400, { photoUploadIds: ['nothing-there'] }],
  ])('is refused with %s (%i): %j', async (code, status, change) => {
    const answer = await put(applicant, activities(project), await anActivity(change));

    expect(refusal(answer)).toEqual([status, code]);
  });

  it('belongs to one project, by its id and by its photographs', async () => {
    const proof = await upload('the same photograph');
    const record = await anActivity({ signInUploadId: proof });
    await put(applicant, activities(project), record);

    const sameId = await put(applicant, activities(other), record);
    const samePhoto = await put(applicant, activities(other), await anActivity({ signInUploadId: proof }));

    for (const answer of [sameId, samePhoto]) expect(refusal(answer)).toEqual([409, 'VEN_ACTIVITY_COUNTED_ELSEWHERE']);
  });

  it('of somebody else’s project is not there, and of one that does not execute is no activity', async () => {
    expect((await put(stranger, activities(project), await anActivity())).status).toBe(404);
    expect((await put(applicant, activities(display), await anActivity())).status).toBe(409);
  });

  it('is confirmed on site by the community, once and by nobody else', async () => {
    const official = await api.signedIn('community', { role: 'COMMUNITY_OFFICIAL', unitId: 'unit-1' });
    const record = await anActivity();
    await put(applicant, activities(project), record);
    const path = `${activities(project)}/${record.activityId}/confirmation`;

    expect((await post(applicant, path, {})).status).toBe(403);
    expect((await post(official, path, {})).status).toBe(201);

    const kept = await api.database.rows.projectActivity.findUniqueOrThrow({ where: { id: record.activityId } });
    expect(kept.confirmedBy).toBe(official.userId);
  });
});

describe('a voucher', () => {
  const vouchers = () => `/projects/${project.caseNo}/vouchers`;
  const aVoucher = { line: 0, fen: 30_000, spentOn: '2026-08-02', payee: '示例商店' };

  it('counts against its line once, however often the same paper is handed in', async () => {
    const uploadId = await upload('one paper');
    for (let n = 0; n < 3; n += 1) await post(applicant, vouchers(), { ...aVoucher, uploadId });

    const answer = await applicant.agent.get(`/api/v1/projects/${project.caseNo}/money`);

    const line = { item: '探访物资', agreedFen: 960_000, nowFen: 960_000, spentFen: 30_000 };
    expect(said(answer).budget).toMatchObject([line, {}, {}]);
  });

  it('against a line that the budget does not have, or in fractions of a fen, is refused', async () => {
    const uploadId = await upload();
    for (const wrong of [{ line: 7 }, { fen: 0.5 }, { fen: 0 }])
      expect((await post(applicant, vouchers(), { ...aVoucher, uploadId, ...wrong })).status).toBe(400);
  });
});

describe('a report', () => {
  it('that nothing waits for is refused', async () => {
    const body = { kind: 'MID_TERM', reached: { 上门探访: 100 }, story: '项目按计划推进,老人反映良好。' };

    const answer = await post(applicant, `/projects/${project.caseNo}/reports`, body);

    expect(refusal(answer)).toEqual([422, 'VEN_REPORT_WRONG']);
  });

  it('on activities without photographs and sign-in sheet names them', async () => {
    await api.database.rows.task.create({
      data: {
        ...{ id: randomUUID(), caseId: other.id, seq: 1, stage: 'execution', kind: 'FILE_MID_TERM_REPORT' },
        ...{ assigneeKey: `user:${applicant.userId}`, status: 'OPEN', openedAt: new Date() },
      },
    });
    const { signInUploadId: _sheet, ...record } = await anActivity();
    await put(applicant, activities(other), record);
    const body = { kind: 'MID_TERM', reached: {}, story: '项目按计划推进,老人反映良好。' };

    const answer = await post(applicant, `/projects/${other.caseNo}/reports`, body);

    expect(refusal(answer)).toEqual([422, 'VEN_EVIDENCE_MISSING']);
    expect(said(answer).details).toMatchObject({ activities: [record.activityId] });
  });
});

describe('a sponsor', () => {
  const deed = { mode: 'MONEY', fen: 1_000_000, purpose: '购置设备', linkedToApplicant: false };
  const adoptions = (of: { caseNo: string }) => `/projects/${of.caseNo}/adoptions`;

  it('is an enterprise, and signs deeds up to the gap', async () => {
    const unregistered = await post(sponsor, adoptions(display), deed);
    expect(said(unregistered).code).toBe('VEN_SPONSOR_NOT_ELIGIBLE');
    const enterprise = { name: '爱心企业', representative: '钱某' };
    const wrong = await post(sponsor, '/sponsors', { ...enterprise, uscc: completeUscc('51330402MJ0000001') });
    expect(said(wrong).code).toBe('VEN_SPONSOR_NOT_ELIGIBLE');
    expect((await post(sponsor, '/sponsors', { ...enterprise, uscc: completeUscc('91330402MA0000001') })).status).toBe(
      201,
    );

    const over = await post(sponsor, adoptions(display), { ...deed, fen: 1_000_001 });
    const hidden = await post(sponsor, adoptions(display), { ...deed, linkedToApplicant: true });
    const signed = await post(sponsor, adoptions(display), deed);

    expect(refusal(over)).toEqual([422, 'VEN_ADOPT_OVER_GAP']);
    expect(said(hidden)).toMatchObject({ status: 422, field: 'disclosure' });
    expect(signed.status).toBe(201);
    const told = { recipientKey: `user:${applicant.userId}`, caseId: display.id };
    expect(await api.database.rows.notice.findMany({ where: { kind: 'ADOPTION_OFFERED' } })).toMatchObject([told]);
    expect((await post(applicant, adoptions(display), deed)).status).toBe(403);
  });
});

describe('what everybody may read', () => {
  it('is the published list with amounts and sources, and how to object', async () => {
    const answer = await api.http().get(`/api/v1/public/rounds/${round.caseNo}/awards`);

    expect(answer.status).toBe(200);
    expect(said(answer).notices).toMatchObject([{ no: 1, isOpen: true }]);
    expect(said(answer).items).toMatchObject([{ fen: 1_000_000 }, { fen: 1_000_000 }]);
    expect((await api.http().get('/api/v1/public/rounds/nothing/awards')).status).toBe(404);
  });

  it('are figures that are counted from the tables', async () => {
    const figures = said(await api.http().get(`/api/v1/public/rounds/${round.caseNo}/showcase`));

    expect(figures).toMatchObject({ projects: 3, funded: { numerator: 2, denominator: 3, percent: '66.7' } });
    expect(figures.byClass).toEqual({ DISPLAY: 1, KEY: 1, REGULAR: 1 });
  });
});

describe('an objection', () => {
  const anObjection = async () => ({
    ...{ notice: 1, project: project.caseNo, contact: '张某 13900000000' },
    ...{ statement: '该项目与去年已获资助的项目内容相同,请予核查。', evidenceUploadIds: [await upload()] },
  });
  const object = async (change: object = {}) =>
    post(applicant, `/rounds/${round.caseNo}/objections`, { ...(await anObjection()), ...change });

  it('is named and has evidence, and is about something that is under notice', async () => {
    expect((await object({ evidenceUploadIds: [] })).status).toBe(400);
    expect((await object({ contact: '' })).status).toBe(400);
    expect((await object({ notice: 2 })).status).toBe(404);
    expect((await object({ project: display.caseNo })).status).toBe(404);
    expect(said(await object()).code).toBe('CASE_STATE_CONFLICT');
    expect((await object({ statement: 'x'.repeat(10_000_000) })).status).toBe(413);
  });

  it('whose round cannot be asked is kept, and asked for again', async () => {
    await api.database.rows.award.update({ where: { projectId: project.id }, data: { outcome: 'PROPOSED' } });

    expect((await object()).status).toBe(503);

    expect(await api.database.rows.objection.count({ where: { status: 'FILED' } })).toBe(1);
  });
});
