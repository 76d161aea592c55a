import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { daysBetween, parseIsoDate } from '#domain/calendar/iso-date.js';
import { shanghaiDate } from '#domain/calendar/shanghai-day.js';
import { applicantOf, USER } from '#prisma/demonstration/handles.js';
import { jimeiOrganisation } from '#prisma/demonstration/jimei-registry.js';
import { unitId } from '#prisma/reference/units.js';
import { Office, refused } from './office.js';
import { CLOSES, INSPECTED, LEADER, OFFICER, ReturnOffice } from './return-office.js';

const SUPERVISOR = 'user-jimei-culture';
const DAY_S = 86_400;

let office: Office;
let returns: ReturnOffice;
let next = 0;
/** An organisation of 集美 without a return yet. */
const organisation = () => jimeiOrganisation((next += 1));

beforeAll(async () => {
  office = await Office.open();
  returns = new ReturnOffice(office);
}, 120_000);
afterAll(() => office.close());

describe('a return before it is filed', () => {
  it('is prefilled from what the system holds, for its own organisation only', async () => {
    const org = organisation();
    const caseNo = await returns.start(org);

    const prefill = await office.get(applicantOf(org), `/returns/${caseNo}/prefill`);
    expect(prefill).toMatchObject({ status: 200, body: { sources: { 'basics.leaders': 'REGISTER' } } });
    expect(await office.get(OFFICER, `/returns/${caseNo}/prefill`)).toMatchObject(refused(404, 'NOT_FOUND'));
    expect(await office.get(applicantOf(org), `/returns/${caseNo}/instructors`)).toMatchObject({
      status: 200,
      body: { items: [] },
    });
    expect(await office.get(OFFICER, `/returns/${caseNo}/instructors`)).toMatchObject(refused(404, 'NOT_FOUND'));
    const another = applicantOf(organisation());
    expect(await office.get(another, `/returns/${caseNo}`)).toMatchObject(refused(404, 'NOT_FOUND'));
  });

  it('is a draft that is saved over the version that was edited, until it is filed', async () => {
    const org = organisation();
    const caseNo = await returns.start(org);
    const address = `/returns/${caseNo}/draft`;
    const by = applicantOf(org);
    const save = (version: number) => office.send(by, 'put', address, { version, data: { basics: { staff: 3 } } });

    expect((await office.get(by, address)).body).toEqual({ version: 0, data: {} });
    expect(await save(0)).toMatchObject({ status: 200, body: { version: 1 } });
    expect(await save(0)).toMatchObject(refused(409, 'VERSION_CONFLICT'));
    expect(await office.send(by, 'put', address, { version: 1, data: { other: 1 } })).toMatchObject(
      refused(400, 'FIELD_INVALID'),
    );
    expect(await office.get(OFFICER, address)).toMatchObject(refused(404, 'NOT_FOUND'));
    await office.must(returns.file(org, caseNo));
    expect((await office.get(by, address)).body).toEqual({ version: 0, data: {} });
  });

  it('tells every check of a form', async () => {
    const org = organisation();
    const caseNo = await returns.start(org);
    const check = async (more: object) =>
      office.post(applicantOf(org), `/returns/${caseNo}/checks`, { form: await returns.form(org, more) });

    expect((await check({})).body).toMatchObject({ submittable: true, problems: [] });
    expect((await check({ partyBuilding: undefined })).body).toMatchObject({ submittable: false });
    expect((await check({ activities: { count: -1 } })).body).toMatchObject({ submittable: false, checks: [] });
  });
});

