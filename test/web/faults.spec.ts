import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';

import { DEMONSTRATION_PASSWORD } from '#prisma/demonstration/accounts.js';
import { applicantOf, ORG, UNIT, USER } from '#prisma/demonstration/handles.js';
import type { Visitor } from './browser.js';
import { manyTasks } from './many-tasks.js';
import { Site } from './site.js';

jest.setTimeout(300_000);

const NAME = '中共内江市星禾助老服务协会临时党支部';
const TOO_LARGE = 21 * 1024 * 1024;
const FIRST_ROWS_MS = 1_500;
/** How much longer things may take while other tests run beside. */
const SLACK = 3;

let site: Site;

beforeAll(async () => {
  site = await Site.open();
});
afterAll(() => site.close());

/** Somebody who writes the basis of an application. */
async function writer(): Promise<Visitor> {
  const visitor = await site.come(applicantOf(ORG.eligible));
  await visitor.go('/apply');
  await visitor.page.getByRole('button', { name: /申请$/ }).click();
  await visitor.page.getByText('符合条件，可以申请。').waitFor();
  await visitor.press('下一步');
  return visitor;
}

/** How often an act was recorded of a case. */
function acts(caseNo: string, kind: string): Promise<number> {
  const { rows } = site.office.database;
  return rows.case
    .findUniqueOrThrow({ where: { caseNo } })
    .then(({ id }) => rows.decision.count({ where: { caseId: id, kind } }));
}

