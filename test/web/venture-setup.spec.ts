import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';

import { applicantOf } from '#prisma/demonstration/handles.js';
import { ventureOrganisation, ventureUser } from '#prisma/demonstration/venture.js';
import { applicationOf, applied } from '../api/venture-office.js';
import type { Visitor } from './browser.js';
import { Site } from './site.js';
import {
  addToPanel,
  assignJudges,
  drawPanel,
  finishScreening,
  openDesk,
  planRound,
  publishCall,
  returnForCure,
  screenOut,
  shortlist,
  untilAssigned,
} from './steps/round-setup.js';

jest.setTimeout(600_000);

const DAY = 24 * 3600;
const FIRST = ventureUser('jiefang', 'organiser', 1);
const SECOND = ventureUser('jiefang', 'organiser', 2);
const AUDITOR = ventureUser('jiefang', 'venture-auditor', 1);
const TITLE = '解放街道首届公益创投大赛';

let site: Site;

beforeAll(async () => {
  site = await Site.open();
});
afterAll(() => site.close());

/** Names of the street's judges, as the pool shows them. */
async function judgeNames(): Promise<string[]> {
  const ids = Array.from({ length: 8 }, (_, n) => ventureUser('jiefang', 'judge', n + 1));
  const users = await site.office.database.rows.user.findMany({ where: { id: { in: ids } } });
  return ids.map((id) => users.find((user) => user.id === id)?.name ?? '');
}

/** 修改方案, before the call. */
async function revise(visitor: Visitor, roundNo: string): Promise<void> {
  const { page } = visitor;
  await openDesk(visitor, roundNo, '方案');
  await page.getByRole('link', { name: '修改方案' }).click();
  await page.getByRole('button', { name: '评审' }).click();
  await page.getByLabel('最低分', { exact: true }).fill('65');
  await page.getByRole('button', { name: '核对' }).click();
  await page.getByRole('cell', { name: '低于 65 分不予资助' }).waitFor();
  await visitor.looksGood('round-revise');
  await page.getByRole('button', { name: '保存修改' }).dblclick();
  await page.waitForURL(new RegExp(`/rounds/${roundNo}$`));
}

/** 补充公告: the deadline moves by a day, with reasons. */
async function amend(visitor: Visitor, roundNo: string): Promise<void> {
  const { page } = visitor;
  await openDesk(visitor, roundNo, '方案');
  await page.getByRole('link', { name: '发布补充公告' }).click();
  await page.getByRole('button', { name: '日程与期限' }).click();
  await page.getByLabel('项目执行期').fill('10');
  await page.getByRole('button', { name: '核对' }).click();
  await page.getByRole('button', { name: '更正公告中的笔误。' }).click();
  await page.getByRole('button', { name: '发布补充公告' }).click();
  await page.getByText('请写明理由', { exact: false }).waitFor();
  await page.getByLabel('办理意见', { exact: false }).fill('更正公告中的笔误,执行期应为十个月。');
  await visitor.looksGood('round-amend');
  await page.getByRole('button', { name: '发布补充公告' }).dblclick();
  await page.waitForURL(new RegExp(`/rounds/${roundNo}$`));
  await openDesk(visitor, roundNo, '方案');
  await page.getByText('更改了执行期').waitFor();
  await visitor.looksGood('round-configuration');
}

/** Applications over HTTP: one of them lies outside the street. */
async function apply(roundNo: string): Promise<string[]> {
  const { office } = site;
  const changes = [{ class: 'KEY' }, {}, { siteDivision: '330402001' }, {}];
  const projects: string[] = [];
  for (const [n, change] of changes.entries())
    projects.push(String((await office.must(applied(office, roundNo, n + 1, change))).body.caseNo));
  return projects;
}

async function untilScreening(roundNo: string, projects: readonly string[]): Promise<void> {
  const { office } = site;
  await office.skip(roundNo, 31 * DAY);
  await office.until(async () => (await office.state(roundNo)) === 'SCREENING');
  for (const project of projects)
    await office.until(async () => (await office.openTasks(project)).some(({ kind }) => kind === 'SCREEN'));
}

/** Somebody leaves the pool and comes back to it, with an applicant as employer. */
async function keepPool(visitor: Visitor, name: string): Promise<void> {
  const { page } = visitor;
  await visitor.go('/rounds/judges');
  await page.getByRole('button', { name: `${name}出库` }).click();
  await page.getByRole('dialog').getByRole('button', { name: '出库' }).click();
  await page.getByRole('button', { name: `${name}出库` }).waitFor({ state: 'hidden' });
  await visitor.press('评委入库');
  await page.getByLabel('人员').selectOption({ index: 1 });
  await page.getByRole('checkbox', { name: '一老一小' }).check();
  await page.getByLabel('关联本系统的社会组织').fill('解放街道春晖');
  await page.getByRole('button', { name: '查找' }).first().click();
  await page.getByRole('button', { name: /春晖/ }).click();
  await page.getByText('已关联本系统的单位').waitFor();
  await visitor.looksGood('judge-dialog');
  await visitor.press('保存');
  await page.getByRole('button', { name: `${name}出库` }).waitFor();
  await visitor.looksGood('judge-pool');
}

