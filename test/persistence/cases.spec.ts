import { randomUUID } from 'node:crypto';

import { asId } from '#domain/ids.js';
import type { CaseId, DraftId, OrganisationId, RequestId, UnitId, UserId } from '#domain/ids.js';
import { caseContextStore } from '#prisma/stores/case-context.store.js';
import { documentStore } from '#prisma/stores/document.store.js';
import type { NewCases } from '#prisma/stores/case.store.js';
import { openDatabase } from '#prisma/client.js';
import { draftStore } from '#prisma/stores/draft.store.js';
import { recordStore } from '#prisma/stores/record.store.js';
import { application, givenDatabase, NOW, recordOf, taskOf } from './given.js';

const file = { sha256: 'a'.repeat(64), size: 1 };
type Given = Awaited<ReturnType<typeof givenDatabase>>;
let given: Given;
beforeEach(async () => {
  given = await givenDatabase();
});
afterEach(() => given.end());

const numbers = (rows: readonly { readonly caseNo: string }[]) =>
  rows.map(({ caseNo }) => Number(caseNo.slice(-5))).sort((a, b) => a - b);
const upTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1);

const pageOf = (n: number): NewCases => ({
  ...application(),
  cases: upTo(n).map(() => ({
    id: asId<CaseId>(randomUUID()),
    startRequestId: asId<RequestId>(randomUUID()),
    title: '2025年度工作报告',
    organisationId: null,
    facts: {},
    units: [{ unitId: asId<UnitId>('unit-supervisory'), part: 'SUPERVISORY' }],
  })),
});

describe('case numbers', () => {
  it('have no gap and no double under 50 parallel submissions, of which some fail', async () => {
    const missing = { id: asId<DraftId>('no such draft'), version: 1 };
    const good = upTo(50).map(() => given.newCase());
    const bad = upTo(10).map(() => given.newCase({ draft: missing }));

    const [rows, refused] = await Promise.all([Promise.all(good), Promise.allSettled(bad)]);

    expect(numbers(rows)).toEqual(upTo(50));
    expect(refused.every(({ status }) => status === 'rejected')).toBe(true);
  });

  it('are given once to a submission, however often and in parallel it is sent', async () => {
    const startRequestId = asId<RequestId>(randomUUID());

    const rows = await Promise.all(upTo(10).map(() => given.newCase({ startRequestId })));
    const next = await given.newCase();

    expect(new Set(rows.map(({ id }) => id)).size).toBe(1);
    expect(numbers([rows[0] ?? next, next])).toEqual([1, 2]);
  });

  it('have no gap either when ten pages of cases and ten single ones are born at once, and follow the order of a page', async () => {
    const pages = upTo(10).map(() => given.cases.createMany(pageOf(7)));
    const singles = upTo(10).map(() => given.newCase());

    const [numbered, rows] = await Promise.all([Promise.all(pages), Promise.all(singles)]);

    const inPages = numbered.map((page) => [...page.values()].map((caseNo) => ({ caseNo })));
    expect(numbers([...inPages.flat(), ...rows])).toEqual(upTo(80));
    const page = pageOf(3);
    const order = await given.cases.createMany(page);
    expect(page.cases.map(({ id }) => order.get(id))).toEqual(
      [81, 82, 83].map((n) => `M01-511000-2026-${String(n).padStart(5, '0')}`),
    );
    expect(await given.cases.unstarted(NOW + 1)).toHaveLength(10);
  });

  it('of a page are given all or not at all', async () => {
    const page = pageOf(3);
    const twice = { ...page, cases: [...page.cases, ...page.cases.slice(0, 1)] };
    await expect(given.cases.createMany(twice)).rejects.toMatchObject({ code: '23505' });
    expect((await given.newCase()).caseNo).toBe('M01-511000-2026-00001');
  });

  it('belong to the year that it is in Shanghai', async () => {
    const { caseNo } = await given.newCase({ at: Date.parse('2026-12-31T16:00:00Z') });
    expect(caseNo).toBe('M01-511000-2027-00001');
  });
});

describe('a case that Temporal has not taken over', () => {
  it('is found by the sweep until it is started', async () => {
    const { id } = await given.newCase();
    expect(await given.cases.unstarted(NOW)).toEqual([]);
    expect(await given.cases.unstarted(NOW + 1)).toMatchObject([{ id }]);
    await given.cases.markStarted(id, NOW);
    expect(await given.cases.unstarted(NOW + 1)).toEqual([]);
  });
});

describe('the forms of a case', () => {
  it('are versions without a gap; the same version twice is one', async () => {
    const { id: caseId } = await given.newCase();
    const second = { caseId, version: 2, data: { members: ['a'] }, fileIds: [], at: NOW };
    await given.cases.addForm(second);
    await given.cases.addForm(second);
    await expect(given.cases.addForm({ ...second, data: {} })).rejects.toMatchObject({ code: 'VERSION_CONFLICT' });
    await expect(given.cases.addForm({ ...second, version: 4 })).rejects.toMatchObject({ code: 'VERSION_CONFLICT' });
    expect((await given.cases.forms(caseId)).map(({ version }) => version)).toEqual([1, 2]);
  });
});

