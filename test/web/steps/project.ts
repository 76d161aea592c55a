import type { Visitor } from '../browser.js';

const NEED =
  '辖区内独居老人较多,子女多在外地务工,日常照料与精神慰藉需求突出。'.repeat(4) +
  '现有服务覆盖不足,急需专业社会组织介入。';

/** What an application differs in from the one that these steps write. */
export interface Written {
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
  await page.getByLabel('申请资助金额').fill('10000');
  await page.getByText('明细还差 400.00 元').waitFor();
  await visitor.press('预算明细 添加一行');
  await line(2, '宣传费', '折页', 400, 1);
  await visitor.press('预算明细 添加一行');
  await line(3, '志愿者', '补贴', 100, 20);
  await page.getByLabel('资金来源 3').selectOption('自筹');
  await page.getByLabel('自筹金额').fill('2000');
  await page.getByText('✓ 已平衡').nth(1).waitFor();
}

/** Submits what was written, twice within one moment as a nervous finger does; answers the number on the receipt. */
export async function submitApplication({ page }: Visitor): Promise<string> {
  await page.getByText('申报书已填写完整，预算已平衡。').waitFor();
  await page.getByRole('button', { name: '提交申报书' }).dblclick();
  await page.getByText('申报已收到。').waitFor();
  return decodeURIComponent(page.url().split('/').at(-2) ?? '');
}
