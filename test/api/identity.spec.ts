import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TOTP, URI } from 'otpauth';
import { z } from 'zod';

import { asId } from '#domain/ids.js';
import type { UserId } from '#domain/ids.js';
import { requireSecondFactor } from '../../apps/api/src/identity/second-factor.js';
import { idIn, key, openApi, PASSWORD } from './api.js';
import type { Api, Signed } from './api.js';

const ME = '/api/v1/me';
const AUTH = '/api/v1/auth';
const SIGN_IN = `${AUTH}/sign-in/username`;

let api: Api;
let admin: Signed;

beforeAll(async () => {
  api = await openApi();
  admin = await api.signedIn('admin', { role: 'ADMIN' });
});
afterAll(() => api.close());

const Enrolled = z.object({ totpURI: z.string(), backupCodes: z.array(z.string()) });

/** Enrols a second factor and returns what makes its codes. */
async function enrol({ agent }: Signed) {
  const { text } = await agent.post(`${AUTH}/two-factor/enable`).send({ password: PASSWORD }).expect(200);
  const { totpURI, backupCodes } = Enrolled.parse(JSON.parse(text));
  const totp = URI.parse(totpURI);
  if (!(totp instanceof TOTP)) throw new Error('not a TOTP');
  await agent.post(`${AUTH}/two-factor/verify-totp`).send({ code: totp.generate() }).expect(200);
  return { totp, backupCodes };
}

describe('signing in', () => {
  it('gives an http-only cookie, and tells who is there with roles and units', async () => {
    const li = await api.signedIn('li', { role: 'TWO_NEW_APPROVER', unitId: 'unit-1' });
    const answer = await li.agent.get(ME);

    expect(answer.body).toMatchObject({
      id: li.userId,
      twoFactorNeeded: true,
      twoFactorPassed: false,
      grants: [{ role: 'TWO_NEW_APPROVER', unitId: 'unit-1', unitName: '秀洲区委两新工委' }],
      capabilities: { Case: ['read'], Deputation: ['read', 'create', 'delete'] },
    });
    const { headers } = await api.http().post(SIGN_IN).send({ username: 'li', password: PASSWORD });
    expect(headers['set-cookie']?.[0]).toMatch(/^banjie\.session_token=.*HttpOnly; SameSite=Lax/i);
  });

  it('answers alike for a wrong password and for a name that nobody has', async () => {
    const [wrong, unknown] = await Promise.all(
      ['admin', 'nobody'].map((username) => api.http().post(SIGN_IN).send({ username, password: 'a wrong password' })),
    );

    expect(wrong).toMatchObject({ status: 401, body: { code: 'SIGN_IN_FAILED' } });
    expect(unknown).toMatchObject({ status: 401, body: { code: 'SIGN_IN_FAILED' } });
  });

  it('makes an account wait after ten wrong passwords, even for the right one, until the administrator unlocks it', async () => {
    const wu = await api.user('wu');
    const attempt = (password: string) => api.http().post(SIGN_IN).send({ username: 'wu', password });
    for (let n = 0; n < 10; n += 1) await attempt('a wrong password').expect(401);
    const throttled = await attempt(PASSWORD);

    expect(throttled).toMatchObject({ status: 429, body: { code: 'TOO_MANY_ATTEMPTS' } });
    expect(Number(throttled.headers['retry-after'])).toBeGreaterThan(800);

    await admin.agent.post(`/api/v1/users/${wu}/unlock`).set('Idempotency-Key', key()).expect(200);
    await attempt(PASSWORD).expect(200);
  });

  it('has no way to sign up', async () => {
    const answer = await api
      .http()
      .post(`${AUTH}/sign-up/email`)
      .send({ email: 'a@b.cn', password: PASSWORD, name: 'a' });

    expect(answer).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
  });
});

