import { Controller, Get, Param, Post, Req, StreamableFile, UseInterceptors } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type { Request } from 'express';
import { z } from 'zod';

import { Answers } from '../http/answers.js';
import { IdParam } from '../http/clean.js';
import { IdempotencyKey } from '../http/idempotency-key.js';
import type { IdempotentRequest } from '../http/idempotency-key.js';
import { Actor } from '../identity/actor.js';
import type { RequestActor } from '../identity/actor.js';
import { OneFile, sentFile } from './upload-file.js';
import { UploadsService } from './uploads.service.js';

const UploadView = z.object({
  id: z.string(),
  sha256: z.string(),
  name: z.string(),
  mediaType: z.string(),
  size: z.int(),
  ownerUserId: z.string(),
  organisationId: z.string().nullable(),
  createdAt: z.iso.datetime(),
});

@Controller('uploads')
export class UploadsController {
  constructor(private readonly uploads: UploadsService) {}

  @Post()
  @UseInterceptors(OneFile)
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } }, required: ['file'] },
  })
  @Answers('上传附件 Send a file (≤ 20 MiB; pdf, docx, xlsx, jpg, png), multipart or as the body', UploadView, 201)
  create(@Actor() actor: RequestActor, @Req() request: Request, @IdempotencyKey() idempotent: IdempotentRequest) {
    return this.uploads.create(actor, sentFile(request), idempotent);
  }

  @Get(':id')
  @Answers('下载附件 Download a file')
  async read(@Actor() actor: RequestActor, @Param({ schema: IdParam }) { id }: IdParam): Promise<StreamableFile> {
    const { upload, bytes } = await this.uploads.read(actor, id);
    return new StreamableFile(bytes, {
      type: upload.mediaType,
      length: upload.size,
      disposition: `attachment; filename*=UTF-8''${encodeURIComponent(upload.name)}`,
    });
  }
}
