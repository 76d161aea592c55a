import type { Visitor } from './browser.js';

/** Writes the five sections as an applicant does; what the system holds is there already. */
export async function writeReturn(visitor: Visitor, pictures: boolean): Promise<void> {
  const { page } = visitor;
  const looksGood = (name: string) => (pictures ? visitor.looksGood(name) : Promise.resolve());
  await page.getByLabel('工作人员数').fill('6');
  await page.getByLabel('会员数').fill('120');
  await page.getByLabel('分支（代表）机构数').fill('0');
  await looksGood('return-basics');
  await visitor.press('下一步');
  await page.getByLabel('开展活动次数').fill('12');
  await page.getByLabel('参加人次').fill('860');
  await page.getByRole('radio', { name: '是', exact: true }).check();
  await looksGood('return-activities');
  await visitor.press('下一步');
  await page.getByLabel('期初净资产').fill('120000');
  await page.getByLabel('本年收入').fill('356000');
  await page.getByLabel('本年支出').fill('331000');
  await page.getByLabel('期末净资产').fill('145001');
  await page.getByText('与期末净资产不一致').waitFor();
  await page.getByLabel('期末净资产').fill('145000');
  await page.getByText('数据平衡').waitFor();
  await page.getByRole('radio', { name: '否', exact: true }).check();
  await visitor.attach('审计报告');
  await looksGood('return-finance');
  await visitor.press('下一步');
  await page.getByRole('radio', { name: '已建立' }).click();
  await page.getByLabel('党组织类型').selectOption({ label: '党支部' });
  await page.getByLabel('批复文号').fill('集民党〔2024〕3号');
  await page.getByLabel('党员总数').fill('3');
  await page.getByLabel('党建工作经费').fill('5000');
  await page.getByRole('radio', { name: '是', exact: true }).check();
  await visitor.attach('书记述职报告');
  await looksGood('return-party');
  await visitor.press('下一步');
  await page.getByText('检查通过，可以报送。').waitFor();
  await looksGood('return-check');
}

/** The record of a talk with the person in charge, held by two officers and signed. */
export async function recordTalk(visitor: Visitor, rectifyBy: string): Promise<void> {
  const { page } = visitor;
  await page.getByLabel('地点').fill('集美区民政局三楼会议室');
  await page.getByLabel('姓名').selectOption({ index: 1 });
  await page.getByRole('group', { name: '指出的问题' }).getByRole('textbox').fill('以营利为目的开展培训。');
  await page.getByRole('button', { name: '《社会团体登记管理条例》' }).click();
  await page.getByRole('group', { name: '整改承诺' }).getByRole('textbox').fill('停止培训,三十日内退还费用。');
  await page.getByLabel('约定整改期限').fill(rectifyBy);
  await page.getByRole('checkbox').nth(1).check();
  await page.getByRole('radio', { name: '被约谈人已签名' }).check();
  await visitor.looksGood('return-act-talk');
}
