import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';

import { applicantOf, ORG, USER } from '#prisma/demonstration/handles.js';
import type { Visitor } from './browser.js';
import { Site } from './site.js';

jest.setTimeout(300_000);

const NAME = '中共内江市星禾助老服务协会临时党支部';
const TOO_LARGE = 21 * 1024 * 1024;

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
    await visitor.page
      .getByText(/未找到|核验码/)
      .nth(1)
      .waitFor();
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
    await first.press('确定受理');
    await first.page.getByRole('dialog').waitFor({ state: 'hidden' });
    second.expect(/409|403/);
    await second.press('确定受理');
    await second.page.getByRole('dialog').getByRole('alert').waitFor();
    expect(await second.page.getByRole('dialog').getByRole('alert').innerText()).toMatch(/。/);
    expect([...first.faults, ...second.faults]).toEqual([]);
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
    expect(visitor.faults).toEqual([]);
  });
});