describe('what goes wrong', () => {
  it('says plainly that the password is wrong', async () => {
    const visitor = await site.passerBy('stranger');
    visitor.expect(/401/);
    await visitor.go('/cases');
    await visitor.page.getByLabel('用户名').fill('neijiang.intake');
    await visitor.page.getByLabel('密码', { exact: true }).fill('not the password');
    await visitor.press('登录');
    await visitor.page.getByText('用户名或密码不正确。').waitFor();
    await visitor.looksGood('sign-in-wrong');
    expect(visitor.faults).toEqual([]);
  });

  it('says that a code belongs to no paper, without a sign-in', async () => {
    const visitor = await site.passerBy('public');
    await visitor.go('/check');
    await visitor.looksGood('check');
    await visitor.page.getByLabel('核验码').fill('ABCD-EFGH-0000-1111');
    visitor.expect(/400|422/);
    await visitor.press('核验');
    await visitor.page.getByRole('alert').getByText('请对照文书页脚逐位核对').waitFor();
    await visitor.looksGood('check-unknown');
    expect(visitor.faults).toEqual([]);
  });

  it('keeps what was written when the session ends in the middle, and goes on after signing in again', async () => {
    const visitor = await writer();
    const { page } = visitor;
    visitor.expect(/401/);
    await visitor.context.clearCookies();
    await page.getByLabel('拟设名称').fill(NAME);
    await page.getByText('登录已过期').waitFor();
    await visitor.looksGood('session-ended');
    await visitor.signIn(applicantOf(ORG.eligible));
    await page.getByText(/^已保存/).waitFor();
    expect(await page.getByLabel('拟设名称').inputValue()).toBe(NAME);
    const [draft] = await site.office.database.rows.draft.findMany({ orderBy: { updatedAt: 'desc' }, take: 1 });
    expect(draft?.data).toMatchObject({ proposedName: NAME });
    expect(visitor.faults).toEqual([]);
  });

  it('keeps what was written while the network is away, also over a reload, and sends it later', async () => {
    const visitor = await writer();
    const { page } = visitor;
    visitor.expect(/ERR_|Failed to load/);
    await page.route('**/api/v1/drafts/*', (route) =>
      route.request().method() === 'PUT' ? route.abort() : route.continue(),
    );
    await page.getByLabel('理事会人数').fill('21');
    await page.getByText('内容已暂存在本机').waitFor();
    await page.reload();
    await page.unroute('**/api/v1/drafts/*');
    await page.getByText(/^已保存/).waitFor();
    await page.getByRole('button', { name: '基本情况' }).click();
    expect(await page.getByLabel('理事会人数').inputValue()).toBe('21');
    expect(visitor.faults).toEqual([]);
  });

  it('refuses a file that is too large before it is sent', async () => {
    const visitor = await writer();
    await visitor.press('下一步');
    await visitor.page.getByRole('checkbox').first().check();
    const folder = await mkdtemp(path.join(tmpdir(), 'banjie-web-'));
    const file = path.join(folder, '证明.pdf');
    await writeFile(file, Buffer.alloc(TOO_LARGE, 1));
    await visitor.page.locator('input[type=file]').first().setInputFiles(file);
    await visitor.page.getByText('超过 20 MB 上限').waitFor();
    await rm(folder, { recursive: true });
    expect(visitor.faults).toEqual([]);
  });

  it('tells the second of two officials that the task is done', async () => {
    const caseNo = await site.office.submit(ORG.withdrawn, 4);
    const [first, second] = await Promise.all([site.come(USER.neijiangIntake), site.come(USER.neijiangLeader)]);
    for (const { page } of [first, second]) {
      await page.goto(`${site.origin}/cases/${caseNo}`);
      await page.getByRole('button', { name: '受理', exact: true }).click();
    }
    await first.confirm('确定受理');
    second.expect(/409|403/);
    await second.press('确定受理');
    const refusal = second.page.getByRole('dialog').getByRole('alert');
    await refusal.waitFor();
    expect(await refusal.innerText()).toMatch(/待办.*(办结|办理|他人)|新的进展/);
    await second.looksGood('second-official');
    expect(await acts(caseNo, 'accept')).toBe(1);
    expect([...first.faults, ...second.faults]).toEqual([]);
  });

  it('does once what was pressed twice', async () => {
    const caseNo = await site.office.submit(ORG.threeMembers, 3);
    const visitor = await site.come(USER.neijiangIntake);
    const { page } = visitor;
    const sent: string[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST' && request.url().endsWith('/acts')) sent.push(request.url());
    });
    await visitor.go(`/cases/${caseNo}`);
    await page.getByRole('button', { name: '受理', exact: true }).click();
    await visitor.confirm('确定受理');
    await page.getByText('已受理').first().waitFor();
    expect(sent).toHaveLength(1);
    expect(await acts(caseNo, 'accept')).toBe(1);
    expect(visitor.faults).toEqual([]);
  });

  it('says on a slow network that it is under way, and cannot be pressed again', async () => {
    const caseNo = await site.office.submit(ORG.losesMember, 3);
    const visitor = await site.come(USER.neijiangIntake);
    const { page } = visitor;
    const held: (() => void)[] = [];
    await page.route('**/acts', async (route) => {
      const response = await route.fetch();
      await new Promise<void>((resolve) => held.push(resolve));
      await route.fulfill({ response });
    });
    await visitor.go(`/cases/${caseNo}`);
    await page.getByRole('button', { name: '受理', exact: true }).click();
    const confirm = page.getByRole('button', { name: '确定受理' });
    await confirm.click();
    await page.locator('.ant-btn-loading').filter({ hasText: '确定受理' }).waitFor();
    await visitor.looksGood('slow-network');
    await confirm.click({ force: true });
    for (const letGo of held) letGo();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.getByText('已受理').first().waitFor();
    expect(await acts(caseNo, 'accept')).toBe(1);
    expect(visitor.faults).toEqual([]);
  });

  it('names what is refused as the form does, and shows a case that has changed without losing the words', async () => {
    const caseNo = await site.office.submit(ORG.unauthorised, 4);
    const visitor = await site.come(USER.neijiangIntake);
    visitor.expect(/400|409/);
    const { page } = visitor;
    const dialog = page.getByRole('dialog');
    const sendInstead = (change: object) =>
      page.route('**/acts', (route) => route.continue({ postData: { ...route.request().postDataJSON(), ...change } }), {
        times: 1,
      });
    await visitor.go(`/cases/${caseNo}`);
    await visitor.press('通知补正');
    await page.getByRole('checkbox', { name: '理事会决议' }).check();
    await page.getByLabel('理事会决议：缺什么、怎么改').fill('决议缺少参会理事签名。');
    await sendInstead({ facts: {} });
    await visitor.press('确定通知补正');
    await dialog.getByText('需要补正的材料（请一次列全）：必须填写。').waitFor();
    await visitor.looksGood('act-field-refused');
    await visitor.press('取消');

    await visitor.press('受理');
    await page.getByLabel('办理意见').fill('材料齐全,符合形式要求。');
    await sendInstead({ seenSeq: 0 });
    await visitor.press('确定受理');
    await dialog.getByText('办件在您打开之后已有变化').waitFor();
    await visitor.looksGood('act-stale');
    await visitor.press('刷新');
    await dialog.waitFor({ state: 'hidden' });
    await visitor.press('受理');
    expect(await page.getByLabel('办理意见').inputValue()).toBe('材料齐全,符合形式要求。');
    await visitor.confirm('确定受理');
    expect(await acts(caseNo, 'accept')).toBe(1);
    expect(visitor.faults).toEqual([]);
  });

  it('says when one goes back to a form that is sent', async () => {
    const applicant = applicantOf(ORG.oneTransferred);
    const draft = await site.office.draft(ORG.oneTransferred, await site.office.form(ORG.oneTransferred, 3));
    const visitor = await site.come(applicant);
    const { page } = visitor;
    await visitor.go(`/apply/${draft}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.getByRole('link', { name: '办件' }).click();
    await page.getByRole('heading', { level: 1, name: '办件' }).waitFor();
    await site.office.must(site.office.post(applicant, `/drafts/${draft}/submission`));

    await page.goBack();
    await page.getByText('这份申请已经提交').waitFor();
    await page.getByText('提交后不能再改').waitFor();
    await visitor.looksGood('back-after-submitting');
    expect(visitor.faults).toEqual([]);
  });

  it('leads a link of yesterday to the sign-in and on to where it pointed', async () => {
    const caseNo = await site.office.submit(ORG.twoTransferred, 3);
    const visitor = await site.passerBy('link-of-yesterday');
    const { page } = visitor;
    visitor.expect(/401/);
    await visitor.go(`/cases/${caseNo}?from=mail`);
    await page.getByRole('heading', { name: '登录' }).waitFor();
    await page.getByLabel('用户名').fill('neijiang.auditor');
    await page.getByLabel('密码', { exact: true }).fill(DEMONSTRATION_PASSWORD);
    await visitor.press('登录');
    await page.getByRole('heading', { level: 1 }).filter({ hasText: '临时党支部' }).waitFor();
    expect(new URL(page.url()).pathname).toBe(`/cases/${caseNo}`);
    expect(visitor.faults).toEqual([]);
  });

  it('says that a paper has gone, and that a page is none', async () => {
    const caseNo = await site.office.submit(ORG.village, 3);
    const visitor = await site.come(applicantOf(ORG.village));
    const { page } = visitor;
    visitor.expect(/404/);
    await visitor.go(`/cases/${caseNo}`);
    await page.getByRole('button', { name: /^预览/ }).first().click();
    await page.getByRole('dialog').getByRole('alert').getByText('没有找到，或您无权查看').waitFor();
    await visitor.looksGood('paper-gone');
    await visitor.go('/nowhere/at/all');
    await page.getByText('没有这个页面').waitFor();
    await page.getByText('链接已失效').waitFor();
    await visitor.looksGood('page-missing');
    expect(visitor.faults).toEqual([]);
  });

  it('keeps a list of two thousand rows usable', async () => {
    const { database } = site.office;
    await manyTasks(database, { count: 2_000, userId: USER.xiuzhouReviewer, unitId: UNIT.xiuzhouWorkCommittee });
    const visitor = await site.come(USER.xiuzhouReviewer);
    const { page } = visitor;
    await visitor.go('/cases');
    await page.getByText('已显示 100 项').waitFor();
    const began = Date.now();
    await page.reload();
    await page.locator('.rows > li').first().waitFor();
    const first = Date.now() - began;
    process.stdout.write(`2,000 rows: the first after ${first} ms\n`);
    expect(first).toBeLessThan(SLACK * FIRST_ROWS_MS);

    await page.getByLabel('查找名称、组织或编号').fill('第 1987 件');
    await page.getByText('共 1 项').waitFor();
    await page.getByRole('link', { name: /第 1987 件/ }).waitFor();
    await page.getByRole('button', { name: '清除条件' }).first().click();
    await page.getByText('已显示 100 项').waitFor();
    while (await page.getByText('还有更多').isVisible()) {
      const rows = await page.locator('.rows > li').count();
      await page.locator('.rows > li').last().scrollIntoViewIfNeeded();
      await page.locator('.rows > li').nth(rows).waitFor();
    }
    await page.getByText('共 2000 项').waitFor();
    expect(visitor.faults).toEqual([]);
  });

  it('shows a case that is not there as not found', async () => {
    const visitor = await site.come(USER.neijiangIntake);
    visitor.expect(/404/);
    await visitor.go('/cases/M01-511000-2026-99999');
    await visitor.page.getByText('没有找到这个办件').waitFor();
    await visitor.looksGood('case-missing');
    expect(visitor.faults).toEqual([]);
  });

  it('has deputies, the account, large type and English in order', async () => {
    const visitor = await site.come(USER.neijiangSigner);
    await visitor.go('/deputies');
    await visitor.page.getByLabel('代理人').selectOption({ index: 1 });
    await visitor.page.getByLabel('至', { exact: true }).fill('2030-01-01');
    await visitor.press('委托代理');
    await visitor.page.getByText('代您办理', { exact: false }).nth(1).waitFor();
    await visitor.looksGood('deputies');
    await visitor.go('/account');
    await visitor.looksGood('account');
    await visitor.press('大字');
    await visitor.go('/');
    await visitor.looksGood('home-large');
    await visitor.press('English');
    await visitor.page.getByText('Waits for me').first().waitFor();
    await visitor.looksGood('home-english');
    const caseNo = await site.office.submitApproval(USER.neijiangIntake, UNIT.neijiangWorkCommittee, [
      USER.neijiangSigner,
    ]);
    await visitor.go(`/cases/${caseNo}`);
    await visitor.page.getByRole('region', { name: 'What I may do' }).getByRole('button').first().waitFor();
    await visitor.looksGood('case-english-large');
    await visitor.press('Normal type');
    await visitor.go('/cases');
    await visitor.page.getByRole('link', { name: new RegExp(caseNo) }).waitFor();
    await visitor.looksGood('cases-english');
    expect(visitor.faults).toEqual([]);
  });
});
