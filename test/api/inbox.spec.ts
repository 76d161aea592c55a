import { get } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';

import { key, openApi } from './api.js';
import type { Api, Signed } from './api.js';

let api: Api;
let li: Signed;
let admin: Signed;

beforeAll(async () => {
  api = await openApi();
  li = await api.signedIn('li', { role: 'TWO_NEW_APPROVER', unitId: 'unit-1' });
  admin = await api.signedIn('admin', { role: 'ADMIN' });
});
afterAll(() => api.close());

const Notices = z.object({ items: z.array(z.object({ id: z.string() })), nextCursor: z.string().nullable() });

async function given(recipientKey: string, at: number): Promise<string> {
  const id = `case-${at}-${randomUUID()}`;
  await api.database.rows.notice.create({ data: { id, recipientKey, kind: 'assigned', params: {}, at: new Date(at) } });
  return id;
}

describe('notices', () => {
  it('reach a reader by name and by role, newest first, a page at a time, and nobody else', async () => {
    const mine = [await given(`user:${li.userId}`, 1_000), await given('pool:unit-1:TWO_NEW_APPROVER', 2_000)];
    await given('pool:unit-2:TWO_NEW_APPROVER', 3_000);
    const pageAt = async (query: string) => Notices.parse((await li.agent.get(`/api/v1/notices?limit=1${query}`)).body);

    const first = await pageAt('');
    const second = await pageAt(`&cursor=${first.nextCursor ?? ''}`);

    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual([...mine].reverse());
    expect(second.nextCursor).toBeNull();
  });

  it('are marked as read once; another’s is not found', async () => {
    const [mine, foreign] = [await given(`user:${li.userId}`, 5_000), await given('user:somebody', 5_000)];
    const read = (id: string) => li.agent.post(`/api/v1/notices/${id}/read`).set('Idempotency-Key', key());

    await read(mine).expect(200);
    expect(await read(foreign)).toMatchObject({ status: 404 });
    expect((await api.database.rows.notice.findUnique({ where: { id: mine } }))?.readAt).not.toBeNull();
  });
});

describe('calendars', () => {
  const year = { source: 'OFFICIAL', holidays: ['2026-10-01'], makeUpDays: ['2026-10-10'] };
  const put = (who: Signed, body: object) =>
    who.agent.put('/api/v1/calendars/2026').set('Idempotency-Key', key()).send(body);

  it('are set by the administrator and read by everybody', async () => {
    expect(await li.agent.get('/api/v1/calendars/2026')).toMatchObject({ status: 404 });
    expect(await put(admin, year)).toMatchObject({ status: 200, body: { year: 2026 } });
    expect(await li.agent.get('/api/v1/calendars/2026')).toMatchObject({ status: 200, body: year });
    expect(await put(li, year)).toMatchObject({ status: 403, body: { code: 'AUTH_NOT_ALLOWED' } });
  });

  it('refuse a day that is both off and worked, a day of another year and a day that is none', async () => {
    const both = { ...year, makeUpDays: ['2026-10-01'] };
    const foreign = { ...year, holidays: ['2027-01-01'] };

    expect(await put(admin, both)).toMatchObject({ status: 422, body: { code: 'CALENDAR_INVALID' } });
    expect(await put(admin, foreign)).toMatchObject({ status: 422, body: { code: 'CALENDAR_INVALID' } });
    expect(await put(admin, { ...year, holidays: ['2026-02-30'] })).toMatchObject({
      status: 400,
      body: { code: 'FIELD_INVALID', field: 'holidays.0' },
    });
  });
});

describe('events', () => {
  it('tell a reader of the cases that are theirs, and of no other', async () => {
    const stream = await openStream(api, 'li');
    try {
      const told = nextCases(stream, 2);
      await tell({ caseId: 'foreign', keys: ['user:somebody'] });
      await tell({ caseId: 'by-role', keys: ['pool:unit-1:TWO_NEW_APPROVER'] });
      await tell({ caseId: 'by-name', keys: [`user:${li.userId}`] });

      expect(await told).toEqual(['by-role', 'by-name']);
    } finally {
      stream.destroy();
    }
  });

  it('are refused without a session', async () => {
    expect(await api.http().get('/api/v1/events')).toMatchObject({ status: 401 });
  });

  async function tell(event: object): Promise<void> {
    await api.database.pool.query("SELECT pg_notify('banjie', $1)", [JSON.stringify(event)]);
  }
});

/** The stream of somebody who signs in anew; open once its first heartbeat has come. */
async function openStream({ http, origin }: Api, username: string): Promise<IncomingMessage> {
  const { headers } = await http()
    .post('/api/v1/auth/sign-in/username')
    .send({ username, password: 'a password for tests' });
  const cookie = String(headers['set-cookie']?.[0]).split(';')[0] ?? '';
  const stream = await new Promise<IncomingMessage>((resolve, reject) => {
    get(`${origin}/api/v1/events`, { headers: { cookie } }, resolve).on('error', reject);
  });
  stream.setEncoding('utf8');
  await new Promise((resolve) => stream.once('data', resolve));
  return stream;
}

/** The ids of the next `count` cases that are told. */
function nextCases(stream: IncomingMessage, count: number): Promise<string[]> {
  return new Promise((resolve) => {
    const cases: string[] = [];
    stream.on('data', (text: string) => {
      cases.push(...[...text.matchAll(/"caseId":"([^"]+)"/g)].map(([, id = '']) => id));
      if (cases.length >= count) resolve(cases);
    });
  });
}