describe('filing a return', () => {
  it.each([
    ['AI_PARTY_SECTION_MISSING', { partyBuilding: undefined }],
    [
      'AI_FIGURES_NOT_BALANCED',
      {
        finance: {
          openingNetAssetsFen: 100,
          incomeFen: 50,
          expenditureFen: 20,
          closingNetAssetsFen: 131,
          enterpriseFees: { charged: false },
        },
      },
    ],
    ['AI_ACTIVITIES_INCONSISTENT', { activities: { count: 0, personTimes: 5, insideCharter: true } }],
  ])('is refused with %s', async (code, more) => {
    const org = organisation();
    const caseNo = await returns.start(org);

    expect(await returns.file(org, caseNo, more)).toMatchObject(refused(422, code));
    expect(await office.state(caseNo)).toBe('NOT_STARTED');
  });

  it('is refused with AI_TRANSFERRED_GT_TOTAL when more members are transferred than there are', async () => {
    const org = organisation();
    const caseNo = await returns.start(org);
    const { partyBuilding } = await returns.form(org);
    const more = { partyBuilding: { ...Object(partyBuilding), membersTotal: 2, membersTransferred: 3 } };

    expect(await returns.file(org, caseNo, more)).toMatchObject(refused(422, 'AI_TRANSFERRED_GT_TOTAL'));
  });

  it('is refused with AI_RECTIFICATION_UNPROVED after a year that was not PASS', async () => {
    const org = organisation();
    const caseNo = await returns.start(org);
    await office.database.pool.query(
      `INSERT INTO "AnnualReturn" ("caseId", "seasonId", "organisationId", "inspectedYear", "due", "closes", "conclusion")
       VALUES ('before-' || $1, 'before', $1, $2, '2026-05-31', '2026-05-31', 'BASIC_PASS')`,
      [org, INSPECTED - 1],
    );

    expect(await returns.file(org, caseNo)).toMatchObject(refused(422, 'AI_RECTIFICATION_UNPROVED'));
    expect((await office.get(OFFICER, `/organisations/${org}/purchase-priority`)).body).toMatchObject({
      allowed: false,
      reasons: [{ ground: 'INSPECTION_BASIC_PASS' }],
      revocationCandidate: false,
    });
  });

  it('a second time is AI_DUPLICATE_YEAR, whether by an act or by a draft', async () => {
    const org = organisation();
    const caseNo = await returns.start(org);
    const taskId = await office.taskOf(caseNo, 'FILE_RETURN');
    await office.must(returns.file(org, caseNo));

    const body = { kind: 'submitReturn', taskId, form: await returns.form(org) };
    expect(await office.post(applicantOf(org), `/cases/${caseNo}/acts`, body)).toMatchObject(
      refused(409, 'AI_DUPLICATE_YEAR'),
    );
  });

  it('ten times at once is once', async () => {
    const org = organisation();
    const caseNo = await returns.start(org);
    const taskId = await office.taskOf(caseNo, 'FILE_RETURN');
    const form = await returns.form(org);

    const answers = await Promise.all(
      Array.from({ length: 10 }, () =>
        office.post(applicantOf(org), `/cases/${caseNo}/acts`, { kind: 'submitReturn', taskId, form }),
      ),
    );

    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status !== 200).every(({ status }) => status === 409)).toBe(true);
  });

  it('after the season closed is DEADLINE_PASSED; handed in as late it is kept', async () => {
    const org = organisation();
    const caseNo = await returns.start(org, '2026-05-31');
    await office.until(async () => (await office.state(caseNo)) === 'NOT_PARTICIPATED');

    const form = await returns.form(org);
    const early = await office.act(applicantOf(org), caseNo, 'submitReturn', null, { form });
    expect(early).toMatchObject({ status: 422, body: { code: 'DEADLINE_PASSED', details: { due: '2026-05-31' } } });
    await office.must(returns.file(org, caseNo, {}, 'submitLate'));

    const late = await office.get(applicantOf(org), `/returns/${caseNo}`);
    expect(late.body).toMatchObject({ timeliness: 'AFTER_CLOSE', conclusion: 'NOT_PARTICIPATED', proposal: null });
    expect(await returns.file(org, caseNo, {}, 'submitLate')).toMatchObject(refused(409, 'AI_DUPLICATE_YEAR'));
  });

  it('is offered as late until one is kept, also where one that came in time was given back', async () => {
    const org = organisation();
    const caseNo = await returns.start(org, CLOSES, unitId.bureau('jimei', 'culture'));
    const isOffered = async () => {
      const { body } = await office.get(applicantOf(org), `/cases/${caseNo}/actions`);
      return JSON.stringify(body.items).includes('"submitLate"');
    };
    await office.must(returns.file(org, caseNo));
    const back = { facts: { verdict: 'RETURN' }, opinion: '财务数据与审计报告不符,请更正后报送。' };
    await office.must(office.act(SUPERVISOR, caseNo, 'preliminary', 'PRELIMINARY', back));
    expect(await isOffered()).toBe(false);
    await office.skip(caseNo, (daysBetween(shanghaiDate(Date.now()), parseIsoDate(CLOSES)) + 2) * DAY_S);
    await office.until(async () => (await office.state(caseNo)) === 'NOT_PARTICIPATED');

    expect(await isOffered()).toBe(true);
    expect((await office.get(applicantOf(org), `/returns/${caseNo}`)).body).toMatchObject({ timeliness: null });
    await office.must(returns.file(org, caseNo, {}, 'submitLate'));

    expect(await isOffered()).toBe(false);
    expect((await office.get(applicantOf(org), `/returns/${caseNo}`)).body).toMatchObject({
      timeliness: 'AFTER_CLOSE',
    });
  });

  it('is not for an official', async () => {
    const org = organisation();
    const caseNo = await returns.start(org);
    const taskId = await office.taskOf(caseNo, 'FILE_RETURN');

    const body = { kind: 'submitReturn', taskId, form: await returns.form(org) };
    const answer = await office.post(OFFICER, `/cases/${caseNo}/acts`, body);
    expect(answer.status).toBe(409);
  });
});

