import { randomUUID } from 'node:crypto';

import { applicantOf, ORG, personOf, USER } from '#prisma/demonstration/handles.js';
import { Office, refused } from './office.js';

let office: Office;
beforeAll(async () => {
  office = await Office.open();
}, 120_000);
afterAll(() => office.close());

const CLERK = applicantOf(ORG.eligible);
const begun = (data: object = {}) => ({ matter: 'temp-party-org', organisationId: ORG.eligible, data });

describe('a draft', () => {
  it('keeps whatever an unfinished form holds, version by version', async () => {
    const made = await office.post(CLERK, '/drafts', begun({ reason: '太短', members: 'later' }));
    const { id } = made.body;

    const saved = await office.send(CLERK, 'put', `/drafts/${id}`, { version: 1, data: { reason: '还没写完' } });

    expect(made).toMatchObject({ status: 201, body: { version: 1, data: { reason: '太短', members: 'later' } } });
    expect(saved).toMatchObject({ status: 200, body: { version: 2 } });
    expect(await office.get(CLERK, `/drafts/${id}`)).toMatchObject({ body: { data: { reason: '还没写完' } } });
  });

  it('refuses a field that its form does not have, a stale version, and another form of request', async () => {
    const { id } = (await office.post(CLERK, '/drafts', begun())).body;

    expect(await office.post(CLERK, '/drafts', begun({ colour: 'red' }))).toMatchObject({
      ...refused(400, 'FIELD_INVALID'),
      body: { field: 'data.colour' },
    });
    expect(await office.post(CLERK, '/drafts', { ...begun(), matter: 'nothing' })).toMatchObject(
      refused(400, 'FIELD_INVALID'),
    );
    expect(await office.post(CLERK, '/drafts', { ...begun(), extra: 1 })).toMatchObject(refused(400, 'FIELD_INVALID'));
    await office.send(CLERK, 'put', `/drafts/${id}`, { version: 1, data: {} });
    expect(await office.send(CLERK, 'put', `/drafts/${id}`, { version: 1, data: {} })).toMatchObject(
      refused(409, 'VERSION_CONFLICT'),
    );
    expect(await office.send(CLERK, 'delete', `/drafts/${id}?version=1`)).toMatchObject(
      refused(409, 'VERSION_CONFLICT'),
    );
    expect(await office.post(CLERK, '/drafts', begun({ reason: 'x'.repeat(300_000) }))).toMatchObject(
      refused(413, 'BODY_TOO_LARGE'),
    );
  });

  it('is deleted in the version that was seen, and is gone', async () => {
    const { id } = (await office.post(CLERK, '/drafts', begun())).body;

    expect((await office.send(CLERK, 'delete', `/drafts/${id}?version=1`)).status).toBe(204);
    expect(await office.get(CLERK, `/drafts/${id}`)).toMatchObject(refused(404, 'NOT_FOUND'));
  });

  it('is begun once per Idempotency-Key', async () => {
    const key = randomUUID();

    const [first, second] = [
      await office.post(CLERK, '/drafts', begun(), key),
      await office.post(CLERK, '/drafts', begun(), key),
    ];

    expect(second.body).toEqual(first.body);
    expect(await office.post(CLERK, '/drafts', begun({ reason: '另' }), key)).toMatchObject(
      refused(422, 'IDEMPOTENCY_KEY_REUSED'),
    );
  });

  it('is begun, saved and deleted once when ten send the same request at the same time', async () => {
    const { rows } = office.database;
    const ten = <T>(send: (key: string) => Promise<T>) => {
      const key = randomUUID();
      return Promise.all(Array.from({ length: 10 }, () => send(key)));
    };
    const before = await rows.draft.count();

    const begunTen = await ten((key) => office.post(CLERK, '/drafts', begun(), key));
    const id = String(begunTen[0]?.body.id);
    const one = `/drafts/${id}`;
    const savedTen = await ten((key) => office.send(CLERK, 'put', one, { version: 1, data: { reason: '十次' } }, key));

    expect(new Set(begunTen.map(({ status, body }) => `${status} ${String(body.id)}`))).toEqual(new Set([`201 ${id}`]));
    expect(await rows.draft.count()).toBe(before + 1);
    expect(new Set(savedTen.map(({ status, body }) => `${status} ${String(body.version)}`))).toEqual(
      new Set(['200 2']),
    );
    expect(await rows.draft.findUniqueOrThrow({ where: { id } })).toMatchObject({ version: 2 });
    const deletedTen = await ten((key) => office.send(CLERK, 'delete', `${one}?version=2`, {}, key));
    expect(new Set(deletedTen.map(({ status }) => status))).toEqual(new Set([204]));
  });

  it('is not there when what failed came after it and before the note of its request, and is begun by the repetition', async () => {
    const { rows, pool } = office.database;
    const key = randomUUID();
    const before = await rows.draft.count();
    await pool.query(`CREATE FUNCTION stop_note() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'it ends here'; END $$;
      CREATE TRIGGER stop_note BEFORE UPDATE ON "IdempotentWrite" FOR EACH ROW EXECUTE FUNCTION stop_note()`);

    const failed = await office.post(CLERK, '/drafts', begun(), key);
    const left = await rows.draft.count();
    await pool.query('DROP TRIGGER stop_note ON "IdempotentWrite"; DROP FUNCTION stop_note()');
    const repeated = await office.post(CLERK, '/drafts', begun(), key);

    expect([failed.status, left - before]).toEqual([500, 0]);
    expect(repeated.status).toBe(201);
    expect(await rows.draft.count()).toBe(before + 1);
  });

  it('of another organisation does not exist, and none may be begun for it', async () => {
    const { id } = (await office.post(CLERK, '/drafts', begun())).body;
    const stranger = applicantOf(ORG.threeMembers);

    expect(await office.get(stranger, `/drafts/${id}`)).toMatchObject(refused(404, 'NOT_FOUND'));
    expect(await office.post(stranger, '/drafts', begun())).toMatchObject(refused(403, 'AUTH_NOT_ALLOWED'));
    expect(await office.post(USER.admin, '/drafts', { matter: 'general-approval', data: {} })).toMatchObject(
      refused(403, 'AUTH_NOT_ALLOWED'),
    );
    expect(await office.get(null, '/drafts')).toMatchObject(refused(401, 'SIGN_IN_REQUIRED'));
  });
});

