import { createHash } from 'node:crypto';

import { parsePublishedDraw } from '#domain/annual-inspection/published-draw.js';
import { verifyDraw } from '#domain/annual-inspection/verify-draw.rule.js';
import { shanghaiDate } from '#domain/calendar/shanghai-day.js';
import { applicantOf, ORG, UNIT, USER } from '#prisma/demonstration/handles.js';
import { Office, refused } from './office.js';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const OFFICER = USER.jimeiRegistry;
const LEADER = USER.jimeiRegistryLeader;
const INSPECTORS = [USER.jimeiInspector1, USER.jimeiInspector2, USER.jimeiInspector3, USER.jimeiInspector4];
const REASONS = { opinion: '名目填写有误,取消后另行发起抽查。' };

let office: Office;
beforeAll(async () => {
  office = await Office.open();
}, 120_000);
afterAll(() => office.close());

/** A draw that is planned; 28 of 284 at ten per cent rounded down, unless it says otherwise. */
async function planned(purpose: string, more: object = {}): Promise<string> {
  const plan = { year: 2026, purpose, ratePct: '10', rounding: 'FLOOR', ...more };
  const made = await office.must(office.post(OFFICER, '/random-checks', plan));
  const caseNo = String(made.body.caseNo);
  await office.until(async () => (await office.openTasks(caseNo)).length > 0);
  return caseNo;
}

async function committed(purpose: string, more: object = {}): Promise<string> {
  const caseNo = await planned(purpose, more);
  await office.must(office.act(OFFICER, caseNo, 'commitDraw', 'COMMIT_DRAW'));
  return caseNo;
}

interface Check {
  readonly caseNo: string;
  readonly inspectors: readonly { readonly userId: string; readonly key: string }[];
  readonly organisation: { readonly id: string; readonly key: string };
}

async function checksOf(caseNo: string, limit = 100): Promise<Check[]> {
  const { body } = await office.get(OFFICER, `/random-checks/${caseNo}/checks?limit=${limit}`);
  return body.items as unknown as Check[];
}

/** Drawn, and every check has its case. */
async function drawn(purpose: string, more: object = {}): Promise<string> {
  const caseNo = await committed(purpose, more);
  await office.must(office.act(LEADER, caseNo, 'drawChecks', 'DRAW_CHECKS'));
  await office.until(async () => (await office.state(caseNo)) === 'CHECKING');
  return caseNo;
}

const sheetOf = ({ inspectors }: Check, more: object = {}) => ({
  checkedOn: shanghaiDate(Date.now()),
  inspectors: inspectors.map(({ userId }) => userId),
  items: [{ item: '章程执行情况', ok: true }],
  result: 'NO_PROBLEM',
  signed: true,
  ...more,
});

const inspectorOf = (check: Check, place: number): string => check.inspectors[place]?.userId ?? '';

const save = (check: Check, by: string, version: number, more: object = {}) =>
  office.send(by, 'put', `/drawn-checks/${check.caseNo}/sheet`, { version, sheet: sheetOf(check, more) });

/** The task of that person. */
async function actAs(userId: string, caseNo: string, kind: string, more: object = {}) {
  const open = await office.openTasks(caseNo);
  const taskId = open.find(({ assigneeKey }) => assigneeKey === `user:${userId}`)?.taskId;
  return office.post(userId, `/cases/${caseNo}/acts`, { kind, ...(taskId === undefined ? {} : { taskId }), ...more });
}

/** From the sheet to the published result. */
async function carriedOut(check: Check, more: object = {}): Promise<void> {
  const [first, second] = [inspectorOf(check, 0), inspectorOf(check, 1)];
  await office.must(save(check, first, 0, more));
  await office.must(actAs(first, check.caseNo, 'fileSheet', { facts: { version: 1 } }));
  await office.must(actAs(second, check.caseNo, 'confirm', { facts: { answer: 'CONFIRM' } }));
  await office.must(office.act(OFFICER, check.caseNo, 'publishResult', 'PUBLISH_RESULT'));
}

