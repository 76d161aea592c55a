import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { z } from 'zod';

import { ANNUAL_INSPECTION } from '#domain/annual-inspection/states.js';
import { parseIsoDate } from '#domain/calendar/iso-date.js';
import { asId, type CaseId, type OrganisationId, type RequestId, type UnitId, type UserId } from '#domain/ids.js';
import { PAPER_KINDS, type PaperKind } from '#domain/paper/paper-kind.js';
import type { PaperRequest } from '#domain/paper/paper-request.js';
import { anApplication } from '#domain/venture-round/application.example.js';
import { aRound } from '#domain/venture-round/round.example.js';
import { DEFAULT_SETTINGS } from '#domain/venture-round/settings.js';
import { VENTURE_PROJECT, VENTURE_ROUND } from '#domain/venture-round/states.js';
import { contentStore } from '#prisma/files/content-store.js';
import { caseStore } from '#prisma/stores/case.store.js';
import { papers } from '../../apps/worker/src/papers.js';
import { type Api, openApi, type Signed } from './api.js';

jest.setTimeout(60_000);

const UNIT = asId<UnitId>('unit-1');
const ORGANISATION = '示例社会工作服务中心';
const REASONS = '经查,有两笔支出不符合章程规定的业务范围。';

let api: Api;
let applicant: Signed;
let official: Signed;
let stranger: Signed;
const cases = new Map<PaperKind, { readonly id: CaseId; readonly caseNo: string }>();

beforeAll(async () => {
  api = await openApi();
  applicant = await api.signedIn('applicant', { role: 'APPLICANT_USER', organisationId: 'org-1' });
  stranger = await api.signedIn('stranger', { role: 'APPLICANT_USER', organisationId: 'org-9' });
  official = await api.signedIn(
    'official',
    { role: 'REGISTRY_OFFICER', unitId: UNIT },
    { role: 'ROUND_ORGANISER', unitId: UNIT },
  );
  const { rows } = api.database;
  await rows.unit.update({ where: { id: UNIT }, data: { name: '示例民政局', docWord: '嘉民' } });
  await rows.organisation.create({
    data: {
      ...{ id: 'org-1', name: ORGANISATION, nameKey: ORGANISATION, type: 'PRIVATE_NON_ENTERPRISE' },
      ...{ legalStatus: 'REGISTERED', level: 'COUNTY', divisionCode: '330402', address: '示例路1号', fieldTags: [] },
    },
  });
  await agreed();
  await concluded();
}, 120_000);
afterAll(() => api.close());

async function born(matter: { readonly slug: string; readonly code: string }, state: string, form: object) {
  return caseStore(api.database).create({
    ...{ startRequestId: asId<RequestId>(randomUUID()), matter: matter.slug, code: matter.code, title: '示例' },
    ...{ state, form, config: DEFAULT_SETTINGS, facts: {}, fileIds: [], draft: null, predecessorId: null },
    ...{ units: [], at: Date.now(), divisionCode: '330402008', unitId: UNIT },
    ...{ organisationId: asId<OrganisationId>('org-1'), applicantUserId: asId<UserId>(applicant.userId) },
  });
}

async function issue(kind: PaperKind, made: { readonly id: CaseId; readonly caseNo: string }, more: object) {
  const templates = new URL('../../templates/', import.meta.url);
  const files = contentStore(api.config.home);
  const { issuePaper } = papers(api.database, Buffer.alloc(32, 7).toString('base64'), files, templates);
  const on = parseIsoDate('2026-05-12');
  const request: PaperRequest = {
    ...{ caseId: made.id, seq: 2, kind, on, organUnitId: UNIT, requestId: null, facts: {} },
    ...more,
  };
  await issuePaper(request);
  cases.set(kind, made);
}

