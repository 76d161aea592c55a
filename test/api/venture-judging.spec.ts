import { Client, Connection } from '@temporalio/client';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';

import { z } from 'zod';

import { isTrueDraw } from '#domain/venture-round/panel-draw.rule.js';
import { aRound } from '#domain/venture-round/round.example.js';
import { applicantOf } from '#prisma/demonstration/handles.js';
import { hostUnit, ventureOrganisation, ventureUser } from '#prisma/demonstration/venture.js';
import { CASE_QUEUE } from '#workflows/steps/contract.js';
import { CONFIG } from '../../apps/api/src/resources.js';
import type { ApiConfig } from '../../apps/api/src/config.js';
import { sha256 } from '../support/sha256.js';
import { testServers } from '../support/servers.js';
import { type JudgedCase, type JudgedRound, JudgedRounds, marksOf } from '../support/judged-rounds.js';
import { Office, refused } from './office.js';

jest.setTimeout(120_000);

const Judges = z.array(z.object({ id: z.string() }));
const Conflicts = z.array(z.object({ grounds: z.array(z.string()) }));
const Outcome = z.object({ pairs: z.array(z.object({ projectId: z.string(), judgeId: z.string() })) });
const Draws = z.array(
  z.object({
    ...{ candidates: z.array(z.string()), size: z.int(), commitment: z.string() },
    ...{ secret: z.string(), word: z.string(), drawn: z.array(z.string()) },
  }),
);
const Progress = z.object({ items: z.array(z.object({ judges: z.array(z.object({ status: z.string() })) })) });
const Files = z.array(z.object({ name: z.string() }));
const Slots = z.array(z.object({ projectId: z.string() }));

const ORGANISER = ventureUser('jiefang', 'organiser', 1);
const STRANGER = ventureUser('pinghu', 'organiser', 1);
const AUDITOR = ventureUser('jiefang', 'venture-auditor', 1);
const JUDGES = [1, 2, 3, 4, 5, 6].map((n) => ventureUser('jiefang', 'judge', n));
const PANEL = JUDGES.slice(0, 5);
const [J1 = '', J2 = ''] = JUDGES;
const LAST = JUDGES[5] ?? '';

let office: Office;
let rounds: JudgedRounds;
let connection: Connection;

beforeAll(async () => {
  office = await Office.open();
  connection = await Connection.connect({ address: testServers().temporalAddress });
  const { temporalNamespace: namespace } = office.app.get<ApiConfig>(CONFIG, { strict: false });
  const client = new Client({ connection, namespace });
  const host = hostUnit('jiefang');
  const { database } = office;
  rounds = new JudgedRounds({ database, client, queue: CASE_QUEUE, division: '330402008', host, organiser: ORGANISER });
}, 120_000);
afterAll(async () => {
  await connection.close();
  await office.close();
});

/** A round of so many projects whose panel is assigned. */
async function assigned(projects: number, change: object = {}): Promise<JudgedRound> {
  const wanted = Array.from({ length: projects }, (_, n) => ({
    organisationId: ventureOrganisation('jiefang', n + 1),
  }));
  const round = await rounds.round(wanted, PANEL, change);
  await rounds.assign(round, 5);
  return round;
}

/** What an address says of its job, or of the diagnostics. */
const statusOf = async (at: string): Promise<string> => String((await office.get(ORGANISER, at)).body.status);

function only(round: JudgedRound): JudgedCase {
  const [project] = round.projects;
  if (project === undefined) throw new Error('the round has no project');
  return project;
}

const points = (total: number): Record<string, number> =>
  Object.fromEntries(Object.entries(marksOf(total)).map(([id, half]) => [id, half / 2]));

const save = (judge: string, round: JudgedRound, project: JudgedCase, values: object, comment?: string, key?: string) =>
  office.send(
    judge,
    'put',
    `/rounds/${round.caseNo}/sheets/${project.caseId}`,
    { values, ...(comment === undefined ? {} : { comment }) },
    key,
  );

