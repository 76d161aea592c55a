import { Controller, Get, Header, HttpCode, Param, Post, Req, StreamableFile, UseInterceptors } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type { Request } from 'express';

import { Answers } from '../http/answers.js';
import { IdParam } from '../http/clean.js';
import { IdempotencyKey } from '../http/idempotency-key.js';
import type { IdempotentRequest } from '../http/idempotency-key.js';
import { Actor } from '../identity/actor.js';
import type { RequestActor } from '../identity/actor.js';
import { OneFile, sentFile } from '../uploads/upload-file.js';
import { templateWorkbook } from '../workbooks/template.js';
import { workbookFile } from '../workbooks/workbook-file.js';
import { ImportList, ImportView } from './import.schemas.js';
import { ImportsService } from './imports.service.js';

@Controller('imports')
export class ImportsController {
  constructor(private readonly imports: ImportsService) {}

  @Get('template')
  @Answers('下载导入模板 The workbook to fill: organisations, posts and Party members')
  async template(): Promise<StreamableFile> {
    return workbookFile(await templateWorkbook(), '社会组织导入模板');
  }

  @Post()
  @HttpCode(202)
  @UseInterceptors(OneFile)
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } }, required: ['file'] },
  })
  @Answers(
    '导入工作簿 Import a workbook (≤ 20 MiB, ≤ 20,000 rows a sheet); a sheet is taken whole or not',
    ImportView,
    202,
  )
  begin(@Actor() actor: RequestActor, @Req() request: Request, @IdempotencyKey() idempotent: IdempotentRequest) {
    return this.imports.begin(actor, sentFile(request), idempotent);
  }

  @Get()
  @Answers('我的导入 Your own imports, the latest first', ImportList)
  latest(@Actor() actor: RequestActor) {
    return this.imports.latest(actor);
  }

  @Get(':id')
  @Answers('导入进度与结果 How an import stands', ImportView)
  view(@Actor() actor: RequestActor, @Param({ schema: IdParam }) { id }: IdParam) {
    return this.imports.view(actor, id);
  }

  @Get(':id/report')
  @Header('Cache-Control', 'no-store')
  @Answers('下载错误报告 The workbook with what is wrong beside every row')
  async report(@Actor() actor: RequestActor, @Param({ schema: IdParam }) { id }: IdParam): Promise<StreamableFile> {
    return workbookFile(await this.imports.report(actor, id), '导入错误报告');
  }
}
