import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';

import { FastClock } from '../../apps/cli/demo/clock.js';
import { Cast } from '../../apps/cli/demo/cast.js';
import { PATIENTLY } from '../../apps/cli/http/asking.js';
import { ProjectDesk, registerSponsor } from '../../apps/cli/venture/project-desk.js';
import type { Entry } from '../../apps/cli/venture/round-desk.js';
import { VenturePeople } from '../../apps/cli/venture/venture-people.js';
import { ORGANISER } from '../api/venture-office.js';
import { testServers } from '../support/servers.js';
import { rankedRound } from './ranked-round.js';
import { Site } from './site.js';

jest.setTimeout(600_000);

const EACH_FEN = 1_000_000;
const DAY = 24 * 3600;
const TITLES = ['银龄相伴·独居老人关爱', '邻里议事·居民自治', '同心助残·康复陪伴', '红色楼道·支部共建'] as const;
const MILESTONE = '服务手册印制完成';
const REASONS = '连续三个月未开展活动,经催告仍未改正,按协议终止。';

let site: Site;
let people: VenturePeople;
let clock: FastClock;
let roundNo: string;
let entries: readonly Entry[];

beforeAll(async () => {
  site = await Site.open();
  clock = await FastClock.at(testServers().temporalAddress);
  people = new VenturePeople(new Cast(site.origin), 'jiefang', PATIENTLY);
  const wish = { class: 'REGULAR', siteDivision: '330402008', requestedFen: EACH_FEN } as const;
  const ranked = await rankedRound(
    site,
    TITLES.map((title) => ({ ...wish, title, themes: ['SELF_GOVERNANCE'] })),
    {
      // Enough for the first, the second and half of the third; the fourth is in reserve.
      sources: [{ source: 'FISCAL', budgetFen: 2_500_000, themes: null }],
      schedule: [
        { percent: 50, release: 'AGREEMENT_SIGNED' },
        { percent: 30, release: 'MILESTONE', milestone: MILESTONE },
        { percent: 20, release: 'COMPLETED' },
      ],
    },
  );
  roundNo = ranked.caseNo;
  entries = ranked.entries;
  await propose();
}, 600_000);
afterAll(async () => {
  await clock.close();
  await site.close();
});

const entry = (place: number): Entry => {
  const found = entries[place];
  if (found === undefined) throw new Error(`the round has no project ${place}`);
  return found;
};
const deskOf = (place: number) => new ProjectDesk(people, clock, entry(place));

/** The plan that stands is proposed and under notice. */
async function propose(): Promise<void> {
  const { body } = await site.office.get(ORGANISER, `/rounds/${roundNo}/award-plan`);
  await people.act(ORGANISER, roundNo, 'proposeAwards', 'PROPOSE_AWARDS', { facts: { hash: body.hash } });
  await people.task(roundNo, 'PUBLIC_NOTICE');
  for (const { caseNo } of entries) await people.untilState(caseNo, 'PROPOSED', 'RESERVE');
}

