import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';

import { applicantOf, ORG } from '#prisma/demonstration/handles.js';
import { ORGANISER } from '../api/venture-office.js';
import type { Visitor } from './browser.js';
import { Site } from './site.js';
import {
  amendedCall,
  asCarriedOut,
  cancelledCall,
  committedDraw,
  frozenSeason,
  noticedRound,
} from './steps/public-world.js';

jest.setTimeout(300_000);

const CAPTIONS = ['志愿者在活动室陪老人包饺子', '社工上门为老人量血压', '重阳节活动结束后的合影'] as const;

let site: Site;
/** The round that was carried out. */
let shownNo: string;

beforeAll(async () => {
  site = await Site.open();
});
afterAll(() => site.close());

/** Shows the photograph of the open project with that place, from 1. */
async function show(host: Visitor, place: number, caption: string): Promise<void> {
  const { page } = host;
  await page.getByRole('button', { name: `探访照片 ${place}` }).click();
  await page.getByLabel('图片说明').fill(caption);
  await page.getByRole('checkbox', { name: /我声明/ }).check();
  await page.getByRole('button', { name: '公开这张照片' }).dblclick();
  await page.getByRole('img', { name: caption }).waitFor();
}

describe('what everybody may read', () => {
  it('says what there is when there is nothing yet', async () => {
    const visitor = await site.passerBy('first');
    const { page } = visitor;
    await visitor.go('/public');
    await page.getByText('目前没有正在征集的公益创投。').waitFor();
    await page.getByText('还没有公布过年检统计。').waitFor();
    await visitor.looksGood('public-empty');
    expect(site.faults()).toEqual([]);
  });

  it('is found from the sign-in, and leads back to it', async () => {
    const visitor = await site.passerBy('back-and-forth');
    const { page } = visitor;
    visitor.expect(/401/);
    await visitor.go('/cases');
    await page.getByRole('link', { name: '公开信息（无需登录）' }).click();
    await page.getByRole('heading', { name: '信息公开' }).waitFor();
    await page.getByRole('link', { name: '登录' }).click();
    await page.getByLabel('用户名').waitFor();
    expect(visitor.faults).toEqual([]);
  });

  it('is an open call with its configuration and amendments, and a cancelled one with its reasons', async () => {
    const callNo = await amendedCall(site.office);
    const cancelledNo = await cancelledCall(site.office);
    const visitor = await site.passerBy('calls');
    const { page } = visitor;
    await visitor.go('/public');
    await page.getByRole('link', { name: /第二届/ }).click();
    await page.waitForURL(new RegExp(callNo));
    await page.getByText('征集期延长一天').waitFor();
    await page.getByText('变更：日程').waitFor();
    await visitor.looksGood('public-call');
    await visitor.go(`/public/rounds/${cancelledNo}`);
    await page.getByText('本届已于').waitFor();
    await page.getByText('因资金来源变化').first().waitFor();
    await visitor.looksGood('public-call-cancelled');
    await visitor.go('/public/rounds');
    await page.getByText('解放街道第三届公益创投大赛').waitFor();
    await visitor.looksGood('public-rounds');
    expect(site.faults()).toEqual([]);
  });

  it('is a round from its shortlist to its showcase, its marks proved in the browser', async () => {
    const round = await noticedRound(site.office);
    const visitor = await site.passerBy('rounds');
    const { page } = visitor;
    const tab = (name: string) => page.getByRole('navigation', { name: '本届公开内容' }).getByRole('link', { name });
    await visitor.go('/public');
    await page.getByRole('link', { name: /资助名单公示/ }).click();
    await page.getByText(/还剩 \d+ 天/).waitFor();
    await page.getByText('对名单有异议的').waitFor();
    await page.getByText('拟资助').first().waitFor();
    await visitor.looksGood('public-awards');
    await tab('入围名单').click();
    await page.getByRole('table').waitFor();
    await visitor.looksGood('public-shortlist');
    await tab('评审结果').click();
    await page.getByRole('button', { name: '在本浏览器核验评分链' }).click();
    await page.getByText('一致。5 名评委的 15 条评分记录').waitFor();
    await visitor.looksGood('public-results');

    await asCarriedOut(site.office, round);
    await visitor.go(`/public/rounds/${round.caseNo}?view=showcase`);
    await page.getByText('服务人次').waitFor();
    await page.getByText('243').waitFor();
    expect(await page.getByRole('list', { name: /的照片/ }).count()).toBe(0);
    shownNo = round.caseNo;
    expect(site.faults()).toEqual([]);
  });

  it('is the pictures that an organiser chose and declared, until they are taken back', async () => {
    const host = await site.come(ORGANISER);
    await host.go(`/rounds/${shownNo}`);
    await host.page.getByRole('link', { name: '选择成果展照片' }).click();
    await host.page.getByRole('button', { name: /^为/ }).first().click();
    await host.page.getByRole('button', { name: '探访照片 1' }).click();
    await host.press('公开这张照片');
    await host.page.getByText('须声明已取得照片中人物的同意').waitFor();
    await host.looksGood('round-showcase-choice');
    for (const [place, caption] of CAPTIONS.entries()) await show(host, place + 1, caption);
    await host.looksGood('round-showcase');

    const visitor = await site.passerBy('showcase');
    const { page } = visitor;
    await visitor.go(`/public/rounds/${shownNo}?view=showcase`);
    for (const caption of CAPTIONS) await page.getByRole('img', { name: caption }).waitFor();
    await visitor.looksGood('public-showcase');
    const [first, second] = CAPTIONS;
    const address = await page.getByRole('img', { name: second }).getAttribute('src');
    await host.press(`撤下“${second}”`);
    await host.page.getByLabel('撤下理由').fill('照片中的老人要求撤下');
    await host.page.getByRole('button', { name: '确定撤下' }).dblclick();
    await host.page.getByText('撤下记录').click();
    await host.page.getByText('理由：照片中的老人要求撤下').waitFor();
    await host.looksGood('round-showcase-taken-back');

    await page.reload();
    await page.getByRole('img', { name: first }).waitFor();
    expect(await page.getByRole('img', { name: second }).count()).toBe(0);
    const gone = await page.request.get(`${visitor.origin}${address ?? ''}`);
    expect(gone.status()).toBe(404);
    expect(site.faults()).toEqual([]);
  });

  it('is the figures of a season and its conclusions, and the draws', async () => {
    const [seasonNo, drawNo] = await Promise.all([frozenSeason(site.office), committedDraw(site.office)]);
    const visitor = await site.passerBy('seasons');
    const { page } = visitor;
    await visitor.go('/public/seasons');
    await page.getByRole('row', { name: /合格/ }).waitFor();
    await visitor.looksGood('public-seasons');
    await page.locator(`a[href="/public/seasons/${seasonNo}"]`).click();
    await page.getByText('年检完成率').waitFor();
    await visitor.looksGood('public-season');
    await visitor.go('/public/draws');
    await page.locator(`a[href="/public/draws/${drawNo}"]`).waitFor();
    await visitor.looksGood('public-draws');
    await visitor.go('/public');
    await page.getByText('统计截至').waitFor();
    await visitor.looksGood('public');
    expect(site.faults()).toEqual([]);
  });

  it('is where one’s own case stands, by a code that is on its page', async () => {
    const caseNo = await site.office.submit(ORG.eligible, 3);
    const applicant = await site.come(applicantOf(ORG.eligible));
    await applicant.go(`/cases/${caseNo}`);
    await applicant.press('进度查询码');
    const told = applicant.page.getByRole('note').filter({ hasText: '进度查询码' });
    await told.getByText(/([0-9A-Z]{4}-){3}/).waitFor();
    await applicant.looksGood('case-progress-code');
    const code = /([0-9A-Z]{4}-){3}[0-9A-Z]{4}/.exec(await told.innerText())?.[0] ?? '';

    const visitor = await site.passerBy('follower');
    const { page } = visitor;
    await visitor.go('/public/progress');
    await page.getByLabel('办件编号').fill(caseNo);
    await page.getByLabel('查询码').fill(code.toLowerCase());
    await visitor.press('查询');
    await page.getByText('正在办理').waitFor();
    await page.getByText('受理审查').first().waitFor();
    await visitor.looksGood('public-progress');
    // The link can be kept, and opened again.
    await page.reload();
    await page.getByText('正在办理').waitFor();
    expect(site.faults()).toEqual([]);
  });

  it('ends in words where a link or a code is wrong or too old', async () => {
    const visitor = await site.passerBy('lost');
    visitor.expect(/404|400|Failed to load/);
    const { page } = visitor;
    for (const address of [
      '/public/rounds/GY01-000000-2020-00001',
      '/public/draws/none',
      '/public/seasons/x',
      '/public/y',
    ]) {
      await visitor.go(address);
      await page.getByText('没有找到公开的内容').waitFor();
    }
    await visitor.looksGood('public-missing');
    await visitor.go('/public/progress#no=M01-511000-2026-00001&code=ABCD-ABCD-ABCD-ABCD');
    await page.getByText('没有与此编号和查询码相符的办件').waitFor();
    await visitor.looksGood('public-progress-unknown');
    expect(visitor.faults).toEqual([]);
  });
});
