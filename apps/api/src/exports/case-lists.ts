import type { ListRow } from '../lists/list.schemas.js';
import type { ExportColumn } from './exported-list.js';

const instant = (iso: string | null) => (iso === null ? null : { instant: Date.parse(iso) });

const COLUMNS = {
  caseNo: { zh: '办件编号', width: 26, value: ({ caseNo }) => caseNo },
  title: { zh: '标题', width: 50, value: ({ title }) => title },
  matter: { zh: '事项', width: 24, value: ({ matter }) => matter.zh },
  organisation: { zh: '社会组织', width: 34, value: ({ organisationName }) => organisationName },
  state: { zh: '办理状态', width: 14, value: ({ state }) => state.zh },
  kind: { zh: '办理环节', width: 18, value: ({ kind }) => kind?.zh ?? null },
  verdict: { zh: '结论', width: 12, value: ({ verdict }) => verdict },
  dueAt: { zh: '办理期限', width: 18, holds: 'instant', value: ({ dueAt }) => instant(dueAt) },
  overdue: { zh: '是否超期', width: 10, value: ({ overdue }) => (overdue ? '是' : '否') },
} as const satisfies Readonly<Record<string, ExportColumn<ListRow>>>;

/** `zh`: what the time of the row is called in this list. */
const at = (zh: string): ExportColumn<ListRow> => ({
  zh,
  width: 18,
  holds: 'instant',
  value: (row) => instant(row.at),
});

const { caseNo, title, matter, organisation, state, kind, verdict, dueAt, overdue } = COLUMNS;

/** 待办 and 超期. */
export const TASK_COLUMNS: readonly ExportColumn<ListRow>[] = [
  ...[caseNo, title, matter, organisation, state, kind, dueAt, overdue],
  at('到达时间'),
];

/** 已办. */
export const DECISION_COLUMNS: readonly ExportColumn<ListRow>[] = [
  ...[caseNo, title, matter, organisation, state, kind, verdict],
  at('办理时间'),
];

/** 我发起的, 抄送, 关注 and 办件; `zh`: what their time is called. */
export function caseColumns(zh: string): readonly ExportColumn<ListRow>[] {
  return [caseNo, title, matter, organisation, state, at(zh)];
}
