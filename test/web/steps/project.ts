import { expect } from '@jest/globals';

import type { Visitor } from '../browser.js';

const NEED =
  '辖区内独居老人较多,子女多在外地务工,日常照料与精神慰藉需求突出。'.repeat(4) +
  '现有服务覆盖不足,急需专业社会组织介入。';

/** What an application differs in from the one that these steps write. */
interface Written {
  readonly title: string;
  /** The class and the theme as they are read. */
  readonly class?: string;
  readonly theme?: string;
  /** Looks at every step: its name begins the names of the pictures. */
  readonly look?: string;
}

/** Begins an application to the open call of that number, up to its first step. */
export async function beginApplication(visitor: Visitor, roundNo: string): Promise<void> {
  const { page } = visitor;
  await visitor.go('/apply');
  const call = page.getByRole('listitem').filter({ has: page.locator(`a[href="/rounds/${roundNo}"]`) });
  await call.getByRole('button').click();
  await page.getByLabel('项目名称').waitFor();
}

/** Writes an application in all its steps, up to its check. */
export async function writeApplication(visitor: Visitor, written: Written): Promise<void> {
  const { page } = visitor;
  const look = async (step: string) =>
    written.look === undefined ? undefined : visitor.looksGood(`${written.look}-${step}`);
  await page.getByLabel('项目名称').fill(written.title);
  await page.getByRole('radio', { name: written.class ?? '常规项目' }).check();
  await page.getByRole('checkbox', { name: written.theme ?? '一老一小' }).check();
  await page.getByLabel('实施地').selectOption({ index: 1 });
  await page.getByLabel('项目需求').fill(NEED);
  await page.getByLabel('服务人群').fill('独居老人');
  await page.getByLabel('服务人数').fill('120');
  await page.getByLabel('服务人次').fill('960');
  await look('project');
  await visitor.press('下一步');
  await page.getByLabel('姓名', { exact: true }).selectOption({ index: 1 });
  await page.getByLabel('联系电话').fill('13900000000');
  await visitor.press('项目团队 添加一行');
  await page.getByLabel('姓名 1').selectOption({ index: 2 });
  await page.getByLabel('分工 1').fill('社工');
  await look('people');
  await visitor.press('下一步');
  await page.getByLabel('指标 1').fill('上门探访');
  await page.getByLabel('目标值 1').fill('480');
  await page.getByLabel('单位 1').fill('人次');
  await page.getByLabel('活动名称 1').fill('每月探访');
  await page.getByLabel('月份 1').fill('2027-03');
  await page.getByLabel('次数 1').fill('8');
  await look('indicators');
  await visitor.press('下一步');
  await writeBudget(visitor);
  await look('budget');
  await visitor.press('下一步');
  await page.getByLabel('风险与应对').fill('老人身体状况变化,由社区医生随访。');
  await page.getByLabel('党建引领与党员作用').fill('党员骨干结对独居老人,每月探访。');
  await visitor.attach('承诺书');
  await look('papers');
  await visitor.press('下一步');
}

/** A budget of 10 000 yuan asked for and 2 000 of its own, which balances after its first statement did not. */
async function writeBudget(visitor: Visitor): Promise<void> {
  const { page } = visitor;
  const line = async (n: number, category: string, item: string, quantity: number, price: number) => {
    await page.getByLabel(`类别 ${n}`).fill(category);
    await page.getByLabel(`内容 ${n}`).fill(item);
    await page.getByLabel(`数量 ${n}`).fill(String(quantity));
    await page.getByLabel(`单价 ${n}`).fill(String(price));
  };
  await line(1, '活动费', '探访物资', 480, 20);
  // As it is copied from another paper, and as it is typed.
  const asked = page.getByLabel('申请资助金额');
  await asked.fill('１０，０００元');
  await page.getByText('明细还差 400.00 元').waitFor();
  await visitor.press('预算明细 添加一行');
  await line(2, '宣传费', '折页', 400, 1);
  await visitor.press('预算明细 添加一行');
  await line(3, '志愿者', '补贴', 100, 20);
  await page.getByLabel('资金来源 3').selectOption('自筹');
  const own = page.getByLabel('自筹金额');
  await own.pressSequentially('2,000.0');
  await page.getByText('✓ 已平衡').nth(1).waitFor();
  expect(await own.inputValue()).toBe('2,000.0');
  await own.blur();
  expect([await asked.inputValue(), await own.inputValue()]).toEqual(['10,000.00', '2,000.00']);
}

