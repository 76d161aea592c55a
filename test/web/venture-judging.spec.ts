import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Client, Connection } from '@temporalio/client';

import { anApplication } from '#domain/venture-round/application.example.js';
import { hostUnit, ventureOrganisation, ventureUser } from '#prisma/demonstration/venture.js';
import { CASE_QUEUE } from '#workflows/steps/contract.js';
import { CONFIG } from '../../apps/api/src/resources.js';
import type { ApiConfig } from '../../apps/api/src/config.js';
import { type JudgedRound, JudgedRounds } from '../support/judged-rounds.js';
import { testServers } from '../support/servers.js';
import type { Visitor } from './browser.js';
import { Site } from './site.js';
import * as judging from './steps/judging.js';

jest.setTimeout(600_000);

const ORGANISER = ventureUser('jiefang', 'organiser', 1);
const AUDITOR = ventureUser('jiefang', 'venture-auditor', 1);
const PANEL = [1, 2, 3, 4, 5].map((n) => ventureUser('jiefang', 'judge', n));
const WORD = 'HALL-2026';
/** Of the first two judges; so many points occur nowhere else on any page. */
const TOTALS = [83.5, 84.5, 86, 87, 88] as const;
const SECRET = /(?<![\d:.])(13\.5|14\.5|83\.5|84\.5)(?!\d)|"halves"|"totalHalves"/;

let site: Site;
let rounds: JudgedRounds;
let connection: Connection;

beforeAll(async () => {
  site = await Site.open();
  connection = await Connection.connect({ address: testServers().temporalAddress });
  const { temporalNamespace: namespace } = site.office.app.get<ApiConfig>(CONFIG, { strict: false });
  const client = new Client({ connection, namespace });
  const { database } = site.office;
  const host = hostUnit('jiefang');
  rounds = new JudgedRounds({ database, client, queue: CASE_QUEUE, division: '330402008', host, organiser: ORGANISER });
}, 120_000);
afterAll(async () => {
  await site.close();
  await connection.close();
});

/** A round of so many projects whose five judges are assigned, with whole applications. */
async function assigned(projects: number): Promise<JudgedRound> {
  const wanted = Array.from({ length: projects }, (_, n) => n + 1).map((n) => ({
    organisationId: ventureOrganisation('jiefang', n),
  }));
  const round = await rounds.round(wanted, PANEL);
  for (const { caseId } of round.projects)
    await site.office.database.rows.caseForm.updateMany({
      where: { caseId },
      data: { data: { ...anApplication(), class: 'KEY' } },
    });
  await rounds.assign(round, 5);
  return round;
}

/** The panel, each with a phone. */
async function fiveJudges() {
  const come = async (n: number) => judging.atPhone(await site.come(PANEL[n] ?? ''));
  return [await come(0), await come(1), await come(2), await come(3), await come(4)] as const;
}

const textOf = ({ page }: Visitor): Promise<string> => page.locator('body').innerText();