/** A project whose agreement waits for its signatures. */
async function agreed(): Promise<void> {
  const made = await born(VENTURE_PROJECT, 'FUNDED', anApplication());
  const round = await born(VENTURE_ROUND, 'EXECUTION', {});
  const { rows } = api.database;
  const at = new Date();
  await rows.round.create({
    data: {
      ...{ caseId: round.id, caseNo: round.caseNo, unitId: UNIT, divisionCode: '330402008', series: 'VENTURE' },
      ...{ edition: 1, title: '首届公益创投', version: 1, formVersion: 1, configuration: aRound() },
      ...{ configurationHash: '', policyHash: '', opensAt: at, closesAt: at, publishedAt: at },
    },
  });
  const { title } = anApplication();
  await rows.project.create({
    data: {
      ...{ caseId: made.id, caseNo: made.caseNo, roundId: round.id, organisationId: 'org-1', title, titleKey: title },
      ...{ class: 'REGULAR', appliedClass: 'REGULAR', themes: [], siteDivision: '330402008', formVersion: 1 },
      ...{ requestedFen: 1_000_000, ownFundsFen: 200_000, totalFen: 1_200_000, receivedAt: at, sha256: '' },
    },
  });
  const facts = { amounts: ['FISCAL:1000000'], executionMonths: 12, signDays: 15 };
  await issue('FUNDING_AGREEMENT', made, { facts });
}

/** A return that failed, was talked about, and has to be put right. */
async function concluded(): Promise<void> {
  const { rows } = api.database;
  const kinds: readonly [PaperKind, object][] = [
    ['INSPECTION_CONCLUSION', { conclusion: 'FAIL', grounds: ['ASSET_MISUSE'], replaces: false, rectifyDays: 30 }],
    ['TALK_NOTICE', { heldOn: '2026-05-20' }],
    ['RECTIFICATION_ORDER', { rectificationId: 'r', due: '2026-06-20' }],
  ];
  for (const [place, [kind, facts]] of kinds.entries()) {
    const made = await born(ANNUAL_INSPECTION, 'CONCLUDED', {});
    const day = new Date('2026-05-31');
    await rows.annualReturn.create({
      data: {
        ...{ caseId: made.id, seasonId: 'season', organisationId: 'org-1', inspectedYear: 2025 - place },
        ...{ due: day, closes: day, conclusion: 'FAIL' },
      },
    });
    const requestId = asId<RequestId>(randomUUID());
    await rows.actRequest.create({
      data: {
        id: requestId,
        caseId: made.id,
        userId: official.userId,
        fingerprint: kind,
        opinion: REASONS,
        fileIds: [],
      },
    });
    await issue(kind, made, { requestId, facts: { ...facts, signer: official.userId } });
  }
}

const Papers = z.object({
  items: z.array(z.looseObject({ kind: z.string(), code: z.string(), docNo: z.string().nullable(), file: z.string() })),
});

async function paperOf(kind: PaperKind, who: Signed) {
  const { text } = await who.agent.get(`/api/v1/cases/${cases.get(kind)?.caseNo ?? ''}/papers`);
  const [found, ...others] = Papers.parse(JSON.parse(text)).items;
  if (found === undefined || others.length > 0) throw new Error(`the case has not one paper ${kind}`);
  return found;
}

describe.each([
  ['INSPECTION_CONCLUSION', '嘉民年检〔2026〕1号'],
  ['TALK_NOTICE', '嘉民约〔2026〕1号'],
  ['RECTIFICATION_ORDER', '嘉民责改〔2026〕1号'],
  ['FUNDING_AGREEMENT', '嘉民协〔2026〕1号'],
] as const)('the paper %s', (kind, docNo) => {
  it('is downloaded by both sides, and is not there for anybody else', async () => {
    const { file } = await paperOf(kind, applicant);

    for (const side of [applicant, official]) {
      const answer = await side.agent.get(file);
      expect([answer.status, answer.headers['content-type']]).toEqual([
        200,
        'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      ]);
    }
    expect((await stranger.agent.get(file)).status).toBe(404);
  });

  it('is proved genuine by its code, which tells neither the organisation nor a reason', async () => {
    const { code } = await paperOf(kind, official);

    const answer = await api.http().get(`/api/v1/papers/${code}`);

    expect(JSON.parse(answer.text)).toEqual({
      genuine: true,
      code,
      paper: {
        ...{ kind, zh: PAPER_KINDS[kind].nameZh, en: PAPER_KINDS[kind].nameEn, docNo, organ: '示例民政局' },
        ...{ date: '2026-05-12', sha256: expect.stringMatching(/^[0-9a-f]{64}$/u), status: 'VALID' },
      },
    });
  });
});