/** Submits what was written, twice within one moment as a nervous finger does; answers the number on the receipt. */
export async function submitApplication({ page }: Visitor): Promise<string> {
  await page.getByText('申报书已填写完整，预算已平衡。').waitFor();
  await page.getByRole('button', { name: '提交申报书' }).dblclick();
  await page.getByText('申报已收到。').waitFor();
  return decodeURIComponent(page.url().split('/').at(-2) ?? '');
}

/** Proposes the plan of awards that is on the screen. */
export async function proposeAwards(visitor: Visitor, roundNo: string): Promise<void> {
  const { page } = visitor;
  await visitor.go(`/rounds/${roundNo}/awards`);
  await confirm(visitor, '拟定并公示资助名单');
  await page.getByText('公示进行中').waitFor();
}

/** Objects to the award of the project with that title. */
export async function objectTo(visitor: Visitor, roundNo: string, title: string, look?: string): Promise<void> {
  const { page } = visitor;
  await visitor.go(`/rounds/${roundNo}/awards`);
  await page.getByRole('button', { name: `对“${title}”提出异议` }).click();
  await page.getByLabel('姓名和联系电话').fill('张某 13900000000');
  await page.getByLabel('异议理由').fill('该项目与去年已获资助的项目内容相同,请主办单位予以核查。');
  await visitor.attach('证据');
  if (look !== undefined) await visitor.looksGood(look);
  await visitor.confirm('提交异议');
}

/** Answers the objection to the project with that title: it was not right. */
export async function rejectObjection(visitor: Visitor, roundNo: string, title: string, look?: string): Promise<void> {
  const { page } = visitor;
  await visitor.go(`/rounds/${roundNo}/awards`);
  await confirm(visitor, `答复异议 ${title}`, '确定答复异议', async () => {
    await page.getByRole('radio', { name: '异议不成立' }).check();
    await page.getByLabel('办理意见').fill('经核查,两个项目服务对象和内容均不同,异议不成立。');
    if (look !== undefined) await visitor.looksGood(look);
  });
  await page.getByText('异议不成立').first().waitFor();
}

/** Names the account to which the instalments of a project go. */
export async function nameAccount(visitor: Visitor, caseNo: string): Promise<void> {
  const { page } = visitor;
  await visitor.go(`/projects/${caseNo}/money`);
  await page.getByLabel('开户银行').fill('示例银行解放支行');
  await page.getByLabel('账号后四位').fill('1234');
  await visitor.attach('开户许可证或银行证明');
  await visitor.press('保存账户');
  await page.getByText('示例银行解放支行，尾号 1234').waitFor();
}

/** Signs the agreement as it stands, from the page of the case. */
export async function signAgreement(visitor: Visitor, caseNo: string, look?: string): Promise<void> {
  await visitor.act(caseNo, '签署资助协议', async () => {
    await visitor.page.getByRole('dialog').getByText('文件的 SHA-256').waitFor();
    if (look !== undefined) await visitor.looksGood(look);
  });
}

/** Signs the instalment that waits, beside its row. */
export async function signPayment(visitor: Visitor, caseNo: string, about: string, look?: string): Promise<void> {
  await visitor.go(`/projects/${caseNo}/money`);
  await confirm(visitor, `拨付签批 ${about}`, '确定拨付签批', async () => {
    await visitor.page.getByRole('dialog').getByText('本次签批').waitFor();
    if (look !== undefined) await visitor.looksGood(look);
  });
}

