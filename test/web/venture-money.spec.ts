import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';

import { completeUscc } from '#domain/identifier/uscc.js';
import { addCalendarDays, parseIsoDate } from '#domain/calendar/iso-date.js';
import { applicantOf } from '#prisma/demonstration/handles.js';
import { ventureOrganisation, ventureUser } from '#prisma/demonstration/venture.js';
import type { Entry } from '../../apps/cli/venture/round-desk.js';
import { ORGANISER } from '../api/venture-office.js';
import { Visitor } from './browser.js';
import { rankedRound } from './ranked-round.js';
import { Site } from './site.js';
import {
  addVoucher,
  fileReport,
  nameAccount,
  objectTo,
  proposeAwards,
  recordActivity,
  rejectObjection,
  signAgreement,
  signPayment,
} from './steps/project.js';

jest.setTimeout(600_000);

const EACH_FEN = 1_000_000;
const DAY = 24 * 3600;
const PHONE = 390;
const FIRST = '银龄相伴·独居老人关爱';
const SECOND = '邻里议事·居民自治';
const FUND = '财政资金 第 1 期';

let site: Site;
let roundNo: string;
let first: Entry;
let second: Entry;

beforeAll(async () => {
  site = await Site.open();
  const wish = { class: 'REGULAR', siteDivision: '330402008', requestedFen: EACH_FEN } as const;
  const { caseNo, entries } = await rankedRound(
    site,
    [
      { ...wish, title: FIRST, themes: ['ELDERLY_CHILDREN'] },
      { ...wish, title: SECOND, themes: ['SELF_GOVERNANCE'] },
    ],
    // Enough for the first and half of the second.
    { sources: [{ source: 'FISCAL', budgetFen: 1_500_000, themes: null }] },
  );
  roundNo = caseNo;
  const [one, other] = entries;
  if (one === undefined || other === undefined) throw new Error('the round has too few projects');
  first = one;
  second = other;
}, 600_000);
afterAll(() => site.close());

const organiser = () => site.come(ORGANISER);
const staff = (duty: string, n = 1) => site.come(ventureUser('jiefang', duty, n));
const untilState = (caseNo: string, state: string) =>
  site.office.until(async () => (await site.office.state(caseNo)) === state);
const untilTask = (caseNo: string, kind: string) =>
  site.office.until(async () => (await site.office.openTasks(caseNo)).some((task) => task.kind === kind));

/** Lets the notice end for the projects and for the round. */
async function endNotice(): Promise<void> {
  for (const caseNo of [first.caseNo, second.caseNo, roundNo]) await site.office.skip(caseNo, 10 * DAY);
  await untilState(first.caseNo, 'FUNDED');
  await untilTask(first.caseNo, 'SIGN_AGREEMENT');
}

/** The first day of the first project's term. */
async function termFrom() {
  const { id } = await site.office.database.rows.case.findUniqueOrThrow({ where: { caseNo: first.caseNo } });
  const { termFrom: from } = await site.office.database.rows.fundingAgreement.findUniqueOrThrow({
    where: { projectId: id },
  });
  return parseIsoDate(from?.toISOString().slice(0, 10) ?? '');
}

