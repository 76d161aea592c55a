import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { applicantOf } from '#prisma/demonstration/handles.js';
import { ventureOrganisation } from '#prisma/demonstration/venture.js';
import { Office, refused } from './office.js';
import { applicationOf, applied, opened, ORGANISER, roundNow, SECOND } from './venture-office.js';

const DAY = 24 * 3600;
const OPINION = '经核对材料,情况如上所述,请办理。';
let office: Office;
let edition = 100;

beforeAll(async () => {
  office = await Office.open();
}, 120_000);
afterAll(() => office.close());

const applicant = (n: number): string => applicantOf(ventureOrganisation('jiefang', n));
const untilState = (caseNo: string, state: string) => office.until(async () => (await office.state(caseNo)) === state);
const untilTask = (caseNo: string, kind: string) =>
  office.until(async () => (await office.openTasks(caseNo)).some((task) => task.kind === kind));
const asOrganiser = (caseNo: string, kind: string, task: string | null, facts: object = {}) =>
  office.act(ORGANISER, caseNo, kind, task, { facts, opinion: OPINION });

/** A round with these applications, past its deadline: every project waits for its screening. */
async function screeningOf(changes: readonly object[]): Promise<{ roundNo: string; projects: string[] }> {
  edition += 1;
  const roundNo = await opened(office, roundNow({ edition, perOrganisation: 9 }));
  const projects: string[] = [];
  for (const [n, change] of changes.entries())
    projects.push(String((await office.must(applied(office, roundNo, n + 1, change))).body.caseNo));
  await office.skip(roundNo, 31 * DAY);
  await untilState(roundNo, 'SCREENING');
  for (const project of projects) await untilTask(project, 'SCREEN');
  return { roundNo, projects };
}

const [FIRST, SECOND_ONE, THIRD] = [0, 1, 2] as const;
const at = (list: readonly string[], n: number): string => list[n] ?? '';

describe('the screening', () => {
  it('begins with the deadline, shortlists, corrects once, refuses by two officers, and publishes the shortlist', async () => {
    const { roundNo, projects } = await screeningOf([{}, {}, {}]);
    const [good, weak, moved] = [at(projects, FIRST), at(projects, SECOND_ONE), at(projects, THIRD)];

    await office.must(asOrganiser(good, 'shortlist', 'SCREEN'));
    expect(await asOrganiser(roundNo, 'finishScreening', 'FINISH_SCREENING')).toMatchObject(
      refused(409, 'VEN_SCREENING_OPEN'),
    );

    await office.must(asOrganiser(moved, 'moveClass', 'SCREEN', { class: 'KEY' }));
    await office.must(asOrganiser(moved, 'shortlist', 'SCREEN'));
    expect(await office.get(ORGANISER, `/projects/${moved}`)).toMatchObject({
      body: { class: { slug: 'KEY' }, appliedClass: { slug: 'REGULAR' }, screening: { checks: expect.any(Array) } },
    });
    const { id: movedId } = await office.database.rows.case.findUniqueOrThrow({ where: { caseNo: moved } });
    expect(await office.database.rows.notice.count({ where: { caseId: movedId, kind: 'CLASS_MOVED' } })).toBe(1);

    await office.must(asOrganiser(weak, 'returnForCure', 'SCREEN', { items: ['BUDGET'] }));
    const corrected = await applicationOf(office, roundNo, 2, { risks: '已补充风险应对措施。' });
    await office.must(office.act(applicant(2), weak, 'resubmit', 'SUPPLEMENT', { form: corrected }));
    expect(await asOrganiser(weak, 'returnForCure', 'SCREEN', { items: ['BUDGET'] })).toMatchObject(
      refused(409, 'SUPPLEMENT_USED'),
    );
    await office.must(asOrganiser(weak, 'proposeRefusal', 'SCREEN', { checks: [] }));
    const decide = { facts: { verdict: 'CONFIRM' }, opinion: OPINION };
    expect(await office.act(ORGANISER, weak, 'decideRefusal', 'CHECK_REFUSAL', decide)).toMatchObject(
      refused(403, 'RECUSAL_REQUIRED'),
    );
    const out = await office.act(SECOND, weak, 'decideRefusal', 'CHECK_REFUSAL', decide);
    expect(out).toMatchObject({ status: 200, body: { state: 'SCREENED_OUT' } });

    const finished = await asOrganiser(roundNo, 'finishScreening', 'FINISH_SCREENING');
    expect(finished).toMatchObject({ status: 200, body: { state: 'SCORING' } });
    const { body } = await office.get(null, `/public/rounds/${roundNo}/shortlist`);
    expect(body.items).toMatchObject([{ caseNo: good }, { caseNo: moved, class: { slug: 'KEY' } }]);
  }, 60_000);

  it('does not shortlist a project that fails a check, and names the clause', async () => {
    const { roundNo, projects } = await screeningOf([{ siteDivision: '330402001' }]);

    const listed = await office.get(
      ORGANISER,
      `/rounds/${roundNo}/projects?waitsFor=SCREEN&words=${encodeURIComponent('银龄')}`,
    );
    const own = await office.get(applicant(1), `/rounds/${roundNo}/projects`);
    const answer = await asOrganiser(at(projects, FIRST), 'shortlist', 'SCREEN');

    expect(listed.body.items).toMatchObject([{ failedChecks: 1, screeningTask: { slug: 'SCREEN' } }]);
    expect(own.body.items).toMatchObject([{ failedChecks: null, screeningTask: null }]);
    expect(answer).toMatchObject(refused(422, 'VEN_NOT_ELIGIBLE'));
    expect(answer.body.details).toMatchObject({
      failed: [{ check: 'DIVISION', clauseZh: '项目实施地在本届区域之内' }],
    });
  }, 60_000);

  it('screens out a project that was returned and not handed in again within three working days', async () => {
    const { projects } = await screeningOf([{}]);
    const project = at(projects, FIRST);
    await office.must(asOrganiser(project, 'returnForCure', 'SCREEN', { items: ['BUDGET'] }));

    await office.skip(project, 20 * DAY);

    await untilState(project, 'SCREENED_OUT');
    const { standingKey } = await office.database.rows.project.findUniqueOrThrow({ where: { caseNo: project } });
    expect(standingKey).toBeNull();
  }, 60_000);

  it('that shortlists nobody cancels the round', async () => {
    const { roundNo, projects } = await screeningOf([{}]);
    const project = at(projects, FIRST);
    await office.must(asOrganiser(project, 'proposeRefusal', 'SCREEN', { checks: [] }));
    const decide = { facts: { verdict: 'CONFIRM' }, opinion: OPINION };
    await office.must(office.act(SECOND, project, 'decideRefusal', 'CHECK_REFUSAL', decide));

    const finished = await asOrganiser(roundNo, 'finishScreening', 'FINISH_SCREENING');

    expect(finished).toMatchObject({ status: 200, body: { state: 'CANCELLED' } });
  }, 60_000);
});