describe('a conclusion', () => {
  it('by ten leaders at once is one decision', async () => {
    const caseNo = await returns.bringToConclusion(organisation());
    const taskId = await office.taskOf(caseNo, 'CONCLUDE');
    const body = { kind: 'conclude', taskId, facts: { conclusion: 'PASS' } };

    const answers = await Promise.all(
      Array.from({ length: 10 }, () => office.post(LEADER, `/cases/${caseNo}/acts`, body)),
    );

    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const kinds = await office.database.pool.query(
      `SELECT count(*)::int AS n FROM "ReturnConclusion" r JOIN "Case" k ON k."id" = r."caseId" WHERE k."caseNo" = $1`,
      [caseNo],
    );
    expect(kinds.rows).toEqual([{ n: 1 }]);
  });

  it('that is negative wants reasons, and is the leader’s alone', async () => {
    const caseNo = await returns.bringToConclusion(organisation());
    const facts = { conclusion: 'FAIL', deviates: true };

    expect(await office.act(LEADER, caseNo, 'conclude', 'CONCLUDE', { facts })).toMatchObject(
      refused(422, 'REASONS_REQUIRED'),
    );
    const by = await office.act(OFFICER, caseNo, 'conclude', 'CONCLUDE', { facts, opinion: '存在违法活动,已经查实。' });
    expect(by.status).toBe(403);
  });

  it('of PASS above the cap of the rules is AI_CONCLUSION_ABOVE_CAP', async () => {
    const org = organisation();
    const caseNo = await returns.bringToConclusion(org);
    await office.database.pool.query(
      `WITH people AS (
         INSERT INTO "Person" ("id", "name", "sex", "partyStatus") SELECT $1 || '-full-' || n, '示例', 'FEMALE', 'FULL' FROM generate_series(1, 3) n RETURNING "id")
       INSERT INTO "PartyRelation" ("personId", "organisationId", "status") SELECT "id", $1, 'TRANSFERRED' FROM people`,
      [org],
    );
    await office.database.pool.query('DELETE FROM "PartyOrgCoverage" WHERE "organisationId" = $1', [org]);

    const asked = { facts: { conclusion: 'PASS', deviates: true }, opinion: '经研究认为可以按合格处理。' };
    expect(await office.act(LEADER, caseNo, 'conclude', 'CONCLUDE', asked)).toMatchObject(
      refused(422, 'AI_CONCLUSION_ABOVE_CAP'),
    );
  });

  it('is published to everybody, without the return', async () => {
    const org = organisation();
    const caseNo = await returns.bringToConclusion(org);
    await office.must(office.act(LEADER, caseNo, 'conclude', 'CONCLUDE', { facts: { conclusion: 'PASS' } }));
    expect((await office.get(null, `/public/inspections/${INSPECTED}?limit=100`)).body.items).toEqual([]);
    await office.must(office.act(OFFICER, caseNo, 'publishConclusion', 'PUBLISH'));

    const list = await office.get(null, `/public/inspections/${INSPECTED}?limit=100`);
    expect(list.status).toBe(200);
    expect(list.body.items).toEqual([
      {
        organisation: expect.any(String),
        uscc: expect.any(String),
        registry: expect.any(String),
        conclusion: { slug: 'PASS', zh: '合格', en: 'pass' },
        publishedOn: expect.any(String),
        late: false,
      },
    ]);
    expect((await office.get(OFFICER, `/organisations/${org}/purchase-priority`)).body).toMatchObject({
      allowed: true,
    });
  });
});