/** The act of a judge on their own task of the project. */
async function lock(judge: string, project: JudgedCase, version: number, key?: string) {
  const tasks = await rounds.tasks(project);
  const mine = tasks.findLast((task) => task.assigneeKey === `user:${judge}`);
  const body = { kind: 'lockSheet', taskId: mine?.id ?? null, facts: { version } };
  return office.post(judge, `/cases/${project.caseNo}/acts`, body, key);
}

const close = (round: JudgedRound) => office.act(ORGANISER, round.caseNo, 'closeScoring', 'CLOSE_SCORING');

/** Everybody locks the same total on every project. */
async function scored(round: JudgedRound, of: (judge: number, project: number) => number): Promise<void> {
  for (const [p, project] of round.projects.entries())
    for (const [j, judge] of PANEL.entries()) await rounds.lock(round, project, judge, of(j, p));
}

describe('the pool of judges', () => {
  it('is kept by organisers, read by auditors, and nobody else’s', async () => {
    const entry = { userId: J1, fields: ['DISABILITY'], maxLoad: 30 };

    expect(await office.post(ORGANISER, '/judges', entry)).toMatchObject({ status: 200, body: { maxLoad: 30 } });
    expect(await office.get(AUDITOR, '/judges')).toMatchObject({ status: 200 });
    expect(await office.get(J1, '/judges')).toMatchObject(refused(403, 'AUTH_NOT_ALLOWED'));
    expect(await office.post(AUDITOR, '/judges', entry)).toMatchObject(refused(403, 'AUTH_NOT_ALLOWED'));
  });

  it('offers users with the role of a judge who are not in it, to organisers alone', async () => {
    const { rows } = office.database;
    const { id } = await rows.judge.findUniqueOrThrow({ where: { userId: LAST } });
    await office.must(office.send(ORGANISER, 'delete', `/judges/${id}`));

    const offered = await office.get(ORGANISER, '/judges/candidates');
    await office.must(office.post(ORGANISER, '/judges', { userId: LAST, fields: [] }));

    expect(offered.body.items).toMatchObject([{ userId: LAST, name: expect.any(String) }]);
    expect(await office.get(ORGANISER, '/judges/candidates')).toMatchObject({ status: 200, body: { items: [] } });
    expect(await office.get(AUDITOR, '/judges/candidates')).toMatchObject(refused(403, 'AUTH_NOT_ALLOWED'));
  });

  it('takes only users with the role of a judge', async () => {
    const answer = await office.post(ORGANISER, '/judges', { userId: ORGANISER, fields: [] });

    expect(answer).toMatchObject({ status: 400, body: { code: 'FIELD_INVALID', field: 'userId' } });
  });
});

