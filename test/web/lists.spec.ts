import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';

import { ORG, UNIT, USER } from '#prisma/demonstration/handles.js';
import { Site } from './site.js';

jest.setTimeout(300_000);

let site: Site;
let caseNo: string;

beforeAll(async () => {
  site = await Site.open();
  caseNo = await site.office.submit(ORG.eligible, 4);
  for (let made = 0; made < 3; made += 1)
    await site.office.submitApproval(USER.neijiangIntake, UNIT.neijiangWorkCommittee, [USER.neijiangSigner]);
});
afterAll(() => site.close());

describe('the lists', () => {
  it('are narrowed in their address, which can be sent to somebody and gone back from', async () => {
    const visitor = await site.come(USER.neijiangSigner);
    const { page } = visitor;
    await visitor.go('/cases');
    await page.getByText('共 4 项').waitFor();
    await page.getByRole('combobox', { name: '事项' }).selectOption({ label: '一般呈批' });
    await page.getByText('共 3 项').waitFor();
    await page.getByRole('combobox', { name: '事项' }).selectOption({ label: '全部事项' });
    await page.getByLabel('查找名称、组织或编号').fill('星禾');
    await page.getByText('共 1 项').waitFor();
    await visitor.looksGood('cases-narrowed');
    expect(new URL(page.url()).searchParams.get('q')).toBe('星禾');

    await page.goBack();
    await page.getByText('共 3 项').waitFor();
    expect(await page.getByRole('combobox', { name: '事项' }).inputValue()).toBe('general-approval');

    await visitor.go(`/cases?box=todo&q=${caseNo}`);
    await page.getByRole('link', { name: /星禾/ }).click();
    await page.getByRole('heading', { level: 1 }).filter({ hasText: '临时党支部' }).waitFor();
    await page.goBack();
    await page.getByText('共 1 项').waitFor();
    await page.getByLabel('查找名称、组织或编号').fill('没有这样的办件');
    await page.getByText('没有符合条件的办件').waitFor();
    await page.getByRole('button', { name: '清除条件' }).first().click();
    await page.getByText('共 4 项').waitFor();
    expect(await page.getByLabel('查找名称、组织或编号').inputValue()).toBe('');
    expect(visitor.faults).toEqual([]);
  });

  it('show the desk by one of several roles, and remember which', async () => {
    const { rows } = site.office.database;
    await rows.grant.create({
      data: {
        id: randomUUID(),
        userId: USER.neijiangSigner,
        role: 'SUPERVISORY_OFFICER',
        unitId: UNIT.neijiangEducation,
      },
    });
    const visitor = await site.come(USER.neijiangSigner);
    const { page } = visitor;
    const choice = page.getByRole('combobox', { name: '按岗位查看' });
    await choice.selectOption({ label: await choice.getByRole('option').filter({ hasText: '业务主管' }).innerText() });
    await page.getByRole('link', { name: /^3\s*待我办理/ }).waitFor();
    await visitor.looksGood('home-by-role');
    await visitor.go('/cases?box=todo');
    await page.getByText('共 3 项').waitFor();
    await choice.selectOption({ label: '全部岗位' });
    await page.getByText('共 4 项').waitFor();
    expect(visitor.faults).toEqual([]);
  });
});

describe('urging', () => {
  it('reminds the holders of several cases in one go, and says which were urged today already', async () => {
    const visitor = await site.come(USER.neijiangIntake);
    const { page } = visitor;
    visitor.expect(/409/);
    await visitor.go('/cases?box=started');
    await visitor.press('批量催办');
    for (const box of await page.getByRole('checkbox').all()) await box.check();
    await visitor.looksGood('cases-urge');
    await visitor.press('催办所选 3 项');
    await page.getByText('已催办 3 项。').waitFor();
    await page.getByRole('checkbox').first().check();
    await visitor.press('催办所选 1 项');
    await page.getByText('1 项没有催办').waitFor();
    const urged = { kind: 'URGED', recipientKey: `user:${USER.neijiangSigner}` };
    expect(await site.office.database.rows.notice.count({ where: urged })).toBe(3);
    expect(visitor.faults).toEqual([]);
  });
});

describe('notices', () => {
  it('say what happened to which case, and are read all at once', async () => {
    const visitor = await site.come(`${ORG.eligible.replace('org-', 'user-')}-applicant`);
    const { page } = visitor;
    await visitor.go('/notices');
    await page.getByText('申请已提交').waitFor();
    await page.getByText(caseNo).first().waitFor();
    await visitor.looksGood('notices');
    await visitor.press('全部标为已读');
    await page.getByRole('button', { name: '全部标为已读' }).waitFor({ state: 'hidden' });
    expect(visitor.faults).toEqual([]);
  });
});

describe('a case that is followed', () => {
  it('stands on the desk with its state, tells of the next one, and goes when it is followed no more', async () => {
    const visitor = await site.come(USER.neijiangReviewer);
    const { page } = visitor;
    const desk = page.locator('section').filter({ has: page.getByRole('heading', { name: '我关注的' }) });
    await visitor.go('/');
    await desk.getByText('打开办件').waitFor();
    await visitor.go(`/cases/${caseNo}`);
    await visitor.press('关注');
    await page.getByRole('button', { name: '已关注', pressed: true }).waitFor();
    await visitor.looksGood('case-followed');
    await visitor.go('/');
    await desk.getByRole('link', { name: /星禾.*已提交/ }).waitFor();

    await site.office.must(site.office.act(USER.neijiangIntake, caseNo, 'accept', 'INTAKE'));
    await desk.getByRole('link', { name: /星禾.*已受理/ }).waitFor();
    await page.getByText('您关注的办件有新进展 · 已受理').waitFor();
    await page.getByRole('link', { name: /^1\s*我关注的/ }).waitFor();
    await visitor.looksGood('home-followed');

    await visitor.go('/cases?box=followed');
    await page.getByRole('link', { name: /星禾/ }).click();
    await visitor.press('已关注');
    await page.getByRole('button', { name: '关注', exact: true }).waitFor();
    await visitor.go('/cases?box=followed');
    await page.getByText('这个列表里没有办件。').waitFor();
    expect(visitor.faults).toEqual([]);
  });
});