describe('a round that is judged on site, through six browsers and the hall’s screen', () => {
  it('is drawn, called, scored over a dropped connection, revealed only when all have locked, and ranked', async () => {
    const { caseNo } = await assigned(3);
    const wall = await judging.onWall(await site.passerBy('hall'), caseNo);
    await wall.page.getByText('路演顺序待抽取').waitFor();
    await wall.looksGood('hall-waiting');
    await judging.onWall(wall, caseNo);
    const organiser = await site.come(ORGANISER);
    const judges = await fiveJudges();
    const [first, second, third, fourth, fifth] = judges;

    await organiser.go(`/rounds/${caseNo}/stage`);
    await organiser.page.getByLabel('现场口令').waitFor();
    await organiser.looksGood('stage-draw');
    await judging.drawOrder(organiser, caseNo, WORD);
    await wall.page.getByRole('heading', { name: '路演顺序' }).waitFor();
    await wall.looksGood('hall-order');
    await judging.onWall(wall, caseNo);
    await first.go('/notices');
    await first.page
      .getByRole('link', { name: /请评审项目/ })
      .first()
      .click();
    await first.page.getByText('第 1 个上台').waitFor();

    const heard = await Promise.all([organiser, third, wall].map((visitor) => judging.Overheard.of(visitor)));
    const project = await judging.callNext(organiser, 8);
    // Without a reload: the judge's list and the wall hear of it.
    await first.page.getByText('正在台上').waitFor();
    await wall.page.getByRole('heading', { name: project }).waitFor();
    await first.looksGood('judging');
    await judging.atPhone(first);

    await judging.openSheet(first, project);
    await first.page.getByRole('button', { name: '评审材料' }).click();
    await first.page.getByText('银龄相伴', { exact: false }).or(first.page.getByText('独居老人')).first().waitFor();
    await first.looksGood('judging-pack');
    await judging.atPhone(first);
    await first.page.getByRole('button', { name: '评分表' }).click();
    await judging.typeMarks(first, TOTALS[0]);
    await judging.saved(first);
    await first.looksGood('judging-sheet');
    await judging.atPhone(first);
    await judging.lock(first, TOTALS[0]);
    await first.looksGood('judging-locked');
    await judging.atPhone(first);
    await judging.score(second, project, TOTALS[1]);

    await judging.openSheet(third, project);
    third.expect(/ERR_|Failed to load/);
    await third.context.setOffline(true);
    await judging.typeMarks(third, TOTALS[2]);
    await third.page.getByText('已暂存在本机').first().waitFor();
    await third.looksGood('judging-offline');
    await judging.atPhone(third);
    // The network comes back, but not for what was typed; and the phone is reloaded.
    await third.page.route('**/sheets/*', (route) =>
      route.request().method() === 'PUT' ? route.abort() : route.continue(),
    );
    await third.context.setOffline(false);
    await third.page.reload();
    await third.page.getByText('已暂存在本机').first().waitFor();
    expect(await third.page.getByLabel('需求', { exact: true }).inputValue()).toBe('20');
    await third.page.unroute('**/sheets/*');
    await judging.saved(third);
    await judging.lock(third, TOTALS[2]);
    await judging.score(fourth, project, TOTALS[3]);

    const live = organiser.page.getByRole('region', { name: '正在台上' });
    await live.getByText('已锁定').nth(3).waitFor();
    await wall.page.getByText('评委已锁定 4 / 5').waitFor();
    await organiser.looksGood('stage-live');
    await wall.looksGood('hall-countdown');
    await judging.onWall(wall, caseNo);
    await organiser.go(`/rounds/${caseNo}/ranking`);
    await organiser.page.getByText('还缺', { exact: false }).first().waitFor();
    await organiser.looksGood('ranking-open');
    await organiser.go(`/rounds/${caseNo}/stage`);
    for (const visitor of [organiser, third, fourth, fifth, wall]) expect(await textOf(visitor)).not.toMatch(SECRET);
    expect(heard.every(({ count }) => count > 0)).toBe(true);
    expect(heard.flatMap((one) => one.matching(SECRET))).toEqual([]);
    expect(heard.flatMap((one) => one.matching(/"result":\{/))).toEqual([]);

    await judging.score(fifth, project, TOTALS[4]);
    await wall.page.getByText('85.83').first().waitFor();
    await organiser.page.getByText('得分 85.83').waitFor();
    await wall.looksGood('hall-result');
    await judging.onWall(wall, caseNo);
    await organiser.looksGood('stage-result');

    // The other two come out even.
    for (const _ of [2, 3]) {
      await judging.leaveStage(organiser);
      const title = await judging.callNext(organiser, 5);
      await judging.scoreTogether(judges, title, 80);
      await wall.page.getByRole('heading', { name: title }).waitFor();
    }
    await wall.page.getByText('80.00').nth(2).waitFor();
    await wall.looksGood('hall-ranking');
    await judging.leaveStage(organiser);

    await judging.closeScoring(organiser, caseNo);
    const tie = organiser.page.getByRole('region', { name: /并列第 2 名/ });
    const loser = await tie.getByRole('listitem').first().locator('span').first().innerText();
    await tie.getByRole('button', { name: /下移/ }).first().click();
    await tie.getByRole('button', { name: '评审组全体到会，举手表决一致通过。' }).click();
    await organiser.looksGood('ranking-tie');
    await tie.getByRole('button', { name: '记录表决' }).click();
    await organiser.page.getByText('评审组表决').first().waitFor();
    await organiser.page.getByRole('row', { name: new RegExp(`^3 ${loser}`) }).waitFor();
    await organiser.page.getByRole('heading', { name: '评委宽严与离散' }).waitFor();
    await organiser.page.getByRole('img', { name: /每名评委/ }).waitFor();
    await organiser.looksGood('ranking-diagnostics');
    const auditor = await site.come(AUDITOR);
    const computing = { status: 'COMPUTING', seq: 1, diagnostics: null };
    await auditor.page.route('**/diagnostics', (route) => route.fulfill({ json: computing }));
    await auditor.go(`/rounds/${caseNo}/ranking`);
    await auditor.page.getByText('正在计算诊断').first().waitFor();
    await auditor.looksGood('ranking-computing');
    await auditor.page.unroute('**/diagnostics');
    await auditor.page.getByRole('heading', { name: '评委宽严与离散' }).waitFor();
    await auditor.page.getByText('从不改变结果', { exact: false }).waitFor();

    expect(await site.office.state(caseNo)).toBe('RANKED');
    expect(site.faults()).toEqual([]);
  });
});

describe('a round that is judged online', () => {
  it('takes a comment where the total is striking, a correction by two, a stepping back and a declared tie', async () => {
    const round = await assigned(2);
    const [project] = round.projects;
    if (project === undefined) throw new Error('no project');
    const judge = await judging.atPhone(await site.come(PANEL[0] ?? ''));
    const organiser = await site.come(ORGANISER);
    const auditor = await site.come(AUDITOR);
    const { page } = judge;

    await judge.go(`/judging/${round.caseNo}/${project.caseId}`);
    await judging.typeMarks(judge, 50);
    await judging.saved(judge);
    await page.getByRole('button', { name: '锁定评分' }).click();
    await page.getByText('须写明不少于 10 个字的评语').waitFor();
    await judge.looksGood('judging-lock');
    await judging.atPhone(judge);
    await judge.press('再看看');
    await page.getByLabel('评语').fill('申报内容空泛,预算依据不足,需要补充。');
    await judging.saved(judge);
    await judging.lock(judge, 50);

    await organiser.go(`/rounds/${round.caseNo}/ranking`);
    await organiser.page.getByRole('button', { name: /^申请解锁/ }).click();
    await organiser.press('评委反映录入有误，申请解锁更正。');
    await organiser.looksGood('ranking-unlock');
    await organiser.confirm('确定申请');
    await auditor.act(project.caseNo, '同意或不同意解锁', () =>
      auditor.page.getByRole('radio', { name: '同意', exact: true }).check(),
    );
    // The judge's phone hears of it.
    await page.getByRole('button', { name: '锁定评分' }).waitFor();
    await page
      .getByRole('button', { name: '需求加 0.5 分' })
      .or(page.getByLabel('创新性', { exact: true }))
      .first()
      .waitFor();
    await page.getByLabel('创新性', { exact: true }).fill('12.5');
    await judging.saved(judge);
    await judging.lock(judge, 52.5);

    await judge.go('/judging');
    await judge.press('申报回避');
    await page.getByRole('dialog').getByRole('checkbox').first().waitFor();
    await judge.looksGood('judging-declare');
    await judging.atPhone(judge);
    await page.getByRole('dialog').getByRole('checkbox').nth(1).check();
    await judge.press('确定申报');
    await page.getByText(/已申报，涉及本届 1 个项目/).waitFor();
    const cards = page.getByRole('region', { name: '解放街道公益创投' }).first();
    await cards.getByRole('link').last().click();
    await judge.press('回避此项目');
    await page.getByRole('radio', { name: '利害关系' }).check();
    await judge.looksGood('judging-step-back');
    await judging.atPhone(judge);
    await judge.press('确定回避');
    await page.waitForURL(/\/judging$/);
    await page.getByText('已锁定 1 / 1 份').waitFor();
    expect([judge, organiser, auditor].flatMap(({ faults }) => faults)).toEqual([]);
  });
});