describe('a session', () => {
  it('is needed everywhere that is not public', async () => {
    expect(await api.http().get(ME)).toMatchObject({ status: 401, body: { code: 'SIGN_IN_REQUIRED' } });
  });

  it('that was never ours is expired', async () => {
    const answer = await api.http().get(ME).set('Cookie', 'banjie.session_token=made-up.c2lnbmF0dXJl');

    expect(answer).toMatchObject({ status: 401, body: { code: 'SESSION_EXPIRED' } });
  });

  it('ends eight hours after it was last used, and not before', async () => {
    const qian = await api.signedIn('qian');
    const begun = api.clock.now;
    try {
      api.clock.now = begun + 7 * 3_600_000;
      await qian.agent.get(ME).expect(200);
      api.clock.now = begun + 14 * 3_600_000;
      await qian.agent.get(ME).expect(200);
      api.clock.now = begun + 23 * 3_600_000;
      expect(await qian.agent.get(ME)).toMatchObject({ status: 401, body: { code: 'SESSION_EXPIRED' } });
    } finally {
      api.clock.now = begun;
    }
  });

  it('is over at once after signing out', async () => {
    const feng = await api.signedIn('feng');
    const cookie = (await api.http().post(SIGN_IN).send({ username: 'feng', password: PASSWORD })).headers[
      'set-cookie'
    ];
    const presented = String(cookie?.[0]).split(';')[0] ?? '';
    await api.http().get(ME).set('Cookie', presented).expect(200);
    await api.http().post(`${AUTH}/sign-out`).set('Cookie', presented).expect(200);

    expect(await api.http().get(ME).set('Cookie', presented)).toMatchObject({ body: { code: 'SESSION_EXPIRED' } });
    await feng.agent.get(ME).expect(200);
  });

  it('is listed with the others, which a change of password ends', async () => {
    const chen = await api.signedIn('chen');
    const other = await api.signIn('chen');
    const listed = await chen.agent.get(`${AUTH}/list-sessions`).expect(200);
    expect(listed.body).toHaveLength(2);

    const change = { currentPassword: PASSWORD, newPassword: 'another password' };
    await chen.agent.post(`${AUTH}/change-password`).send(change).expect(200);

    expect(await other.agent.get(ME)).toMatchObject({ body: { code: 'SESSION_EXPIRED' } });
    await chen.agent.get(ME).expect(200);
  });

  it('refuses a new password that is too short', async () => {
    const answer = await admin.agent
      .post(`${AUTH}/change-password`)
      .send({ currentPassword: PASSWORD, newPassword: 'short' });

    expect(answer).toMatchObject({ status: 400, body: { code: 'FIELD_INVALID', field: 'newPassword' } });
  });
});

describe('the second factor', () => {
  it('passes only the session that was made with a code', async () => {
    const wei = await api.signedIn('wei', { role: 'REGISTRY_LEADER', unitId: 'unit-1' });
    const before = await api.signIn('wei');
    const { totp } = await enrol(wei);

    expect(await wei.agent.get(ME)).toMatchObject({ body: { twoFactorEnabled: true, twoFactorPassed: true } });
    expect(await before.agent.get(ME)).toMatchObject({ body: { twoFactorEnabled: true, twoFactorPassed: false } });

    const asked = await api.http().post(SIGN_IN).send({ username: 'wei', password: PASSWORD });
    expect(asked.body).toMatchObject({ twoFactorRedirect: true });
    const cookies = [asked.headers['set-cookie'] ?? []].flat().map((cookie) => cookie.split(';')[0]);
    const verified = await api
      .http()
      .post(`${AUTH}/two-factor/verify-totp`)
      .set('Cookie', cookies.join('; '))
      .send({ code: totp.generate() });
    expect(verified.status).toBe(200);
    expect(String(verified.headers['set-cookie'])).toContain('banjie.session_token=');
  });

  it('refuses a wrong code, and takes each backup code once', async () => {
    const jiang = await api.signedIn('jiang', { role: 'REGISTRY_LEADER', unitId: 'unit-1' });
    const { backupCodes } = await enrol(jiang);
    const verify = async (what: string, code: string) => {
      const asked = await api.http().post(SIGN_IN).send({ username: 'jiang', password: PASSWORD });
      const cookies = [asked.headers['set-cookie'] ?? []].flat().map((cookie) => cookie.split(';')[0]);
      return api.http().post(`${AUTH}/two-factor/${what}`).set('Cookie', cookies.join('; ')).send({ code });
    };
    const [backup = ''] = backupCodes;

    expect(await verify('verify-totp', '000000')).toMatchObject({ status: 401, body: { code: 'CODE_INVALID' } });
    expect(await verify('verify-backup-code', backup)).toMatchObject({ status: 200 });
    expect(await verify('verify-backup-code', backup)).toMatchObject({ status: 401, body: { code: 'CODE_INVALID' } });
  });

  it('is asked of roles that sign, and of no other', () => {
    const actor = {
      sessionId: 's',
      userId: asId<UserId>('u'),
      name: 'n',
      personId: null,
      grants: [],
      twoFactorEnabled: false,
      twoFactorPassed: false,
      expiresAt: 0,
      ip: null,
    };
    const refuse = (role: 'TWO_NEW_APPROVER' | 'REGISTRY_OFFICER', passed: boolean) => () =>
      requireSecondFactor({ ...actor, twoFactorPassed: passed }, role);

    expect(refuse('TWO_NEW_APPROVER', false)).toThrow('TWO_FACTOR_REQUIRED');
    expect(refuse('TWO_NEW_APPROVER', true)).not.toThrow();
    expect(refuse('REGISTRY_OFFICER', false)).not.toThrow();
  });
});

