import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { idIn, key, openApi } from './api.js';
import type { Api, Signed } from './api.js';

let api: Api;
let admin: Signed;
let li: Signed;

beforeAll(async () => {
  api = await openApi();
  admin = await api.signedIn('admin', { role: 'ADMIN' });
  li = await api.signedIn('li', { role: 'TWO_NEW_APPROVER', unitId: 'unit-1' });
});
afterAll(() => api.close());

const BUREAU = { name: '平湖市民政局', agencyType: 'CIVIL_AFFAIRS', level: 'COUNTY', divisionCode: '330482' };

const post = (who: Signed, body: object) => who.agent.post('/api/v1/units').set('Idempotency-Key', key()).send(body);
const patch = (who: Signed, id: string, body: object) =>
  who.agent.patch(`/api/v1/units/${id}`).set('Idempotency-Key', key()).send(body);

describe('units', () => {
  it('are set up and renamed by the administrator, with a leader, and leave a chain of records', async () => {
    const made = await post(admin, { ...BUREAU, parentId: 'unit-1', docWord: '平民' });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ name: '平湖市民政局', parentId: 'unit-1', agencyType: { zh: '民政局' } });

    const changed = await patch(admin, idIn(made), { name: '平湖市民政局(社会组织管理局)', leaderUserId: li.userId });
    expect(changed).toMatchObject({ status: 200, body: { parentId: 'unit-1', leader: { userId: li.userId } } });

    const chain = await api.database.rows.ledgerEntry.findMany({ where: { caseId: 'administration' } });
    expect(chain.map(({ kind }) => kind)).toEqual(['unit.created', 'unit.changed']);
  });

  it('are nobody else’s to change', async () => {
    expect(await post(li, BUREAU)).toMatchObject({ status: 403, body: { code: 'AUTH_NOT_ALLOWED' } });
    expect(await patch(li, 'unit-1', { name: '另一个名称' })).toMatchObject({ status: 403 });
  });

  it('refuse a second of the name, a superior that is none, and one below itself', async () => {
    const upper = await post(admin, { ...BUREAU, name: '上级单位' });
    const lower = await post(admin, { ...BUREAU, name: '下级单位', parentId: idIn(upper) });

    expect(await post(admin, { ...BUREAU, name: '上级单位' })).toMatchObject({
      status: 409,
      body: { code: 'UNIT_NAME_TAKEN' },
    });
    expect(await post(admin, { ...BUREAU, name: '无上级', parentId: 'nowhere' })).toMatchObject({
      status: 422,
      body: { code: 'REFERENCE_UNKNOWN', field: 'parentId' },
    });
    expect(await patch(admin, idIn(upper), { parentId: idIn(lower) })).toMatchObject({
      status: 422,
      body: { code: 'UNIT_BELOW_ITSELF' },
    });
  });
});

describe('the register of defaults', () => {
  const put = (who: Signed, name: string, body: object) =>
    who.agent.put(`/api/v1/settings/${name}`).set('Idempotency-Key', key()).send(body);

  it('shows what is shipped, and what is in force from a day on', async () => {
    await put(admin, 'tpo.replyWD', { value: 15, from: '2999-01-01' }).expect(200);

    const { body } = await admin.agent.get('/api/v1/settings').expect(200);

    expect(body).toMatchObject({
      items: expect.arrayContaining([
        {
          ...{ key: 'tpo.replyWD', matter: 'temp-party-org', value: 20, since: null, shipped: 20 },
          planned: [{ value: 15, from: '2999-01-01' }],
        },
      ]),
    });
  });

  it('refuses what the matter refuses, a day that is over, and everybody but the administrator', async () => {
    expect(await put(admin, 'tpo.replyWD', { value: 0, from: '2999-01-01' })).toMatchObject({
      status: 400,
      body: { code: 'FIELD_INVALID', field: 'value' },
    });
    expect(await put(admin, 'tpo.replyWD', { value: 15, from: '2000-01-01' })).toMatchObject({
      status: 400,
      body: { field: 'from' },
    });
    expect(await put(li, 'tpo.replyWD', { value: 15, from: '2999-01-01' })).toMatchObject({ status: 403 });
    expect(await put(admin, 'tpo.nothing', { value: 15, from: '2999-01-01' })).toMatchObject({ status: 404 });
  });
});