describe('a panel', () => {
  it('is drawn before a witness, from a secret that was committed to before the word was said', async () => {
    const round = await rounds.round([{}], []);
    const pool = await office.get(ORGANISER, '/judges?limit=100');
    const candidateIds = Judges.parse(pool.body.items).map(({ id }) => id);

    const opened = await office.post(ORGANISER, `/rounds/${round.caseNo}/panel-draws`, { size: 5, candidateIds });
    const at = `/rounds/${round.caseNo}/panel-draws/${String(opened.body.id)}/witness`;
    const byOrganiser = await office.post(ORGANISER, at, { word: '88-2026' });
    const drawn = await office.post(AUDITOR, at, { word: '88-2026' });
    const twice = await office.post(AUDITOR, at, { word: '99-2026' });

    expect(opened).toMatchObject({ status: 200, body: { secret: null, drawn: [] } });
    expect(byOrganiser).toMatchObject(refused(403, 'AUTH_NOT_ALLOWED'));
    expect(drawn).toMatchObject({ status: 200, body: { word: '88-2026', commitment: opened.body.commitment } });
    expect(drawn.body.drawn).toHaveLength(5);
    expect(twice).toMatchObject(refused(409, 'CASE_STATE_CONFLICT'));
    const published = await office.get(null, `/public/rounds/${round.caseNo}/panel-draws`);
    const [shown] = Draws.parse(published.body.items);
    expect(shown && isTrueDraw(shown, shown.drawn, sha256)).toBe(true);
    const panel = await office.get(ORGANISER, `/rounds/${round.caseNo}/panel`);
    expect(panel.body.items).toHaveLength(5);
  });

  it('is another round’s business only of its own organisers', async () => {
    const round = await rounds.round([{}], PANEL);

    expect(await office.get(STRANGER, `/rounds/${round.caseNo}/panel`)).toMatchObject(refused(404, 'NOT_FOUND'));
    expect(await office.get(J1, `/rounds/${round.caseNo}/panel`)).toMatchObject(refused(404, 'NOT_FOUND'));
    expect(await office.get(ORGANISER, '/rounds/M03-330402008-2026-99999/panel')).toMatchObject(
      refused(404, 'NOT_FOUND'),
    );
  });

  it('knows who declared a tie, and who is employed by an applicant, and never assigns them', async () => {
    const applicant = ventureOrganisation('jiefang', 1);
    const other = ventureOrganisation('jiefang', 2);
    const round = await rounds.round([{ organisationId: applicant }, { organisationId: other }], JUDGES);
    await office.must(office.post(J1, `/rounds/${round.caseNo}/conflicts`, { organisationIds: [applicant] }));
    const entry = { userId: J2, fields: [], employerId: applicant };
    await office.must(office.post(ORGANISER, '/judges', entry));

    const found = await office.get(ORGANISER, `/rounds/${round.caseNo}/conflicts`);
    const asked = { judgesPerProject: 4 };
    const job = await office.must(office.post(ORGANISER, `/rounds/${round.caseNo}/assignments`, asked));
    const at = `/rounds/${round.caseNo}/assignments/${String(job.body.id)}`;
    await office.until(async () => (await statusOf(at)) === 'DONE');
    const done = await office.get(ORGANISER, at);
    await office.must(office.act(ORGANISER, round.caseNo, 'acceptAssignment', null, { facts: { jobId: job.body.id } }));

    expect(
      Conflicts.parse(found.body.items)
        .flatMap(({ grounds }) => grounds)
        .sort(),
    ).toEqual(['DECLARED', 'EMPLOYER']);
    expect(found.body.projects).toMatchObject([{ projectId: only(round).caseId, title: '公益项目1' }]);
    expect(done.body.judges).toContainEqual({ judgeId: round.judges[2]?.judgeId, name: expect.any(String) });
    const { pairs } = Outcome.parse(done.body.result);
    const barred = round.judges.slice(0, 2).map(({ judgeId }) => judgeId);
    const first = only(round).caseId;
    expect(pairs).toHaveLength(8);
    expect(pairs.filter(({ projectId, judgeId }) => projectId === first && barred.includes(judgeId))).toEqual([]);
    await office.must(office.post(ORGANISER, '/judges', { userId: J2, fields: [] }));
  });
});

describe('an assignment', () => {
  it('that cannot be made names the limits that clash, and cannot be accepted', async () => {
    const round = await rounds.round([{}], PANEL.slice(0, 3));

    const job = await office.must(
      office.post(ORGANISER, `/rounds/${round.caseNo}/assignments`, { judgesPerProject: 5 }),
    );
    const at = `/rounds/${round.caseNo}/assignments/${String(job.body.id)}`;
    await office.until(async () => (await statusOf(at)) === 'FAILED');
    const accepted = await office.act(ORGANISER, round.caseNo, 'acceptAssignment', null, {
      facts: { jobId: job.body.id },
    });

    expect((await office.get(ORGANISER, at)).body.refusal).toMatchObject({ code: 'VEN_ASSIGNMENT_INFEASIBLE' });
    expect(accepted).toMatchObject(refused(409, 'CASE_STATE_CONFLICT'));
  });

  it('can be cancelled, and a cancelled one is not accepted', async () => {
    const round = await rounds.round([{}], PANEL);
    const job = await office.must(office.post(ORGANISER, `/rounds/${round.caseNo}/assignments`, { goal: 'FAIR' }));
    const at = `/rounds/${round.caseNo}/assignments/${String(job.body.id)}`;

    const cancelled = await office.send(ORGANISER, 'delete', at);

    expect(['CANCELLED', 'DONE']).toContain(cancelled.body.status);
    expect(await office.get(STRANGER, at)).toMatchObject(refused(404, 'NOT_FOUND'));
  });
});

