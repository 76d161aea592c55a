import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { key, openApi } from './api.js';
import type { Api, Signed } from './api.js';

let api: Api;
let admin: Signed;

beforeAll(async () => {
  api = await openApi();
  admin = await api.signedIn('admin', { role: 'ADMIN' });
});
afterAll(() => api.close());

const USERS = '/api/v1/users';
const person = (username: string) => ({ username, name: '王小明', password: 'first password' });

describe('a request that cannot be right gets a plain answer', () => {
  it.each([
    ['an unknown address', 'get', '/api/v1/nothing', undefined, 404, 'NOT_FOUND'],
    ['an address with another method', 'put', '/api/v1/health', {}, 405, 'METHOD_NOT_ALLOWED'],
    ['a malformed address', 'get', '/api/v1/users/%ff', undefined, 400, 'REQUEST_INVALID'],
    ['an unknown field', 'post', USERS, { ...person('wang'), admin: true }, 400, 'FIELD_INVALID'],
    ['a wrong type', 'post', USERS, { ...person('wang'), name: 7 }, 400, 'FIELD_INVALID'],
    ['a control character', 'post', USERS, { ...person('wang'), name: '王\u0000明' }, 400, 'FIELD_INVALID'],
    ['a list for an object', 'post', USERS, [], 400, 'FIELD_INVALID'],
    ['a limit out of range', 'get', `${USERS}?limit=101`, undefined, 400, 'FIELD_INVALID'],
    ['a cursor that is none', 'get', `${USERS}?cursor=abc`, undefined, 400, 'FIELD_INVALID'],
    ['an id that is none', 'get', `${USERS}/a%00b`, undefined, 400, 'FIELD_INVALID'],
  ] as const)('%s', async (_what, method, address, body, status, code) => {
    const answer = await admin.agent[method](address).set('Idempotency-Key', key()).send(body);

    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.body).toMatchObject({ status, code, messageZh: expect.any(String), requestId: expect.any(String) });
    expect(answer.status).toBe(status);
  });

  it.each([
    ['broken JSON', 'application/json', '{"a', 400, 'JSON_INVALID'],
    ['JSON that is nested without end', 'application/json', '['.repeat(9_000) + ']'.repeat(9_000), 400, 'JSON_INVALID'],
    ['a body that is too large', 'application/json', `"${'x'.repeat(300_000)}"`, 413, 'BODY_TOO_LARGE'],
    ['another media type', 'text/plain', 'hello', 415, 'MEDIA_TYPE_UNSUPPORTED'],
    ['another character set', 'application/json; charset=gbk', '{}', 415, 'MEDIA_TYPE_UNSUPPORTED'],
  ])('%s', async (_what, type, body, status, code) => {
    const answer = await admin.agent.post(USERS).set('Idempotency-Key', key()).set('Content-Type', type).send(body);

    expect(answer).toMatchObject({ status, body: { code } });
  });

  it('names the field and says what is wrong in Chinese', async () => {
    const answer = await admin.agent.post(USERS).set('Idempotency-Key', key()).send({ username: 'wang' });

    const faults = [{ field: 'name' }, { field: 'password' }];
    expect(answer.body).toMatchObject({ field: 'name', messageZh: 'name: 必须填写。', details: { faults } });
  });

  it('refuses what a page of another site sends', async () => {
    const answer = await admin.agent.post(USERS).set('Origin', 'https://elsewhere.example').send(person('wang'));

    expect(answer).toMatchObject({ status: 403, body: { code: 'ORIGIN_REFUSED' } });
  });
});

describe('Idempotency-Key', () => {
  it.each([undefined, 'short', 'with blanks in it', 'x'.repeat(129)])('%s is refused', async (header) => {
    const call = admin.agent.post(USERS);
    const answer = await (header === undefined ? call : call.set('Idempotency-Key', header)).send(person('li'));

    expect(answer).toMatchObject({ status: 400, body: { code: 'IDEMPOTENCY_KEY_MISSING' } });
  });

  it('answers a repetition with the first answer, and writes once', async () => {
    const used = key();
    const send = () => admin.agent.post(USERS).set('Idempotency-Key', used).send(person('zhang'));
    const first = await send();
    const second = await send();

    expect(first.status).toBe(201);
    expect(second.body).toEqual(first.body);
    expect(await api.database.rows.user.count({ where: { username: 'zhang' } })).toBe(1);
  });

  it('refuses a key that was used for something else', async () => {
    const used = key();
    await admin.agent.post(USERS).set('Idempotency-Key', used).send(person('zhao')).expect(201);
    const answer = await admin.agent.post(USERS).set('Idempotency-Key', used).send(person('sun'));

    expect(answer).toMatchObject({ status: 422, body: { code: 'IDEMPOTENCY_KEY_REUSED' } });
  });

  it('lets one of ten racing repetitions write, and gives all the same answer', async () => {
    const used = key();
    const send = () => admin.agent.post(USERS).set('Idempotency-Key', used).send(person('zhou'));
    const answers = await Promise.all(Array.from({ length: 10 }, send));

    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(answers[0]?.status).toBe(201);
  });
});

describe('what is public', () => {
  it('tells the health without a session: no worker, no calendar', async () => {
    const answer = await api.http().get('/api/v1/health');

    expect(answer.status).toBe(503);
    expect(answer.body).toMatchObject({ ok: false, database: true, temporal: false, worker: false, calendarYears: [] });
  });

  it('describes every route in OpenAPI 3.1, with problems and keys', async () => {
    const answer = await api.http().get('/api/v1/openapi.json').expect(200);

    const schema = { required: ['username', 'name', 'password'], additionalProperties: false };
    const problem = { schema: { $ref: '#/components/schemas/Problem' } };
    expect(answer.body).toMatchObject({
      openapi: '3.1.0',
      paths: {
        [USERS]: {
          post: {
            requestBody: { content: { 'application/json': { schema } } },
            responses: { 422: { content: { 'application/problem+json': problem } } },
            parameters: [{ name: 'Idempotency-Key', in: 'header', required: true }],
          },
        },
        '/api/v1/auth/sign-in/username': { post: { requestBody: expect.anything() } },
      },
    });
  });

  it('serves an explorer page that loads nothing from elsewhere', async () => {
    const page = await api.http().get('/api/v1/docs').expect(200);

    expect(page.text).toContain('swagger-ui');
    expect(page.text).not.toMatch(/(src|href)="https?:/);
    await api.http().get('/api/v1/docs/swagger-ui-bundle.js').expect(200);
  });

  it('sends headers that keep a page from being framed or sniffed, and does not name its framework', async () => {
    const { headers } = await api.http().get('/api/v1/health');

    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'x-request-id': expect.any(String) });
    expect(headers['x-powered-by']).toBeUndefined();
  });
});
