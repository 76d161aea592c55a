import { SHEETS } from '#domain/workbook/sheets.js';
import type { ImportJob, ImportState } from '#prisma/stores/import/import-job.store.js';
import type { ImportView } from './import.schemas.js';

const STATES: Readonly<Record<ImportState, { readonly zh: string; readonly en: string }>> = {
  RUNNING: { zh: '正在导入', en: 'at work' },
  IMPORTED: { zh: '已全部导入', en: 'every sheet is imported' },
  REJECTED: {
    zh: '有错误的工作表未导入,请下载错误报告改正后重新上传',
    en: 'a sheet with faults was left out; see the report',
  },
  CUT: { zh: '系统重启而中断,未写入任何内容,请重新上传', en: 'cut by a restart; nothing was written, send it again' },
  FAILED: { zh: '导入失败,未写入任何内容,请稍后重新上传', en: 'failed; nothing was written, send it again later' },
};

/** An import as it is answered. */
export function importView({ state, sheets, createdAt, finishedAt, ...job }: ImportJob): ImportView {
  const { id, fileName, sha256, rowsTotal, rowsDone, faults, hasReport } = job;
  return {
    ...{ id, fileName, sha256, rowsTotal, rowsDone, hasReport },
    state: { slug: state, ...STATES[state] },
    sheets: sheets.map(({ sheet, ...counts }) => ({
      sheet: SHEETS.find(({ key }) => key === sheet)?.zh ?? sheet,
      ...counts,
    })),
    faults: [...faults],
    createdAt: new Date(createdAt).toISOString(),
    finishedAt: finishedAt === null ? null : new Date(finishedAt).toISOString(),
  };
}
