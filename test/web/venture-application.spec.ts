import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';

import { applicantOf } from '#prisma/demonstration/handles.js';
import { ventureOrganisation } from '#prisma/demonstration/venture.js';
import { applied, opened, ORGANISER, roundNow } from '../api/venture-office.js';
import type { Visitor } from './browser.js';
import { Site } from './site.js';
import { beginApplication, submitApplication, writeApplication } from './steps/project.js';

jest.setTimeout(300_000);

const DAY = 24 * 3600;
const CALL_DAYS = 31;

let site: Site;
let roundNo: string;

beforeAll(async () => {
  site = await Site.open();
  roundNo = await opened(site.office);
}, 240_000);
afterAll(() => site.close());

/** The applicant of the n-th organisation at a browser. */
const applicant = (n: number): Promise<Visitor> => site.come(applicantOf(ventureOrganisation('jiefang', n)));

describe('an application of a project, through the browser', () => {
  it('is written in steps, balances as one types, and is one however often one presses', async () => {
    const visitor = await applicant(1);
    await visitor.go('/apply');
    await visitor.page.getByText('公益创投：正在征集').waitFor();
    await visitor.looksGood('project-apply');
    await beginApplication(visitor, roundNo);
    await writeApplication(visitor, { title: '银龄相伴·独居老人关爱', look: 'project-apply' });
    await visitor.page.getByText('申报书已填写完整').waitFor();
    await visitor.looksGood('project-apply-check');
    const caseNo = await submitApplication(visitor);
    await visitor.looksGood('project-receipt');

    const project = await site.office.database.rows.project.findUniqueOrThrow({ where: { caseNo } });
    await visitor.page.getByText(project.sha256.slice(0, 8)).waitFor();
    expect(await site.office.database.rows.project.count()).toBe(1);
    expect(Number(project.requestedFen)).toBe(1_000_000);

    await visitor.page.getByRole('link', { name: '查看办件' }).click();
    await visitor.page.getByText('申请资助 10,000.00 元，自筹 2,000.00 元').waitFor();
    await visitor.looksGood('project-case-submitted');
    // Back does not lead into a form that is sent.
    await visitor.go(`/rounds/${roundNo}/apply/nothing-there`);
    visitor.expect(/404/);
    await visitor.page.getByText('没有找到这份申报书').waitFor();
    expect(visitor.faults.filter((fault) => !fault.includes('404'))).toEqual([]);
  });

  it('says everything that is still missing, each with the way to it', async () => {
    const visitor = await applicant(2);
    await beginApplication(visitor, roundNo);
    await visitor.page.getByLabel('项目名称').fill('邻里议事');
    await visitor.page.getByRole('button', { name: '核对提交' }).click();
    await visitor.page.getByText('还需要填写或更正').waitFor();
    await visitor.looksGood('project-apply-missing');
    await visitor.page.getByRole('button', { name: '预算明细' }).click();
    await visitor.page.getByLabel('内容 1').waitFor();
    await visitor.go('/apply');
    await visitor.page.getByText('邻里议事').waitFor();
    await visitor.page.getByText('公益创投项目申报').first().waitFor();
    expect(visitor.faults).toEqual([]);
  });

  it('is corrected once after a return, under the same title', async () => {
    const { office } = site;
    const own = await opened(office, roundNow({ edition: 2, title: '第二届公益创投' }));
    const caseNo = String((await office.must(applied(office, own, 3))).body.caseNo);
    await office.until(async () => (await office.database.rows.case.findUniqueOrThrow({ where: { caseNo } })).seq > 0);
    await office.skip(own, CALL_DAYS * DAY);
    await office.until(async () => (await office.openTasks(caseNo)).some(({ kind }) => kind === 'SCREEN'));
    await office.must(
      office.act(ORGANISER, caseNo, 'returnForCure', 'SCREEN', {
        facts: { items: ['NEED'] },
        opinion: '请补充项目需求的调查数据,并说明志愿者补贴的标准。',
      }),
    );

    const visitor = await applicant(3);
    await visitor.go(`/cases/${caseNo}`);
    await visitor.page.getByRole('link', { name: '修改并重新提交' }).click();
    await visitor.page.getByText('请补充项目需求的调查数据').waitFor();
    expect(await visitor.page.getByLabel('项目名称').isDisabled()).toBe(true);
    await visitor.page.getByLabel('风险与应对').waitFor({ state: 'detached' });
    await visitor.looksGood('project-correct');
    await visitor.page.getByRole('button', { name: '材料' }).click();
    await visitor.page.getByLabel('风险与应对').fill('老人身体状况变化,由社区医生每月随访。');
    await visitor.page.getByRole('button', { name: '核对提交' }).click();
    await visitor.page.getByRole('button', { name: '提交申报书' }).dblclick();
    await visitor.page.waitForURL(new RegExp(`/cases/${caseNo}$`));
    await visitor.page.getByText('由社区医生每月随访').waitFor();
    expect(await office.state(caseNo)).toBe('SUBMITTED');
    expect(visitor.faults).toEqual([]);
  });

  it('that comes after the deadline is told so, and keeps what was written', async () => {
    const visitor = await applicant(4);
    await beginApplication(visitor, roundNo);
    await writeApplication(visitor, { title: '童心护航' });
    const { rows } = site.office.database;
    await rows.round.update({ where: { caseNo: roundNo }, data: { closesAt: new Date(Date.now() - 1000) } });
    visitor.expect(/409|422/);
    await visitor.page.getByRole('button', { name: '提交申报书' }).click();
    await visitor.page.getByRole('alert').getByText('截止').waitFor();
    await visitor.page.reload();
    await visitor.page.getByText('您填写的内容仍保存在这里').waitFor();
    await visitor.looksGood('project-apply-late');
    expect(await visitor.page.getByLabel('项目名称').inputValue()).toBe('童心护航');
    expect(visitor.faults).toEqual([]);
  });
});
