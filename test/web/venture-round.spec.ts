import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';

import { applicantOf } from '#prisma/demonstration/handles.js';
import { ventureOrganisation, ventureUser } from '#prisma/demonstration/venture.js';
import { Site } from './site.js';
import * as judging from './steps/judging.js';
import {
  beginApplication,
  nameAccount,
  proposeAwards,
  signAgreement,
  signPayment,
  submitApplication,
  writeApplication,
} from './steps/project.js';
import {
  assignJudges,
  drawPanel,
  finishScreening,
  planRound,
  publishCall,
  shortlist,
  untilAssigned,
} from './steps/round-setup.js';

jest.setTimeout(600_000);

const DAY = 24 * 3600;
const PANEL = [1, 2, 3, 4, 5].map((n) => ventureUser('jiefang', 'judge', n));
const TITLES = ['银龄相伴·独居老人关爱', '童心护航·留守儿童陪伴'] as const;
const TOTALS: Readonly<Record<string, readonly number[]>> = {
  [TITLES[0]]: [88, 86.5, 90, 84, 87],
  [TITLES[1]]: [80, 79, 82.5, 81, 78],
};

let site: Site;

beforeAll(async () => {
  site = await Site.open();
});
afterAll(() => site.close());

const staff = (role: string, n = 1) => site.come(ventureUser('jiefang', role, n));
const applicant = (n: number) => site.come(applicantOf(ventureOrganisation('jiefang', n)));

/** Two organisations apply; answers the numbers of their projects. */
async function applied(roundNo: string): Promise<string[]> {
  const numbers: string[] = [];
  for (const [n, title] of TITLES.entries()) {
    const visitor = await applicant(n + 1);
    await beginApplication(visitor, roundNo);
    await writeApplication(visitor, { title });
    numbers.push(await submitApplication(visitor));
  }
  return numbers;
}

/** The call ends, and every project is to be screened. */
async function untilScreening(roundNo: string, projects: readonly string[]): Promise<void> {
  const { office } = site;
  await office.skip(roundNo, 31 * DAY);
  await office.until(async () => (await office.state(roundNo)) === 'SCREENING');
  for (const project of projects)
    await office.until(async () => (await office.openTasks(project)).some(({ kind }) => kind === 'SCREEN'));
}

/** Names of the five judges, as the pool shows them. */
async function panelNames(): Promise<string[]> {
  const users = await site.office.database.rows.user.findMany({ where: { id: { in: PANEL } } });
  return users.map(({ name }) => name);
}

describe('one round, through the browser from its plan to the first payment', () => {
  it('is planned, applied to, screened, judged on site before the hall, published, agreed on and paid', async () => {
    const organiser = await staff('organiser');
    const auditor = await staff('venture-auditor');
    const roundNo = await planRound(organiser, {
      title: '解放街道首届公益创投大赛',
      lotteryYuan: '120000',
      fiscalYuan: '200000',
    });
    await publishCall(organiser, roundNo);
    const projects = await applied(roundNo);
    await untilScreening(roundNo, projects);
    await shortlist(organiser, roundNo, TITLES);
    await finishScreening(organiser, roundNo);
    await drawPanel(organiser, auditor, roundNo, await panelNames(), PANEL.length);
    await assignJudges(organiser, roundNo);
    await untilAssigned(site, roundNo);

    const hall = await judging.onWall(await site.passerBy('hall'), roundNo);
    const judges = [];
    for (const userId of PANEL) judges.push(await judging.atPhone(await site.come(userId)));
    await judging.drawOrder(organiser, roundNo, 'HALL-2026');
    for (const _ of TITLES) {
      const title = await judging.callNext(organiser, 8);
      await hall.page.getByRole('heading', { name: title }).waitFor();
      for (const [n, judge] of judges.entries()) await judging.score(judge, title, TOTALS[title]?.[n] ?? 0);
      await organiser.page
        .getByText(/得分 \d+\.\d\d/)
        .first()
        .waitFor();
      await judging.leaveStage(organiser);
    }
    // Without the highest and the lowest: 87.17 and 80.00.
    await hall.page.getByText('87.17').first().waitFor();
    await hall.page.getByText('80.00').first().waitFor();
    await judging.closeScoring(organiser, roundNo);

    await proposeAwards(organiser, roundNo);
    const [winner = '', runnerUp = ''] = projects;
    for (const caseNo of [winner, runnerUp, roundNo]) await site.office.skip(caseNo, 10 * DAY);
    await site.office.until(async () =>
      (await site.office.openTasks(winner)).some(({ kind }) => kind === 'SIGN_AGREEMENT'),
    );
    const first = await applicant(1);
    await nameAccount(first, winner);
    await signAgreement(first, winner);
    await signAgreement(organiser, winner);
    await site.office.until(async () =>
      (await site.office.openTasks(winner)).some(({ kind }) => kind === 'SIGN_PAYMENT'),
    );
    await organiser.go(`/projects/${winner}/money`);
    const press = organiser.page.getByRole('button', { name: /^拨付签批 / }).first();
    const instalment = ((await press.getAttribute('aria-label')) ?? '').replace('拨付签批 ', '');
    await signPayment(organiser, winner, instalment);
    await signPayment(await staff('finance'), winner, instalment);
    const { rows } = site.office.database;
    await site.office.until(async () => (await rows.paymentOrder.count()) === 1);

    const passer = await site.passerBy('passer-by');
    await passer.go(`/public/rounds/${roundNo}`);
    await passer.page.getByRole('heading', { level: 1 }).waitFor();
    expect(await site.office.state(winner)).toMatch(/CONTRACTED|EXECUTING/);
    expect(site.faults()).toEqual([]);
  });
});
