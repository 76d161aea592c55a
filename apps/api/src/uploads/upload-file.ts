import { Injectable, PayloadTooLargeException } from '@nestjs/common';
import type { CallHandler, ExecutionContext } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import type { Request } from 'express';
import { fileTypeFromBuffer } from 'file-type';

import { DomainError } from '#domain/errors.js';
import { cleanText } from '#domain/text/clean-text.js';
import { BodyTooLarge } from '../http/errors.js';

/** Bytes of a file (upload.maxMiB = 20). */
export const UPLOAD_LIMIT = 20 * 1024 * 1024;
/** Forms of a body that is the file itself. */
export const RAW_TYPES = [
  'application/octet-stream',
  'application/pdf',
  'image/*',
  'application/vnd.openxmlformats-officedocument.*',
];
const NAME_MAX = 200;

/** Media types by the bytes, never by the name (specification C7). */
const ALLOWED: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'image/jpeg': 'jpg',
  'image/png': 'png',
};

/** The bytes are none of pdf, docx, xlsx, jpg, png. */
export class DocTypeInvalid extends DomainError {
  constructor() {
    super({
      code: 'DOC_TYPE_INVALID',
      status: 422,
      messageZh: '文件类型不符。仅支持 pdf、docx、xlsx、jpg、png(按文件内容识别)。',
      messageEn: 'Only pdf, docx, xlsx, jpg and png are taken; the content decides, not the name.',
      field: 'file',
      details: { allowed: Object.values(ALLOWED) },
    });
  }
}

/** A file as it came: multipart field `file`, or the body itself with `X-File-Name` (percent-encoded). */
export interface SentFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Takes one multipart file into memory; a longer one is BODY_TOO_LARGE (413). */
@Injectable()
export class OneFile extends FileInterceptor('file', {
  limits: { fileSize: UPLOAD_LIMIT, files: 1, fields: 0 },
  defParamCharset: 'utf8',
}) {
  override async intercept(context: ExecutionContext, next: CallHandler) {
    try {
      return await super.intercept(context, next);
    } catch (error) {
      throw error instanceof PayloadTooLargeException ? new BodyTooLarge(UPLOAD_LIMIT) : error;
    }
  }
}

/** The file of a request, or DOC_TYPE_INVALID (422) when there is none. */
export function sentFile(request: Request & { readonly file?: { originalname: string; buffer: Buffer } }): SentFile {
  if (request.file !== undefined) return { name: fileName(request.file.originalname), bytes: request.file.buffer };
  const body: unknown = request.body;
  if (!Buffer.isBuffer(body)) throw new DocTypeInvalid();
  return { name: fileName(decoded(request.get('X-File-Name') ?? '')), bytes: body };
}

/** The media type that the bytes say, or DOC_TYPE_INVALID (422). */
export async function mediaTypeOf(bytes: Uint8Array): Promise<string> {
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  if (found === undefined || !(found.mime in ALLOWED)) throw new DocTypeInvalid();
  return found.mime;
}

/** The last part of a path, cleaned; a file without a name is 附件. */
function fileName(sent: string): string {
  const last = sent.split(/[/\\]/).at(-1) ?? '';
  const { text } = cleanText(last, 'file');
  return text.slice(0, NAME_MAX) || '附件';
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
