import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { symmetricDecrypt, verifyPassword } from 'better-auth/crypto';

import { parseIsoDate } from '#domain/calendar/iso-date.js';
import { parseDivisionCode } from '#domain/identifier/division-code.js';
import { isPhone } from '#domain/identifier/phone.js';
import { isResidentId } from '#domain/identifier/resident-id.js';
import { isUscc } from '#domain/identifier/uscc.js';
import { openDatabase } from '#prisma/client.js';
import type { Database } from '#prisma/client.js';
import { columnCipher } from '#prisma/crypto.js';
import { DEMONSTRATION_PASSWORD, totpSecretOf } from '#prisma/demonstration/accounts.js';
import { USER, usernameOf } from '#prisma/demonstration/handles.js';
import { loadDemonstration } from '#prisma/demonstration/load.js';
import { openColumn } from '#prisma/stores/person-columns.js';
import { freshDatabase } from './support/database.js';
import type { FreshDatabase } from './support/database.js';

const KEY = Buffer.alloc(32, 3).toString('base64');
const SECRET = 'a secret of the tests that signs nothing real';
const TODAY = parseIsoDate('2026-11-22');

let fresh: FreshDatabase;
let database: Database;

beforeAll(async () => {
  fresh = await freshDatabase();
  await loadDemonstration(fresh.url, KEY, SECRET, TODAY);
  database = openDatabase(fresh.url);
}, 60_000);

afterAll(async () => {
  await database.close();
  await fresh.drop();
});

describe('demonstration data', () => {
  it('load in less than 8 seconds, and loading them again changes nothing', async () => {
    const before = await contents();
    const started = performance.now();

    const { signIns } = await loadDemonstration(fresh.url, KEY, SECRET, parseIsoDate('2027-03-01'));

    expect(performance.now() - started).toBeLessThan(8_000);
    expect(signIns.length).toBeGreaterThan(15);
    expect(await contents()).toEqual(before);
  });

  it('have only identifiers whose check digits are right', async () => {
    const organisations = await database.rows.organisation.findMany();
    const people = await database.rows.person.findMany();
    const cipher = columnCipher(KEY);

    expect(organisations.length).toBeGreaterThanOrEqual(40);
    expect(organisations.filter(({ uscc, filingNo }) => (uscc === null ? filingNo === null : !isUscc(uscc)))).toEqual(
      [],
    );
    expect(organisations.every(({ divisionCode }) => parseDivisionCode(divisionCode) === divisionCode)).toBe(true);
    for (const person of people) {
      expect(isResidentId(openColumn(cipher, person.id, 'idNo', person) ?? '', TODAY)).toBe(true);
      expect(isPhone(openColumn(cipher, person.id, 'phone', person) ?? '')).toBe(true);
    }
  });

  it('give every approving unit four approvers, one of whom leads it', async () => {
    const approving = await database.rows.partyOrganisation.findMany({ where: { canApproveProbationary: true } });
    const approvers = await database.rows.grant.findMany({ where: { role: 'TWO_NEW_APPROVER' } });
    const units = await database.rows.unit.findMany();

    expect(approving.length).toBeGreaterThanOrEqual(12);
    for (const { unitId } of approving) {
      const users = approvers.filter((grant) => grant.unitId === unitId).map((grant) => grant.userId);
      expect(users.length).toBeGreaterThanOrEqual(4);
      expect(users).toContain(units.find(({ id }) => id === unitId)?.leaderUserId);
    }
  });

  it('let officials who sign pass a second factor, and everybody sign in', async () => {
    const user = await database.rows.user.findUniqueOrThrow({
      where: { id: USER.neijiangSigner },
      include: { accounts: true, twofactors: true },
    });
    const secret = await symmetricDecrypt({ key: SECRET, data: user.twofactors[0]?.secret ?? '' });

    expect(user.twoFactorEnabled).toBe(true);
    expect(secret).toBe(`base32:${totpSecretOf(usernameOf(user.id))}`);
    const hash = user.accounts[0]?.password ?? '';
    expect(await verifyPassword({ hash, password: DEMONSTRATION_PASSWORD })).toBe(true);
    const usernames = await database.rows.user.findMany({ select: { username: true } });
    expect(usernames.filter(({ username }) => !/^[a-z0-9_.]{3,30}$/.test(username ?? ''))).toEqual([]);
  });

  it('keep invented calendars apart from official ones', async () => {
    const years = await database.rows.calendarYear.findMany({ orderBy: { year: 'asc' } });

    expect(years.filter(({ year }) => year > 2026).map(({ source }) => source)).toEqual(Array(6).fill('DEMONSTRATION'));
    expect(years.filter(({ year, source }) => year <= 2026 && source !== 'OFFICIAL')).toEqual([]);
  });
});

/** Every row of every table that the demonstration fills. */
async function contents() {
  const { rows } = database;
  return Promise.all([
    rows.unit.findMany({ orderBy: { id: 'asc' } }),
    rows.partyOrganisation.findMany({ orderBy: { id: 'asc' } }),
    rows.organisation.findMany({ orderBy: { id: 'asc' } }),
    rows.person.findMany({ orderBy: { id: 'asc' } }),
    rows.orgPost.findMany({ orderBy: { id: 'asc' } }),
    rows.partyRelation.findMany({ orderBy: [{ personId: 'asc' }, { organisationId: 'asc' }] }),
    rows.user.findMany({ orderBy: { id: 'asc' }, include: { accounts: true, twofactors: true } }),
    rows.grant.findMany({ orderBy: { id: 'asc' } }),
    rows.calendarYear.findMany({ orderBy: { year: 'asc' } }),
    rows.partyOrgCoverage.findMany(),
  ]);
}