describe('after a conclusion', () => {
  it('a talk is announced in time, recorded with its words, and leads to a rectification', async () => {
    const org = organisation();
    const caseNo = await returns.bringToConclusion(org);
    const fail = { facts: { conclusion: 'FAIL', deviates: true }, opinion: '存在违法活动,已经查实。' };
    await office.must(office.act(LEADER, caseNo, 'conclude', 'CONCLUDE', fail));
    const talk = {
      heldOn: '2099-01-05',
      place: '一号会议室',
      attendance: { by: 'PROXY', personId: 'p1' },
      officers: [USER.jimeiInspector1, USER.jimeiInspector2],
      problems: ['超出章程范围活动'],
      legalBasis: ['《社会团体登记管理条例》'],
      commitments: ['三十日内整改'],
      rectifyBy: '2099-02-05',
      signature: { signed: true },
    };
    const record = (more: object) =>
      office.act(USER.jimeiInspector1, caseNo, 'recordTalk', 'RECTIFICATION_TALK', { form: { ...talk, ...more } });

    expect(await record({})).toMatchObject(refused(422, 'AI_TALK_NOTICE_SHORT'));
    const soon = { facts: { heldOn: new Date().toISOString().slice(0, 10) } };
    const by = USER.jimeiInspector1;
    expect(await office.act(by, caseNo, 'noticeTalk', 'RECTIFICATION_TALK', soon)).toMatchObject(
      refused(422, 'AI_TALK_NOTICE_SHORT'),
    );
    await office.must(office.act(by, caseNo, 'noticeTalk', 'RECTIFICATION_TALK', { facts: { heldOn: '2027-01-05' } }));

    expect(await record({})).toMatchObject(refused(422, 'AI_TALK_ATTENDANCE'));
    const leader = { attendance: { by: 'LEADER', personId: 'p1' } };
    expect(await record({ ...leader, officers: [USER.jimeiInspector1] })).toMatchObject(
      refused(422, 'AI_OFFICERS_TOO_FEW'),
    );
    expect(await record({ ...leader, signature: { signed: false } })).toMatchObject(refused(422, 'AI_TALK_UNSIGNED'));
    expect(await record({ ...leader, officers: [USER.jimeiInspector1, 'nobody'] })).toMatchObject(
      refused(400, 'FIELD_INVALID'),
    );
    expect(await record(leader)).toMatchObject(refused(422, 'DATE_ORDER'));
    expect(await office.state(caseNo)).toBe('CONCLUDED');
  });

  it('a rectification keeps its words beside the case, and two people verify it', async () => {
    const org = organisation();
    const caseNo = await returns.bringToConclusion(org);
    const basic = { facts: { conclusion: 'BASIC_PASS', deviates: true }, opinion: '财务管理存在轻微不规范之处。' };
    await office.must(office.act(LEADER, caseNo, 'conclude', 'CONCLUDE', basic));
    const form = { items: [{ wanted: '补记账目' }, { wanted: '按期换届' }] };
    await office.must(office.act(OFFICER, caseNo, 'setRectification', 'SET_RECTIFICATION', { form }));

    const file = await office.upload(applicantOf(org), org);
    const unknown = { items: [{ itemId: 'i9', result: '已改', evidenceUploadIds: [file] }] };
    const hand = (handed: object) => office.act(applicantOf(org), caseNo, 'handIn', 'RECTIFY', { form: handed });
    expect(await hand(unknown)).toMatchObject(refused(422, 'AI_RECTIFICATION_INCOMPLETE'));
    const items = [
      { itemId: 'i1', result: '已补记', evidenceUploadIds: [file] },
      { itemId: 'i2', result: '尚在筹备', evidenceUploadIds: [] },
    ];
    await office.must(hand({ items }));
    const verify = (by: string, done: string[]) =>
      office.act(by, caseNo, 'verifyRectification', 'VERIFY_RECTIFICATION', { facts: { done } });

    expect(await verify(USER.jimeiInspector1, ['i1', 'i2'])).toMatchObject(refused(422, 'AI_RECTIFICATION_INCOMPLETE'));
    await office.must(verify(USER.jimeiInspector1, ['i1']));
    expect(await verify(USER.jimeiInspector1, ['i1'])).toMatchObject(refused(422, 'AI_OFFICERS_TOO_FEW'));
    await office.must(verify(USER.jimeiInspector2, ['i1']));

    expect(await office.state(caseNo)).toBe('ENFORCEMENT');
    const view = await office.get(applicantOf(org), `/returns/${caseNo}`);
    expect(view.body.rectification).toMatchObject({
      status: 'FAILED',
      items: [
        { itemId: 'i1', wanted: '补记账目', result: '已补记', done: true },
        { itemId: 'i2', done: false },
      ],
    });
  });
});

