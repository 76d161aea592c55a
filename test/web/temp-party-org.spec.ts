import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';

import { applicantOf, ORG, USER } from '#prisma/demonstration/handles.js';
import { shanghaiDate } from '#domain/calendar/shanghai-day.js';
import type { Visitor } from './browser.js';
import { Site } from './site.js';

jest.setTimeout(300_000);

const REASON =
  '本会理事会中有正式党员三名以上,组织关系均在原单位党组织。为加强党对社会组织的领导,发挥党员先锋模范作用,经理事会研究,特申请设立临时党支部,请予批准。';

let site: Site;

beforeAll(async () => {
  site = await Site.open();
});
afterAll(() => site.close());

/** Writes an application in all its steps and submits it; answers its number. */
async function apply(visitor: Visitor, members: number): Promise<string> {
  const { page } = visitor;
  await visitor.go('/apply');
  const begin = page.getByRole('button', { name: /申请$/ });
  await begin.waitFor();
  await visitor.looksGood('apply');
  await begin.click();
  await page.getByText('符合条件，可以申请。').waitFor();
  await visitor.looksGood('apply-eligibility');
  await visitor.press('下一步');
  await page.getByLabel('拟设名称').fill('中共内江市星禾助老服务协会临时党支部');
  await page.getByLabel('理事会人数').fill('15');
  await visitor.looksGood('apply-basis');
  await visitor.press('下一步');
  for (let n = 0; n < members; n += 1) await page.getByRole('checkbox').nth(n).check();
  const fields = page.locator('input[type=file]');
  for (let n = 0; n < members; n += 1) await visitor.attach((await fields.nth(n).getAttribute('aria-label')) ?? '');
  const name = ((await fields.nth(0).getAttribute('aria-label')) ?? '').replace('的身份证明', '');
  await page.getByLabel('拟任书记').selectOption({ label: name });
  await page.getByRole('radio', { name: '是，一肩挑' }).check();
  await visitor.looksGood('apply-members');
  await visitor.press('下一步');
  await page.getByLabel('设立理由').fill(REASON);
  await page.getByLabel('活动计划').fill('每月一次集体学习,每季度一次主题党日。');
  await visitor.attach('理事会决议');
  await visitor.looksGood('apply-reasons');
  await visitor.press('下一步');
  await page.getByText('表单已填写完整。').waitFor();
  await page.getByText('符合条件，可以申请。').waitFor();
  await visitor.looksGood('apply-check');
  // A nervous finger: twice within one moment is one application.
  await page.getByRole('button', { name: '提交申请' }).dblclick();
  await page.waitForURL(/\/cases\/M01/);
  return decodeURIComponent(page.url().split('/').at(-1) ?? '');
}

describe('a temporary Party organisation, through the browser', () => {
  it('is applied for, supplemented, confirmed, verified, replied to and filed', async () => {
    const applicant = await site.come(applicantOf(ORG.eligible));
    await applicant.looksGood('home-empty');
    const caseNo = await apply(applicant, 3);
    expect(await site.office.database.rows.case.count()).toBe(1);
    await applicant.page.getByText('受理审查').first().waitFor();

    const intake = await site.come(USER.neijiangIntake);
    await intake.page.getByText('受理审查').first().waitFor();
    await intake.looksGood('home');
    await intake.act(caseNo, '通知补正', async () => {
      await intake.page.getByRole('checkbox', { name: '理事会决议' }).check();
      await intake.page.getByLabel('理事会决议：缺什么、怎么改').fill('决议缺少参会理事签名,请补签后重新提供。');
      await intake.looksGood('act-supplement');
    });

    // The applicant's page hears of it without a reload.
    await applicant.page.getByRole('link', { name: '修改并重新提交' }).click();
    await applicant.page.getByText('决议缺少参会理事签名').waitFor();
    await applicant.looksGood('resubmit');
    for (let n = 0; n < 3; n += 1) await applicant.press('下一步');
    await applicant.press('提交申请');
    await applicant.page.waitForURL(new RegExp(`/cases/${caseNo}$`));

    await intake.act(caseNo, '受理');
    for (const { kind, assigneeKey } of await site.office.openTasks(caseNo)) {
      if (kind !== 'CONFIRM_MEMBER') continue;
      const member = await site.come(assigneeKey.replace('user:', ''));
      await member.act(caseNo, '确认', () => member.page.getByRole('radio', { name: '确认属实' }).check());
      await member.close();
    }
    const reviewer = await site.come(USER.neijiangReviewer);
    await reviewer.act(caseNo, '审核', () => reviewer.page.getByRole('radio', { name: '当面谈话' }).check());
    const signer = await site.come(USER.neijiangSigner);
    await signer.act(caseNo, '批复', async () => {
      await signer.page.getByRole('radio', { name: '同意', exact: true }).check();
      await signer.page.getByLabel('集体研究日期').fill(shanghaiDate(Date.now()));
      await signer.page.getByRole('button', { name: '经集体研究，同意设立。' }).click();
      await signer.looksGood('act-reply');
    });
    await applicant.act(caseNo, '报送备案');
    await applicant.looksGood('case-applicant');
    const filing = await site.come(USER.neijiangFiling);
    await filing.act(caseNo, '予以备案');
    await filing.page.getByText('运行中').first().waitFor();
    await filing.looksGood('case-active');
    await filing.go('/cases?box=done');
    await filing.page.getByText(caseNo).first().waitFor();
    await filing.looksGood('cases');
    await applicant.go('/notices');
    await applicant.page.getByText('已作出决定').waitFor();
    await applicant.looksGood('notices');

    expect(await site.office.state(caseNo)).toBe('ACTIVE');
    expect(site.faults()).toEqual([]);
  });
});
