import { createHash } from 'node:crypto';

import { createParamDecorator } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';

import { asId } from '#domain/ids.js';
import type { RequestId } from '#domain/ids.js';
import { arrivalOf } from './arrival.js';
import { IdempotencyKeyMissing } from './errors.js';

const FORM = /^[\x21-\x7e]{8,128}$/;

/** The key of an action and what it was used for. */
export interface IdempotentRequest {
  readonly key: string;
  readonly fingerprint: string;
}

/** The same with the time at which the request arrived, epoch ms: what a deadline counts by. */
export interface TimedRequest extends IdempotentRequest {
  readonly arrivedAt: number;
}

/** Reads the header, or throws IDEMPOTENCY_KEY_MISSING (400). */
export function idempotencyKeyOf(header: string | undefined): string {
  if (header === undefined || !FORM.test(header)) throw new IdempotencyKeyMissing();
  return header;
}

/** The id of an act: the user's key, bound to the user, so that nobody meets another's. Hexadecimal SHA-256. */
export function requestIdOf(userId: string, key: string): RequestId {
  return asId<RequestId>(sha256(`${userId}\n${key}`));
}

/** What a key was used for: the same key with another fingerprint is a mistake of the client. Hexadecimal SHA-256. */
export function fingerprintOf(method: string, path: string, body: unknown): string {
  return sha256(`${method}\n${path}\n${JSON.stringify(sorted(body ?? null))}`);
}

/**
 * `@IdempotencyKey() request: IdempotentRequest` on every POST, PUT and DELETE. The body is fingerprinted as it was sent,
 * with its keys in order; a file counts by what `fingerprintOf` is given for it.
 */
export const IdempotencyKey = createParamDecorator((_data: unknown, context: ExecutionContext): TimedRequest => {
  const request = context.switchToHttp().getRequest<Request>();
  const key = idempotencyKeyOf(request.get('Idempotency-Key'));
  const body: unknown = request.body;
  return {
    key,
    arrivedAt: arrivalOf(request),
    fingerprint: fingerprintOf(
      request.method,
      `${request.baseUrl}${request.path}`,
      Buffer.isBuffer(body) ? sha256(body) : body,
    ),
  };
});

function sha256(text: string | Buffer): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Objects with their keys in order: two bodies that differ only in that are the same. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
