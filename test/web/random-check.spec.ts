import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';

import { USER } from '#prisma/demonstration/handles.js';
import type { Visitor } from './browser.js';
import { Site } from './site.js';

jest.setTimeout(300_000);

const OFFICER = USER.jimeiRegistry;
const LEADER = USER.jimeiRegistryLeader;
const PURPOSE = '养老服务机构专项抽查';
const PHONE = { width: 390, height: 844 };

let site: Site;

beforeAll(async () => {
  site = await Site.open();
});
afterAll(() => site.close());

interface Check {
  readonly caseNo: string;
  readonly inspectors: readonly { readonly userId: string; readonly key: string }[];
  readonly organisation: { readonly id: string; readonly name: string };
}

async function checksOf(drawNo: string): Promise<Check[]> {
  const { body } = await site.office.get(OFFICER, `/random-checks/${drawNo}/checks?limit=100`);
  return body.items as unknown as Check[];
}

/** Plans a draw in all its steps; answers its number. Three per cent of 284, rounded down: eight. */
async function plan(officer: Visitor): Promise<string> {
  const { page } = officer;
  await officer.go('/random-checks');
  await officer.page.getByText('还没有抽查。').waitFor();
  await officer.looksGood('draws-empty');
  await page.getByRole('link', { name: '发起抽查' }).click();
  await page.getByLabel('名目').fill('');
  await page.getByText('请填写名目').waitFor();
  await page.getByLabel('名目').fill(PURPOSE);
  await officer.looksGood('draw-what');
  await officer.press('下一步');
  await page.getByText('将抽取').waitFor();
  await page.getByLabel('抽查比例').fill('2');
  await page.getByText('比例低于本级最低比例').waitFor();
  await officer.looksGood('draw-share-low');
  await page.getByLabel('抽查比例').fill('3');
  await page.getByRole('radio', { name: '向下取整' }).check();
  await page.getByText('8 家').waitFor();
  await officer.looksGood('draw-share');
  // What was written survives a reload.
  await page.reload();
  await page.getByRole('button', { name: '检查人员' }).click();
  await page
    .getByRole('button', { name: /^登记 .* 的执法证号$/ })
    .first()
    .click();
  await page.getByRole('textbox', { name: /的执法证号$/ }).fill('350211-001');
  await officer.press('保存');
  await page.getByText('执法证号 350211-001').waitFor();
  await officer.looksGood('draw-people');
  await officer.press('下一步');
  await page.getByRole('radio', { name: '混入，抽取时填写' }).check();
  await page.getByLabel('采用哪一个公开随机数').fill('福彩双色球第 2026050 期开奖号码');
  await officer.looksGood('draw-fair');
  await officer.press('下一步');
  await page.getByText('核对无误，可以发起。').waitFor();
  await officer.looksGood('draw-check');
  await page.getByRole('button', { name: '发起抽查' }).dblclick();
  await page.waitForURL(/\/cases\/MC02/);
  return decodeURIComponent(page.url().split('/').at(-1) ?? '');
}

/** Fills in the sheet on a phone, item by item, and files it. */
async function fileSheet(inspector: Visitor, caseNo: string, picture: boolean): Promise<void> {
  const { page } = inspector;
  await page.setViewportSize(PHONE);
  await inspector.go(`/cases/${caseNo}`);
  await page.getByRole('link', { name: '提交检查表' }).click();
  await page.getByRole('radio', { name: '符合要求' }).first().waitFor();
  const orders = await page.getByRole('radio', { name: '符合要求' }).all();
  for (const radio of orders) await radio.check();
  await page.getByRole('radio', { name: '发现问题', exact: true }).nth(3).check();
  await page.getByText('还缺', { exact: false }).first().waitFor();
  if (picture) {
    await inspector.looksGood('check-sheet-half');
    await page.setViewportSize(PHONE);
    await page.reload();
  }
  await page.getByLabel('财务管理：发现的问题').fill('部分票据不规范,已当场更正。');
  await page.getByRole('radio', { name: '发现问题已当场整改' }).check();
  await page.getByRole('radio', { name: '已签名' }).check();
  await page.getByText('已保存到服务器').waitFor();
  if (picture) {
    await inspector.looksGood('check-sheet');
    await page.setViewportSize(PHONE);
  }
  await page.getByRole('button', { name: '提交检查表' }).dblclick();
  await page.waitForURL(new RegExp(`/cases/${caseNo}$`));
}

