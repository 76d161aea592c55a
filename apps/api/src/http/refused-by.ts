import { HttpException } from '@nestjs/common';
import {
  isGrpcServiceError,
  ServiceError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { z } from 'zod';

import { CaseStateConflict, DomainError } from '#domain/errors.js';
import type { Refusal } from '#domain/errors.js';
import { databaseFault } from '#prisma/database-fault.js';
import { FileStoreAway } from '#prisma/files/file-store-away.js';
import { BodyTooLarge } from './errors.js';
import { fieldInvalid } from './field-sentences.js';
import { JSON_LIMIT, JsonInvalid, MediaTypeUnsupported } from './json-body.js';
import type { Refused } from './problem.js';

const RETRY_AFTER_SECONDS = '3';

const PlainRefusal = z.object({
  code: z.string(),
  status: z.literal([400, 401, 403, 404, 409, 413, 415, 422, 428, 429, 503]),
  messageZh: z.string(),
  messageEn: z.string(),
  field: z.string().exactOptional(),
  details: z.record(z.string(), z.unknown()).exactOptional(),
});

/** What an error says to a client; null = an internal one, which says nothing. */
export function refusedBy(error: unknown): Refused | null {
  if (error instanceof DomainError) return { refusal: error.refusal, headers: retryHeader(error.refusal) };
  if (error instanceof z.ZodError) return { refusal: fieldInvalid(error.issues).refusal };
  // Before the database: what failed beneath reads like a server that is away.
  if (error instanceof FileStoreAway)
    return { refusal: FILE_STORE_AWAY, headers: { 'Retry-After': RETRY_AFTER_SECONDS } };
  return byWorkflow(error) ?? byTransport(error) ?? byDatabase(error);
}

function byWorkflow(error: unknown): Refused | null {
  if (error instanceof WorkflowUpdateFailedError) {
    const { cause } = error;
    const refusal = cause instanceof ApplicationFailure ? PlainRefusal.safeParse(cause.details?.[0]) : null;
    return refusal?.success === true ? { refusal: refusal.data } : null;
  }
  if (error instanceof WorkflowNotFoundError) return { refusal: new CaseStateConflict('CLOSED', 'act').refusal };
  const away =
    error instanceof WorkflowUpdateRPCTimeoutOrCancelledError ||
    error instanceof ServiceError ||
    isGrpcServiceError(error);
  return away ? { refusal: TEMPORAL_AWAY, headers: { 'Retry-After': RETRY_AFTER_SECONDS } } : null;
}

function byDatabase(error: unknown): Refused | null {
  const fault = databaseFault(error);
  if (fault === 'AWAY') return { refusal: DATABASE_AWAY, headers: { 'Retry-After': RETRY_AFTER_SECONDS } };
  return fault === 'VALUE' ? { refusal: VALUE_INVALID } : null;
}

const HttpFault = z.object({
  type: z.string().optional(),
  status: z.number().optional(),
  limit: z.number().optional(),
});

/** Errors of express, its body parsers, multer and Nest's router. */
function byTransport(error: unknown): Refused | null {
  const fault = HttpFault.safeParse(error);
  const status = error instanceof HttpException ? error.getStatus() : fault.data?.status;
  if (status === undefined) return null;
  if (status === 413) return { refusal: new BodyTooLarge(fault.data?.limit ?? JSON_LIMIT).refusal };
  if (fault.data?.type === 'entity.parse.failed') return { refusal: new JsonInvalid().refusal };
  if (status === 415) return { refusal: new MediaTypeUnsupported().refusal };
  if (status === 404) return { refusal: ROUTE_UNKNOWN };
  return status >= 400 && status < 500 ? { refusal: REQUEST_INVALID } : null;
}

const retryHeader = ({ details }: Refusal): Record<string, string> =>
  typeof details?.retryAfter === 'number' ? { 'Retry-After': String(details.retryAfter) } : {};

const TEMPORAL_AWAY: Refusal = {
  code: 'TEMPORAL_AWAY',
  status: 503,
  messageZh: '流程服务暂时不可用,操作未必已生效。请稍后用同一 Idempotency-Key 重试;查询不受影响。',
  messageEn:
    'The workflow service is away; the action may not have been taken. Retry with the same Idempotency-Key. Reading still works.',
};

const DATABASE_AWAY: Refusal = {
  code: 'DATABASE_AWAY',
  status: 503,
  messageZh: '数据库暂时不可用,请稍后重试。',
  messageEn: 'The database is away. Try again in a moment.',
};

const FILE_STORE_AWAY: Refusal = {
  code: 'FILE_STORE_AWAY',
  status: 503,
  messageZh: '文件存储暂时不可用,文件未保存或暂不能读取。请稍后重试;其他办理不受影响。',
  messageEn:
    'The file store is away: nothing was kept, or nothing can be read. Try again in a moment; everything else works.',
};

const VALUE_INVALID: Refusal = {
  code: 'FIELD_INVALID',
  status: 400,
  messageZh: '内容含有无法保存的字符或数值,请检查后重新填写。',
  messageEn: 'A value contains characters or numbers that cannot be stored. Check it and try again.',
};

const ROUTE_UNKNOWN: Refusal = {
  code: 'NOT_FOUND',
  status: 404,
  messageZh: '没有这个接口地址。接口清单见 /api/v1/openapi.json。',
  messageEn: 'No such address. The list is at /api/v1/openapi.json.',
  details: { kind: 'Route' },
};

const REQUEST_INVALID: Refusal = {
  code: 'REQUEST_INVALID',
  status: 400,
  messageZh: '请求格式有误,请检查地址和请求头。',
  messageEn: 'The request is malformed. Check the address and the headers.',
};