describe('the money of a round, through the browser', () => {
  it('is proposed with reasons, published, disputed, answered, and adopted up to the gap', async () => {
    const host = await organiser();
    await host.go(`/rounds/${roundNo}/awards`);
    await host.page.getByText('少给：剩余资金不足全额').waitFor();
    await host.looksGood('awards-plan');
    await proposeAwards(host, roundNo);
    await host.page.getByRole('link', { name: FIRST }).waitFor();
    await host.looksGood('awards-notice');

    const neighbour = await site.come(applicantOf(ventureOrganisation('jiefang', 5)));
    await objectTo(neighbour, roundNo, FIRST, 'awards-object');
    await neighbour.page.getByText('我提出的异议').waitFor();
    await rejectObjection(host, roundNo, FIRST, 'awards-answer');
    await host.looksGood('awards-objections');
    await neighbour.page.getByText('两个项目服务对象和内容均不同').waitFor();

    const sponsor = await staff('sponsor');
    await sponsor.go(`/rounds/${roundNo}/awards`);
    await sponsor.page.getByLabel('统一社会信用代码').fill(completeUscc('91330402MA0000001'));
    await sponsor.page.getByLabel('企业名称').fill('示例爱心企业');
    await sponsor.page.getByLabel('法定代表人').fill('钱某');
    await sponsor.looksGood('awards-register');
    await sponsor.press('登记企业');
    await sponsor.page.getByRole('button', { name: `认领“${SECOND}”` }).click();
    await sponsor.page.getByLabel('用途').fill('购置议事活动物资');
    await sponsor.looksGood('awards-deed');
    await sponsor.page.getByRole('button', { name: '签署认领书' }).dblclick();
    await sponsor.page.getByText('待申报单位签署').waitFor();

    const applicant = await site.come(second.applicant);
    await applicant.go(`/projects/${second.caseNo}/money`);
    await applicant.page.getByRole('button', { name: '签署认领书 示例爱心企业' }).click();
    await applicant.press('确定签署认领书');
    await applicant.page.getByText('认领成立，待款物到位').waitFor();
    await applicant.looksGood('project-adopted');
    const { rows } = site.office.database;
    expect(await rows.objection.count()).toBe(1);
    expect(await rows.adoption.findMany()).toMatchObject([{ status: 'SIGNED', fen: 500_000n }]);
    expect(site.faults()).toEqual([]);
  });

  it('is agreed on by both sides, paid by two people, and stopped by the auditor', async () => {
    await endNotice();
    const applicant = await site.come(first.applicant);
    await nameAccount(applicant, first.caseNo);
    await applicant.looksGood('project-agreement');
    await signAgreement(applicant, first.caseNo, 'act-sign-agreement');
    const host = await organiser();
    await signAgreement(host, first.caseNo);
    await untilTask(first.caseNo, 'SIGN_PAYMENT');

    const auditor = await staff('venture-auditor');
    await auditor.go(`/projects/${first.caseNo}/money`);
    for (const name of ['暂停拨付', '恢复拨付']) {
      await auditor.press(name);
      await auditor.page.getByLabel(/办理意见/).fill('收到举报,核实凭证期间按规定处理。');
      await auditor.confirm(`确定${name}`);
      await auditor.page.getByRole('button', { name: name === '暂停拨付' ? '恢复拨付' : '暂停拨付' }).waitFor();
      if (name === '暂停拨付') await auditor.looksGood('project-frozen');
    }

    await host.go(`/rounds/${roundNo}/money`);
    await host.page.getByText('财政资金 第 1 期 5,000.00 元').waitFor();
    await host.looksGood('round-money');
    await signPayment(host, first.caseNo, FUND, 'act-sign-payment');
    const finance = await staff('finance');
    await finance.go(`/projects/${first.caseNo}/money`);
    await finance.page.getByText('已签批，待第二人').waitFor();
    await signPayment(finance, first.caseNo, FUND);
    await finance.page.getByText('已出具拨付指令').waitFor();
    await finance.looksGood('project-paid');
    expect(await site.office.database.rows.paymentOrder.findMany()).toMatchObject([{ fen: 500_000n }]);
    expect(site.faults()).toEqual([]);
  });

  it('is spent on activities that a phone records, reported, evaluated and completed', async () => {
    await untilState(first.caseNo, 'EXECUTING');
    const from = await termFrom();
    const phone = await Visitor.open(site.browser, site.origin, 'phone', PHONE);
    site.visitors.push(phone);
    await phone.go('/sign-in');
    await phone.signIn(first.applicant);
    const held = (n: number) => ({ topic: `第 ${n} 次上门探访`, day: addCalendarDays(from, n), mark: n });
    await recordActivity(phone, first.caseNo, { ...held(1), personTimes: 80, newPersons: 40 }, 'project-activity-form');
    await phone.looksGood('project-activities');
    await recordActivity(phone, first.caseNo, { ...held(2), personTimes: 90, newPersons: 10 });
    await phone.page.getByText('170', { exact: true }).waitFor();

    const official = await staff('site');
    await official.go(`/projects/${first.caseNo}/activities`);
    await official.page.getByRole('button', { name: '现场确认 第 1 次上门探访' }).click();
    await official.page
      .getByText(/现场确认$/)
      .first()
      .waitFor();

    const applicant = await site.come(first.applicant);
    await addVoucher(applicant, first.caseNo, 1, 8000);
    await addVoucher(applicant, first.caseNo, 2, 2000);
    await applicant.looksGood('project-budget');
    await applicant.go(`/projects/${first.caseNo}/changes`);
    await applicant.press('申请变更');
    await applicant.page.getByLabel('活动物资 调整为').fill('7900');
    await applicant.page.getByText('合计比原来少 100.00 元').waitFor();
    await applicant.page.getByLabel('社工补贴 调整为').fill('2100');
    await applicant.looksGood('project-change');
    await applicant.press('提交变更');
    await applicant.page.getByText('已生效（无需审批）').waitFor();

    await untilTask(first.caseNo, 'FILE_MID_TERM_REPORT');
    await fileReport(applicant, first.caseNo, '提交中期报告', 240);
    await applicant.looksGood('project-reports');
    const evaluator = await staff('evaluator');
    await evaluator.act(first.caseNo, '评估', async () => {
      await evaluator.page.getByRole('radio', { name: '合格', exact: true }).check();
      await evaluator.looksGood('act-evaluate');
    });
    await untilTask(first.caseNo, 'FILE_FINAL_REPORT');
    await fileReport(applicant, first.caseNo, '提交结项报告', 480);
    await evaluator.act(first.caseNo, '评估', async () => {
      await evaluator.page.getByRole('radio', { name: '合格', exact: true }).check();
      await evaluator.page.getByLabel('认可的支出').fill('10000');
    });
    await untilState(first.caseNo, 'COMPLETED');
    await applicant.go(`/cases/${first.caseNo}`);
    await applicant.page.getByText('已结项').first().waitFor();
    await applicant.looksGood('project-completed');
    const kept = await site.office.database.rows.projectActivity.findMany();
    expect(kept.map(({ personTimes, reportNo }) => [personTimes, reportNo])).toEqual(
      expect.arrayContaining([
        [80, 1],
        [90, 1],
      ]),
    );
    expect(site.faults()).toEqual([]);
  });
});
