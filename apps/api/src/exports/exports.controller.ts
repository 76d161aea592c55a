import { Controller, Get, Header, Param, Query, StreamableFile } from '@nestjs/common';
import { z } from 'zod';

import { Answers } from '../http/answers.js';
import { Actor } from '../identity/actor.js';
import type { RequestActor } from '../identity/actor.js';
import { workbookFile } from '../workbooks/workbook-file.js';
import { ExportQuery } from './exported-list.js';
import { ExportsService } from './exports.service.js';

const ListParams = z.strictObject({ list: z.string().max(40) });
type ListParams = z.output<typeof ListParams>;

@Controller('exports')
export class ExportsController {
  constructor(private readonly exports: ExportsService) {}

  @Get(':list')
  @Header('Cache-Control', 'no-store')
  @Answers(
    '导出列表 A list as a workbook: todo, overdue, done, started, copied, followed, cases, organisations, people, season-returns, random-checks, drawn-checks, conclusions; with the filters of the list, ≤ 100,000 rows',
  )
  async list(
    @Actor() actor: RequestActor,
    @Param({ schema: ListParams }) { list }: ListParams,
    @Query({ schema: ExportQuery }) query: ExportQuery,
  ): Promise<StreamableFile> {
    const { zh, content } = await this.exports.workbook(actor, list, query);
    return workbookFile(content, zh);
  }
}
