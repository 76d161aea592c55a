import { z } from 'zod';

import type { Database } from '#prisma/client.js';
import type { RandomChecksService } from '../random-checks/random-checks.service.js';
import { DrawParams } from '../random-checks/random-check.schemas.js';
import { conclusionPage } from '../returns/conclusion-page.js';
import { PublicQuery, PublicYear } from '../returns/return.schemas.js';
import { BoardQuery, SeasonParams } from '../seasons/season.schemas.js';
import type { SeasonsService } from '../seasons/seasons.service.js';
import { exportedList, NO_FILTER } from './exported-list.js';
import type { ExportedList } from './exported-list.js';
import { BOARD_COLUMNS, CHECK_COLUMNS, CONCLUSION_COLUMNS, DRAW_COLUMNS } from './inspection-lists.js';

const { cursor: _boardCursor, limit: _boardLimit, ...boardFilters } = BoardQuery.shape;
const { cursor: _publicCursor, limit: _publicLimit, ...publicFilters } = PublicQuery.shape;
const BoardFilter = z.strictObject({ ...SeasonParams.shape, ...boardFilters });
const ConclusionFilter = z.strictObject({ ...PublicYear.shape, ...publicFilters });

interface Inspections {
  readonly seasons: SeasonsService;
  readonly draws: RandomChecksService;
  readonly database: Database;
}

/** The lists of annual inspection and random checks, by the name in their address. */
export const inspectionExports = ({
  seasons,
  draws,
  database,
}: Inspections): readonly (readonly [string, ExportedList])[] => [
  [
    'season-returns',
    exportedList({
      zh: '年检报送情况',
      filter: BoardFilter,
      columns: BOARD_COLUMNS,
      read: (actor, page, { caseNo, ...filters }) => seasons.board(actor, caseNo, { ...page, ...filters }),
    }),
  ],
  [
    'random-checks',
    exportedList({
      zh: '双随机抽查',
      filter: NO_FILTER,
      columns: DRAW_COLUMNS,
      read: (actor, page) => draws.list(actor, page),
    }),
  ],
  [
    'drawn-checks',
    exportedList({
      zh: '抽中单位',
      filter: DrawParams,
      columns: CHECK_COLUMNS,
      read: (actor, page, { caseNo }) => draws.checks(actor, caseNo, page),
    }),
  ],
  [
    'conclusions',
    exportedList({
      zh: '年检结论公告',
      filter: ConclusionFilter,
      columns: CONCLUSION_COLUMNS,
      read: (_actor, page, { year, ...filters }) => conclusionPage(database, year, { ...page, ...filters }),
    }),
  ],
];
