import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import sharp from 'sharp';
import { z } from 'zod';

import { aRound } from '#domain/venture-round/round.example.js';
import { DEFAULT_SETTINGS } from '#domain/venture-round/settings.js';
import { ADMINISTRATION } from '#prisma/stores/administration.store.js';
import { contentStore } from '#prisma/files/content-store.js';
import { idIn, key, openApi } from './api.js';
import type { Api, Signed } from './api.js';

jest.setTimeout(60_000);

const ROUND = 'M03-330402-2026-00001';
const PICTURES = `/api/v1/rounds/${ROUND}/showcase-pictures`;
const PROJECTS = `/api/v1/public/rounds/${ROUND}/showcase/projects`;
const CAPTION = '志愿者陪老人包饺子';
const REASON = '照片中的老人要求撤下';

let api: Api;
let organiser: Signed;
let others: Signed;
let auditor: Signed;
let applicant: Signed;

beforeAll(async () => {
  api = await openApi();
  organiser = await api.signedIn('organiser', { role: 'ROUND_ORGANISER', unitId: 'unit-1' });
  others = await api.signedIn('others', { role: 'ROUND_ORGANISER', unitId: 'unit-2' });
  auditor = await api.signedIn('auditor', { role: 'SUPERVISOR_AUDITOR' });
  applicant = await api.signedIn('applicant', { role: 'APPLICANT_USER', organisationId: 'org-1' });
  const at = new Date();
  await aCase('round', ROUND, 'EXECUTION');
  await api.database.rows.round.create({
    data: {
      ...{ caseId: 'round', caseNo: ROUND, unitId: 'unit-1', divisionCode: '330402008', series: 'VENTURE' },
      ...{ edition: 1, title: '首届公益创投', version: 1, formVersion: 1, configuration: aRound() },
      ...{ configurationHash: '', policyHash: '', opensAt: at, closesAt: at, publishedAt: at },
    },
  });
}, 120_000);
afterAll(() => api.close());

async function aCase(id: string, caseNo: string, state: string): Promise<void> {
  const at = new Date();
  await api.database.rows.case.create({
    data: {
      ...{ id, caseNo, state, matter: 'venture-project', title: '公益创投', organisationId: 'org-1', unitId: 'unit-1' },
      ...{ divisionCode: '330402008', applicantUserId: applicant.userId, config: { ...DEFAULT_SETTINGS }, facts: {} },
      ...{ submittedAt: at, updatedAt: at, startRequestId: randomUUID() },
    },
  });
}

let projects = 0;

/** A funded project of the round with one activity that its final report counted. */
async function aProject(state = 'COMPLETED'): Promise<{ id: string; caseNo: string }> {
  projects += 1;
  const [id, caseNo] = [`project-${projects}`, `MP03-330402-2026-0000${projects}`];
  await aCase(id, caseNo, state);
  const { rows } = api.database;
  const on = new Date('2026-08-01');
  await rows.project.create({
    data: {
      ...{ caseId: id, caseNo, roundId: 'round', organisationId: 'org-1', title: `项目${projects}`, titleKey: id },
      ...{ class: 'KEY', appliedClass: 'KEY', themes: ['ELDERLY_CHILDREN'], siteDivision: '330402008', formVersion: 1 },
      ...{ requestedFen: 1_000_000, ownFundsFen: 0, totalFen: 1_000_000, receivedAt: on, sha256: '' },
    },
  });
  await rows.award.create({
    data: {
      ...{ projectId: id, roundId: 'round', planNo: 1, noticeNo: 1, class: 'KEY', rank: projects, outcome: 'FUNDED' },
      ...{ fen: 1_000_000, bySource: [{ source: 'FISCAL', fen: 1_000_000 }], updatedAt: on },
    },
  });
  await rows.projectActivity.create({
    data: {
      ...{
        id: `${id}-activity`,
        projectId: id,
        roundId: 'round',
        startsOn: on,
        endsOn: on,
        place: '社区',
        topic: '探访',
      },
      ...{ personTimes: 80, newPersons: 40, volunteers: 5, hours: 2, spentFen: 120_000n, reportNo: 1 },
      ...{ recordedBy: applicant.userId, recordedAt: on },
    },
  });
  return { id, caseNo };
}