describe('the assessment of a draft', () => {
  it('looks at the whole council while nobody is listed, and tells the way and the term', async () => {
    const draft = await office.draft(ORG.threeTransferred, {});

    const { status, body } = await office.post(applicantOf(ORG.threeTransferred), `/drafts/${draft}/assessment`);

    expect(status).toBe(200);
    expect(body).toMatchObject({ eligible: false, basis: 'WHOLE_COUNCIL', counted: 3, transferred: 3 });
    expect(body).toMatchObject({
      problems: [{ code: 'TPO_FORMAL_REQUIRED' }],
      alternatives: [{ code: 'FORMAL_BRANCH' }],
    });
    expect(body.missingPapers).toEqual(['COUNCIL_RESOLUTION', 'MEMBER_CERTIFICATE']);
  });

  it('names who does not count and why, and what can be done instead', async () => {
    const draft = await office.draft(ORG.probationaryThird, await office.form(ORG.probationaryThird, 3));

    const { body } = await office.post(applicantOf(ORG.probationaryThird), `/drafts/${draft}/assessment`);

    expect(body).toMatchObject({
      eligible: false,
      counted: 2,
      missingPapers: [],
      approver: { name: expect.any(String) },
    });
    expect(body.excluded).toEqual([
      expect.objectContaining({ reason: 'NOT_FULL_MEMBER', zh: '不是正式党员', name: expect.any(String) }),
    ]);
    expect(body).toMatchObject({
      problems: [{ code: 'TPO_MEMBERS_LT_3', messageZh: expect.stringContaining('三名') }],
    });
    expect(body).toMatchObject({ alternatives: [{ code: 'THREE_ONES' }, { code: 'JOINT_BRANCH' }] });
  });

  it('warns of a council term that ends soon, and passes over superiors without the power', async () => {
    const ending = await office.draft(ORG.endingCouncil, await office.form(ORG.endingCouncil, 4));
    const passing = await office.draft(ORG.unauthorised, await office.form(ORG.unauthorised, 4));

    const soon = await office.post(applicantOf(ORG.endingCouncil), `/drafts/${ending}/assessment`);
    const over = await office.post(applicantOf(ORG.unauthorised), `/drafts/${passing}/assessment`);

    expect(soon.body).toMatchObject({ eligible: true, warnings: [{ code: 'COUNCIL_TERM_ENDS_SOON' }] });
    expect(over.body).toMatchObject({ eligible: true, passedOver: [{}, {}], approver: { name: expect.any(String) } });
  });

  it('tells nothing about people of other organisations', async () => {
    const form = await office.form(ORG.eligible, 3);
    const members = [{ personId: personOf(ORG.threeMembers, 0) }];
    const draft = await office.draft(ORG.eligible, { ...form, members });

    const { body } = await office.post(CLERK, `/drafts/${draft}/assessment`);

    expect(body).toMatchObject({ eligible: false, strangers: [0], counted: 0, excluded: [], countedPersons: [] });
    expect(await office.post(CLERK, `/drafts/${draft}/submission`)).toMatchObject({
      ...refused(400, 'FIELD_INVALID'),
      body: { field: 'members.0.personId' },
    });
  });
});

