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
/** How much longer things may take while other tests run beside; what a quiet machine needs is printed. */
const SLACK = 4;

let site: Site;

beforeAll(async () => {
  site = await Site.open();
});
afterAll(() => site.close());

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
    const opened: number[] = [];
    for (const address of ['/', '/cases', `/cases/${caseNo}`]) {
      const began = Date.now();
      await visitor.go(address);
      await page.getByText(caseNo).first().waitFor();
      opened.push(Date.now() - began);
    }
    await page.getByRole('button', { name: '受理', exact: true }).click();
    const answered = page.waitForResponse((response) => response.url().endsWith('/acts'));
    const pressed = Date.now();
    await page.getByRole('button', { name: '确定受理' }).click();
    await answered;
    const answer = Date.now() - pressed;
    await page.getByRole('dialog').waitFor({ state: 'hidden' });

    told(`content after ${opened.join(', ')} ms (desk, list, case); an act answered after ${answer} ms`);
    expect(Math.max(...opened)).toBeLessThan(SLACK * FIRST_CONTENT_MS);
    expect(answer).toBeLessThan(SLACK * ANSWER_MS);
    expect(visitor.faults).toEqual([]);
  });
});