describe('a round, through the browser', () => {
  it('is planned, published, screened by two people, and its judges are drawn and assigned', async () => {
    const first = await site.come(FIRST);
    const roundNo = await planRound(first, { title: TITLE, lotteryYuan: '120000', fiscalYuan: '200000', looks: true });
    await first.looksGood('round-planned');
    await revise(first, roundNo);
    await publishCall(first, roundNo);
    await amend(first, roundNo);
    const projects = await apply(roundNo);
    await openDesk(first, roundNo, '申报项目');
    await first.page.getByText('银龄相伴第1号').waitFor();
    await first.looksGood('round-applications');
    await untilScreening(roundNo, projects);

    const second = await site.come(SECOND);
    await screenOut(first, second, roundNo, '银龄相伴第3号');
    await returnForCure(first, roundNo, '银龄相伴第4号');
    const form = await applicationOf(site.office, roundNo, 4, { risks: '已补充询价依据。' });
    const applicant = applicantOf(ventureOrganisation('jiefang', 4));
    await site.office.must(site.office.act(applicant, projects[3] ?? '', 'resubmit', 'SUPPLEMENT', { form }));
    await shortlist(first, roundNo, ['银龄相伴第1号', '银龄相伴第2号', '银龄相伴第4号']);
    await finishScreening(first, roundNo);
    await first.looksGood('round-overview');
    expect(await site.office.state(projects[2] ?? '')).toBe('SCREENED_OUT');

    const names = await judgeNames();
    await keepPool(first, names[0] ?? '');
    const auditor = await site.come(AUDITOR);
    await drawPanel(first, auditor, roundNo, names.slice(1, 6), 5);
    const citizen = await site.passerBy('draws-again');
    await citizen.go(`/public/rounds/${roundNo}`);
    await citizen.page.getByRole('link', { name: '评委抽取' }).click();
    await citizen.press('在本浏览器重新抽取');
    await citizen.page.getByText('得到同样的 5 名评委').waitFor();
    await citizen.looksGood('public-panel');
    await addToPanel(first, roundNo, [names[0] ?? '', names[6] ?? '', names[7] ?? '']);
    const conflicts = first.page.getByRole('region', { name: '回避情形' });
    await conflicts.getByText('受雇于申报、承接或认领单位').waitFor();

    await first.page.getByLabel('每个项目的评委').fill('9');
    await first.press('开始计算');
    await first.page.getByText('按现有限制无法分配').waitFor();
    await first.looksGood('round-assignment-clashes');
    await assignJudges(first, roundNo);
    await untilAssigned(site, roundNo);
    await first.page.reload();
    const replaced = first.page.getByLabel('更换评委', { exact: false });
    await replaced.selectOption({ index: 1 });
    const gone = await replaced.locator('option:checked').innerText();
    await first.press('开始计算');
    await first.page.getByText('与现有分配相比', { exact: false }).waitFor();
    await first.looksGood('round-judges');
    await first.page.getByRole('button', { name: '采用这份分配' }).click();
    await first.page.getByRole('rowheader', { name: `${gone} 已退出` }).waitFor();
    expect(site.faults()).toEqual([]);
  });

  it('is listed for organisers and the auditor, cancelled with reasons, and hidden from strangers until it is published', async () => {
    const first = await site.come(FIRST);
    const roundNo = await planRound(first, {
      title: '解放街道第二届公益创投',
      lotteryYuan: '80000',
      fiscalYuan: '90000',
    });
    await first.go('/rounds');
    await first.page.getByText('解放街道第二届公益创投').waitFor();
    await first.looksGood('rounds');
    const stranger = await site.come(ventureUser('pinghu', 'organiser', 1));
    stranger.expect(/404/);
    await stranger.go(`/rounds/${roundNo}`);
    await stranger.page.getByText('没有找到这一届').waitFor();
    await stranger.looksGood('round-missing');
    await first.act(roundNo, '取消本届', () =>
      first.page.getByRole('button', { name: '因资金安排调整，本届取消，届次另行公告。' }).click(),
    );
    await first.go(`/rounds/${roundNo}`);
    await first.page.getByText('因资金安排调整').waitFor();
    await first.looksGood('round-cancelled');
    expect(site.faults()).toEqual([]);
  });
});