describe('a round’s projects that do not go straight to their end, through the browser', () => {
  it('an adoption is withdrawn by its enterprise, and another one is confirmed as paid', async () => {
    const { caseNo } = entry(2);
    const sponsorId = await registerSponsor(people, 1);
    await deskOf(2).adopt(sponsorId, 300_000);
    const sponsor = await site.come(sponsorId);
    await sponsor.go(`/projects/${caseNo}/money`);
    await sponsor.press('撤回认领 示例爱心企业1');
    await sponsor.page.getByLabel('办理意见').fill('本企业经营计划调整,暂不能出资。');
    await sponsor.looksGood('act-withdraw-adoption');
    await sponsor.confirm('确定撤回认领');
    await sponsor.page.getByText('已撤回').waitFor();

    await deskOf(2).adopt(sponsorId, 500_000);
    const host = await site.come(ORGANISER);
    await host.act(caseNo, '确认认领款物到位', async () => {
      await host.page.getByRole('radio', { name: /示例爱心企业1/ }).check();
      await host.attach('到账或交接凭证');
      await host.looksGood('act-confirm-adoption');
    });
    await host.go(`/projects/${caseNo}/money`);
    await host.page.getByText('款物已到位').waitFor();
    const deeds = await site.office.database.rows.adoption.findMany({ orderBy: { sponsorSignedAt: 'asc' } });
    expect(deeds.map(({ status }) => status)).toEqual(['CANCELLED', 'PAID']);
    expect(site.faults()).toEqual([]);
  });

  it('an award is declined with reasons, and the next in reserve moves up', async () => {
    for (const { caseNo } of entries) await site.office.skip(caseNo, 10 * DAY);
    await site.office.skip(roundNo, 10 * DAY);
    await people.task(entry(1).caseNo, 'SIGN_AGREEMENT');
    const applicant = await site.come(entry(1).applicant);
    await applicant.act(entry(1).caseNo, '放弃资助', async () => {
      await applicant.page.getByLabel('办理意见').fill('本单位人员变动,无力实施,自愿放弃资助。');
      await applicant.looksGood('act-decline-award');
    });
    await people.untilState(entry(1).caseNo, 'DECLINED');
    await people.untilState(entry(3).caseNo, 'PROPOSED', 'FUNDED');
    expect(site.faults()).toEqual([]);
  });

  it('a project is extended once, and a milestone releases its instalment', async () => {
    const { caseNo, applicant: applicantId } = entry(0);
    await deskOf(0).contract();
    await deskOf(0).pay(1);
    await people.untilState(caseNo, 'EXECUTING');
    const applicant = await site.come(applicantId);
    await applicant.go(`/projects/${caseNo}/changes`);
    await applicant.press('申请变更');
    await applicant.page.getByRole('radio', { name: '延期' }).check();
    await applicant.page.getByLabel('延长（月）').fill('2');
    await applicant.looksGood('project-extension');
    await applicant.press('提交变更');
    await applicant.page.getByText('待审批').waitFor();
    const host = await site.come(ORGANISER);
    await host.act(caseNo, '审批变更', async () => {
      await host.page.getByRole('dialog').getByText('延期 2 个月').waitFor();
      await host.page.getByRole('radio', { name: '同意', exact: true }).check();
      await host.looksGood('act-decide-change');
    });
    await applicant.page.getByText('已同意').waitFor();

    // No enterprise adopted this one.
    expect(await host.page.getByRole('button', { name: '确认认领款物到位' }).count()).toBe(0);
    await host.act(caseNo, '确认里程碑', async () => {
      await host.page.getByRole('radio', { name: MILESTONE }).check();
      await host.attach('完成的证明');
      await host.looksGood('act-confirm-milestone');
    });
    await people.task(caseNo, 'SIGN_PAYMENT_FINANCE');
    const { extendedAt } = await site.office.database.rows.fundingAgreement.findFirstOrThrow({
      where: { status: 'SIGNED' },
    });
    expect(extendedAt).not.toBeNull();
    expect(site.faults()).toEqual([]);
  });

  it('a payment waits on the desk of the finance, who is led to where it is signed', async () => {
    const { caseNo } = entry(0);
    const finance = await site.come(people.finance());
    await finance.page
      .getByRole('link', { name: /拨付签批（财务）/ })
      .first()
      .click();
    await finance.page.getByRole('region', { name: '我可以办理' }).getByRole('link', { name: '拨付签批' }).click();
    await finance.press('拨付签批 财政资金 第 2 期');
    await finance.page.getByRole('dialog').getByText('尚无人签批，您是第一人').waitFor();
    await finance.looksGood('act-sign-payment-finance');
    await finance.confirm('确定拨付签批');
    await finance.page.getByText('已签批，待第二人').waitFor();
    await finance.go('/');
    await finance.page.getByText('没有待办，都办结了。').waitFor();

    const host = await site.come(ORGANISER);
    await host.go(`/projects/${caseNo}/money`);
    await host.press('拨付签批 财政资金 第 2 期');
    await host.confirm('确定拨付签批');
    await host.page.getByText('已出具拨付指令').nth(1).waitFor();
    expect(await site.office.openTasks(caseNo)).toMatchObject([{ kind: 'FILE_MID_TERM_REPORT' }]);
    expect(site.faults()).toEqual([]);
  });

  it('a project is ended for breach, settled, and what was not spent comes back', async () => {
    const { caseNo } = entry(0);
    const host = await site.come(ORGANISER);
    await host.act(caseNo, '终止项目', async () => {
      await host.page.getByRole('radio', { name: '违反协议' }).check();
      await host.page.getByLabel('办理意见').fill(REASONS);
      await host.looksGood('act-terminate');
    });
    await people.task(caseNo, 'SETTLE_ACCOUNTS');
    await host.act(caseNo, '清算', async () => {
      await host.page.getByLabel('认可的支出').fill('0');
      await host.page.getByLabel('办理意见').fill('经核对,没有有效凭证,不认可任何支出。');
      await host.looksGood('act-settle');
    });
    await people.task(caseNo, 'RETURN_MONEY');
    const applicant = await site.come(entry(0).applicant);
    await applicant.go(`/projects/${caseNo}/money`);
    await applicant.page.getByText('财政资金 应退 8,000.00 元，已退 0.00 元，还须退回 8,000.00 元').waitFor();
    await applicant.looksGood('project-return-due');
    for (const yuan of ['2000', '6000'])
      await host.act(caseNo, '登记退回资金', async () => {
        await host.page.getByRole('radio', { name: /财政资金/, checked: true }).waitFor();
        await host.page.getByLabel('退回金额').fill(yuan);
        await host.attach('银行回单');
        if (yuan === '2000') await host.looksGood('act-record-return');
      });
    await people.untilState(caseNo, 'CLOSED_RECOVERED');
    await applicant.page.getByText('已退清').waitFor();
    await applicant.looksGood('project-recovered');
    expect(await site.office.database.rows.moneyReturn.count()).toBe(2);
    expect(site.faults()).toEqual([]);
  });
});