describe('document numbers', () => {
  const paper = (over: object = {}) => ({
    caseId: asId<CaseId>('c'),
    seq: 1,
    kind: 'REPLY',
    word: '内民党',
    code: randomUUID(),
    version: 1,
    sealed: false,
    templateVersion: '1',
    disclosure: 'PARTIES',
    organUnitId: asId<UnitId>('unit'),
    at: NOW,
    ...over,
  });

  it('have no gap when papers are issued in parallel and some cannot be rendered', async () => {
    const documents = documentStore(given);
    const render = (seq: number) => (seq % 5 === 0 ? Promise.reject(new Error('template')) : Promise.resolve(file));

    const answers = await Promise.allSettled(upTo(20).map((seq) => documents.issue(paper({ seq }), () => render(seq))));

    const issued = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value.docNo] : []));
    expect(issued.sort()).toEqual(
      upTo(16)
        .map((n) => `内民党〔2026〕${n}号`)
        .sort(),
    );
  });

  it('are given once to a paper', async () => {
    const documents = documentStore(given);
    const answers = await Promise.all(upTo(5).map(() => documents.issue(paper(), () => Promise.resolve(file))));
    const other = await documents.issue(paper({ seq: 2 }), () => Promise.resolve(file));
    expect(new Set(answers.map(({ docNo }) => docNo))).toEqual(new Set(['内民党〔2026〕1号']));
    expect(other.docNo).toBe('内民党〔2026〕2号');
  });
});

describe('a draft', () => {
  it('is saved over the version that was seen, by its owner or its organisation only, and is submitted once', async () => {
    const database = openDatabase(given.url);
    const drafts = draftStore(database);
    const mine = { userId: asId<UserId>('applicant'), organisationIds: [] };
    const colleague = { userId: asId<UserId>('b'), organisationIds: [asId<OrganisationId>('org')] };
    const stranger = { userId: asId<UserId>('c'), organisationIds: [asId<OrganisationId>('other')] };
    const begun = {
      matter: 'temp-party-org',
      organisationId: asId<OrganisationId>('org'),
      ownerUserId: mine.userId,
      data: {},
    };
    const { id } = await drafts.create(begun, NOW);

    expect(await drafts.save(colleague, id, 1, { a: 1 }, NOW + 1)).toMatchObject({ version: 2, data: { a: 1 } });
    await expect(drafts.save(mine, id, 1, {}, NOW)).rejects.toMatchObject({ code: 'VERSION_CONFLICT' });
    await expect(drafts.find(stranger, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const { id: caseId } = await given.newCase({ draft: { id, version: 2 } });
    expect(await drafts.find(mine, id)).toMatchObject({ caseId });
    await expect(given.newCase({ draft: { id, version: 2 } })).rejects.toMatchObject({ code: 'DRAFT_NOT_SUBMITTABLE' });
    await expect(drafts.save(mine, id, 2, {}, NOW)).rejects.toMatchObject({ code: 'VERSION_CONFLICT' });
    await database.close();
  });
});

describe('what is asked before an act', () => {
  it('is answered at once: case, task, ties, deputations, recusals and the request of the same id', async () => {
    const contexts = caseContextStore(given);
    const { id, caseNo } = await given.newCase({ organisationId: asId<OrganisationId>('org') });
    await recordStore(given).record(
      recordOf(id, 1, '', { recusals: [{ taskId: taskOf(id, 1), userId: asId<UserId>('x'), ground: 'KIN' }] }),
    );
    await given.pool.query(`
      INSERT INTO "User" ("id", "name", "email", "updatedAt", "personId") VALUES ('dep', 'D', 'd@x', now(), 'pd'), ('chief', 'C', 'c@x', now(), 'pc');
      INSERT INTO "Grant" ("id", "userId", "role", "unitId", "validFrom") VALUES ('g', 'chief', 'TWO_NEW_APPROVER', 'unit', '2020-01-01');
      INSERT INTO "Deputation" ("id", "principalId", "deputyId", "matters", "from", "to") VALUES ('d', 'chief', 'dep', '{}', '2026-01-01', '2027-01-01');
      INSERT INTO "OrgPost" ("id", "organisationId", "personId", "post", "from", "to") VALUES
        ('1', 'org', 'pd', 'EMPLOYEE', '2010-01-01', '2024-03-10'), ('2', 'org', 'pc', 'MEMBER', '2010-01-01', '2024-03-11')`);
    const requestId = asId<RequestId>('r');
    const question = {
      caseNo,
      taskId: taskOf(id, 1),
      userId: asId<UserId>('dep'),
      requestId,
      now: NOW,
      recusalYears: 2,
    };

    const first = await contexts.find(question);
    const request = {
      id: requestId,
      caseId: id,
      userId: question.userId,
      fingerprint: 'f',
      opinion: null,
      fileIds: [],
      ip: null,
    };
    await contexts.saveActRequest(request, NOW);
    const kept = await contexts.saveActRequest({ ...request, fingerprint: 'other' }, NOW);

    expect(first).toMatchObject({
      case: { id, seq: 1, submittedAt: NOW },
      task: { taskId: taskOf(id, 1), status: 'OPEN' },
      personId: 'pd',
      ties: [],
      standIns: [
        {
          principalId: 'chief',
          unitId: 'unit',
          role: 'TWO_NEW_APPROVER',
          ties: [{ post: 'MEMBER', to: '2024-03-11' }],
        },
      ],
      recused: [{ userId: 'x', ground: 'KIN' }],
      request: null,
    });
    expect(kept.fingerprint).toBe('f');
    expect(await contexts.find(question)).toMatchObject({ request: { fingerprint: 'f' } });
    expect(await contexts.find({ ...question, caseNo: 'M01-511000-2026-99999' })).toBeNull();
  });
});