describe('a sheet', () => {
  it('is kept as it is typed, entry by entry, and the same entry twice is one', async () => {
    const round = await assigned(1);
    const project = only(round);

    await office.must(save(J1, round, project, { need: 18.5 }, undefined, 'typed-offline-1'));
    await office.must(save(J1, round, project, { feasibility: 12 }));
    const again = await save(J1, round, project, { need: 18.5 }, undefined, 'typed-offline-1');

    expect(again).toMatchObject({ status: 200, body: { version: 1, values: { need: 18.5 } } });
    const pack = await office.get(J1, `/rounds/${round.caseNo}/sheets/${project.caseId}`);
    expect(pack.body.sheet).toMatchObject({ version: 2, values: { need: 18.5, feasibility: 12 } });
  });

  it('comes with the names of the attachments, in their order, and with none in a blind round', async () => {
    const attach = async (change: object) => {
      const round = await assigned(1, change);
      const { caseId } = only(round);
      const at = { sha256: '', mediaType: 'application/pdf', size: 1, ownerUserId: ORGANISER };
      const uploads = ['平面图.pdf', '荣誉证书.pdf'].map((name, n) => ({ ...at, name, id: `${caseId}-${n}` }));
      const attachmentUploadIds = uploads.map(({ id }) => id).reverse();
      await office.database.rows.upload.createMany({ data: uploads });
      const form = { caseId, version: 2, data: { attachmentUploadIds } };
      await office.database.rows.caseForm.create({ data: form });
      const { body } = await office.get(J1, `/rounds/${round.caseNo}/sheets/${caseId}`);
      return Files.parse(body.files);
    };

    expect(await attach({})).toMatchObject([{ name: '荣誉证书.pdf' }, { name: '平面图.pdf' }]);
    expect(await attach({ scoring: { ...aRound().scoring, blind: true } })).toEqual([]);
  });

  it('takes what thirty devices type at the same moment, each entry once', async () => {
    const round = await assigned(1);
    const project = only(round);

    const answers = await Promise.all(Array.from({ length: 30 }, () => save(J1, round, project, { need: 10 })));

    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 30 }, () => 200));
    const pack = await office.get(J1, `/rounds/${round.caseNo}/sheets/${project.caseId}`);
    expect(pack.body.sheet).toMatchObject({ version: 30, values: { need: 10 } });
  });

  it.each([
    ['above its maximum', { need: 20.5 }, 422, 'VEN_SCORE_OUT_OF_RANGE'],
    ['below zero', { need: -0.5 }, 422, 'VEN_SCORE_OUT_OF_RANGE'],
    ['off the half-point grid', { need: 10.25 }, 422, 'VEN_SCORE_OUT_OF_RANGE'],
    ['for a criterion that the round does not have', { charm: 10 }, 422, 'VEN_SHEET_INCOMPLETE'],
    ['that is no number', { need: '10' }, 400, 'FIELD_INVALID'],
  ])('refuses a mark %s', async (_what, values, status, code) => {
    const round = await assigned(1);

    expect(await save(J1, round, only(round), values)).toMatchObject(refused(status, code));
  });

  it('refuses a comment of ten megabytes', async () => {
    const round = await assigned(1);

    const answer = await save(J1, round, only(round), {}, '评'.repeat(3_500_000));

    expect(answer).toMatchObject(refused(413, 'BODY_TOO_LARGE'));
  });

  it('of a project that is not the judge’s does not exist', async () => {
    const round = await assigned(1);
    const project = only(round);

    expect(await save(LAST, round, project, { need: 10 })).toMatchObject(refused(404, 'NOT_FOUND'));
    const task = (await rounds.tasks(project)).find(({ kind }) => kind === 'SCORE');
    const body = { kind: 'lockSheet', taskId: task?.id, facts: { version: 1 } };
    expect(await office.post(LAST, `/cases/${project.caseNo}/acts`, body)).toMatchObject(refused(404, 'NOT_FOUND'));
  });

  it('is locked whole, with a comment where the total is striking, in the version that was seen', async () => {
    const round = await assigned(1);
    const project = only(round);
    await office.must(save(J1, round, project, { need: 10 }));
    expect(await lock(J1, project, 1)).toMatchObject(refused(422, 'VEN_SHEET_INCOMPLETE'));
    await office.must(save(J1, round, project, points(50)));
    expect(await lock(J1, project, 2)).toMatchObject(refused(422, 'VEN_COMMENT_REQUIRED'));
    await office.must(save(J1, round, project, {}, '申报内容空泛,预算依据不足,需要补充。'));
    expect(await lock(J1, project, 2)).toMatchObject(refused(409, 'VEN_SHEET_VERSION'));

    const locked = await lock(J1, project, 3, 'lock-of-judge-1');
    const same = await lock(J1, project, 3, 'lock-of-judge-1');

    expect(locked).toMatchObject({ status: 200 });
    expect(same.body).toEqual(locked.body);
    expect(await lock(J1, project, 3)).toMatchObject(refused(409, 'VEN_SHEET_LOCKED'));
    expect(await save(J1, round, project, { need: 1 })).toMatchObject(refused(409, 'VEN_SHEET_LOCKED'));
  });

  it('is locked once by ten requests at the same moment', async () => {
    const round = await assigned(1);
    const project = only(round);
    await office.must(save(J1, round, project, points(80)));

    const answers = await Promise.all(Array.from({ length: 10 }, () => lock(J1, project, 1)));

    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(9);
  });

  it('is refused to a judge whose tie became known after the assignment', async () => {
    const round = await assigned(1);
    const project = only(round);
    await office.must(save(J1, round, project, points(80)));
    const organisationIds = [ventureOrganisation('jiefang', 1)];
    await office.must(office.post(J1, `/rounds/${round.caseNo}/conflicts`, { organisationIds }));

    expect(await lock(J1, project, 1)).toMatchObject(refused(403, 'VEN_JUDGE_CONFLICT'));
  });
});

