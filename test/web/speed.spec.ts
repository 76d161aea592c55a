import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';

import { ORG, USER } from '#prisma/demonstration/handles.js';
import { builtWeb } from './browser.js';
import { Site } from './site.js';

jest.setTimeout(300_000);

const FIRST_CONTENT_MS = 1_500;
const ANSWER_MS = 300;
const INITIAL_BYTES = 350 * 1024;
/** Programs that take part in an answer: browser, server, database, workflow engine, worker. */
const PROGRAMS = 4;
const WORK_US = 200_000;
const OPENINGS = 3;

let site: Site;

beforeAll(async () => {
  site = await Site.open();
});
afterAll(() => site.close());

/** How many times longer than its own work a program takes here now: 1 on a quiet machine. */
function contention(): number {
  const [began, used] = [performance.now(), process.cpuUsage()];
  while (process.cpuUsage(used).user < WORK_US) createHash('sha256').update('how busy is it').digest();
  return Math.max(1, ((performance.now() - began) * 1_000) / WORK_US);
}

const told = (words: string) => process.stdout.write(`${words}\n`);

describe('the pages', () => {
  it('begin with no more than 350 KB of programs', async () => {
    const web = await builtWeb();
    const html = await readFile(path.join(web, 'index.html'), 'utf8');
    const names = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].flatMap(([, name]) => name ?? []);

    const sizes = await Promise.all(names.map(async (name) => gzipSync(await readFile(path.join(web, name))).length));
    const bytes = sizes.reduce((sum, size) => sum + size, 0);

    told(`initial JavaScript: ${Math.round(bytes / 1024)} KB gzipped`);
    expect(names.length).toBeGreaterThan(0);
    expect(bytes).toBeLessThanOrEqual(INITIAL_BYTES);
  });

  it('show their content within 1.5 s, and answer an act within 300 ms', async () => {
    const caseNo = await site.office.submit(ORG.eligible, 4);
    const visitor = await site.come(USER.neijiangIntake);
    const { page } = visitor;
    const before = contention();
    const opened: number[] = [];
    for (const address of ['/', '/cases', `/cases/${caseNo}`]) {
      const times: number[] = [];
      for (let n = 0; n < OPENINGS; n += 1) {
        const began = Date.now();
        await visitor.go(address);
        await page.getByText(caseNo).first().waitFor();
        times.push(Date.now() - began);
      }
      opened.push(Math.min(...times));
    }
    await page.getByRole('button', { name: '受理', exact: true }).click();
    const answered = page.waitForResponse((response) => response.url().endsWith('/acts'));
    const pressed = Date.now();
    await page.getByRole('button', { name: '确定受理' }).click();
    await answered;
    const answer = Date.now() - pressed;
    await page.getByRole('dialog').waitFor({ state: 'hidden' });

    const busy = Math.max(before, contention());
    // A busy machine makes every program that takes part wait for its turn.
    const slack = 1.5 + (busy - 1) * PROGRAMS;
    told(`content after ${opened.join(', ')} ms (desk, list, case); an act answered after ${answer} ms`);
    told(`the machine was ${busy.toFixed(1)} times as slow as when it is quiet`);
    expect(Math.max(...opened)).toBeLessThan(slack * FIRST_CONTENT_MS);
    expect(answer).toBeLessThan(slack * ANSWER_MS);
    expect(visitor.faults).toEqual([]);
  });
});
