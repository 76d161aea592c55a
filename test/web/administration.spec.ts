import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';

import { applicantOf, ORG, UNIT, USER } from '#prisma/demonstration/handles.js';
import { organisationRow, workbook } from '../support/workbooks.js';
import type { Sheets } from '../support/workbooks.js';
import type { Visitor } from './browser.js';
import { Site } from './site.js';

jest.setTimeout(300_000);

const PASSWORD = 'Banjie-2026-ceshi';
const REGISTRY = { 登记管理机关: '嘉兴市秀洲区民政局' };
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

let site: Site;
let admin: Visitor;

beforeAll(async () => {
  site = await Site.open();
  admin = await site.come(USER.admin);
});
afterAll(() => site.close());

describe('administration', () => {
  it('adds a user, grants a role at a unit, ends it, and shuts the account', async () => {
    const { page } = admin;
    await admin.go('/administration');
    await admin.looksGood('administration-users');
    await admin.press('新增用户');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('姓名').fill('周知行');
    await dialog.getByLabel('用户名').fill('zhou.zhixing');
    await dialog.getByLabel(/首次登录密码/).fill(PASSWORD);
    await dialog.getByRole('button', { name: '新增', exact: true }).dblclick();
    await page.getByRole('heading', { name: '周知行' }).waitFor();

    await page.getByLabel('角色', { exact: true }).selectOption({ label: '两新工委/组织部审批人' });
    await page.getByLabel('所在单位').selectOption(UNIT.neijiangWorkCommittee);
    await page.getByLabel(/^至/).fill('2030-12-31');
    await admin.press('授予');
    const role = page.getByRole('listitem').filter({ hasText: '两新工委/组织部审批人' });
    await role.getByText('至 2030年12月31日').waitFor();
    await admin.looksGood('administration-user');

    await role.getByRole('button', { name: /^收回/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: '确定' }).click();
    await role.getByText('已结束').waitFor();
    await admin.press('停用');
    await page.getByRole('dialog').getByRole('button', { name: '确定' }).click();
    await page.getByText('已停用').waitFor();

    const outsider = await site.passerBy('shut-out');
    outsider.expect(/403/);
    await outsider.go('/sign-in');
    await outsider.page.getByLabel('用户名').fill('zhou.zhixing');
    await outsider.page.getByLabel('密码', { exact: true }).fill(PASSWORD);
    await outsider.press('登录');
    await outsider.page.getByRole('alert').waitFor();
    expect([...admin.faults, ...outsider.faults]).toEqual([]);
  });

  it('sets up a unit, renames it and names its leader', async () => {
    const { page } = admin;
    await admin.go('/administration/units');
    await page.getByText('内江市民政局').first().waitFor();
    await admin.looksGood('administration-units');
    await admin.press('新增单位');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('单位名称').fill('内江市司法局');
    await dialog.getByLabel('单位类型').selectOption({ label: '业务主管单位' });
    await dialog.getByLabel('层级').selectOption({ label: '市（盟）级' });
    await dialog.getByLabel('行政区划代码').fill('511000');
    await dialog.getByLabel('上级单位').selectOption(UNIT.neijiangWorkCommittee);
    await dialog.getByLabel('机关代字').fill('内司');
    await dialog.getByRole('button', { name: '新增单位' }).click();
    await dialog.waitFor({ state: 'hidden' });

    await page.getByLabel('查找单位名称').fill('司法局');
    await page.getByRole('button', { name: '更改 内江市司法局' }).click();
    await dialog.getByLabel('单位名称').fill('内江市司法局(法制办)');
    await dialog.getByLabel('单位负责人').selectOption({ index: 1 });
    await dialog.getByRole('button', { name: '保存' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByText('内江市司法局(法制办)').waitFor();
    const made = await site.office.database.rows.unit.findFirstOrThrow({ where: { docWord: '内司' } });
    expect(made.leaderUserId).not.toBeNull();
    expect(admin.faults).toEqual([]);
  });

  it('sets the holidays of a year', async () => {
    const { page } = admin;
    admin.expect(/404/);
    await admin.go('/administration/calendar?year=2099');
    await page.getByText('这一年还没有录入').waitFor();
    await page.getByRole('button', { name: '2099-01-01' }).click();
    const weekend = page.getByRole('button', { name: /^2099-01-03/ });
    await weekend.click();
    await weekend.click();
    await page.getByText('放假 1 天，调休上班 1 天').waitFor();
    await admin.looksGood('administration-calendar');
    await admin.press('保存日历');
    await page.getByText('已保存。').waitFor();
    const year = await site.office.database.rows.calendarYear.findUniqueOrThrow({ where: { year: 2099 } });
    expect(year).toMatchObject({ holidays: ['2099-01-01'], makeUpDays: ['2099-01-03'] });
    expect(admin.faults).toEqual([]);
  });

  it('shows templates with their fields, refuses one that is none, and changes a default from a day on', async () => {
    const { page } = admin;
    await admin.go('/administration/templates');
    await page.getByRole('button', { name: '批复 可用字段' }).click();
    await page.getByRole('dialog').getByText('{docNo}', { exact: true }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.getByRole('combobox', { name: '单位' }).selectOption(UNIT.neijiangWorkCommittee);
    await admin.looksGood('administration-templates');
    await page.getByRole('button', { name: '预览 批复.docx' }).click();
    await page.getByRole('document').getByText('批复').first().waitFor();
    await page.keyboard.press('Escape');
    const folder = await mkdtemp(path.join(tmpdir(), 'banjie-template-'));
    const file = path.join(folder, '批复.docx');
    await writeFile(file, 'no template at all');
    admin.expect(/422/);
    await page.locator('input[aria-label="批复模板文件"]').setInputFiles(file);
    await page.getByRole('alert').getByText('模板不能使用').waitFor();
    await rm(folder, { recursive: true });

    await admin.go('/administration/defaults');
    await page.getByRole('button', { name: '更改 批复期限' }).click();
    await page.getByRole('dialog').getByLabel(/新值/).fill('15');
    await page.getByRole('dialog').getByLabel('生效日期').fill('2031-01-01');
    await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
    await page.getByText('2031年1月1日 起为 15 个工作日').waitFor();
    await admin.looksGood('administration-defaults');
    expect(admin.faults).toEqual([]);
  });

  it('imports a workbook, which goes on while one looks elsewhere, and reports what is wrong row by row', async () => {
    const { page } = admin;
    await admin.go('/imports');
    await admin.looksGood('imports');
    const downloaded = page.waitForEvent('download');
    await page.getByRole('link', { name: '下载模板' }).click();
    expect((await downloaded).suggestedFilename()).toMatch(/模板\.xlsx$/);
    const send = async (name: string, sheets: Sheets) =>
      page.locator('input[type=file]').setInputFiles({ name, mimeType: XLSX, buffer: await workbook(sheets) });
    await send('有误.xlsx', { organisations: [organisationRow(1, { 登记日期: '去年' }), organisationRow(2)] });
    await page.getByText('有误.xlsx').waitFor();
    await admin.go('/administration');
    await admin.go('/imports');
    await page.getByText('有错误的工作表未导入').waitFor();
    await page.getByText(/前 \d+ 处错误/).click();
    await page.getByText(/第 \d+ 行 登记日期/).waitFor();
    await admin.looksGood('imports-rejected');
    const report = page.waitForEvent('download');
    await page.getByRole('link', { name: '下载错误报告' }).click();
    expect((await report).suggestedFilename()).toMatch(/\.xlsx$/);

    await send('改正.xlsx', { organisations: [organisationRow(1, REGISTRY), organisationRow(2, REGISTRY)] });
    await page.getByText('已全部导入').waitFor();
    await admin.go('/organisations?status=REGISTERED');
    await page.getByLabel('查找组织名称').fill('第1示例');
    await page.getByRole('link', { name: /第1示例协会/ }).waitFor();
    await admin.looksGood('organisations');
    expect(admin.faults).toEqual([]);
  });

  it('has its places within reach on a phone, an office PC and with large type', async () => {
    const { page } = admin;
    const { rows } = site.office.database;
    await rows.grant.createMany({
      data: ['REGISTRY_OFFICER', 'REGISTRY_LEADER', 'ROUND_ORGANISER', 'JUDGE'].map((role) => ({
        id: `many-${role}`,
        userId: USER.jimeiRegistry,
        role,
        unitId: UNIT.jimeiCivilAffairs,
      })),
    });
    const many = await site.come(USER.jimeiRegistry);
    for (const width of [360, 1366]) {
      await many.page.setViewportSize({ width, height: 768 });
      await many.go('/');
      const more = many.page.getByRole('navigation', { name: '主导航' }).getByText('更多');
      await more.click();
      await many.page.getByRole('link', { name: '通知', exact: true }).click();
      await many.page.getByRole('heading', { level: 1, name: '通知' }).waitFor();
    }
    await many.press('大字');
    await many.page.getByText('更多').click();
    await many.looksGood('many-places-large');
    await many.press('标准字号');
    expect([...admin.faults, ...many.faults]).toEqual([]);
    expect(await page.title()).toContain('办结');
  });
});

describe('an organisation', () => {
  it('shows its people masked and records who joins and who leaves', async () => {
    const clerk = await site.come(applicantOf(ORG.eligible));
    const { page } = clerk;
    await clerk.go('/organisation');
    await page.getByRole('heading', { level: 1 }).filter({ hasText: '星禾' }).waitFor();
    await page
      .getByText(/\d{4}\*{10}/)
      .first()
      .waitFor();
    await clerk.looksGood('organisation');
    await clerk.press('登记任职');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('姓名').fill('田一苗');
    await dialog.getByLabel('身份证号').fill('11010519491231002X');
    await dialog.getByLabel('职务').selectOption({ label: '工作人员' });
    await dialog.getByRole('button', { name: '登记', exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: '登记离任 田一苗' }).click();
    await dialog.getByRole('button', { name: '登记', exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
    expect(clerk.faults).toEqual([]);
  });

  it('gives an official a number in the clear only for a reason that is kept', async () => {
    await site.office.submit(ORG.eligible, 4);
    const official = await site.come(USER.neijiangReviewer);
    const { page } = official;
    await official.go(`/organisations/${ORG.eligible}`);
    await page
      .getByRole('button', { name: /^查看完整号码/ })
      .first()
      .click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/办理事由/).fill('核对名册');
    await dialog.getByRole('button', { name: '查看', exact: true }).click();
    await dialog.getByText(/^\d{17}[\dX]$/).waitFor();
    expect(await site.office.database.rows.unmaskedRead.count({ where: { purpose: '核对名册' } })).toBe(2);
    expect(official.faults).toEqual([]);
  });
});