describe('unlocking a sheet', () => {
  it('is asked for by the organiser with reasons, and decided by the auditor', async () => {
    const round = await assigned(1);
    const project = only(round);
    await office.must(save(J1, round, project, points(80)));
    await office.must(lock(J1, project, 1));
    const judgeId = round.judges[0]?.judgeId;
    const asked = { facts: { judgeId }, opinion: '评委反映需求一项录入有误,申请更正。' };

    expect(await office.act(ORGANISER, project.caseNo, 'askUnlock', null, { facts: { judgeId } })).toMatchObject(
      refused(422, 'REASONS_REQUIRED'),
    );
    await office.must(office.act(ORGANISER, project.caseNo, 'askUnlock', null, asked));
    const facts = { verdict: 'AGREE' };
    expect(await office.act(ORGANISER, project.caseNo, 'unlockSheet', 'UNLOCK_SHEET', { facts })).toMatchObject({
      status: 403,
    });
    const offered = async (reader: string) =>
      JSON.stringify((await office.get(reader, `/cases/${project.caseNo}/actions`)).body.items);
    expect(await offered(AUDITOR)).toContain('"unlockSheet"');
    expect(await offered(ORGANISER)).not.toContain('"unlockSheet"');
    await office.must(office.act(AUDITOR, project.caseNo, 'unlockSheet', 'UNLOCK_SHEET', { facts }));
    expect(await offered(AUDITOR)).toBe('[]');

    expect(await save(J1, round, project, { need: 12 })).toMatchObject({ status: 200, body: { status: 'DRAFT' } });
  });
});

/** 13.5 and 11.5 points, half points, a total of 74.5; not the seconds of a time of day. */
const MARKS = /(?<![\d:.])(13\.5|11\.5|74\.5)(?!\d)|"halves"|"totalHalves"/;