describe('users and roles', () => {
  it('are the administrator’s: others learn nothing about them', async () => {
    const shen = await api.signedIn('shen', { role: 'REGISTRY_OFFICER', unitId: 'unit-1' });

    expect(await shen.agent.get('/api/v1/users')).toMatchObject({ status: 404 });
    expect(await shen.agent.get(`/api/v1/users/${admin.userId}`)).toMatchObject({ status: 404 });
    expect(await shen.agent.get(`/api/v1/users/${shen.userId}`)).toMatchObject({ status: 200 });
  });

  it('change at once for who is signed in, and leave a chain of records', async () => {
    const han = await api.signedIn('han');
    const grants = `/api/v1/users/${han.userId}/grants`;
    const grant = { role: 'REGISTRY_OFFICER', unitId: 'unit-2' };
    const granted = await admin.agent.post(grants).set('Idempotency-Key', key()).send(grant).expect(201);

    expect(await han.agent.get(ME)).toMatchObject({ body: { grants: [{ unitName: '平湖市委两新工委' }] } });

    await admin.agent
      .delete(`${grants}/${idIn(granted)}`)
      .set('Idempotency-Key', key())
      .expect(200);
    expect(await han.agent.get(ME)).toMatchObject({ body: { grants: [] } });
    const chain = await api.database.rows.ledgerEntry.findMany({
      where: { caseId: 'administration' },
      orderBy: { seq: 'asc' },
    });
    expect(chain.slice(-2).map(({ kind }) => kind)).toEqual(['grant.created', 'grant.ended']);
    expect(chain.at(-1)?.prevHash).toBe(chain.at(-2)?.hash);
  });

  it('refuses an official’s role without a unit, and a unit that is not there', async () => {
    const grants = `/api/v1/users/${admin.userId}/grants`;
    const send = (body: object) => admin.agent.post(grants).set('Idempotency-Key', key()).send(body);

    expect(await send({ role: 'REGISTRY_OFFICER' })).toMatchObject({ status: 422, body: { code: 'GRANT_INVALID' } });
    expect(await send({ role: 'REGISTRY_OFFICER', unitId: 'nowhere' })).toMatchObject({
      status: 422,
      body: { code: 'REFERENCE_UNKNOWN', field: 'unitId' },
    });
  });

  it('a disabled user is out at once and cannot come back', async () => {
    const yang = await api.signedIn('yang');
    await admin.agent.post(`/api/v1/users/${yang.userId}/disable`).set('Idempotency-Key', key()).expect(200);

    expect(await yang.agent.get(ME)).toMatchObject({ body: { code: 'SESSION_EXPIRED' } });
    const again = await api.http().post(SIGN_IN).send({ username: 'yang', password: PASSWORD });
    expect(again).toMatchObject({ status: 403, body: { code: 'USER_DISABLED' } });
  });
});
