import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import type { OpenAPIObject } from '@nestjs/swagger';
import { z } from 'zod';

import { AUTH_PATH } from '../identity/auth.js';
import { AUTH_ROUTES } from '../identity/auth-routes.js';
import { COOKIE_PREFIX } from '../identity/session-cookie.js';
import { Problem } from './problem.js';

const API = '/api/v1';
const METHODS = ['get', 'post', 'put', 'delete', 'patch'] as const;
const PROBLEMS: Readonly<Record<string, string>> = {
  400: '内容无效 malformed: FIELD_INVALID, JSON_INVALID, IDEMPOTENCY_KEY_MISSING',
  401: '未登录 SIGN_IN_REQUIRED, SESSION_EXPIRED',
  403: '无权办理 AUTH_NOT_ALLOWED, TWO_FACTOR_REQUIRED, RECUSAL_REQUIRED',
  404: '没有找到或无权查看 NOT_FOUND',
  409: '状态或版本不符 CASE_STATE_CONFLICT, VERSION_CONFLICT',
  413: '内容过大 BODY_TOO_LARGE',
  415: '内容类型不支持 MEDIA_TYPE_UNSUPPORTED',
  422: '不符合业务规则 a rule of the field says no',
  429: '过于频繁 TOO_MANY_ATTEMPTS',
  503: '服务暂不可用 DATABASE_AWAY, TEMPORAL_AWAY, FILE_STORE_AWAY',
};

/** The OpenAPI 3.1 document: every schema from zod, every error as `Problem`. */
export function openApiDocument(app: INestApplication): OpenAPIObject {
  const settings = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('办结 Banjie')
    .setDescription('事项办理接口。Every action carries an Idempotency-Key; every error is application/problem+json.')
    .setVersion('1')
    .addCookieAuth(`${COOKIE_PREFIX}.session_token`, undefined, 'session')
    .addSecurityRequirements('session')
    .build();
  const document = SwaggerModule.createDocument(app, settings, {
    standardSchemaConverter: (schema, { schemaType }) =>
      schema instanceof z.ZodType ? { schema: jsonSchema(schema, schemaType) } : undefined,
  });
  describeAuth(document);
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of METHODS) {
      const operation = item[method];
      if (operation === undefined) continue;
      for (const [status, description] of Object.entries(PROBLEMS))
        operation.responses[status] ??= problem(description);
      if (method !== 'get' && !path.startsWith(AUTH_PATH)) (operation.parameters ??= []).push(IDEMPOTENCY_KEY);
    }
  }
  document.components = {
    ...document.components,
    schemas: { ...document.components?.schemas, Problem: jsonSchema(Problem, 'output') },
  };
  return document;
}

/** Serves the document, and an explorer page that needs nothing from the internet. */
export function serveOpenApi(app: INestApplication): void {
  const document = openApiDocument(app);
  SwaggerModule.setup(`${API}/docs`, app, document, {
    jsonDocumentUrl: `${API}/openapi.json`,
    raw: ['json'],
    customSiteTitle: '办结 Banjie API',
    swaggerOptions: { persistAuthorization: true, displayRequestDuration: true },
  });
}

/** Draft 2020-12, which OpenAPI 3.1 speaks. */
function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): Record<string, unknown> {
  const { $schema: _dialect, '~standard': _standard, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
}

const IDEMPOTENCY_KEY = {
  name: 'Idempotency-Key',
  in: 'header' as const,
  required: true,
  description: '每个操作一个键值,重试时沿用。One for each action; keep it when you retry.',
  schema: { type: 'string' as const, minLength: 8, maxLength: 128 },
};

function problem(description: string) {
  return { description, content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } };
}

function describeAuth(document: OpenAPIObject): void {
  for (const { method, path, summary, body } of AUTH_ROUTES) {
    const address = `${AUTH_PATH}${path.replace(/:(\w+)/g, '{$1}')}`;
    const parameters = path.includes(':provider')
      ? [{ name: 'provider', in: 'path' as const, required: true, schema: { type: 'string' as const } }]
      : [];
    document.paths[address] = {
      ...document.paths[address],
      [method.toLowerCase()]: {
        operationId: `auth${path.replace(/[^a-z0-9]+(\w)?/g, (_, letter: string | undefined) => letter?.toUpperCase() ?? '')}`,
        tags: ['auth'],
        summary,
        parameters,
        responses: { 200: { description: summary } },
        ...(body === null
          ? {}
          : { requestBody: { content: { 'application/json': { schema: jsonSchema(body, 'input') } } } }),
      },
    };
  }
}
