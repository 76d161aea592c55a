import { createHmac, randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Module } from '@nestjs/common';
import { NestApplicationContextOptions } from '@nestjs/common/interfaces/nest-application-context-options.interface.js';
import { APP_FILTER, APP_PIPE, NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { symmetricDecrypt, verifyPassword } from 'better-auth/crypto';
import { Secret, TOTP } from 'otpauth';
import request from 'supertest';
import { z } from 'zod';

import { parseIsoDate } from '#domain/calendar/iso-date.js';
import { parseDivisionCode } from '#domain/identifier/division-code.js';
import { isPhone } from '#domain/identifier/phone.js';
import { completeResidentId, isResidentId } from '#domain/identifier/resident-id.js';
import { completeUscc, isUscc } from '#domain/identifier/uscc.js';
import { LegalRepresentativeTaken } from '#domain/organisation/legal-representative.rule.js';
import { openDatabase } from '#prisma/client.js';
import type { Database } from '#prisma/client.js';
import { columnCipher } from '#prisma/crypto.js';
import { DEMONSTRATION_PASSWORD, totpSecretOf } from '#prisma/demonstration/accounts.js';
import {
  ORG,
  PARTY_ORG,
  UNIT,
  USER,
  applicantOf,
  memberOf,
  personOf,
  usernameOf,
} from '#prisma/demonstration/handles.js';
import { loadDemonstration } from '#prisma/demonstration/load.js';
import { eligibilityFactsStore } from '#prisma/stores/eligibility-facts.store.js';
import { partyOrganisationStore } from '#prisma/stores/party-organisation.store.js';
import { personStore } from '#prisma/stores/person.store.js';
import { openColumn } from '#prisma/stores/person-columns.js';
import { noteArrival } from '../apps/api/src/http/arrival.js';
import { openApiDocument } from '../apps/api/src/http/openapi.js';
import { pageOf } from '../apps/api/src/http/paging.js';
import { OrganisationDetail, OrganisationView, UnitView } from '../apps/api/src/organisations/organisation.schemas.js';
import { People, PersonView, Unmasked } from '../apps/api/src/organisations/person.schemas.js';
import { createApp } from '../apps/api/src/create-app.js';
import { ProblemFilter } from '../apps/api/src/http/problem.filter.js';
import { SchemaPipe } from '../apps/api/src/http/validation.js';
import { IdentityModule } from '../apps/api/src/identity/identity.module.js';
import { FactsChanged } from '../apps/api/src/organisations/facts-changed.js';
import { OrganisationsModule } from '../apps/api/src/organisations/organisations.module.js';
import { ResourcesModule } from '../apps/api/src/resources.module.js';
import { demonstrationDatabase } from './support/database.js';
import type { FreshDatabase } from './support/database.js';

const KEY = Buffer.alloc(32, 3);
const SECRET = 'a secret of the tests that signs nothing real';
const TODAY = parseIsoDate('2026-11-22');
/** An organisation that no other test touches. */
const QIUSHI = 'org-neijiang-qiushi';
const NOW = Date.parse('2026-11-22T10:00:00+08:00');

let fresh: FreshDatabase;
let database: Database;
let app: NestExpressApplication;

/** Keeps what it is told. */
const told: string[] = [];
class Listener extends FactsChanged {
  factsChanged(organisationId: string): Promise<void> {
    told.push(organisationId);
    return Promise.resolve();
  }
}

const config = () => ({
  databaseUrl: fresh.url,
  temporalAddress: '127.0.0.1:1',
  temporalNamespace: 'default',
  host: '127.0.0.1',
  port: 0,
  home: '/nowhere',
  secret: SECRET,
  dataKey: new Uint8Array(KEY),
});

@Module({
  providers: [
    { provide: APP_FILTER, useClass: ProblemFilter },
    { provide: APP_PIPE, useClass: SchemaPipe },
  ],
})
class Api {}

beforeAll(async () => {
  fresh = await demonstrationDatabase({ dataKey: KEY.toString('base64'), secret: SECRET }, TODAY);
  database = openDatabase(fresh.url);
  const imports = [
    ResourcesModule.of(config(), () => NOW),
    IdentityModule,
    OrganisationsModule.of({ provide: FactsChanged, useClass: Listener }),
  ];
  const options = Object.assign(new NestApplicationContextOptions(), { logger: ['error' as const] });
  app = await NestFactory.create<NestExpressApplication>({ module: Api, imports }, options);
  app.setGlobalPrefix('api/v1');
  app.use(noteArrival(() => NOW));
  await app.init();
}, 60_000);

afterAll(async () => {
  await app.close();
  await database.close();
  await fresh.drop();
});

/** Requests of one user, whose session passed the second factor unless told otherwise. */
async function as(userId: string, { secondFactor = true } = {}) {
  const token = randomUUID();
  const signature = createHmac('sha256', SECRET).update(token).digest('base64');
  const secondFactorAt = secondFactor ? new Date(NOW) : null;
  const session = { id: token, token, userId, expiresAt: new Date(NOW + 3_600_000), secondFactorAt };
  await database.rows.session.create({ data: session });
  const cookie = `banjie.session_token=${encodeURIComponent(`${token}.${signature}`)}`;
  const http = request(app.getHttpServer());
  const send = (method: 'get' | 'post' | 'patch', path: string) => http[method](`/api/v1${path}`).set('Cookie', cookie);
  return {
    get: (path: string) => answered(send('get', path)),
    post: (path: string, body: object, key: string = randomUUID()) =>
      answered(send('post', path).set('Idempotency-Key', key).send(body)),
    patch: (path: string, body: object, key: string = randomUUID()) =>
      answered(send('patch', path).set('Idempotency-Key', key).send(body)),
  };
}

/** An answer that is read through the schema that documents it. */
function answered(sent: request.Test) {
  return {
    async expect(status: number) {
      const response = await sent.expect(status);
      const body: unknown = response.body;
      const headers: unknown = response.headers;
      const { text } = response;
      const { code } = z.object({ code: z.string().optional() }).parse(body);
      return { code, headers, text, read: <Value>(schema: z.ZodType<Value>): Value => schema.parse(body) };
    },
  };
}

describe('demonstration data', () => {
  it('load in less than 8 seconds, and loading them again changes nothing', async () => {
    const before = await contents();
    const started = performance.now();

    const { signIns } = await loadDemonstration(fresh.url, KEY.toString('base64'), SECRET, parseIsoDate('2027-03-01'));

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

  it('fill the registry of 集美 with 83 social groups and 201 private non-enterprises, each with a name of its own', async () => {
    const where = { registryUnitId: UNIT.jimeiCivilAffairs, legalStatus: 'REGISTERED' };
    const registered = await database.rows.organisation.findMany({ where });
    const counted = (type: string) => registered.filter((each) => each.type === type).length;

    expect([counted('SOCIAL_GROUP'), counted('PRIVATE_NON_ENTERPRISE'), registered.length]).toEqual([83, 201, 284]);
    expect(new Set(registered.map(({ nameKey }) => nameKey)).size).toBe(284);
    const inspectors = await database.rows.grant.count({
      where: { unitId: UNIT.jimeiCivilAffairs, role: 'INSPECTOR' },
    });
    expect(inspectors).toBe(4);
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

  it('sign an official in with password and second factor', async () => {
    const whole = await createApp(config());
    try {
      const agent = request.agent(whole.getHttpServer());
      const username = usernameOf(USER.neijiangSigner);
      const signIn = { username, password: DEMONSTRATION_PASSWORD };
      const first = await agent.post('/api/v1/auth/sign-in/username').send(signIn).expect(200);
      const code = new TOTP({ secret: Secret.fromBase32(totpSecretOf(username)) }).generate();
      await agent.post('/api/v1/auth/two-factor/verify-totp').send({ code }).expect(200);

      expect(first.text).toContain('"twoFactorRedirect":true');
      const session = await agent.get('/api/v1/auth/get-session').expect(200);
      expect(session.text).toContain(`"id":"${USER.neijiangSigner}"`);
    } finally {
      await whole.close();
    }
  });

  it('keep invented calendars apart from official ones', async () => {
    const years = await database.rows.calendarYear.findMany({ orderBy: { year: 'asc' } });

    expect(years.filter(({ year }) => year > 2026).map(({ source }) => source)).toEqual(Array(6).fill('DEMONSTRATION'));
    expect(years.filter(({ year, source }) => year <= 2026 && source !== 'OFFICIAL')).toEqual([]);
  });
});

describe('facts for the rules of M01', () => {
  const counted = async (organisationId: string) => {
    const members = await eligibilityFactsStore(database).memberFacts(organisationId, TODAY);
    return members.filter((m) => m.status === 'FULL' && m.inCouncil && m.relationStatus === 'NOT_TRANSFERRED').length;
  };

  it.each([
    ['eligible', 5],
    ['threeMembers', 3],
    ['twoMembers', 2],
    ['probationaryThird', 2],
    ['outsideCouncil', 2],
    ['threeTransferred', 3],
    ['sharedMemberFirst', 4],
    ['sharedMemberSecond', 3],
    ['fiftyMembers', 52],
    ['noMembers', 0],
  ] as const)('find in %s %i full members in the council who did not transfer', async (handle, expected) => {
    expect(await counted(ORG[handle])).toBe(expected);
  });

  it.each([
    ['eligible', 0],
    ['oneTransferred', 1],
    ['twoTransferred', 2],
    ['threeTransferred', 3],
  ] as const)('find in %s %i relations that were transferred in', async (handle, expected) => {
    const members = await eligibilityFactsStore(database).memberFacts(ORG[handle], TODAY);

    expect(members.filter((m) => m.relationStatus === 'TRANSFERRED' && m.status === 'FULL')).toHaveLength(expected);
  });

  it('name the chair first, with the account that confirms and the home organisation', async () => {
    const [chair] = await eligibilityFactsStore(database).memberFacts(ORG.eligible, TODAY);

    expect(chair).toMatchObject({ councilPost: 'CHAIR', inCouncil: true, userId: memberOf(ORG.eligible, 0) });
    expect(chair?.homePartyOrgName).toContain('支部委员会');
  });

  it('keep somebody who is listed but left the council, without a seat', async () => {
    const gone = personOf(ORG.expiredCouncil, 0);
    const members = await eligibilityFactsStore(database).memberFacts(ORG.eligible, TODAY, [gone]);

    expect(members.find(({ personId }) => personId === gone)).toMatchObject({ inCouncil: false, relationStatus: null });
  });

  it('tell the term, the legal status and the temporary branch that exists already', async () => {
    const facts = eligibilityFactsStore(database);

    expect(await facts.councilFacts(ORG.activeTemporary, null)).toMatchObject({
      legalStatus: 'REGISTERED',
      temporaryOrganisations: [{ partyOrgId: PARTY_ORG.activeTemporary, caseId: null, status: 'ACTIVE' }],
    });
    expect((await facts.councilFacts(ORG.endingCouncil, null))?.term?.end).toBe('2027-01-21');
    expect((await facts.councilFacts(ORG.expiredCouncil, null))?.term?.end).toBe('2026-10-13');
    expect((await facts.councilFacts(ORG.filed, null))?.legalStatus).toBe('FILED');
    expect(await facts.councilFacts('nobody', null)).toBeNull();
  });

  it('see a pending case, but not the one that asks', async () => {
    const caseId = await openCase(ORG.threeMembers);
    const facts = eligibilityFactsStore(database);

    expect((await facts.councilFacts(ORG.threeMembers, null))?.temporaryOrganisations).toEqual([
      { partyOrgId: null, caseId, status: 'SUBMITTED' },
    ]);
    expect((await facts.councilFacts(ORG.threeMembers, caseId))?.temporaryOrganisations).toEqual([]);
  });

  it('climb from a village through the service centre to the committee that may approve', async () => {
    const { managingPartyOrgId } = await database.rows.organisation.findUniqueOrThrow({ where: { id: ORG.village } });
    const path = await partyOrganisationStore(database).pathUp(managingPartyOrgId ?? '');

    expect(path.map(({ type }) => type).slice(0, 3)).toEqual(['GENERAL_BRANCH', 'BRANCH', 'COMPREHENSIVE_COMMITTEE']);
    expect(path.find(({ canApproveProbationary }) => canApproveProbationary)?.id).toBe(PARTY_ORG.xiuzhouComprehensive);
    const may = (id: string) => partyOrganisationStore(database).canApproveProbationary(id);
    expect(await may(PARTY_ORG.neijiangEducationGeneralBranch)).toBe(false);
    expect(await may(PARTY_ORG.neijiangWorkCommittee)).toBe(true);
    expect(await may(PARTY_ORG.activeTemporary)).toBe(false);
  });
});

describe('GET /units and /organisations', () => {
  it('page through every unit of a division once', async () => {
    const official = await as(USER.neijiangIntake);
    const seen: string[] = [];
    let cursor = '';
    do {
      const answer = await official.get(`/units?divisionCode=330411&limit=7${cursor}`).expect(200);
      const { items, nextCursor } = answer.read(pageOf(UnitView));
      seen.push(...items.map(({ id }) => id));
      cursor = nextCursor === null ? '' : `&cursor=${nextCursor}`;
    } while (cursor !== '');

    const networkTiers = await database.rows.unit.groupBy({ by: ['networkTier'], _count: true });
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toHaveLength(await database.rows.unit.count({ where: { divisionCode: { startsWith: '330411' } } }));
    expect(networkTiers).toEqual(
      expect.arrayContaining([
        { networkTier: 'TIER_1', _count: 1 },
        { networkTier: 'TIER_7', _count: 7 },
        { networkTier: 'TIER_N', _count: 15 },
      ]),
    );
  });

  it('show an applicant only the own organisation, an official all', async () => {
    const applicant = await as(applicantOf(ORG.eligible));
    const own = await applicant.get('/organisations').expect(200);
    expect(own.read(pageOf(OrganisationView)).items.map(({ id }) => id)).toEqual([ORG.eligible]);
    await applicant.get(`/organisations/${ORG.twoMembers}`).expect(404);
    await applicant.get(`/organisations/${ORG.twoMembers}/people`).expect(404);

    const official = await as(USER.xiuzhouReviewer);
    const all = await official.get('/organisations?limit=100').expect(200);
    expect(all.read(pageOf(OrganisationView)).items.length).toBeGreaterThanOrEqual(40);
  });

  it('find a name in either script and width', async () => {
    const official = await as(USER.xiuzhouReviewer);
    const found = await official.get(`/organisations?name=${encodeURIComponent('秀洲區雲帆')}`).expect(200);

    const { items } = found.read(pageOf(OrganisationView));
    expect(items.map(({ id }) => id)).toEqual([ORG.sharedMemberSecond]);
    expect(items[0]?.type).toEqual({ slug: 'SOCIAL_GROUP', zh: '社会团体', en: 'social group (association)' });
  });

  it('tell whether a Party organisation covers it', async () => {
    const official = await as(USER.xiuzhouReviewer);

    const covered = await official.get(`/organisations/${ORG.activeTemporary}`).expect(200);
    const bare = await official.get(`/organisations/${ORG.eligible}`).expect(200);

    expect(covered.read(OrganisationDetail).partyCoverage).toBe('COVERED');
    expect(bare.read(OrganisationDetail).partyCoverage).toBe('NONE');
  });

  it('are described in the OpenAPI document, with the rest of organisations and people', () => {
    const { paths } = openApiDocument(app);

    expect(Object.keys(paths)).toEqual(
      expect.arrayContaining([
        '/api/v1/units',
        '/api/v1/organisations',
        '/api/v1/organisations/{id}',
        '/api/v1/organisations/{id}/council',
        '/api/v1/organisations/{id}/people',
        '/api/v1/organisations/{id}/people/{personId}',
        '/api/v1/organisations/{id}/people/{personId}/unmasking',
        '/api/v1/organisations/{id}/uscc',
      ]),
    );
    const body = JSON.stringify(paths['/api/v1/organisations/{id}/people']?.post?.requestBody);
    expect(body).toContain('COUNCIL_MEMBER');
  });

  it('need a session', () => request(app.getHttpServer()).get('/api/v1/organisations').expect(401));
});

describe('people of an organisation', () => {
  const newcomer = {
    name: '测试新人',
    idNo: completeResidentId('51100019900101996'),
    phone: '14000019999',
    post: 'COUNCIL_MEMBER',
    from: '2026-11-01',
    membership: { status: 'FULL', fullSince: '2015-07-01', homePartyOrgId: 'party-neijiang-home-0' },
    relationStatus: 'NOT_TRANSFERRED',
  };

  it('are masked in every answer, and the birth date is only its year', async () => {
    const applicant = await as(applicantOf(QIUSHI));
    const added = await applicant.post(`/organisations/${QIUSHI}/people`, newcomer).expect(201);
    const listed = await applicant.get(`/organisations/${QIUSHI}/people`).expect(200);

    expect(added.read(PersonView)).toMatchObject({
      idNo: `5110**********${newcomer.idNo.slice(-4)}`,
      phone: '140****9999',
      birthYear: 1990,
    });
    const { items } = listed.read(People);
    const text = added.text + listed.text;
    expect(text).not.toContain(newcomer.idNo);
    expect(text).not.toMatch(/\b1[3-9]\d{9}\b/);
    expect(items.every(({ idNo }) => /^\d{4}\*{10}\d{3}[\dX]$/.test(idNo ?? ''))).toBe(true);
    expect(items[0]?.posts[0]?.post.slug).toBe('CHAIR');
  });

  it('come once for one Idempotency-Key, and the running cases are told', async () => {
    const applicant = await as(applicantOf(ORG.withdrawn));
    const body = { ...newcomer, idNo: completeResidentId('51100019910101998') };
    told.length = 0;

    const send = () => applicant.post(`/organisations/${ORG.withdrawn}/people`, body, 'one-and-the-same').expect(201);
    const first = (await send()).read(PersonView);
    const second = (await send()).read(PersonView);

    expect(second).toEqual(first);
    expect(new Set(told)).toEqual(new Set([ORG.withdrawn]));
    const posts = await database.rows.orgPost.count({ where: { personId: first.personId } });
    expect(posts).toBe(1);
  });

  it('one of whom changes concerns every council where that person sits', async () => {
    const shared = personOf(ORG.sharedMemberFirst, 1);
    const applicant = await as(applicantOf(ORG.sharedMemberFirst));
    told.length = 0;

    await applicant.patch(`/organisations/${ORG.sharedMemberFirst}/people/${shared}`, { membership: null }).expect(200);

    expect([...told].sort()).toEqual([ORG.sharedMemberFirst, ORG.sharedMemberSecond].sort());
  });

  it('lose the seat when the post ends, and keep it on the last day', async () => {
    const personId = personOf(ORG.losesMember, 2);
    const applicant = await as(applicantOf(ORG.losesMember));
    const people = `/organisations/${ORG.losesMember}/people`;
    const { items } = (await applicant.get(people).expect(200)).read(People);
    const postId = items.find((each) => each.personId === personId)?.posts[0]?.id;
    const leave = async (to: string) => {
      const answer = await applicant.patch(`${people}/${personId}`, { endPost: { postId, to } }).expect(200);
      return answer.read(PersonView).inCouncil;
    };

    expect(await leave('2026-11-22')).toBe(true);
    expect(await leave('2026-11-21')).toBe(false);
  });

  it.each([
    ['a wrong check digit', { idNo: '511000199001019960' }, 400, 'FIELD_INVALID'],
    ['another name under a known number', { name: '另有其人' }, 422, 'PERSON_KNOWN_DIFFERENTLY'],
    ['a second legal representative', { post: 'VICE_CHAIR', isLegalRep: true }, 422, 'LEGAL_REP_TAKEN'],
    ['a council seat for a supervisor', { post: 'SUPERVISOR', inCouncil: true }, 422, 'POST_OUTSIDE_COUNCIL'],
    ['the same post twice', {}, 422, 'POST_HELD_ALREADY'],
    ['a full member without a date', { membership: { status: 'FULL' } }, 400, 'FIELD_INVALID'],
    ['an unknown field', { idno: '' }, 400, 'FIELD_INVALID'],
  ])('are refused for %s', async (_what, change, status, code) => {
    const applicant = await as(applicantOf(QIUSHI));
    const body = { ...newcomer, ...change };
    const answer = await applicant.post(`/organisations/${QIUSHI}/people`, body).expect(status);

    expect(answer.code).toBe(code);
    expect(answer.text).not.toContain('19900101');
  });

  it('have one legal representative, also when ten are named at once', async () => {
    const organisationId = 'org-neijiang-tanghua';
    const people = personStore(database, columnCipher(KEY));
    const [chair] = await people.ofOrganisation(organisationId, TODAY);
    const endPost = { postId: chair?.posts[0]?.id ?? '', to: parseIsoDate('2026-10-31') };
    await people.change(organisationId, chair?.personId ?? '', { endPost }, TODAY);

    const named = Array.from({ length: 10 }, (_, n) =>
      people.add(
        organisationId,
        {
          ...{ name: `候选${n}`, idNo: completeResidentId(`511000198501${n + 10}998`), phone: null },
          ...{
            post: 'CHAIR',
            isLegalRep: true,
            from: parseIsoDate('2026-11-01'),
            membership: null,
            relationStatus: null,
          },
        },
        TODAY,
      ),
    );
    const outcomes = await Promise.allSettled(named);

    const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(refused).toHaveLength(9);
    expect(refused.every(({ reason }) => reason instanceof LegalRepresentativeTaken)).toBe(true);
  });

  it('are recorded by the own clerk or registry, not by whoever may read them', async () => {
    const path = `/organisations/${ORG.eligible}/people`;
    await (await as(USER.neijiangReviewer)).post(path, newcomer).expect(403);
    await (await as(memberOf(ORG.eligible, 0))).post(path, newcomer).expect(404);
    await (await as(USER.admin)).get(path).expect(404);
    await (await as(USER.neijiangAuditor)).get(path).expect(200);
    await (await as(USER.neijiangAuditor)).post(path, newcomer).expect(403);
    await (await as(USER.neijiangRegistry)).post(path, { ...newcomer, post: 'MEMBER' }).expect(201);
  });
});

describe('a number in the clear', () => {
  const path = `/organisations/${ORG.eligible}/people/${personOf(ORG.eligible, 0)}/unmasking`;
  const body = { field: 'idNo', purpose: '核对申请书身份信息' };

  it('is given to the official of the unit that handles a case, and every read is logged', async () => {
    await openCase(ORG.eligible);
    const official = await as(USER.neijiangReviewer);
    const key = randomUUID();

    const answer = await official.post(path, body, key).expect(200);
    await official.post(path, body, key).expect(200);
    await official.post(path, { ...body, field: 'phone' }).expect(200);

    const { value } = answer.read(Unmasked);
    expect(isResidentId(value ?? '')).toBe(true);
    expect(answer.headers).toMatchObject({ 'cache-control': 'no-store' });
    const reads = await database.rows.unmaskedRead.findMany({ where: { userId: USER.neijiangReviewer } });
    expect(reads.map(({ field, purpose }) => `${field} ${purpose}`).sort()).toEqual([
      'idNo 核对申请书身份信息',
      'phone 核对申请书身份信息',
    ]);
    const kept = await database.rows.idempotentWrite.findMany();
    expect(JSON.stringify(kept)).not.toContain(value);
  });

  it.each([
    ['an official of another place', USER.xiuzhouReviewer, 403, 'AUTH_NOT_ALLOWED'],
    ['the applicant', applicantOf(ORG.eligible), 403, 'AUTH_NOT_ALLOWED'],
    ['another applicant', applicantOf(ORG.twoMembers), 404, 'NOT_FOUND'],
    ['the administrator', USER.admin, 404, 'NOT_FOUND'],
  ])('is refused to %s, and nothing is logged', async (_who, userId, status, code) => {
    const answer = await (await as(userId)).post(path, body).expect(status);

    expect(answer.code).toBe(code);
    expect(await database.rows.unmaskedRead.count({ where: { userId } })).toBe(0);
  });

  it('is refused without a purpose, or before the second factor', async () => {
    await (await as(USER.neijiangReviewer)).post(path, { field: 'idNo', purpose: '' }).expect(400);
    const answer = await (await as(USER.neijiangReviewer, { secondFactor: false })).post(path, body).expect(403);

    expect(answer.code).toBe('TWO_FACTOR_REQUIRED');
  });
});

describe('council terms', () => {
  const reElection = { heldOn: '2026-11-20', termStart: '2026-11-22', termEnd: '2031-11-21', councilSize: 11 };

  it('begin anew with an election and end later with a postponement, and both stay in the history', async () => {
    const applicant = await as(applicantOf(ORG.endingCouncil));
    const path = `/organisations/${ORG.endingCouncil}`;
    const upload = { sha256: 'x', name: '延期批复.pdf', mediaType: 'application/pdf', size: 1 };
    const ownerUserId = applicantOf(ORG.endingCouncil);
    await database.rows.upload.create({ data: { id: 'approval', ownerUserId, ...upload } });
    told.length = 0;

    const postponement = { newTermEnd: '2027-04-21', approvalDoc: 'approval' };
    const postponed = await applicant.post(`${path}/council`, { postponement }).expect(201);
    const elected = await applicant.post(`${path}/council`, { reElection }).expect(201);

    expect(postponed.read(OrganisationView).councilTerm?.end).toBe('2027-04-21');
    expect(elected.read(OrganisationView)).toMatchObject({
      councilTerm: { start: '2026-11-22', end: '2031-11-21' },
      councilSize: 11,
    });
    expect(told).toEqual([ORG.endingCouncil, ORG.endingCouncil]);
    const { councilHistory } = (await applicant.get(path).expect(200)).read(OrganisationDetail);
    expect(councilHistory).toMatchObject([
      { kind: 'POSTPONEMENT', before: { end: '2027-01-21' }, after: { end: '2027-04-21' }, approvalDoc: 'approval' },
      { kind: 'RE_ELECTION', before: { end: '2027-04-21' }, after: { end: '2031-11-21' }, heldOn: '2026-11-20' },
    ]);
  });

  it.each([
    ['an election tomorrow', { reElection: { ...reElection, heldOn: '2026-11-23' } }, 422, 'COUNCIL_TERM_INVALID'],
    ['a day that does not exist', { reElection: { ...reElection, termEnd: '2031-02-30' } }, 400, 'FIELD_INVALID'],
    ['a missing approval', { postponement: { newTermEnd: '2040-01-01', approvalDoc: 'none' } }, 400, 'FIELD_INVALID'],
  ])('are not changed by %s', async (_what, body, status, code) => {
    const applicant = await as(applicantOf(ORG.fiftyMembers));
    told.length = 0;

    const answer = await applicant.post(`/organisations/${ORG.fiftyMembers}/council`, body).expect(status);

    expect(answer.code).toBe(code);
    expect(told).toEqual([]);
  });
});

describe('the unified social credit code', () => {
  const path = `/organisations/${ORG.threeMembers}/uscc`;
  const right = completeUscc('51511000MJ8000001');
  const wrong = right.slice(0, 17) + (right.endsWith('0') ? '1' : '0');

  it('is set by the registry, with a wrong check character only when waived', async () => {
    const registry = await as(USER.neijiangRegistry);

    const set = async (body: object) => (await registry.post(path, body).expect(200)).read(OrganisationView);

    expect((await registry.post(path, { uscc: wrong }).expect(400)).code).toBe('FIELD_INVALID');
    expect(await set({ uscc: wrong, waiveCheck: true })).toMatchObject({ uscc: wrong, usccWaiver: true });
    expect(await set({ uscc: right })).toMatchObject({ uscc: right, usccWaiver: false });
    const taken = await registry.post(`/organisations/${ORG.eligible}/uscc`, { uscc: right }).expect(422);
    expect(taken.code).toBe('USCC_TAKEN');
  });

  it('is not for applicants or another registry', async () => {
    await (await as(applicantOf(ORG.threeMembers))).post(path, { uscc: right }).expect(403);
    await (await as('user-xiuzhou-registry')).post(path, { uscc: right }).expect(403);
  });
});

/** A case that waits for the work committee of 内江. */
async function openCase(organisationId: string): Promise<string> {
  const id = randomUUID();
  const at = new Date(NOW);
  await database.rows.case.create({
    data: {
      ...{
        id,
        caseNo: id,
        matter: 'temp-party-org',
        title: '申请',
        organisationId,
        divisionCode: '511000',
        config: {},
        facts: {},
      },
      ...{ unitId: UNIT.neijiangWorkCommittee, applicantUserId: applicantOf(organisationId), state: 'SUBMITTED' },
      ...{ submittedAt: at, updatedAt: at, startRequestId: id },
    },
  });
  return id;
}

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