/** A photograph as a phone takes it: on its side, and with the place where it was taken. */
const aPhotograph = () =>
  sharp({ create: { width: 1600, height: 1200, channels: 3, background: { r: 40 + projects, g: 90, b: 160 } } })
    .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '30/1 45/1 0/1' }, IFD0: { Model: 'a telephone' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();

/** A file that the project handed in with its activity. */
async function handedIn(project: { id: string }, kind = 'PHOTO', bytes?: Buffer): Promise<string> {
  const sent = bytes ?? (await aPhotograph());
  const sha256 = await contentStore(api.config.home).put(sent);
  const { rows } = api.database;
  const file = { name: 'a.jpg', mediaType: 'image/jpeg', size: sent.length, ownerUserId: applicant.userId };
  const { id } = await rows.upload.create({ data: { id: randomUUID(), sha256, ...file } });
  await rows.activityEvidence.create({
    data: { sha256, activityId: `${project.id}-activity`, projectId: project.id, uploadId: id, kind },
  });
  return id;
}

const post = (who: Signed, path: string, body: object, used = key()) =>
  who.agent.post(path).set('Idempotency-Key', used).send(body);
const asking = (project: { caseNo: string }, uploadId: string, change: object = {}) => ({
  ...{ project: project.caseNo, uploadId, caption: CAPTION, consent: true },
  ...change,
});
const publish = async (project: { caseNo: string }, uploadId: string): Promise<string> =>
  idIn(await post(organiser, PICTURES, asking(project, uploadId)).expect(201));

const Problem = z.looseObject({ status: z.number(), code: z.string(), messageZh: z.string(), messageEn: z.string() });
const refusalOf = ({ text }: { readonly text: string }) => Problem.parse(JSON.parse(text));
const Shown = z.object({
  nextCursor: z.string().nullable(),
  items: z.array(
    z.looseObject({ caseNo: z.string(), pictures: z.array(z.looseObject({ id: z.string(), address: z.string() })) }),
  ),
});

/** What everybody is told of the project. */
async function shownOf({ caseNo }: { caseNo: string }) {
  const { text } = await api.http().get(`${PROJECTS}?limit=100`).expect(200);
  return Shown.parse(JSON.parse(text)).items.find((one) => one.caseNo === caseNo);
}
const picturesOf = async (project: { caseNo: string }) => (await shownOf(project))?.pictures;

describe('a photograph that was handed in', () => {
  it('is nobody’s to see before it is published', async () => {
    const project = await aProject();
    const uploadId = await handedIn(project);

    expect(await shownOf(project)).toMatchObject({ fen: 1_000_000, activities: 1, personTimes: 80, pictures: [] });
    expect((await api.http().get(`/api/v1/uploads/${uploadId}`)).status).toBe(401);
    expect((await api.http().get(`/api/v1/public/showcase-pictures/${uploadId}`)).status).toBe(404);
  });

  it('is published by who organises the round, and by nobody else', async () => {
    const project = await aProject();
    const body = asking(project, await handedIn(project));

    for (const who of [others, auditor, applicant]) expect((await post(who, PICTURES, body)).status).toBe(403);
    expect((await api.http().post(PICTURES).set('Idempotency-Key', key()).send(body)).status).toBe(401);
    expect((await others.agent.get(`/api/v1/rounds/${ROUND}/showcase-projects`)).status).toBe(404);

    expect(await picturesOf(project)).toEqual([]);
  });

  it.each([{ consent: false }, { consent: undefined }])(
    'is not published without the declaration that the people on it agreed: %j',
    async (change) => {
      const project = await aProject();
      const answer = await post(organiser, PICTURES, asking(project, await handedIn(project), change));

      expect(refusalOf(answer)).toMatchObject({ status: 422, code: 'VEN_SHOWCASE_NO_CONSENT', field: 'consent' });
      expect(refusalOf(answer).messageZh).toContain('须声明已取得照片中人物的同意');
      expect(refusalOf(answer).messageEn).toContain('agreed');
      expect(await picturesOf(project)).toEqual([]);
    },
  );

  it('is refused without a caption, of a project under way, as a sign-in sheet, and when it is no photograph', async () => {
    const project = await aProject();
    const underWay = await aProject('EXECUTING');
    const refused = async (of: { id: string; caseNo: string }, uploadId: string, change: object = {}) => {
      const { status, code } = refusalOf(await post(organiser, PICTURES, asking(of, uploadId, change)));
      return [status, code];
    };
    const sheet = await aPhotograph();

    expect(await refused(project, await handedIn(project), { caption: ' ' })).toEqual([400, 'FIELD_INVALID']);
    expect(await refused(underWay, await handedIn(underWay))).toEqual([409, 'VEN_SHOWCASE_NOT_COMPLETED']);
    for (const uploadId of [await handedIn(underWay), await handedIn(project, 'SIGN_IN_SHEET', sheet)])
      expect(await refused(project, uploadId)).toEqual([422, 'VEN_SHOWCASE_NOT_A_PHOTOGRAPH']);
    const again = await handedIn(project, 'PHOTO', sheet);
    expect(await refused(project, again)).toEqual([422, 'VEN_SHOWCASE_NOT_A_PHOTOGRAPH']);
    const cut = (await aPhotograph()).subarray(0, 2000);
    for (const bytes of [Buffer.from('%PDF-1.4 no picture'), Buffer.from(`<svg>${'x'.repeat(99)}</svg>`), cut])
      expect(await refused(project, await handedIn(project, 'PHOTO', bytes))).toEqual([422, 'VEN_SHOWCASE_UNREADABLE']);
    expect(await picturesOf(project)).toEqual([]);
  });
});

describe('a published photograph', () => {
  it('is a small upright copy without place and camera, kept for a minute and known by its hash', async () => {
    const project = await aProject();
    const original = sharp(await aPhotograph());
    expect((await original.metadata()).exif?.toString('latin1')).toContain('a telephone');
    await publish(project, await handedIn(project));

    const [picture] = (await picturesOf(project)) ?? [];
    expect(picture).toMatchObject({ caption: CAPTION, width: 960, height: 1280 });
    const answer = await api
      .http()
      .get(picture?.address ?? '')
      .buffer(true);
    expect(answer.status).toBe(200);
    expect(answer.headers).toMatchObject({
      ...{ 'content-type': 'image/jpeg', 'cache-control': 'public, max-age=60, must-revalidate' },
      ...{ 'x-content-type-options': 'nosniff' },
    });
    const { exif, icc, xmp, orientation, format } = await sharp(z.instanceof(Buffer).parse(answer.body)).metadata();
    expect({ exif, icc, xmp, orientation, format }).toEqual({ format: 'jpeg' });
    const unchanged = await api
      .http()
      .get(picture?.address ?? '')
      .set('If-None-Match', answer.headers.etag ?? '');
    expect(unchanged.status).toBe(304);
  });

  it('is one, though ten press at the same time, and six of a project at most', async () => {
    const project = await aProject();
    const body = asking(project, await handedIn(project));

    const answers = await Promise.all(Array.from({ length: 10 }, () => post(organiser, PICTURES, body)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(answers.map(idIn)).size).toBe(1);
    expect(await picturesOf(project)).toHaveLength(1);
    const other = await post(organiser, PICTURES, { ...body, caption: '另一条说明' });
    expect(refusalOf(other)).toMatchObject({ status: 409, code: 'VEN_SHOWCASE_SHOWN' });

    const more = await Promise.all(Array.from({ length: 8 }, () => handedIn(project)));
    const rivals = await Promise.all(more.map((each) => post(organiser, PICTURES, asking(project, each))));
    const full = rivals.filter(({ status }) => status !== 201).map(refusalOf);
    expect(full.map(({ status, code }) => [status, code])).toEqual(Array(3).fill([409, 'VEN_SHOWCASE_FULL']));
    expect(await picturesOf(project)).toHaveLength(6);
  });

  it('is gone for everybody when it is taken back, with who did it and why on record', async () => {
    const project = await aProject();
    const uploadId = await handedIn(project);
    const id = await publish(project, uploadId);
    const address = `/api/v1/public/showcase-pictures/${id}`;
    await api.http().get(address).expect(200);
    for (const who of [others, auditor, applicant])
      expect((await post(who, `${PICTURES}/${id}/withdrawal`, { reason: REASON })).status).toBe(403);
    expect((await post(organiser, `${PICTURES}/${id}/withdrawal`, { reason: '' })).status).toBe(400);
    expect((await post(organiser, `${PICTURES}/nothing/withdrawal`, { reason: REASON })).status).toBe(404);

    const presses = Array.from({ length: 10 }, () =>
      post(organiser, `${PICTURES}/${id}/withdrawal`, { reason: REASON }),
    );
    for (const { status } of await Promise.all(presses)) expect(status).toBe(200);

    expect((await api.http().get(address)).status).toBe(404);
    expect(await picturesOf(project)).toEqual([]);
    const seen = await auditor.agent.get(`/api/v1/rounds/${ROUND}/showcase-projects?limit=100`).expect(200);
    expect(seen.text).toContain(REASON);
    const entries = await api.database.rows.ledgerEntry.findMany({ where: { caseId: ADMINISTRATION } });
    const ofIt = entries.filter(({ payload }) => payload.includes(id));
    expect(ofIt.map(({ kind, actorId }) => [kind, actorId])).toEqual([
      ['showcase.publish', organiser.userId],
      ['showcase.withdraw', organiser.userId],
    ]);
    expect(ofIt[0]?.payload).toContain('"consent":"DECLARED"');
    expect(ofIt.map(({ payload }) => payload).join('')).not.toContain(CAPTION);

    expect(await publish(project, uploadId)).not.toBe(id);
    expect(await picturesOf(project)).toHaveLength(1);
  });
});

describe('the showcase', () => {
  const pageOf = async (cursor: string | null) => {
    const { text } = await api.http().get(`${PROJECTS}?limit=2${cursor === null ? '' : `&cursor=${cursor}`}`);
    return Shown.parse(JSON.parse(text));
  };
  /** Every project as a reader sees it who turns the pages; `meanwhile` happens before the second one. */
  async function read(meanwhile?: () => Promise<unknown>) {
    const first = await pageOf(null);
    const seen = [...first.items];
    await meanwhile?.();
    for (let next = first.nextCursor; next !== null;) {
      const { items, nextCursor } = await pageOf(next);
      seen.push(...items);
      next = nextCursor;
    }
    return seen;
  }
  const numbers = (seen: readonly { caseNo: string }[]) => seen.map(({ caseNo }) => caseNo);
  const inOrder = (seen: Awaited<ReturnType<typeof read>>) => {
    const [pictured, plain] = [true, false].map((has) =>
      numbers(seen.filter(({ pictures }) => pictures.length > 0 === has)).sort(),
    );
    return [...(pictured ?? []), ...(plain ?? [])];
  };

  it('has the projects with pictures first, then as before', async () => {
    await aProject();
    const last = await aProject();
    await publish(last, await handedIn(last));

    const seen = await read();

    expect(seen).toHaveLength(projects);
    expect(seen.at(0)?.pictures).not.toEqual([]);
    expect(seen.at(-1)?.pictures).toEqual([]);
    expect(numbers(seen)).toEqual(inOrder(seen));
  });

  it('loses and doubles no project when pictures are published and taken back while somebody turns its pages', async () => {
    const made = await Promise.all([aProject(), aProject(), aProject()]);
    const [shown, plain] = made;
    const id = await publish(shown, await handedIn(shown));
    const first = (await pageOf(null)).items.at(0);
    const before = numbers(await read());

    const seen = await read(async () => {
      api.clock.now += 1;
      await publish(plain, await handedIn(plain));
      for (const picture of [id, ...(first?.pictures ?? []).map((each) => each.id)])
        await post(organiser, `${PICTURES}/${picture}/withdrawal`, { reason: REASON }).expect(200);
    });

    expect(numbers(seen)).toEqual(before);
    expect(new Set(before).size).toBe(projects);
    const again = await read();
    expect(numbers(again)).not.toEqual(before);
    expect(numbers(again)).toEqual(inOrder(again));
  });

  it('refuses a place to go on that it never named', async () => {
    for (const key of [['x'], [0, 2, 'x'], [-1, 0, 'x'], [1.5, 0, 'x']]) {
      const cursor = Buffer.from(JSON.stringify(key)).toString('base64url');
      const answer = await api.http().get(`${PROJECTS}?cursor=${cursor}`);
      expect(refusalOf(answer)).toMatchObject({ status: 400, code: 'FIELD_INVALID', field: 'cursor' });
    }
    const far = Buffer.from(JSON.stringify([Number.MAX_SAFE_INTEGER, 1, 'x'])).toString('base64url');
    expect((await api.http().get(`${PROJECTS}?cursor=${far}`)).status).toBe(200);
  });
});
