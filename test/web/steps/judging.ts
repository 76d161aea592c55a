import { expect } from '@jest/globals';

import { marksOf } from '../../support/judged-rounds.js';
import type { Visitor } from '../browser.js';

const PHONE = { width: 390, height: 844 };
const WALL = { width: 1920, height: 1080 };

/** Names of the criteria as a judge reads them. */
const NAMES: Readonly<Record<string, string>> = {
  ...{ need: '需求', feasibility: '可行性', innovation: '创新性' },
  ...{ team: '团队能力', budget: '预算合理性', benefit: '效益与可持续性' },
};

/** Everything that the server tells a visitor's browser, answers and streams alike, so that a test can look for what must not be there. */
export class Overheard {
  readonly #texts: string[] = [];

  static async of({ page, context }: Visitor): Promise<Overheard> {
    const heard = new Overheard();
    page.on('response', (response) => {
      if (response.url().includes('/api/'))
        response
          .text()
          .then((text) => heard.#texts.push(`${response.url()} ${text}`))
          .catch(() => undefined);
    });
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    session.on('Network.eventSourceMessageReceived', ({ data }) => heard.#texts.push(data));
    return heard;
  }

  get count(): number {
    return this.#texts.length;
  }

  /** What matches, from its beginning. */
  matching(pattern: RegExp): string[] {
    return this.#texts.filter((text) => pattern.test(text)).map((text) => text.slice(0, 200));
  }
}

/** A judge with a phone in hand. */
export async function atPhone(judge: Visitor): Promise<Visitor> {
  await judge.page.setViewportSize(PHONE);
  return judge;
}

/** The hall's screen. */
export async function onWall(screen: Visitor, roundNo: string): Promise<Visitor> {
  await screen.page.setViewportSize(WALL);
  await screen.go(`/hall/${roundNo}`);
  return screen;
}

/** 抽取路演顺序 at the on-site desk, with the word of the hall. */
export async function drawOrder(organiser: Visitor, roundNo: string, word: string): Promise<void> {
  await organiser.go(`/rounds/${roundNo}/stage`);
  await organiser.page.getByLabel('现场口令').fill(word);
  await organiser.press('抽取顺序');
  await organiser.page.getByRole('heading', { name: '路演顺序' }).waitFor();
}

/** 请上台: the next project of the order; answers its title. The desk is open. */
export async function callNext(organiser: Visitor, minutes: number): Promise<string> {
  const { page } = organiser;
  await page.getByLabel('分钟').fill(String(minutes));
  await page.getByRole('button', { name: '请上台', exact: true }).click();
  const live = page.getByRole('region', { name: '正在台上' });
  await live.waitFor();
  return (await live.getByRole('heading').innerText()).replace(/^\d+\. /, '');
}

/** 结束路演. */
export async function leaveStage(organiser: Visitor): Promise<void> {
  await organiser.press('结束路演');
  await organiser.page.getByRole('region', { name: '正在台上' }).waitFor({ state: 'hidden' });
}

/** Opens the sheet of a project from the judge's list. */
export async function openSheet(judge: Visitor, title: string): Promise<void> {
  await judge.go('/judging');
  await judge.page.getByRole('link', { name: title }).click();
  await judge.page.getByRole('region', { name: '评分表' }).waitFor();
}

/** Types the marks of a total, criterion by criterion, and waits until the server has them. */
export async function typeMarks(judge: Visitor, total: number): Promise<void> {
  for (const [id, half] of Object.entries(marksOf(total)))
    await judge.page.getByLabel(NAMES[id] ?? id, { exact: true }).fill(String(half / 2));
}

/** Waits until everything that was typed is on the server. */
export async function saved(judge: Visitor): Promise<void> {
  await judge.page.getByRole('status').filter({ hasText: '已保存' }).waitFor();
}

/** 锁定评分, confirmed twice as a nervous finger does. */
export async function lock(judge: Visitor, total: number): Promise<void> {
  const { page } = judge;
  await page.getByRole('button', { name: '锁定评分' }).click();
  const dialog = page.getByRole('dialog');
  expect(await dialog.locator('.judging-summary-total').innerText()).toContain(String(total));
  await judge.confirm('确定锁定');
  await page.getByText(/已于 .* 锁定/).waitFor();
}

/** The whole sheet of a project: opened, typed, saved, locked. */
export async function score(judge: Visitor, title: string, total: number): Promise<void> {
  await openSheet(judge, title);
  await typeMarks(judge, total);
  await saved(judge);
  await lock(judge, total);
}

/** Everybody fills in the same total at the same time; they lock one after the other. */
export async function scoreTogether(judges: readonly Visitor[], title: string, total: number): Promise<void> {
  await Promise.all(
    judges.map(async (judge) => {
      await openSheet(judge, title);
      await typeMarks(judge, total);
      await saved(judge);
    }),
  );
  for (const judge of judges) await lock(judge, total);
}

/** 结束评审 on the page of the ranking; waits until the ranking is shown. */
export async function closeScoring(organiser: Visitor, roundNo: string): Promise<void> {
  const { page } = organiser;
  await organiser.go(`/rounds/${roundNo}/ranking`);
  await page.getByRole('region', { name: '结束评审' }).getByRole('button', { name: '结束评审' }).click();
  await page.getByRole('button', { name: '确定结束评审' }).dblclick();
  await page.getByText('评审已结束').waitFor();
}
