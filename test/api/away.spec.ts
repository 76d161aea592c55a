import { createHmac } from 'node:crypto';

import { afterAll, beforeAll, expect, it } from '@jest/globals';

import { openApi } from './api.js';
import type { Api } from './api.js';

let api: Api;

beforeAll(async () => {
  api = await openApi({ databaseUrl: 'postgresql://nobody:nothing@127.0.0.1:1/none' });
});
afterAll(() => api.close());

const AWAY = { status: 503, body: { code: 'DATABASE_AWAY' }, headers: { 'retry-after': '3' } };

it('starts while PostgreSQL is away, and says so to whoever presents a session', async () => {
  const token = 'x'.repeat(32);
  const signature = createHmac('sha256', api.config.secret).update(token).digest('base64');
  const cookie = `banjie.session_token=${encodeURIComponent(`${token}.${signature}`)}`;

  expect(await api.http().get('/api/v1/me').set('Cookie', cookie)).toMatchObject(AWAY);
});

it('says so to whoever signs in', async () => {
  const answer = await api.http().post('/api/v1/auth/sign-in/username').send({ username: 'li', password: 'whatever' });

  expect(answer).toMatchObject(AWAY);
});

it('says so in the health', async () => {
  expect(await api.http().get('/api/v1/health')).toMatchObject({ status: 503, body: { ok: false, database: false } });
});