describe('a case that has ended', () => {
  it('takes up again for a superseding decision of the leader, and for nothing else', async () => {
    const org = organisation();
    const caseNo = await returns.bringToConclusion(org);
    await office.must(office.act(LEADER, caseNo, 'conclude', 'CONCLUDE', { facts: { conclusion: 'PASS' } }));
    await office.must(office.act(OFFICER, caseNo, 'publishConclusion', 'PUBLISH'));
    expect(await office.act(LEADER, caseNo, 'urge', null)).toMatchObject(refused(409, 'CASE_STATE_CONFLICT'));

    const wrong = { facts: { conclusion: 'FAIL', deviates: true }, opinion: '复核发现存在违法活动,原结论错误。' };
    expect((await office.act(OFFICER, caseNo, 'supersede', null, wrong)).status).toBe(403);
    await office.must(office.act(LEADER, caseNo, 'supersede', null, wrong));

    expect(await office.state(caseNo)).toBe('CONCLUDED');
    const open = await office.openTasks(caseNo);
    expect(open.map(({ kind }) => kind).sort()).toEqual(['PUBLISH', 'RECTIFICATION_TALK']);
    const { rows } = await office.database.pool.query(
      `SELECT r."conclusion" FROM "ReturnConclusion" r JOIN "Case" k ON k."id" = r."caseId" WHERE k."caseNo" = $1 ORDER BY r."ordinal"`,
      [caseNo],
    );
    expect(rows).toEqual([{ conclusion: 'PASS' }, { conclusion: 'FAIL' }]);
  });
});