describe('the outlook of a draw', () => {
  it('tells the registry what would be drawn from, by whom, and what is taken', async () => {
    const { status, body } = await office.get(OFFICER, '/random-checks/outlook');

    expect(status).toBe(200);
    expect(body).toMatchObject({
      ...{ base: 284, floorPct: '3', ratePct: '10', rounding: 'CEIL', inspectorsPerCheck: 2, recusals: [], taken: [] },
      scarcest: { available: 4 },
    });
    expect(body.inspectors).toHaveLength(4);
    expect(await office.get(INSPECTORS[0] ?? '', '/random-checks/outlook')).toMatchObject(
      refused(403, 'AUTH_NOT_ALLOWED'),
    );
    expect(await office.get(OFFICER, `/random-checks/outlook?unitId=${UNIT.neijiangCivilAffairs}`)).toMatchObject(
      refused(403, 'AUTH_NOT_ALLOWED'),
    );
  });
});

describe('a draw of random checks', () => {
  let caseNo: string;
  let checks: Check[];

  it('is planned by the registry, and nothing of it is public before its commitment', async () => {
    caseNo = await planned('年度双随机抽查');

    expect(await office.get(null, `/public/draws/${caseNo}`)).toMatchObject(refused(404, 'NOT_FOUND'));
    expect(await office.get(null, '/public/draws')).toMatchObject({ status: 200, body: { items: [] } });
    expect(await office.get(OFFICER, `/random-checks/${caseNo}`)).toMatchObject({
      status: 200,
      body: { state: { slug: 'PREPARED' }, commitment: null, size: null },
    });
  }, 60_000);

  it('publishes what it commits to, and neither the seed nor the inspectors', async () => {
    await office.must(office.act(OFFICER, caseNo, 'commitDraw', 'COMMIT_DRAW'));

    const { status, body } = await office.get(null, `/public/draws/${caseNo}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ format: 'banjie-draw-commitment', size: 28, cancelledAt: null });
    expect(await office.get(null, '/public/draws?limit=1')).toMatchObject({
      body: { items: [{ caseNo, size: 28, drawnAt: null, checks: 0, published: 0 }], nextCursor: null },
    });
    expect(Object.keys(body).toSorted()).toEqual(
      ['baseHash', 'cancelledAt', 'caseNo', 'commitment', 'format', 'size', 'terms', 'version'].toSorted(),
    );
    const row = await office.database.rows.randomDraw.findFirstOrThrow({ where: { openKey: { contains: '年度' } } });
    expect(row.published).toBeNull();
    expect(Buffer.from(row.seedCipher).toString('latin1')).not.toMatch(/[0-9a-f]{64}/);
  });

  it('is not drawn by whoever prepared it, nor by an officer', async () => {
    expect(await office.act(OFFICER, caseNo, 'drawChecks', 'DRAW_CHECKS')).toMatchObject(
      refused(403, 'AUTH_NOT_ALLOWED'),
    );
  });

  it('is drawn once, also when ten ask at the same time', async () => {
    const taskId = await office.taskOf(caseNo, 'DRAW_CHECKS');
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => office.post(LEADER, `/cases/${caseNo}/acts`, { kind: 'drawChecks', taskId })),
    );

    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(9);
    await office.until(async () => (await office.state(caseNo)) === 'CHECKING');
    checks = await checksOf(caseNo);
    expect(checks).toHaveLength(28);
    expect(new Set(checks.map(({ organisation }) => organisation.id)).size).toBe(28);
    expect(checks.every(({ inspectors }) => new Set(inspectors.map(({ userId }) => userId)).size === 2)).toBe(true);
    expect(
      checks.every(({ inspectors }) => inspectors.every(({ userId }) => INSPECTORS.some((one) => one === userId))),
    ).toBe(true);
  }, 60_000);

  it('can be run again by everybody from what is public, and fits the commitment', async () => {
    const { body } = await office.get(null, `/public/draws/${caseNo}`);

    const published = parsePublishedDraw(JSON.parse(JSON.stringify(body)));
    expect(verifyDraw(published, sha256)).toEqual({ same: true, differences: [] });
    expect(published.drawn).toEqual(checks.map(({ organisation }) => organisation.key));
    expect(published.base.length).toBe(284);
  });

  it('gives each check a number in the order of the draw, a task to each inspector and a notice to the organisation', async () => {
    const numbers = checks.map((check) => check.caseNo);
    expect(numbers).toEqual(numbers.toSorted());
    expect(numbers[0]).toMatch(/^MK02-350211-\d{4}-00001$/);
    const [check] = checks;
    if (check === undefined) throw new Error('no check');
    await office.until(async () => (await office.openTasks(check.caseNo)).length === 2);
    const { body } = await office.get(inspectorOf(check, 0), '/tasks?limit=100');
    expect(JSON.stringify(body)).toContain(check.caseNo);
    const notices = await office.database.rows.notice.findMany({ where: { kind: 'DRAWN_FOR_CHECK' } });
    expect(notices.map(({ recipientKey }) => recipientKey)).toContain(`org:${check.organisation.id}:APPLICANT_USER`);
  });

  it('is listed to the registry, page by page, and not to others', async () => {
    const other = await planned('专项抽查');

    const first = await office.get(OFFICER, '/random-checks?limit=1');
    expect(first.body).toMatchObject({ items: [{ caseNo: other, state: { slug: 'PREPARED' } }] });
    const second = await office.get(OFFICER, `/random-checks?limit=1&cursor=${String(first.body.nextCursor)}`);
    expect(second.body).toMatchObject({ items: [{ caseNo, size: 28 }], nextCursor: null });
    expect(await office.get(USER.neijiangRegistry, '/random-checks')).toMatchObject({ body: { items: [] } });
    expect(await office.get(USER.neijiangRegistry, `/random-checks/${caseNo}`)).toMatchObject(
      refused(404, 'NOT_FOUND'),
    );
    expect(await office.get(USER.neijiangRegistry, `/random-checks/${caseNo}/checks`)).toMatchObject(
      refused(404, 'NOT_FOUND'),
    );
  }, 60_000);

  it('is published when the result of every check is', async () => {
    const small = await drawn('小型抽查', { ratePct: '3', rounding: 'FLOOR' });
    const eight = await checksOf(small);
    expect(eight).toHaveLength(8);
    const [ordered, absent, ...others] = eight;
    if (ordered === undefined || absent === undefined) throw new Error('too few checks');
    await carriedOut(ordered, {
      result: 'PROBLEM_ORDERED',
      rectifyBy: '2099-12-31',
      items: [{ item: '财务管理', ok: false, finding: '票据不全。' }],
    });
    await carriedOut(absent, { result: 'NOT_FOUND', signed: false });
    for (const check of others.slice(1)) await carriedOut(check);

    expect(await office.state(small)).toBe('CHECKING');
    expect(await office.get(null, `/public/draws/${small}/results`)).toMatchObject({
      body: { checks: 8, published: 7, abandoned: 0 },
    });
    const [last] = others;
    if (last === undefined) throw new Error('too few checks');
    await office.must(
      office.act(LEADER, last.caseNo, 'abandonCheck', null, { opinion: '该单位已办理注销登记,无法实施检查。' }),
    );

    await office.until(async () => (await office.state(small)) === 'PUBLISHED');
    const { body } = await office.get(null, `/public/draws/${small}/results?limit=3`);
    expect(body).toMatchObject({ checks: 8, published: 7, abandoned: 1 });
    expect(body.items).toHaveLength(3);
    expect(body.results).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          result: expect.objectContaining({ slug: 'NO_PROBLEM', zh: '未发现问题' }),
          count: 5,
        }),
        expect.objectContaining({ result: expect.objectContaining({ slug: 'NOT_FOUND' }), count: 1 }),
        expect.objectContaining({ result: expect.objectContaining({ slug: 'PROBLEM_ORDERED' }), count: 1 }),
      ]),
    );
    expect(JSON.stringify(body)).not.toContain('票据不全');
    const rest = await office.get(null, `/public/draws/${small}/results?limit=100&cursor=${String(body.nextCursor)}`);
    expect(rest.body.items).toHaveLength(4);
  }, 120_000);

  it('draws another inspector for one who steps aside, and stays the same to everybody who runs it again', async () => {
    const check = checks[1];
    if (check === undefined) throw new Error('no check');
    const leaving = inspectorOf(check, 0);

    await office.must(actAs(leaving, check.caseNo, 'recuse', { facts: { ground: 'KINSHIP' } }));

    const after = (await checksOf(caseNo))[1];
    expect(after?.inspectors.map(({ userId }) => userId)).not.toContain(leaving);
    expect(after?.inspectors[1]).toEqual(check.inspectors[1]);
    const { body } = await office.get(null, `/public/draws/${caseNo}`);
    const published = parsePublishedDraw(JSON.parse(JSON.stringify(body)));
    expect(verifyDraw(published, sha256).same).toBe(true);
    expect(published.redraws).toEqual([{ organisation: check.organisation.key, inspector: check.inspectors[0]?.key }]);
    expect(await actAs(leaving, check.caseNo, 'recuse', { facts: { ground: 'KINSHIP' } })).toMatchObject({
      status: 409,
    });
  }, 60_000);

  it('is refused when no inspector is left to be drawn', async () => {
    const check = checks[2];
    if (check === undefined) throw new Error('no check');
    for (let left = 2; left > 0; left -= 1) {
      const now = (await checksOf(caseNo))[2];
      if (now === undefined) throw new Error('no check');
      await office.must(actAs(inspectorOf(now, 0), now.caseNo, 'recuse', { facts: { ground: 'OTHER' } }));
    }
    const now = (await checksOf(caseNo))[2];
    if (now === undefined) throw new Error('no check');

    expect(await actAs(inspectorOf(now, 0), now.caseNo, 'recuse', { facts: { ground: 'OTHER' } })).toMatchObject(
      refused(422, 'DRAW_NOT_ENOUGH_INSPECTORS'),
    );
    expect((await checksOf(caseNo))[2]).toEqual(now);
  }, 60_000);
});

describe('a check sheet', () => {
  let check: Check;
  let others: Check[];
  beforeAll(async () => {
    const [first, ...more] = await checksOf(await drawn('检查表抽查'));
    if (first === undefined) throw new Error('no check');
    check = first;
    others = more;
    await office.until(async () => (await office.openTasks(check.caseNo)).length === 2);
  }, 60_000);

  it.each<[string, object, string]>([
    ['by one inspector alone', { inspectors: ['user-jimei-inspector-1'] }, 'AI_OFFICERS_TOO_FEW'],
    [
      'with somebody who was not drawn',
      { inspectors: ['user-jimei-registry', 'user-jimei-registry-leader'] },
      'AI_OFFICERS_TOO_FEW',
    ],
    ['from before the draw', { checkedOn: '2020-01-01' }, 'DATE_ORDER'],
    ['with an order without a last day', { result: 'PROBLEM_ORDERED' }, 'DATE_ORDER'],
    ['that is silent about a fault', { items: [{ item: '财务管理', ok: false }] }, 'CHECK_SHEET_INCOMPLETE'],
    ['unsigned without a reason', { signed: false }, 'CHECK_SHEET_INCOMPLETE'],
  ])('%s is refused', async (_what, more, code) => {
    expect(await save(check, inspectorOf(check, 0), 0, more)).toMatchObject(refused(422, code));
  });

  it('of another shape is refused with its field', async () => {
    expect(await save(check, inspectorOf(check, 0), 0, { result: 'FINE' })).toMatchObject({
      ...refused(400, 'FIELD_INVALID'),
      body: { code: 'FIELD_INVALID', field: 'sheet.result' },
    });
  });

  it('is saved by its inspectors alone, and each save builds on the newest', async () => {
    expect(await save(check, OFFICER, 0)).toMatchObject(refused(403, 'AUTH_NOT_ALLOWED'));
    expect(await save(check, USER.neijiangRegistry, 0)).toMatchObject(refused(404, 'NOT_FOUND'));
    await office.must(save(check, inspectorOf(check, 0), 0));
    const answers = await Promise.all(Array.from({ length: 10 }, () => save(check, inspectorOf(check, 1), 1)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(9);
    expect(await office.get(OFFICER, `/drawn-checks/${check.caseNo}/sheet`)).toMatchObject({
      body: { version: 2, sheet: { result: 'NO_PROBLEM' } },
    });
  });

  it('that is not the newest, or dated after today, is not filed', async () => {
    const file = (version: number) => actAs(inspectorOf(check, 0), check.caseNo, 'fileSheet', { facts: { version } });
    expect(await file(1)).toMatchObject(refused(409, 'CHECK_SHEET_STALE'));
    expect(await file(9)).toMatchObject(refused(409, 'CHECK_SHEET_STALE'));
    await office.must(save(check, inspectorOf(check, 0), 2, { checkedOn: '2099-01-01' }));
    expect(await file(3)).toMatchObject(refused(422, 'CHECK_SHEET_EARLY'));
  });

  it('goes back to the inspectors when one of them does not sign it, and counts when all have', async () => {
    const [first, second] = [inspectorOf(check, 0), inspectorOf(check, 1)];
    await office.must(save(check, first, 3));
    await office.must(actAs(first, check.caseNo, 'fileSheet', { facts: { version: 4 } }));
    expect(await save(check, second, 4)).toMatchObject(refused(409, 'CASE_STATE_CONFLICT'));
    expect(await actAs(second, check.caseNo, 'confirm', { facts: { answer: 'DECLINE' } })).toMatchObject(
      refused(422, 'REASONS_REQUIRED'),
    );
    const decline = { facts: { answer: 'DECLINE' }, opinion: '第二项检查内容记录有误,请更正。' };
    await office.must(actAs(second, check.caseNo, 'confirm', decline));
    expect(await office.state(check.caseNo)).toBe('ASSIGNED');

    await office.must(save(check, second, 4));
    await office.must(actAs(second, check.caseNo, 'fileSheet', { facts: { version: 5 } }));
    await office.must(actAs(first, check.caseNo, 'confirm', { facts: { answer: 'CONFIRM' } }));

    expect(await office.state(check.caseNo)).toBe('CHECKED');
    expect(await office.get(OFFICER, `/drawn-checks/${check.caseNo}`)).toMatchObject({
      body: { result: { slug: 'NO_PROBLEM' }, publishedAt: null },
    });
    expect(await office.act(LEADER, check.caseNo, 'abandonCheck', null, REASONS)).toMatchObject(
      refused(409, 'CASE_STATE_CONFLICT'),
    );
  }, 60_000);

  it('is not read by the organisation, which reads its check', async () => {
    const userId = applicantOf(ORG.noMembers);
    const organisationId = check.organisation.id;
    await office.database.rows.grant.create({
      data: { id: 'g-checked', userId, role: 'APPLICANT_USER', organisationId, validFrom: new Date(0) },
    });

    expect(await office.get(userId, `/drawn-checks/${check.caseNo}`)).toMatchObject({ status: 200 });
    expect(await office.get(userId, `/drawn-checks/${check.caseNo}/sheet`)).toMatchObject(refused(404, 'NOT_FOUND'));
    expect(await save(check, userId, 5)).toMatchObject(refused(403, 'AUTH_NOT_ALLOWED'));
  });

  it('is abandoned by the leader of the registry alone, with reasons', async () => {
    const [other] = others;
    if (other === undefined) throw new Error('no check');
    expect(await office.act(OFFICER, other.caseNo, 'abandonCheck', null, REASONS)).toMatchObject(
      refused(403, 'AUTH_NOT_ALLOWED'),
    );
    expect(await office.act(LEADER, other.caseNo, 'abandonCheck', null)).toMatchObject(
      refused(422, 'REASONS_REQUIRED'),
    );
    await office.must(office.act(LEADER, other.caseNo, 'abandonCheck', null, REASONS));
    expect(await office.state(other.caseNo)).toBe('ABANDONED');
  });
});

describe('a draw that cannot be', () => {
  it('is one of somebody who is not of a registry', async () => {
    const plan = { year: 2026, purpose: '越权抽查' };
    expect(await office.post(USER.jimeiInspector1, '/random-checks', plan)).toMatchObject(
      refused(403, 'AUTH_NOT_ALLOWED'),
    );
    expect(await office.post(OFFICER, '/random-checks', { ...plan, unitId: 'unit-of-others' })).toMatchObject(
      refused(403, 'AUTH_NOT_ALLOWED'),
    );
  });

  it.each<[string, object, number, string]>([
    ['a rate below the floor of a county', { ratePct: '2.9' }, 422, 'DRAW_RATE_TOO_LOW'],
    ['a rate above everybody', { ratePct: '101' }, 400, 'FIELD_INVALID'],
    ['one inspector', { inspectorsPerCheck: 1 }, 400, 'FIELD_INVALID'],
    ['a field that nobody knows', { seed: '0'.repeat(64) }, 400, 'FIELD_INVALID'],
  ])('is one with %s', async (_what, more, status, code) => {
    const asked = { year: 2026, purpose: '条件抽查', ...more };
    expect(await office.post(OFFICER, '/random-checks', asked)).toMatchObject(refused(status, code));
  });

  it.each(['random-check', 'drawn-check'])('is one of the matter %s that begins as a draft', async (matter) => {
    const draft = await office.must(office.post(OFFICER, '/drafts', { matter, data: {} }));
    expect(await office.post(OFFICER, `/drafts/${String(draft.body.id)}/submission`)).toMatchObject(
      refused(403, 'AUTH_NOT_ALLOWED'),
    );
  });

  it('is a second one for the same purpose, until the first is cancelled', async () => {
    const caseNo = await committed('重复抽查');
    const again = { year: 2026, purpose: '重复抽查' };
    expect(await office.post(OFFICER, '/random-checks', again)).toMatchObject(refused(409, 'DRAW_DUPLICATE'));

    expect(await office.act(LEADER, caseNo, 'cancelDraw', 'DRAW_CHECKS')).toMatchObject(
      refused(422, 'REASONS_REQUIRED'),
    );
    await office.must(office.act(LEADER, caseNo, 'cancelDraw', 'DRAW_CHECKS', REASONS));

    expect(await office.state(caseNo)).toBe('CANCELLED');
    const { body } = await office.get(null, `/public/draws/${caseNo}`);
    expect(body.cancelledAt).not.toBeNull();
    expect(await office.post(OFFICER, '/random-checks', again)).toMatchObject({ status: 201 });
  }, 60_000);

  it('is one of two that were planned at the same time: the second does not commit', async () => {
    const plan = { year: 2026, purpose: '同时抽查' };
    const made = await Promise.all([1, 2].map(() => office.post(OFFICER, '/random-checks', plan)));
    const planned = made.filter(({ status }) => status === 201).map(({ body }) => String(body.caseNo));
    for (const caseNo of planned) await office.until(async () => (await office.openTasks(caseNo)).length > 0);

    const answers = await Promise.all(
      planned.map((caseNo) => office.act(OFFICER, caseNo, 'commitDraw', 'COMMIT_DRAW')),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(planned.length - 1);
  }, 60_000);

  it('is one with more inspectors a check than there are', async () => {
    const caseNo = await planned('人手不足抽查', { inspectorsPerCheck: 5 });

    const answer = await office.act(OFFICER, caseNo, 'commitDraw', 'COMMIT_DRAW');
    expect(answer).toMatchObject(refused(422, 'DRAW_NOT_ENOUGH_INSPECTORS'));
    expect(answer.body.details).toMatchObject({ required: 5, available: 4 });
    expect(await office.state(caseNo)).toBe('PREPARED');
  }, 60_000);

  it('is one of a registry without organisations', async () => {
    const { pool, rows } = office.database;
    const unitId = 'unit-empty-registry';
    await rows.unit.create({
      data: { id: unitId, name: '空白区民政局', agencyType: 'CIVIL_AFFAIRS', level: 'COUNTY', divisionCode: '350211' },
    });
    await pool.query(
      `INSERT INTO "Grant" ("id", "userId", "role", "unitId", "validFrom") VALUES ('g-empty', $1, 'REGISTRY_OFFICER', $2, now() - interval '1 day')`,
      [USER.jimeiRegistrySecond, unitId],
    );
    const plan = { year: 2026, purpose: '空名单抽查', unitId };
    const made = await office.must(office.post(USER.jimeiRegistrySecond, '/random-checks', plan));
    const caseNo = String(made.body.caseNo);
    await office.until(async () => (await office.openTasks(caseNo)).length > 0);

    expect(
      await office.post(USER.jimeiRegistrySecond, '/random-checks', { year: 2026, purpose: '未指明' }),
    ).toMatchObject(refused(400, 'FIELD_INVALID'));
    expect(await office.act(USER.jimeiRegistrySecond, caseNo, 'commitDraw', 'COMMIT_DRAW')).toMatchObject(
      refused(422, 'DRAW_EMPTY_BASE'),
    );
  }, 60_000);

  it('is one without the public number that it names, or with one that it does not', async () => {
    const named = await committed('公开随机数抽查', { beaconSource: '中国福利彩票双色球第2026150期' });
    expect(await office.act(LEADER, named, 'drawChecks', 'DRAW_CHECKS')).toMatchObject(
      refused(422, 'DRAW_BEACON_MISSING'),
    );
    const facts = { beaconValue: '010812192533+07' };
    await office.must(office.act(LEADER, named, 'drawChecks', 'DRAW_CHECKS', { facts }));
    const { body } = await office.get(null, `/public/draws/${named}`);
    const published = parsePublishedDraw(JSON.parse(JSON.stringify(body)));
    expect(verifyDraw(published, sha256).same).toBe(true);
    expect(published.beaconValue).toBe('010812192533+07');

    const unnamed = await committed('无公开随机数抽查');
    expect(await office.act(LEADER, unnamed, 'drawChecks', 'DRAW_CHECKS', { facts })).toMatchObject(
      refused(422, 'DRAW_BEACON_UNWANTED'),
    );
    expect(await office.get(OFFICER, '/random-checks/MC02-350211-2026-99999')).toMatchObject(refused(404, 'NOT_FOUND'));
  }, 60_000);
});

describe('the register of inspectors', () => {
  it('keeps the numbers under which draws name them', async () => {
    const put = (by: string, userId: string, certificateNo: string) =>
      office.send(by, 'put', `/inspectors/${userId}`, { certificateNo });

    expect(await put(LEADER, USER.jimeiInspector1, '350211-001')).toMatchObject({
      status: 200,
      body: { userId: USER.jimeiInspector1, certificateNo: '350211-001' },
    });
    expect(await put(LEADER, USER.jimeiInspector2, '350211-001')).toMatchObject(refused(409, 'CERTIFICATE_TAKEN'));
    expect(await put(LEADER, USER.jimeiInspector2, '号')).toMatchObject(refused(400, 'FIELD_INVALID'));
    expect(await put(LEADER, USER.neijiangIntake, '510000-001')).toMatchObject(refused(404, 'NOT_FOUND'));
    expect(await put(USER.jimeiInspector1, USER.jimeiInspector2, '350211-002')).toMatchObject(
      refused(404, 'NOT_FOUND'),
    );
    expect((await office.get(OFFICER, '/inspectors')).body.items).toHaveLength(4);
    const caseNo = await drawn('证号抽查');
    const { body } = await office.get(null, `/public/draws/${caseNo}`);
    expect(JSON.stringify(body.inspectors)).toContain('350211-001');
  }, 60_000);
});

describe('figures of random checks', () => {
  it('give every share with numerator and denominator, to the registry, those above it and the auditor', async () => {
    const { status, body } = await office.get(OFFICER, '/figures/random-checks?year=2026');

    expect(status).toBe(200);
    const { rows } = office.database;
    const [drawn, published, redraws] = [
      await rows.inspection.count(),
      await rows.inspection.count({ where: { publishedAt: { not: null } } }),
      await rows.drawSubstitution.count(),
    ];
    const draws = await rows.randomDraw.count({ where: { drawnAt: { not: null } } });
    expect(body.items).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ metric: 'draws', value: String(draws) }),
        expect.objectContaining({ metric: 'drawnShare', numerator: drawn, denominator: 284 * draws }),
        expect.objectContaining({ metric: 'publishedShare', numerator: published, denominator: drawn }),
        expect.objectContaining({ metric: 'publishedInTime', numerator: 7, denominator: 7, value: '100.00' }),
        expect.objectContaining({ metric: 'redraws', numerator: redraws }),
        expect.objectContaining({ metric: 'PROBLEM_ORDERED', zh: '发现问题责令整改', numerator: 1 }),
      ]),
    );
    expect((await office.get(USER.neijiangAuditor, '/figures/random-checks?year=2026')).body.items).toEqual(body.items);
  });

  it('are empty for a year without a draw, and refused to applicants and for units of others', async () => {
    expect((await office.get(OFFICER, '/figures/random-checks?year=2020')).body.items).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ metric: 'drawnShare', numerator: 0, denominator: 0, value: null }),
      ]),
    );
    expect(await office.get(applicantOf(ORG.eligible), '/figures/random-checks')).toMatchObject(
      refused(403, 'AUTH_NOT_ALLOWED'),
    );
    expect(await office.get(OFFICER, `/figures/random-checks?unitId=${UNIT.neijiangCivilAffairs}`)).toMatchObject(
      refused(404, 'NOT_FOUND'),
    );
  });
});
