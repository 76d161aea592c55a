import type { Site } from '../site.js';
import type { Visitor } from '../browser.js';

/** What a round that is planned through the pages differs in from the usual one. */
export interface RoundWish {
  readonly title: string;
  /** In yuan, as it is typed. */
  readonly lotteryYuan: string;
  readonly fiscalYuan: string;
  /** Looks at every step; a spec that plans several rounds looks at one. */
  readonly looks?: boolean;
}

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** The clock of Shanghai as a field of date and time takes it. */
const typedMinute = (at: number): string => new Date(at + 8 * 60 * MINUTE_MS).toISOString().slice(0, 16);

const roundNoOf = (visitor: Visitor): string =>
  decodeURIComponent(new URL(visitor.page.url()).pathname.split('/').at(2) ?? '');

/** 筹备: a round in steps, from the usual one; the check tells every fault first. Answers its number. */
export async function planRound(visitor: Visitor, wish: RoundWish): Promise<string> {
  const { page } = visitor;
  const look = async (step: string) => (wish.looks === true ? visitor.looksGood(`round-${step}`) : undefined);
  await visitor.go('/rounds');
  await visitor.press('筹备新一届');
  await page.getByRole('heading', { name: '筹备新一届公益创投' }).waitFor();
  await page.getByRole('button', { name: '核对' }).click();
  await page.getByText(/还有 \d+ 处需要更正/).waitFor();
  await look('check-faults');
  await page
    .getByRole('region', { name: /需要更正/ })
    .getByRole('button', { name: '基本情况' })
    .first()
    .click();
  await page.locator('#title').fill(wish.title);
  await look('basis');
  await visitor.press('下一步');
  await look('classes');
  await visitor.press('下一步');
  await page.getByLabel('福彩公益金预算').fill(wish.lotteryYuan);
  await page.getByLabel('财政资金预算').fill(wish.fiscalYuan);
  await look('money');
  await visitor.press('下一步');
  await look('scoring');
  await visitor.press('下一步');
  await page.getByLabel('征集开始').fill(typedMinute(Date.now() - MINUTE_MS));
  await page.getByLabel('征集截止').fill(typedMinute(Date.now() + 30 * DAY_MS));
  await look('time');
  await visitor.press('下一步');
  await page.getByText('方案完整，可以提交。').waitFor();
  await page.getByText(/^已保存/).waitFor();
  await look('check');
  await page.getByRole('button', { name: '创建本届' }).dblclick();
  await page.waitForURL(/\/rounds\/M03/);
  await page.getByRole('heading', { name: wish.title }).waitFor();
  return roundNoOf(visitor);
}

/** 发布征集公告: whoever signs sees what is published. */
export async function publishCall(visitor: Visitor, roundNo: string): Promise<void> {
  const { page } = visitor;
  await visitor.act(roundNo, '发布征集公告', async () => {
    await page.getByText('将要公布的方案').waitFor();
    await page.getByRole('button', { name: '经核对，方案无误，同意发布。' }).click();
    await visitor.looksGood('act-publish-call');
  });
  await page.getByText('征集中').first().waitFor();
}

/** Opens a part of the desk of a round. */
export async function openDesk(visitor: Visitor, roundNo: string, part: string): Promise<void> {
  await visitor.go(`/rounds/${roundNo}`);
  await visitor.page
    .getByRole('navigation', { name: '本届内容' })
    .getByRole('link', { name: part, exact: true })
    .click();
}

/** An act on a project of the screening board, by the project's title. */
async function screeningAct(
  visitor: Visitor,
  title: string,
  name: string,
  fill: () => Promise<unknown> = () => Promise.resolve(),
): Promise<void> {
  const { page } = visitor;
  await page.getByRole('button', { name: `审查“${title}”` }).click();
  // One of the board's own lists bears the name of an act.
  await page.getByRole('region', { name: '我可以办理' }).getByRole('button', { name, exact: true }).click();
  await fill();
  await visitor.confirm(`确定${name}`);
  await page.getByRole('button', { name: `审查“${title}”` }).waitFor({ state: 'hidden' });
}

/** 入围, on the board. */
export async function shortlist(visitor: Visitor, roundNo: string, titles: readonly string[]): Promise<void> {
  await openDesk(visitor, roundNo, '资格审查');
  for (const title of titles) await screeningAct(visitor, title, '入围');
}

/** 退回修改, on the board: what is wrong with the budget. */
export async function returnForCure(visitor: Visitor, roundNo: string, title: string): Promise<void> {
  const { page } = visitor;
  await openDesk(visitor, roundNo, '资格审查');
  await screeningAct(visitor, title, '退回修改', async () => {
    await page.getByRole('checkbox', { name: '预算' }).check();
    await page.getByLabel('预算：缺什么、怎么改').fill('探访物资的单价偏高,请附询价依据后重新提交。');
    await visitor.looksGood('act-return-for-cure');
  });
}

