import { afterAll, beforeAll, expect, it } from '@jest/globals';

import { deputationStore } from '#prisma/stores/deputation.store.js';
import { idIn, key, openApi } from './api.js';
import type { Api, Signed } from './api.js';

const DEPUTATIONS = '/api/v1/deputations';
const DAY = 86_400_000;

let api: Api;
let chief: Signed;
let deputy: string;
let stranger: string;

beforeAll(async () => {
  api = await openApi();
  chief = await api.signedIn('chief', { role: 'TWO_NEW_APPROVER', unitId: 'unit-1' });
  deputy = await api.user('deputy', { role: 'TWO_NEW_APPROVER', unitId: 'unit-1' });
  stranger = await api.user('stranger', { role: 'TWO_NEW_APPROVER', unitId: 'unit-2' });
});
afterAll(() => api.close());

const at = (days: number) => new Date(api.clock.now + days * DAY).toISOString();
const appoint = (deputyId: string, from: number, to: number, matters: string[] = []) =>
  chief.agent
    .post(DEPUTATIONS)
    .set('Idempotency-Key', key())
    .send({ deputyId, from: at(from), to: at(to), matters });

const principalsAt = (days: number, matter: string | null, userId = deputy) =>
  deputationStore(api.database).principalsOf(userId, new Date(api.clock.now + days * DAY), matter);

it('stands within its dates and matters, and not after it was revoked', async () => {
  const given = await appoint(deputy, 10, 20, ['temp-party-org']);
  expect(given).toMatchObject({ status: 201, body: { principalName: 'chief', deputyName: 'deputy', revokedAt: null } });

  expect(await principalsAt(9, 'temp-party-org')).toEqual([]);
  expect(await principalsAt(15, 'temp-party-org')).toEqual([chief.userId]);
  expect(await principalsAt(15, 'general-approval')).toEqual([]);
  expect(await principalsAt(15, null)).toEqual([chief.userId]);
  expect(await principalsAt(20, 'temp-party-org')).toEqual([]);

  await chief.agent
    .delete(`${DEPUTATIONS}/${idIn(given)}`)
    .set('Idempotency-Key', key())
    .expect(200);
  expect(await principalsAt(15, 'temp-party-org')).toEqual([]);
});

it('never cascades to the deputy of a deputy', async () => {
  const third = await api.user('third', { role: 'TWO_NEW_APPROVER', unitId: 'unit-1' });
  await appoint(deputy, 30, 40).expect(201);
  const [from, to] = [new Date(at(30)), new Date(at(40))];
  await deputationStore(api.database).create({ principalId: deputy, deputyId: third, matters: [], from, to });

  expect(await principalsAt(35, null, third)).toEqual([deputy]);
});

it('refuses oneself, somebody of another unit, dates in the wrong order and an overlap', async () => {
  await appoint(deputy, 50, 60).expect(201);
  const refused = (ground: string) => ({ status: 422, body: { code: 'DEPUTATION_INVALID', details: { ground } } });

  expect(await appoint(chief.userId, 1, 2)).toMatchObject(refused('SELF'));
  expect(await appoint(stranger, 1, 2)).toMatchObject(refused('NO_COMMON_UNIT'));
  expect(await appoint(deputy, 2, 1)).toMatchObject(refused('DATES'));
  expect(await appoint(deputy, 59, 70)).toMatchObject(refused('OVERLAP'));
});

it('is the principal’s to revoke: the deputy may not, and others do not see it', async () => {
  const given = idIn(await appoint(deputy, 80, 90).expect(201));
  const revoke = async (username: string) => {
    const { agent } = await api.signIn(username);
    return agent.delete(`${DEPUTATIONS}/${given}`).set('Idempotency-Key', key());
  };

  expect(await revoke('deputy')).toMatchObject({ status: 403, body: { code: 'AUTH_NOT_ALLOWED' } });
  expect(await revoke('stranger')).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
});

it('names the others at one’s own units, and nobody to who holds no office', async () => {
  const member = await api.signedIn('member', { role: 'COUNCIL_MEMBER' });

  const seen = await chief.agent.get('/api/v1/colleagues').expect(200);
  const none = await member.agent.get('/api/v1/colleagues').expect(200);

  expect(seen.body).toMatchObject({ items: [{ userId: deputy, name: 'deputy' }, { name: 'third' }] });
  expect(JSON.stringify(seen.body)).not.toContain('stranger');
  expect(none.body).toEqual({ items: [] });
});
