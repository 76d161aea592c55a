import type { z } from 'zod';

import { CONCLUSION_LABELS } from '#domain/annual-inspection/consequence.js';
import type { CheckView, DrawList } from '../random-checks/random-check.schemas.js';
import type { PublicConclusions } from '../returns/return.schemas.js';
import type { BoardRow } from '../seasons/season.schemas.js';
import type { CellValue } from '../workbooks/write-workbook.js';
import type { ExportColumn } from './exported-list.js';

type DrawRow = z.output<typeof DrawList>['items'][number];
type ConclusionRow = z.output<typeof PublicConclusions>['items'][number];

const day = (iso: string | null): CellValue => (iso === null ? null : { day: iso });
const instant = (iso: string | null): CellValue => (iso === null ? null : { instant: Date.parse(iso) });
const shown = (words: Readonly<Record<string, string>>, slug: string | null): CellValue =>
  slug === null ? null : (words[slug] ?? slug);

const STANDINGS = { REQUIRED: '应报送', EXEMPT: '免检', OUTSIDE: '不在年检范围', UNDECIDED: '待核实' };
const GROUNDS = {
  REGISTERED_IN_TIME: '基准日前登记',
  REGISTERED_LATER: '基准日后登记',
  ENDED_IN_SEASON: '年检期间注销或撤销',
  ENDED_BEFORE_SEASON: '年检前注销或撤销',
  NOT_REGISTERED: '不属于登记的组织',
  REGISTRATION_DATE_MISSING: '缺少登记日期',
};
const TIMELINESS = { IN_TIME: '按时', LATE: '逾期', AFTER_CLOSE: '截止后报送' };
const CONCLUSIONS = Object.fromEntries(Object.entries(CONCLUSION_LABELS).map(([slug, { zh }]) => [slug, zh]));

/** 年检报送情况: the organisations of a season. */
export const BOARD_COLUMNS: readonly ExportColumn<BoardRow>[] = [
  { zh: '社会组织', width: 36, value: ({ organisation }) => organisation.name },
  { zh: '统一社会信用代码', width: 22, value: ({ organisation }) => organisation.uscc },
  { zh: '是否应报送', width: 14, value: ({ standing }) => shown(STANDINGS, standing) },
  { zh: '依据', width: 20, value: ({ ground }) => shown(GROUNDS, ground) },
  { zh: '办件编号', width: 26, value: ({ caseNo }) => caseNo },
  { zh: '办理状态', width: 16, value: ({ state }) => state?.zh ?? null },
  { zh: '报送期限', holds: 'day', value: ({ due }) => day(due) },
  { zh: '报送截止', holds: 'day', value: ({ closes }) => day(closes) },
  { zh: '延期至', holds: 'day', value: ({ extendedTo }) => day(extendedTo) },
  { zh: '首次报送', holds: 'day', value: ({ firstFiledOn }) => day(firstFiledOn) },
  { zh: '是否按时', width: 12, value: ({ timeliness }) => shown(TIMELINESS, timeliness) },
  { zh: '年检结论', width: 12, value: ({ conclusion }) => shown(CONCLUSIONS, conclusion) },
];

/** 双随机抽查. */
export const DRAW_COLUMNS: readonly ExportColumn<DrawRow>[] = [
  { zh: '办件编号', width: 26, value: ({ caseNo }) => caseNo },
  { zh: '年度', holds: 'number', value: ({ year }) => year },
  { zh: '抽查事由', width: 40, value: ({ purpose }) => purpose },
  { zh: '办理状态', width: 16, value: ({ state }) => state.zh },
  { zh: '抽取家数', holds: 'number', value: ({ size }) => size },
  { zh: '抽取时间', width: 18, holds: 'instant', value: ({ drawnAt }) => instant(drawnAt) },
];

/** 抽中单位: the checks of a draw. */
export const CHECK_COLUMNS: readonly ExportColumn<CheckView>[] = [
  { zh: '社会组织', width: 36, value: ({ organisation }) => organisation.name },
  { zh: '统一社会信用代码', width: 22, value: ({ organisation }) => organisation.key },
  { zh: '检查人员', width: 24, value: ({ inspectors }) => inspectors.map(({ name }) => name).join('、') },
  { zh: '办件编号', width: 26, value: ({ caseNo }) => caseNo },
  { zh: '办理状态', width: 16, value: ({ state }) => state?.zh ?? null },
  { zh: '检查日期', holds: 'day', value: ({ checkedOn }) => day(checkedOn) },
  { zh: '检查结果', width: 24, value: ({ result }) => result?.zh ?? null },
  { zh: '整改期限', holds: 'day', value: ({ rectifyBy }) => day(rectifyBy) },
  { zh: '公示时间', width: 18, holds: 'instant', value: ({ publishedAt }) => instant(publishedAt) },
];

/** 年检结论公告. */
export const CONCLUSION_COLUMNS: readonly ExportColumn<ConclusionRow>[] = [
  { zh: '社会组织', width: 36, value: ({ organisation }) => organisation },
  { zh: '统一社会信用代码', width: 22, value: ({ uscc }) => uscc },
  { zh: '登记管理机关', width: 26, value: ({ registry }) => registry },
  { zh: '年检结论', width: 12, value: ({ conclusion }) => conclusion.zh },
  { zh: '公告日期', holds: 'day', value: ({ publishedOn }) => day(publishedOn) },
  { zh: '是否逾期报送', value: ({ late }) => (late ? '是' : '否') },
];
