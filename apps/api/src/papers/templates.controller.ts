import { Controller, Get, Header, Param, Put, Query, Req, StreamableFile, UseInterceptors } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type { Request } from 'express';

import { Answers } from '../http/answers.js';
import { IdempotencyKey } from '../http/idempotency-key.js';
import type { IdempotentRequest } from '../http/idempotency-key.js';
import { Actor } from '../identity/actor.js';
import type { RequestActor } from '../identity/actor.js';
import { OneFile, sentFile } from '../uploads/upload-file.js';
import { FieldList, KindParams, TemplateList, TemplateOf, TemplateUnit, TemplateView } from './template.schemas.js';
import { TemplatesService } from './templates.service.js';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

@Controller('templates')
export class TemplatesController {
  constructor(private readonly templates: TemplatesService) {}

  @Get()
  @Answers('文书模板 The kinds of papers and the templates in force', TemplateList)
  list(@Actor() actor: RequestActor) {
    return this.templates.list(actor);
  }

  @Get(':kind/fields')
  @Answers('模板字段 The fields that a template of this kind may use', FieldList)
  fields(@Actor() actor: RequestActor, @Param({ schema: KindParams }) { kind }: KindParams) {
    return this.templates.fields(actor, kind);
  }

  @Get(':kind/file')
  @Header('Cache-Control', 'no-store')
  @Answers('下载模板 The Word template in force at a unit, or the shipped one')
  async file(
    @Actor() actor: RequestActor,
    @Param({ schema: KindParams }) { kind }: KindParams,
    @Query({ schema: TemplateOf }) { unitId }: TemplateOf,
  ): Promise<StreamableFile> {
    const { name, bytes } = await this.templates.file(actor, kind, unitId);
    return new StreamableFile(bytes, {
      type: DOCX,
      disposition: `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
    });
  }

  @Put(':kind')
  @UseInterceptors(OneFile)
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } }, required: ['file'] },
  })
  @Answers("上传模板 An office's own Word template; one with an unknown field is refused, naming it", TemplateView)
  put(
    @Actor() actor: RequestActor,
    @Param({ schema: KindParams }) { kind }: KindParams,
    @Query({ schema: TemplateUnit }) { unitId }: TemplateUnit,
    @Req() request: Request,
    @IdempotencyKey() idempotent: IdempotentRequest,
  ) {
    return this.templates.put(actor, { kind, unitId, file: sentFile(request) }, idempotent);
  }
}
