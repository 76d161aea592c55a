import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';

import { asId, type CaseId, type OrganisationId, type RequestId, type UnitId, type UserId } from '#domain/ids.js';
import { anApplication } from '#domain/venture-round/application.example.js';
import { aRound } from '#domain/venture-round/round.example.js';
import { DEFAULT_SETTINGS } from '#domain/venture-round/settings.js';
import { VENTURE_PROJECT, VENTURE_ROUND } from '#domain/venture-round/states.js';
import { caseStore } from '#prisma/stores/case.store.js';
import { type Api, openApi, type Signed } from './api.js';

jest.setTimeout(60_000);

let api: Api;
let applicant: Signed;
let organiser: Signed;
let stranger: Signed;
let round: { id: CaseId; caseNo: string };
let project: { id: CaseId; caseNo: string };

beforeAll(async () => {
  api = await openApi();
  applicant = await api.signedIn('applicant', { role: 'APPLICANT_USER', organisationId: 'org-1' });
  organiser = await api.signedIn('organiser', { role: 'ROUND_ORGANISER', unitId: 'unit-1' });
  stranger = await api.signedIn('stranger', { role: 'APPLICANT_USER', organisationId: 'org-9' });
  round = await born(VENTURE_ROUND, 'EXECUTION', null, {});
  project = await born(VENTURE_PROJECT, 'EXECUTING', 'org-1', anApplication());
  await tables();
}, 120_000);
afterAll(() => api.close());

async function born(
  { slug, code }: { readonly slug: string; readonly code: string },
  state: string,
  organisationId: string | null,
  form: object,
) {
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

/** A project that executes, with one activity that lacks its sign-in sheet, a payment that waits, and an objection. */
async function tables(): Promise<void> {
  const { rows } = api.database;
  const [at, roundId, projectId] = [new Date(), round.id, project.id];
  await rows.round.create({
    data: {
      ...{ caseId: roundId, caseNo: round.caseNo, unitId: 'unit-1', divisionCode: '330402008', series: 'VENTURE' },
      ...{ edition: 1, title: '首届公益创投', version: 1, formVersion: 1, configuration: aRound() },
      ...{ configurationHash: '', policyHash: '', opensAt: at, closesAt: at, publishedAt: at },
    },
  });
  await rows.project.create({
    data: {
      ...{
        caseId: projectId,
        caseNo: project.caseNo,
        roundId,
        organisationId: 'org-1',
        title: '银龄',
        titleKey: '银龄',
      },
      ...{ class: 'REGULAR', appliedClass: 'REGULAR', themes: ['ELDERLY_CHILDREN'], siteDivision: '330402008' },
      ...{ requestedFen: 1_000_000, ownFundsFen: 200_000, totalFen: 1_200_000, receivedAt: at, sha256: '' },
      formVersion: 1,
    },
  });
  const [taskId, uploadId] = [randomUUID(), randomUUID()];
  await rows.upload.create({
    data: { id: uploadId, sha256: 'x', name: 'a.jpg', mediaType: 'image/jpeg', size: 1, ownerUserId: applicant.userId },
  });
  await rows.fundingAgreement.create({
    data: {
      ...{ projectId, roundId, totalFen: 1_000_000, contentHash: 'x', status: 'SIGNED' },
      bySource: [{ source: 'FISCAL', fen: 1_000_000 }],
      schedule: [{ source: 'FISCAL', no: 1, fen: 500_000, release: 'AGREEMENT_SIGNED', taskId, dueFen: 500_000 }],
      ...{ termFrom: new Date('2026-07-01'), termTo: new Date('2027-06-30') },
    },
  });
  await rows.task.create({
    data: {
      ...{
        id: taskId,
        caseId: projectId,
        seq: 1,
        stage: 'payment',
        kind: 'SIGN_PAYMENT',
        status: 'OPEN',
        openedAt: at,
      },
      assigneeKey: 'pool:unit-1:ROUND_ORGANISER',
    },
  });
  await rows.projectActivity.create({
    data: {
      ...{ id: 'activity-1', projectId, roundId, startsOn: new Date('2026-08-01'), endsOn: new Date('2026-08-01') },
      ...{ place: '社区', topic: '探访', personTimes: 80, newPersons: 40, volunteers: 5, hours: 2, spentFen: 10_000n },
      ...{ recordedBy: applicant.userId, recordedAt: at },
    },
  });
  const proof = { activityId: 'activity-1', projectId, uploadId, kind: 'PHOTO', sha256: 'x' };
  await rows.activityEvidence.create({ data: proof });
  await rows.objection.create({
    data: {
      ...{ id: 'objection-1', caseId: roundId, notice: 1, subject: projectId, byUserId: applicant.userId },
      ...{ contact: '张某', statement: '请予核查', evidenceUploadIds: [], filedAt: at, status: 'OPEN' },
    },
  });
}

const read = async (who: Signed, path: string): Promise<unknown> => {
  const { status, text } = await who.agent.get(`/api/v1${path}`);
  return status === 200 ? JSON.parse(text) : status;
};

describe('what is read of a project and of its round', () => {
  it('are activities with their proofs and what they lack, for who may read the case', async () => {
    const activity = { id: 'activity-1', photos: [{ name: 'a.jpg' }], missing: ['PHOTO', 'SIGN_IN_SHEET'] };

    expect(await read(applicant, `/projects/${project.caseNo}/activities`)).toMatchObject({ items: [activity] });
    expect(await read(organiser, `/projects/${project.caseNo}/activities`)).toMatchObject({ items: [activity] });
    expect(await read(stranger, `/projects/${project.caseNo}/activities`)).toBe(404);
  });

  it('is progress against what was promised', async () => {
    const progress = { objectives: [{ indicator: '上门探访', target: 480, reached: 0 }], totals: { personTimes: 80 } };

    expect(await read(applicant, `/projects/${project.caseNo}/progress`)).toMatchObject(progress);
    expect(await read(stranger, `/projects/${project.caseNo}/progress`)).toBe(404);
    expect(await read(applicant, `/projects/${project.caseNo}/vouchers`)).toEqual({ items: [], nextCursor: null });
  });

  it('is what waits, with the instalment, for those who keep the accounts', async () => {
    const payment = { kind: 'SIGN_PAYMENT', source: 'FISCAL', instalment: 1, fen: 500_000 };

    expect(await read(organiser, `/rounds/${round.caseNo}/waiting`)).toMatchObject({ items: [payment] });
    expect(await read(organiser, `/rounds/${round.caseNo}/accounts`)).toMatchObject({
      items: [{ agreedFen: 1_000_000 }],
    });
    expect(await read(applicant, `/rounds/${round.caseNo}/waiting`)).toBe(404);
    expect(await read(applicant, `/rounds/${round.caseNo}/accounts`)).toBe(404);
  });

  it('are all objections for the organiser, and one’s own for everybody else', async () => {
    for (const who of [organiser, applicant])
      expect(await read(who, `/rounds/${round.caseNo}/objections`)).toMatchObject({ items: [{ contact: '张某' }] });
    expect(await read(stranger, `/rounds/${round.caseNo}/objections`)).toMatchObject({ items: [] });
  });

  it('is no enterprise where none is registered', async () => {
    expect(await read(stranger, '/sponsors/mine')).toEqual({ sponsor: null, deeds: [] });
  });
});