describe('until the round is ranked', () => {
  it('no answer to a judge or an organiser holds a mark of somebody else, and none names the applicant of a blind project', async () => {
    const round = await assigned(1, { scoring: { ...aRound().scoring, blind: true } });
    const project = only(round);
    // Marks that occur nowhere else.
    const marks = { need: 13.5, feasibility: 13.5, innovation: 11.5, team: 11.5, budget: 11.5, benefit: 13 };
    const words = '秘密评语请勿泄露给任何其他人员';
    await office.must(save(J1, round, project, marks, words));
    await office.must(lock(J1, project, 1));
    const { name } = await office.database.rows.organisation.findUniqueOrThrow({
      where: { id: ventureOrganisation('jiefang', 1) },
    });
    const places = [
      ...['panel', 'panel-draws', 'conflicts', 'assignments', 'diagnostics', 'sheets', `sheets/${project.caseId}`].map(
        (part) => `/rounds/${round.caseNo}/${part}`,
      ),
      ...['/judging/rounds', `/rounds/${round.caseNo}/sheet-progress`],
      ...['results', 'sheets-export', 'stage'].map((part) => `/public/rounds/${round.caseNo}/${part}`),
      ...[round, project].flatMap(({ caseNo }) =>
        ['', '/actions', '/timeline'].map((part) => `/cases/${caseNo}${part}`),
      ),
      ...['/tasks', '/decisions/mine', '/cases?box=visible', '/notices', '/judges'],
    ];
    expect(await office.get(ORGANISER, `/cases/${project.caseNo}/timeline`)).toMatchObject({ status: 200 });
    expect(await office.get(J2, `/cases/${project.caseNo}`)).toMatchObject(refused(404, 'NOT_FOUND'));
    expect(await office.get(J2, '/tasks')).toMatchObject({ status: 200 });
    for (const reader of [ORGANISER, J2, AUDITOR, STRANGER])
      for (const place of places) {
        const { body } = await office.get(reader, place);
        const text = JSON.stringify(body);
        expect({ reader, place, leaks: MARKS.test(text) }).toMatchObject({ leaks: false });
        expect({ reader, place, leaks: text.includes(words) }).toMatchObject({ leaks: false });
      }
    for (const reader of [J1, J2])
      for (const place of places) {
        const text = JSON.stringify((await office.get(reader, place)).body);
        expect({ reader, place, names: text.includes(name) }).toMatchObject({ names: false });
      }
  });

  it('the applicant is told that judges score, and not who they are', async () => {
    const round = await assigned(1);
    const on = only(round);
    await rounds.lock(round, on, J1, 80);
    const applicant = applicantOf(ventureOrganisation('jiefang', 1));
    const users = await office.database.rows.user.findMany({ where: { id: { in: PANEL } } });
    const named = async (by: string) => {
      const answers = await Promise.all(['', '/timeline'].map((part) => office.get(by, `/cases/${on.caseNo}${part}`)));
      const text = JSON.stringify(answers.map(({ body }) => body));
      return users.filter(({ id, name }) => text.includes(id) || text.includes(name)).length;
    };

    expect(await named(applicant)).toBe(0);
    expect(await named(ORGANISER)).toBe(PANEL.length);
    const timeline = await office.get(applicant, `/cases/${on.caseNo}/timeline`);
    expect(JSON.stringify(timeline.body)).toContain('lockSheet');
  });

  it('there are no results, no export and no diagnostics, for nobody', async () => {
    const round = await assigned(1);

    expect(await office.get(null, `/public/rounds/${round.caseNo}/results`)).toMatchObject(refused(404, 'NOT_FOUND'));
    expect(await office.get(null, `/public/rounds/${round.caseNo}/sheets-export`)).toMatchObject(
      refused(404, 'NOT_FOUND'),
    );
    expect(await office.get(ORGANISER, `/rounds/${round.caseNo}/diagnostics`)).toMatchObject(refused(404, 'NOT_FOUND'));
    expect(await close(round)).toMatchObject(refused(422, 'VEN_SHEETS_MISSING'));
  });
});