describe('a submission', () => {
  const submit = async (organisationId: string, n: number, more: object = {}) => {
    const draft = await office.draft(organisationId, await office.form(organisationId, n, more));
    return office.post(applicantOf(organisationId), `/drafts/${draft}/submission`);
  };

  it('refuses two members with the specification’s code, naming everybody who does not count', async () => {
    const { status, body } = await submit(ORG.twoMembers, 4);

    expect({ status, code: body.code }).toEqual({ status: 422, code: 'TPO_MEMBERS_LT_3' });
    expect(body.details).toMatchObject({
      counted: 2,
      required: 3,
      alternatives: ['THREE_ONES', 'JOINT_BRANCH'],
      excluded: [
        { person: personOf(ORG.twoMembers, 2), name: expect.any(String), reason: 'NOT_FULL_MEMBER' },
        { person: personOf(ORG.twoMembers, 3), name: expect.any(String), reason: 'NOT_FULL_MEMBER' },
      ],
    });
  });

  it.each([
    [ORG.threeTransferred, 3, {}, 422, 'TPO_FORMAL_REQUIRED'],
    [ORG.filed, 3, {}, 422, 'TPO_NOT_REGISTERED'],
    [ORG.expiredCouncil, 4, {}, 422, 'TPO_COUNCIL_TERM_EXPIRED'],
    [ORG.activeTemporary, 4, {}, 409, 'TPO_DUPLICATE_ACTIVE'],
    [ORG.withdrawn, 4, { kind: 'TEMP_GENERAL_BRANCH' }, 422, 'TPO_GENERAL_BRANCH_LT_50'],
    [ORG.withdrawn, 4, { councilResolutionUploadId: undefined }, 422, 'DOC_MISSING'],
    [ORG.withdrawn, 4, { secretary: personOf(ORG.withdrawn, 5) }, 422, 'TPO_POST_NOT_MEMBER'],
    [ORG.withdrawn, 4, { committee: [personOf(ORG.withdrawn, 1)] }, 422, 'TPO_COMMITTEE_SIZE'],
    [ORG.withdrawn, 4, { councilTermEnd: '2031-01-01' }, 422, 'TPO_TERM_MISMATCH'],
    [ORG.withdrawn, 4, { renews: 'M01-511000-2020-00001' }, 422, 'RENEWAL_TARGET_INVALID'],
    [ORG.withdrawn, 4, { councilResolutionUploadId: 'upload-of-nobody' }, 400, 'FIELD_INVALID'],
    [ORG.withdrawn, 4, { councilSize: 3 }, 400, 'FIELD_INVALID'],
    [ORG.withdrawn, 4, { isOneShoulder: false }, 400, 'FIELD_INVALID'],
    [ORG.withdrawn, 4, { venue: '会议\u0007室' }, 400, 'FIELD_INVALID'],
    [ORG.withdrawn, 4, { reason: '短' }, 400, 'FIELD_INVALID'],
  ])('of %s with %i members and %j is refused with %i %s', async (organisationId, n, more, status, code) => {
    expect(await submit(organisationId, n, more)).toMatchObject(refused(status, code));
  });

  it('makes one case of the same Idempotency-Key, whose draft changes no more', async () => {
    const draft = await office.draft(ORG.oneTransferred, await office.form(ORG.oneTransferred, 3));
    const clerk = applicantOf(ORG.oneTransferred);
    const key = randomUUID();

    const answers = await Promise.all([1, 2, 3].map(() => office.post(clerk, `/drafts/${draft}/submission`, {}, key)));
    const later = await office.post(clerk, `/drafts/${draft}/submission`, {}, key);

    const first = answers.find(({ status }) => status === 201);
    expect(first?.body).toMatchObject({
      state: 'SUBMITTED',
      links: { case: expect.stringContaining('/cases/M01-511000-') },
    });
    expect(later.body).toEqual(first?.body);
    expect(await office.database.rows.case.count({ where: { organisationId: ORG.oneTransferred } })).toBe(1);
    expect(await office.post(clerk, `/drafts/${draft}/submission`, { version: 1 }, key)).toMatchObject(
      refused(422, 'IDEMPOTENCY_KEY_REUSED'),
    );
    expect(await office.post(clerk, `/drafts/${draft}/submission`)).toMatchObject(
      refused(409, 'DRAFT_NOT_SUBMITTABLE'),
    );
    expect(await office.send(clerk, 'put', `/drafts/${draft}`, { version: 1, data: {} })).toMatchObject(
      refused(409, 'VERSION_CONFLICT'),
    );
  });

  it('lets one of ten racing applications of an organisation become a case', async () => {
    const form = await office.form(ORG.twoTransferred, 3);
    const drafts = await Promise.all(Array.from({ length: 10 }, () => office.draft(ORG.twoTransferred, form)));
    const clerk = applicantOf(ORG.twoTransferred);

    const answers = await Promise.all(drafts.map((draft) => office.post(clerk, `/drafts/${draft}/submission`)));

    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ body }) => String(body.code) === 'TPO_DUPLICATE_ACTIVE')).toHaveLength(9);
  });

  it('numbers fifty at the same time without a gap', async () => {
    const by = USER.xiuzhouIntake;
    const data = {
      title: '关于开展活动的请示',
      text: '拟于下月开展活动。',
      unitId: 'unit-xiuzhou-two-new',
      steps: [
        {
          name: '签批',
          rule: { kind: 'ALL' },
          signers: [{ to: { userId: USER.xiuzhouSigner } }],
          duty: 'SIGN',
          limitWorkingDays: 5,
        },
      ],
    };
    const drafts = await Promise.all(
      Array.from({ length: 50 }, () => office.post(by, '/drafts', { matter: 'general-approval', data })),
    );

    const answers = await Promise.all(drafts.map(({ body }) => office.post(by, `/drafts/${body.id}/submission`)));

    expect(answers.filter(({ status }) => status !== 201).map(({ body }) => body)).toEqual([]);
    const numbers = answers.map(({ body }) => Number(String(body.caseNo).slice(-5))).sort((one, other) => one - other);
    expect(numbers).toEqual(Array.from({ length: 50 }, (_, index) => index + 1));
  }, 60_000);

  it('of an approval names signers who are there', async () => {
    const signers = [{ to: { userId: 'user-nobody' } }];
    const step = { name: '签批', rule: { kind: 'ALL' }, signers, duty: 'SIGN', limitWorkingDays: null };
    const data = { title: '请示', text: '正文', unitId: 'unit-neijiang-two-new', steps: [step] };
    const draft = await office.post(USER.neijiangIntake, '/drafts', { matter: 'general-approval', data });

    expect(await office.post(USER.neijiangIntake, `/drafts/${draft.body.id}/submission`)).toMatchObject({
      ...refused(422, 'ASSIGNEE_UNFIT'),
      body: { field: 'steps.0.signers.0.to' },
    });
  });
});