describe('a draw of random checks, through the browser', () => {
  let drawNo: string;

  it('is planned in steps, committed to, and drawn by the leader with the public number', async () => {
    const officer = await site.come(OFFICER);
    drawNo = await plan(officer);
    await officer.act(drawNo, '冻结名单并公布承诺', () => officer.looksGood('act-commit'));
    await officer.page.getByText('承诺值（SHA-256）').waitFor();
    await officer.looksGood('draw-committed');
    const before = await site.passerBy('before-the-draw');
    await before.go(`/public/draws/${drawNo}`);
    await before.page.getByText('已公布承诺，尚未抽取。').waitFor();
    await before.looksGood('public-draw-committed');

    const leader = await site.come(LEADER);
    await leader.act(drawNo, '抽取', async () => {
      await leader.page.getByLabel(/福彩双色球/).fill('01 08 12 19 25 33 + 07');
      await leader.looksGood('act-draw');
    });
    await site.office.until(async () => (await site.office.state(drawNo)) === 'CHECKING');
    await leader.go(`/cases/${drawNo}`);
    await leader.page.getByRole('button', { name: '在本浏览器重新核验' }).click();
    await leader.page.getByText('一致。用公示的种子和名单重新抽取').waitFor();
    await leader.looksGood('draw-drawn');
    expect(await checksOf(drawNo)).toHaveLength(8);
    expect(site.faults()).toEqual([]);
  });

  it('replaces an inspector who steps aside, and is checked, signed and published', async () => {
    const [first, second] = await checksOf(drawNo);
    if (first === undefined || second === undefined) throw new Error('too few checks');
    const leaving = await site.come(second.inspectors[0]?.userId ?? '');
    await leaving.act(second.caseNo, '申请回避', async () => {
      await leaving.page.getByRole('radio', { name: '亲属关系' }).check();
      await leaving.page.getByLabel(/办理意见/).fill('与被检查单位负责人有亲属关系。');
    });
    await leaving.close();

    const inspector = await site.come(first.inspectors[0]?.userId ?? '');
    await fileSheet(inspector, first.caseNo, true);
    const other = await site.come(first.inspectors[1]?.userId ?? '');
    await other.act(first.caseNo, '确认', async () => {
      await other.page.getByRole('radio', { name: '属实，签名' }).check();
      await other.looksGood('act-sign-sheet');
    });
    const officer = await site.come(OFFICER);
    await officer.act(first.caseNo, '公示检查结果');
    await officer.page.getByText('已公示').first().waitFor();
    await officer.looksGood('drawn-check');
    await officer.go('/random-checks');
    await officer.page.getByText(PURPOSE).waitFor();
    await officer.looksGood('draws');
    expect(await site.office.state(first.caseNo)).toBe('PUBLISHED');
    expect(site.faults()).toEqual([]);
  });

  it('is verified by a passer-by in their own browser, who is told when the published file was changed', async () => {
    const stranger = await site.passerBy('verifier');
    const { page } = stranger;
    await stranger.go('/public/draws');
    await page.getByRole('link', { name: new RegExp(PURPOSE) }).click();
    await page.getByRole('button', { name: '在本浏览器重新核验' }).click();
    await page.getByText('一致。用公示的种子和名单重新抽取，得到同样的 8 家单位').waitFor();
    await page.getByText('发现问题已当场整改').waitFor();
    await page.getByText('回避，另抽一人').waitFor();
    await page.getByLabel('我在抽取前保存的承诺值').fill('0'.repeat(64));
    await page.getByText('与公示的承诺值不同').waitFor();
    await stranger.looksGood('public-draw');

    await page.route('**/api/v1/public/draws/*', async (route) => {
      const answer = await route.fetch();
      const draw = (await answer.json()) as { drawn: string[]; base: { id: string }[] };
      const [one, other] = [draw.drawn[0], draw.base.find(({ id }) => !draw.drawn.includes(id))?.id];
      draw.drawn = draw.drawn.map((id) => (id === one ? (other ?? id) : id));
      await route.fulfill({ response: answer, json: draw });
    });
    await page.reload();
    await page.getByRole('button', { name: '在本浏览器重新核验' }).click();
    await page.getByText('不一致。下列内容与重新抽取的结果不同').waitFor();
    await page.getByRole('listitem').filter({ hasText: '抽中的单位' }).waitFor();
    await stranger.looksGood('public-draw-changed');
    expect(site.faults()).toEqual([]);
  });

  it('does not let a sheet be filled in that is filed', async () => {
    const [first] = await checksOf(drawNo);
    if (first === undefined) throw new Error('no check');
    const inspector = await site.come(first.inspectors[0]?.userId ?? '');
    await inspector.go(`/random-checks/sheets/${first.caseNo}`);
    await inspector.page.getByText('检查表现在不能填写').waitFor();
    await inspector.looksGood('check-sheet-closed');
    expect(site.faults()).toEqual([]);
  });
});