describe('a bulk decision', () => {
  const bulk = async (by: string, path: string, body: object, key?: string) =>
    office.post(by, `/seasons/${await returns.season()}/bulk-conclusions${path}`, body, key);

  it('shows each item with its checks, decides what qualifies, and names what does not', async () => {
    const good = [await returns.bringToConclusion(organisation()), await returns.bringToConclusion(organisation())];
    const open = await returns.start(organisation());
    const found = await returns.bringToConclusion(organisation());
    const findings = {
      illegalActivity: false,
      assetMisuse: false,
      inspectionRefused: false,
      minorFinanceDefects: true,
    };
    const noted = { facts: findings, opinion: '部分凭证不完整,已要求补正。' };
    await office.must(office.act(OFFICER, found, 'noteFindings', null, noted));
    const all = [...good, open, found];

    const preview = await bulk(LEADER, '/preview', { items: all.map((caseNo) => ({ caseNo })) });
    expect(preview.status).toBe(200);
    expect(preview.body.leftOut).toEqual([
      expect.objectContaining({ caseNo: open, ground: 'NOT_UNDER_REVIEW' }),
      expect.objectContaining({ caseNo: found, ground: 'RULE_AGAINST_PASS', because: ['MINOR_FINANCE_DEFECTS'] }),
    ]);

    const items = await Promise.all(all.map(async (caseNo) => ({ caseNo, seenSeq: await returns.seq(caseNo) })));
    const body = { items: [...items.slice(0, 1), { caseNo: good[1], seenSeq: 1 }, ...items.slice(2)] };
    const answers = await Promise.all(Array.from({ length: 10 }, () => bulk(LEADER, '', body, 'bulk-of-the-morning')));

    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200));
    expect(await office.state(String(good[0]))).toBe('CONCLUDED');
    expect(await office.state(String(good[1]))).toBe('REGISTRY_REVIEW');
    const again = await bulk(LEADER, '', body, 'bulk-of-the-morning');
    expect(again.body).toMatchObject({
      concluded: [{ caseNo: good[0], state: 'CONCLUDED' }],
      leftOut: [
        { caseNo: good[1], ground: 'CHANGED_SINCE_SEEN' },
        { caseNo: open, ground: 'NOT_UNDER_REVIEW' },
        { caseNo: found, ground: 'RULE_AGAINST_PASS' },
      ],
      refused: [],
    });
    expect(await office.decisions(String(good[0]))).toBeGreaterThan(0);
  });

  it('publishes many conclusions, each answered on its own', async () => {
    const concluded = await returns.bringToConclusion(organisation());
    await office.must(office.act(LEADER, concluded, 'conclude', 'CONCLUDE', { facts: { conclusion: 'PASS' } }));
    const open = await returns.start(organisation());
    const body = { items: [{ caseNo: concluded }, { caseNo: open }] };
    const publish = async (by: string) =>
      office.post(by, `/seasons/${await returns.season()}/bulk-publications`, body, 'publication-of-the-day');

    expect(await publish(LEADER)).toMatchObject(refused(403, 'AUTH_NOT_ALLOWED'));
    const expected = {
      published: [{ caseNo: concluded, state: 'PUBLISHED' }],
      refused: [{ caseNo: open, code: 'CASE_STATE_CONFLICT' }],
    };
    expect((await publish(OFFICER)).body).toMatchObject(expected);
    expect((await publish(OFFICER)).body).toMatchObject(expected);
  });

  it('is the leader’s of that registry', async () => {
    const caseNo = await returns.bringToConclusion(organisation());
    const items = [{ caseNo }];

    expect(await bulk(OFFICER, '/preview', { items })).toMatchObject(refused(403, 'AUTH_NOT_ALLOWED'));
    expect(await bulk(USER.neijiangIntake, '/preview', { items })).toMatchObject(refused(404, 'NOT_FOUND'));
    expect(await bulk(LEADER, '/preview', { items: [{ caseNo: 'M02-350211-2026-99999' }] })).toMatchObject(
      refused(404, 'NOT_FOUND'),
    );
  });
});

describe('an organisation that failed two years in a row', () => {
  it('has no priority in purchase and is a candidate for revocation', async () => {
    const org = organisation();
    await office.database.pool.query(
      `INSERT INTO "AnnualReturn" ("caseId", "seasonId", "organisationId", "inspectedYear", "due", "closes", "conclusion")
       SELECT $1 || '-' || y, 'before', $1, y, '2025-05-31', '2025-05-31', c FROM (VALUES (2024, 'NOT_PARTICIPATED'), (2025, 'FAIL')) v(y, c)`,
      [org],
    );

    expect((await office.get(OFFICER, `/organisations/${org}/purchase-priority`)).body).toMatchObject({
      allowed: false,
      reasons: [{ ground: 'INSPECTION_FAILED' }],
      revocationCandidate: true,
      years: [{ inspectedYear: 2025 }, { inspectedYear: 2024 }],
    });
    const nowhere = '/organisations/org-nowhere/purchase-priority';
    expect(await office.get(OFFICER, nowhere)).toMatchObject(refused(404, 'NOT_FOUND'));
  });
});

describe('a return that is not owed', () => {
  const draft = async (org: string) => {
    const made = await office.post(applicantOf(org), '/drafts', { matter: 'annual-inspection', organisationId: org });
    return office.post(applicantOf(org), `/drafts/${String(made.body.id)}/submission`);
  };

  it('is AI_SEASON_UNKNOWN (404) without a season of the year', async () => {
    expect(await draft('org-jimei-aoyuan')).toMatchObject(refused(404, 'AI_SEASON_UNKNOWN'));
  });

  it('is AI_EXEMPT for an organisation that was registered later', async () => {
    const org = organisation();
    await office.database.pool.query(`UPDATE "Season" SET "inspectedYear" = $1`, [INSPECTED - 1]);
    await office.database.pool.query(
      `INSERT INTO "SeasonMember" ("seasonId", "organisationId", "standing", "ground", "baseDate", "admittedAt")
       SELECT "caseId", $1, 'EXEMPT', 'REGISTERED_LATER', '2025-06-30', now() FROM "Season"`,
      [org],
    );

    expect(await draft(org)).toMatchObject(refused(422, 'AI_EXEMPT'));
  });
});
