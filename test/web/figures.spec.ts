import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';

import { ORG, USER } from '#prisma/demonstration/handles.js';
import { Site } from './site.js';

jest.setTimeout(300_000);

let site: Site;

beforeAll(async () => {
  site = await Site.open();
  await site.office.submit(ORG.eligible, 4);
});
afterAll(() => site.close());

describe('the figures', () => {
  it('are pictures with their tables, and lead to the cases that they count', async () => {
    const visitor = await site.come(USER.neijiangSigner);
    const { page } = visitor;
    await visitor.go('/figures');
    await page.getByRole('rowheader', { name: '社会组织覆盖率合计' }).waitFor();
    await page.getByRole('img', { name: '党的组织覆盖' }).waitFor();
    await visitor.looksGood('figures-coverage');
    await page.getByRole('link', { name: '临时党组织' }).click();
    const row = page.getByRole('row').filter({ hasText: '申请数' });
    await row.getByRole('cell', { name: '1 件' }).waitFor();
    await visitor.looksGood('figures-applications');
    const picture = page.waitForEvent('download');
    await page.getByRole('button', { name: '下载图片' }).first().click();
    expect((await picture).suggestedFilename()).toMatch(/\.png$/);
    await row.getByRole('link').click();
    await page.getByText('共 1 项').waitFor();
    const book = page.waitForEvent('download');
    await page.getByRole('link', { name: '导出 Excel' }).click();
    expect((await book).suggestedFilename()).toMatch(/\.xlsx$/);
    await page.goBack();
    await row.waitFor();
    expect(visitor.faults).toEqual([]);
  });

  it('show a board of each matter, empty ones in words', async () => {
    const visitor = await site.come(USER.neijiangAuditor);
    const { page } = visitor;
    await visitor.go('/figures?board=checks');
    await page.getByRole('table').waitFor();
    await visitor.looksGood('figures-checks');
    await visitor.go('/figures?board=seasons');
    await page.getByRole('region', { name: '年检' }).waitFor();
    await visitor.looksGood('figures-seasons');
    await visitor.go('/figures?board=rounds');
    await page.getByRole('region', { name: '公益创投' }).waitFor();
    await visitor.looksGood('figures-rounds');
    expect(visitor.faults).toEqual([]);
  });
});
