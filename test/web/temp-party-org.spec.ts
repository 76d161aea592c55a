import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser } from 'playwright-core';

import { applicantOf, ORG, USER } from '#prisma/demonstration/handles.js';
import { shanghaiDate } from '#domain/calendar/shanghai-day.js';
import { Office } from '../api/office.js';
import { builtWeb, openBrowser, Visitor } from './browser.js';

jest.setTimeout(300_000);

const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
const REASON =
  '本会理事会中有正式党员三名以上,组织关系均在原单位党组织。为加强党对社会组织的领导,发挥党员先锋模范作用,经理事会研究,特申请设立临时党支部,请予批准。';

let office: Office;
let browser: Browser;
let origin: string;
const visitors: Visitor[] = [];

beforeAll(async () => {
  const webFolder = await builtWeb();
  [office, browser] = await Promise.all([Office.open({ webFolder }), openBrowser()]);
  origin = await office.app.getUrl();
});
afterAll(async () => {
  for (const visitor of visitors) await visitor.lastPicture();
  await browser.close();
  await office.close();
});

async function come(userId: string): Promise<Visitor> {
  const visitor = await Visitor.signedIn(browser, origin, userId);
  visitors.push(visitor);
  return visitor;
}

/** Sends one file by the field of that name. */
async function send({ page }: Visitor, label: string): Promise<void> {
  const field = page.locator(`input[type=file][aria-label="${label}"]`);
  await field.setInputFiles({ name: `${label}.pdf`, mimeType: 'application/pdf', buffer: PDF });
  await page.getByText(`${label}.pdf`).first().waitFor();
}

/** Writes an application in all its steps and submits it; answers its number. */
async function apply(visitor: Visitor, members: number): Promise<string> {
  const { page } = visitor;
  await visitor.go('/apply');
  await page.getByRole('button', { name: /申请$/ }).click();
  await page.getByText('符合条件，可以申请。').waitFor();
  await looksGood(visitor, 'apply-eligibility');
  await visitor.press('下一步');
  await page.getByLabel('拟设名称').fill('中共内江市星禾助老服务协会临时党支部');
  await page.getByLabel('理事会人数').fill('15');
  await looksGood(visitor, 'apply-basis');
  await visitor.press('下一步');
  for (let n = 0; n < members; n += 1) await page.getByRole('checkbox').nth(n).check();
  const fields = page.locator('input[type=file]');
  for (let n = 0; n < members; n += 1) await send(visitor, (await fields.nth(n).getAttribute('aria-label')) ?? '');
  const name = ((await fields.nth(0).getAttribute('aria-label')) ?? '').replace('的身份证明', '');
  await page.getByLabel('拟任书记').selectOption({ label: name });
  await page.getByRole('radio', { name: '是，一肩挑' }).check();
  await looksGood(visitor, 'apply-members');
  await visitor.press('下一步');
  await page.getByLabel('设立理由').fill(REASON);
  await page.getByLabel('活动计划').fill('每月一次集体学习,每季度一次主题党日。');
  await send(visitor, '理事会决议');
  await looksGood(visitor, 'apply-reasons');
  await visitor.press('下一步');
  await page.getByText('表单已填写完整。').waitFor();
  await page.getByText('符合条件，可以申请。').waitFor();
  await looksGood(visitor, 'apply-check');
  // A nervous finger: twice within one moment is one application.
  await page.getByRole('button', { name: '提交申请' }).dblclick();
  await page.waitForURL(/\/cases\/M01/);
  return decodeURIComponent(page.url().split('/').at(-1) ?? '');
}

/** Opens the case, presses the act, fills it in, confirms, and waits until the form is gone. */
async function act(
  visitor: Visitor,
  caseNo: string,
  name: string,
  fill: () => Promise<unknown> = () => Promise.resolve(),
): Promise<void> {
  const { page } = visitor;
  await visitor.go(`/cases/${caseNo}`);
  await page.getByRole('region', { name: '我可以办理' }).getByRole('button', { name, exact: true }).first().click();
  await fill();
  await page.getByRole('button', { name: `确定${name}` }).dblclick();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
}

async function looksGood(visitor: Visitor, name: string): Promise<void> {
  await visitor.page.getByRole('status').filter({ hasText: '正在加载' }).first().waitFor({ state: 'hidden' });
  expect({ page: name, serious: await visitor.serious() }).toEqual({ page: name, serious: [] });
  expect({ page: name, cutOffAt: await visitor.pictures(name) }).toEqual({ page: name, cutOffAt: [] });
}

describe('a temporary Party organisation, through the browser', () => {
  it('is applied for, supplemented, confirmed, verified, replied to and filed', async () => {
    const applicant = await come(applicantOf(ORG.eligible));
    await looksGood(applicant, 'home-empty');
    const caseNo = await apply(applicant, 3);
    expect(await office.database.rows.case.count()).toBe(1);
    await applicant.page.getByText('受理审查').first().waitFor();

    const intake = await come(USER.neijiangIntake);
    await intake.page.getByText('受理审查').first().waitFor();
    await looksGood(intake, 'home');
    await act(intake, caseNo, '通知补正', async () => {
      await intake.page.getByRole('checkbox', { name: '理事会决议' }).check();
      await intake.page.getByLabel('理事会决议：缺什么、怎么改').fill('决议缺少参会理事签名,请补签后重新提供。');
      await looksGood(intake, 'act-supplement');
    });

    // The applicant's page hears of it without a reload.
    await applicant.page.getByRole('link', { name: '修改并重新提交' }).click();
    await applicant.page.getByText('决议缺少参会理事签名').waitFor();
    await looksGood(applicant, 'resubmit');
    for (let n = 0; n < 3; n += 1) await applicant.press('下一步');
    await applicant.press('提交申请');
    await applicant.page.waitForURL(new RegExp(`/cases/${caseNo}$`));

    await act(intake, caseNo, '受理');
    for (const { kind, assigneeKey } of await office.openTasks(caseNo)) {
      if (kind !== 'CONFIRM_MEMBER') continue;
      const member = await come(assigneeKey.replace('user:', ''));
      await act(member, caseNo, '确认', () => member.page.getByRole('radio', { name: '确认属实' }).check());
      await member.close();
    }
    const reviewer = await come(USER.neijiangReviewer);
    await act(reviewer, caseNo, '审核', () => reviewer.page.getByRole('radio', { name: '当面谈话' }).check());
    const signer = await come(USER.neijiangSigner);
    await act(signer, caseNo, '批复', async () => {
      await signer.page.getByRole('radio', { name: '同意', exact: true }).check();
      await signer.page.getByLabel('集体研究日期').fill(shanghaiDate(Date.now()));
      await signer.page.getByRole('button', { name: '经集体研究，同意设立。' }).click();
      await looksGood(signer, 'act-reply');
    });
    await act(applicant, caseNo, '报送备案');
    await looksGood(applicant, 'case-applicant');
    const filing = await come(USER.neijiangFiling);
    await act(filing, caseNo, '予以备案');
    await filing.page.getByText('运行中').first().waitFor();
    await looksGood(filing, 'case-active');
    await filing.go('/cases?box=done');
    await filing.page.getByText(caseNo).first().waitFor();
    await looksGood(filing, 'cases');
    await applicant.go('/notices');
    await applicant.page.getByText('已作出决定').waitFor();
    await looksGood(applicant, 'notices');

    expect(await office.state(caseNo)).toBe('ACTIVE');
    expect(visitors.flatMap(({ faults }) => faults)).toEqual([]);
  });
});