/** An activity as it is recorded on the spot. */
interface Recorded {
  readonly topic: string;
  /** `YYYY-MM-DD`, within the term. */
  readonly day: string;
  readonly personTimes: number;
  readonly newPersons: number;
  /** Makes its photographs those of no other activity. */
  readonly mark: number;
}

/** Records an activity with two photographs and its sign-in sheet. */
export async function recordActivity(
  visitor: Visitor,
  caseNo: string,
  recorded: Recorded,
  look?: string,
): Promise<void> {
  const { page } = visitor;
  const { topic, day, personTimes, newPersons, mark } = recorded;
  await visitor.go(`/projects/${caseNo}/activities`);
  await visitor.press('记录一场活动');
  await page.getByLabel('活动主题').fill(topic);
  await page.getByLabel('开始日期').fill(day);
  await page.getByLabel('结束日期').fill(day);
  await page.getByLabel('活动地点').fill('解放街道社区活动中心');
  await page.getByLabel('参加人次').fill(String(personTimes));
  await page.getByLabel('其中首次参加的人数').fill(String(newPersons));
  await page.getByLabel('志愿者人数').fill('6');
  await page.getByLabel('活动时长').fill('2.5');
  await page.getByLabel('活动支出').fill('120');
  const photos = page.locator('input[type=file][aria-label^="现场照片"]');
  await photos.setInputFiles([1, 2].map((n) => ({ name: `${n}.png`, mimeType: 'image/png', buffer: png(mark, n) })));
  await page.getByRole('img', { name: '照片 2' }).waitFor();
  await page.locator('input[type=file][aria-label="签到表"]').setInputFiles({
    name: '签到表.png',
    mimeType: 'image/png',
    buffer: png(mark, 3),
  });
  await page.getByText('签到表.png').waitFor();
  if (look !== undefined) await visitor.looksGood(look);
  await page.getByRole('button', { name: '保存活动' }).dblclick();
  await page.getByRole('article').getByRole('heading', { name: topic }).waitFor();
}

/** Adds a voucher against the line of the budget with that place, from 1. */
export async function addVoucher(visitor: Visitor, caseNo: string, line: number, yuan: number): Promise<void> {
  const { page } = visitor;
  await visitor.go(`/projects/${caseNo}/budget`);
  await visitor.press('登记凭证');
  await page.getByLabel('预算内容').selectOption({ index: line });
  await page.getByLabel('金额').fill(String(yuan));
  await page.getByLabel('收款方').fill('示例商行');
  await page.locator('input[type=file][aria-label="发票或凭证"]').setInputFiles({
    name: `发票${line}.png`,
    mimeType: 'image/png',
    buffer: png(line, 4),
  });
  await page.getByText(`发票${line}.png`).waitFor();
  await page.getByRole('button', { name: '保存凭证' }).dblclick();
  await page.getByRole('button', { name: '登记凭证' }).waitFor();
}

/** Files the report that is due. */
export async function fileReport(visitor: Visitor, caseNo: string, press: string, reached: number): Promise<void> {
  const { page } = visitor;
  await visitor.go(`/projects/${caseNo}/reports`);
  await page.getByLabel(/已完成/).fill(String(reached));
  await page.getByLabel('实施情况').fill('项目按计划推进,服务对象反映良好,资金使用符合预算。');
  await page.getByRole('button', { name: press }).dblclick();
  await page.getByRole('button', { name: press }).waitFor({ state: 'hidden' });
}

/** Presses the button of that name, fills in the act, confirms, and waits until the form is gone. */
async function confirm(
  visitor: Visitor,
  name: string,
  send = `确定${name}`,
  fill: () => Promise<unknown> = () => Promise.resolve(),
): Promise<void> {
  await visitor.press(name);
  await fill();
  await visitor.confirm(send);
}

/** A picture of one pixel that no other call makes: what it shows says which it is. */
function png(mark: number, n: number): Buffer {
  const one = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';
  // Readers of PNG ignore what follows the end of the picture.
  return Buffer.concat([Buffer.from(one, 'base64'), Buffer.from([mark, n])]);
}