describe('a round that is cancelled', () => {
  it('publishes its reasons, takes its projects with it, and frees its edition', async () => {
    edition += 1;
    const roundNo = await opened(office, roundNow({ edition }));
    const project = String((await office.must(applied(office, roundNo, 1))).body.caseNo);
    await untilState(project, 'SUBMITTED');
    await office.until(
      async () => (await office.database.rows.case.findUniqueOrThrow({ where: { caseNo: project } })).seq > 0,
    );

    const cancelled = await asOrganiser(roundNo, 'cancelRound', null);

    expect(cancelled).toMatchObject({ status: 200, body: { state: 'CANCELLED' } });
    await untilState(project, 'CANCELLED');
    expect(await office.get(null, `/public/rounds/${roundNo}`)).toMatchObject({
      body: { takesApplications: false, cancelled: { reasons: OPINION } },
    });
    expect(await applied(office, roundNo, 2)).toMatchObject(refused(422, 'VEN_CALL_NOT_OPEN'));
    await opened(office, roundNow({ edition }));
  }, 60_000);
});

describe('a hand-over that is lost', () => {
  it('is repeated by the sweep, and twice is once', async () => {
    edition += 1;
    const roundNo = await opened(office, roundNow({ edition }));
    const project = String((await office.must(applied(office, roundNo, 1))).body.caseNo);
    await office.database.rows.case.update({ where: { caseNo: project }, data: { startedAt: null } });

    await office.sweep();
    await office.sweep();

    await office.until(
      async () => (await office.database.rows.case.findUniqueOrThrow({ where: { caseNo: project } })).seq === 1,
    );
  }, 60_000);
});

describe('what others may see of a round', () => {
  it('is their own projects, and nothing of a round that is not published', async () => {
    edition += 1;
    const roundNo = await opened(office, roundNow({ edition }));
    const project = String((await office.must(applied(office, roundNo, 1))).body.caseNo);
    await office.must(applied(office, roundNo, 2));

    const own = await office.get(applicant(1), `/rounds/${roundNo}/projects`);
    const all = await office.get(ORGANISER, `/rounds/${roundNo}/projects?limit=1`);

    expect(own.body.items).toMatchObject([{ caseNo: project }]);
    expect(all.body).toMatchObject({ items: [{ caseNo: project }], nextCursor: expect.any(String) });
    expect(await office.get(applicant(2), `/projects/${project}`)).toMatchObject({ status: 404 });
    expect(await office.get(null, '/public/rounds/M03-330402008-2026-09999')).toMatchObject({ status: 404 });
    const open = await office.get(null, '/public/rounds?open=true&limit=100');
    expect(JSON.stringify(open.body)).toContain(roundNo);
  }, 60_000);
});