/** 不予入围 by two people: the first one proposes, the second one confirms. */
export async function screenOut(first: Visitor, second: Visitor, roundNo: string, title: string): Promise<void> {
  await openDesk(first, roundNo, '资格审查');
  await first.page.getByRole('button', { name: `审查“${title}”` }).click();
  await first.page.getByText('系统核对', { exact: false }).first().waitFor();
  await first.looksGood('round-screening');
  await first.page.getByRole('button', { name: `收起 ${title}` }).click();
  await screeningAct(first, title, '拟不予入围', async () => {
    await first.page.getByRole('button', { name: '项目实施地不在本届区域之内，拟不予入围。' }).click();
    await first.looksGood('act-propose-refusal');
  });
  await openDesk(second, roundNo, '资格审查');
  await second.page.getByRole('button', { name: '待第二人复核' }).click();
  await screeningAct(second, title, '复核不予入围', async () => {
    await second.page.getByRole('radio', { name: '确认不予入围' }).check();
    await second.page.getByRole('button', { name: '经复核，理由成立，不予入围。' }).click();
    await second.looksGood('act-decide-refusal');
  });
}

/** 结束资格审查, from the overview of the desk. */
export async function finishScreening(visitor: Visitor, roundNo: string): Promise<void> {
  const { page } = visitor;
  await openDesk(visitor, roundNo, '进展');
  await visitor.press('结束资格审查');
  await visitor.confirm('确定结束资格审查');
  await page.getByText('评审中').first().waitFor();
}

/** 随机抽取评委: the organiser publishes the commitment, the auditor says the word. `names`: who may be drawn. */
export async function drawPanel(
  organiser: Visitor,
  auditor: Visitor,
  roundNo: string,
  names: readonly string[],
  size: number,
): Promise<void> {
  await openDesk(organiser, roundNo, '评委');
  const draws = organiser.page.getByRole('region', { name: '随机抽取评委' });
  await draws.getByRole('button', { name: '发起抽取' }).click();
  for (const name of names) await draws.getByRole('checkbox', { name }).check();
  await draws.getByLabel('抽取人数').fill(String(size));
  await organiser.looksGood('round-draw-open');
  await draws.getByRole('button', { name: '公布承诺值并等待见证' }).click();
  await draws.getByText('等待监督人员见证').waitFor();
  await openDesk(auditor, roundNo, '评委');
  await auditor.page.getByLabel('现场口令').fill('HALL-2026');
  await auditor.looksGood('round-draw-witness');
  await auditor.press('见证并抽取');
  await auditor.page.getByText(/抽定$/).waitFor();
  await auditor.looksGood('round-drawn');
}

/** 增加评委, by their names in the pool. */
export async function addToPanel(visitor: Visitor, roundNo: string, names: readonly string[]): Promise<void> {
  await openDesk(visitor, roundNo, '评委');
  const panel = visitor.page.getByRole('region', { name: '评审组' });
  await panel.getByRole('button', { name: '增加评委' }).click();
  for (const name of names) await panel.getByRole('checkbox', { name }).check();
  await panel.getByRole('button', { name: `加入评审组（${names.length} 人）` }).click();
  for (const name of names) await panel.getByRole('rowheader', { name }).waitFor();
}

/** 评委分配: computed and accepted; everybody gets their tasks. */
export async function assignJudges(visitor: Visitor, roundNo: string): Promise<void> {
  const { page } = visitor;
  await openDesk(visitor, roundNo, '评委');
  await visitor.press('开始计算');
  await page.getByRole('button', { name: '采用这份分配' }).waitFor();
  await visitor.looksGood('round-assignment');
  await page.getByRole('button', { name: '采用这份分配' }).dblclick();
  await page.getByText('已采用：', { exact: false }).waitFor();
}

/** Waits until every judge of the round has a task for each sheet. */
export async function untilAssigned(site: Site, roundNo: string): Promise<void> {
  const { rows } = site.office.database;
  const { caseId } = await rows.round.findUniqueOrThrow({ where: { caseNo: roundNo } });
  await site.office.until(async () => {
    const wanted = await rows.judgeAssignment.findMany({ where: { roundId: caseId, status: 'ACTIVE' } });
    const caseIds = [...new Set(wanted.map(({ projectId }) => projectId))];
    const open = await rows.task.count({ where: { caseId: { in: caseIds }, kind: 'SCORE', status: 'OPEN' } });
    return wanted.length > 0 && open === wanted.length;
  }, 60_000);
}