describe('how far judging is', () => {
  it('is told to a judge of their own rounds, and to who oversees the round by name, without a mark', async () => {
    const round = await assigned(1);
    const project = only(round);
    await office.must(save(J1, round, project, points(80)));
    await office.must(lock(J1, project, 1));
    await office.must(save(J2, round, project, { need: 12 }));
    const at = `/rounds/${round.caseNo}/sheet-progress`;

    const mine = await office.get(J1, '/judging/rounds');
    const progress = Progress.parse((await office.get(ORGANISER, at)).body);

    expect(mine.body.items).toContainEqual(
      expect.objectContaining({ caseNo: round.caseNo, staged: false, assigned: 1, locked: 1 }),
    );
    expect((await office.get(LAST, '/judging/rounds')).body.items).not.toContainEqual(
      expect.objectContaining({ caseNo: round.caseNo }),
    );
    expect(progress.items[0]?.judges.map(({ status }) => status).sort()).toEqual([
      'DRAFT',
      'LOCKED',
      'NONE',
      'NONE',
      'NONE',
    ]);
    expect(await office.get(J1, at)).toMatchObject(refused(404, 'NOT_FOUND'));
    expect(await office.get(STRANGER, at)).toMatchObject(refused(404, 'NOT_FOUND'));
  });
});

describe('a ranked round', () => {
  it('shows scores and ranks to everybody, the sheets by pseudonym, and diagnostics to who oversees it', async () => {
    const round = await assigned(2);
    await scored(round, (judge, project) => 70 + 5 * project + judge);
    await office.must(close(round));

    const results = await office.get(null, `/public/rounds/${round.caseNo}/results`);
    const sheets = await office.get(null, `/public/rounds/${round.caseNo}/sheets-export`);
    const at = `/rounds/${round.caseNo}/diagnostics`;
    await office.until(async () => (await statusOf(at)) === 'READY');

    const [first, second] = round.projects;
    expect(results.body).toMatchObject({
      classes: [
        {
          class: 'KEY',
          ranked: [
            { rank: 1, caseNo: second?.caseNo, score: '77.00' },
            { rank: 2, caseNo: first?.caseNo },
          ],
        },
      ],
    });
    expect(sheets.body.root).toBe(results.body.root);
    const text = JSON.stringify(sheets.body);
    for (const { judgeId, userId } of round.judges) {
      expect(text).not.toContain(judgeId);
      expect(text).not.toContain(userId);
    }
    expect(await office.get(J1, at)).toMatchObject(refused(404, 'NOT_FOUND'));
  });
});

describe('the stage', () => {
  it('is told live to the hall: who is on, until when, and the result as soon as all have locked', async () => {
    const round = await assigned(2);
    expect(await office.get(null, `/public/rounds/${round.caseNo}/stage`)).toMatchObject({
      body: { seed: null, slots: [] },
    });
    await office.must(office.act(ORGANISER, round.caseNo, 'drawStageOrder', null, { facts: { word: 'HALL-7' } }));
    const stage = async () => (await office.get(null, `/public/rounds/${round.caseNo}/stage`)).body;
    const slots = Slots.parse((await stage()).slots);
    const project = round.projects.find(({ caseId }) => caseId === slots[0]?.projectId) ?? only(round);
    const url = await office.app.getUrl();
    const stop = new AbortController();
    const live = await fetch(`${url}/api/v1/public/rounds/${round.caseNo}/stage/events`, { signal: stop.signal });
    const told = reading(live);

    const facts = { projectId: project.caseId, minutes: 5 };
    await office.must(office.act(ORGANISER, round.caseNo, 'callToStage', null, { facts }));
    for (const judge of PANEL) await rounds.lock(round, project, judge, 82);

    await office.until(() => Promise.resolve(told.text.includes('"score":"82.00"')));
    stop.abort();
    expect(told.text).toContain(`"onStage":"${project.caseId}"`);
    expect(await stage()).toMatchObject({
      slots: [{ locked: 5, result: { score: '82.00', rank: 1 } }, { result: null }],
    });
  });
});

/** The text of a stream so far. */
function reading(response: Response): { text: string } {
  const told = { text: '' };
  const decoder = new TextDecoder();
  const read = async (): Promise<void> => {
    for await (const chunk of response.body ?? []) told.text += decoder.decode(chunk, { stream: true });
  };
  read().catch(() => undefined);
  return told;
}
