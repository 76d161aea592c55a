import { parseIsoDate } from '#domain/calendar/iso-date.js';
import { shanghaiDate } from '#domain/calendar/shanghai-day.js';
import { asId, type CaseId } from '#domain/ids.js';
import { applicantOf, ORG, UNIT, USER } from '#prisma/demonstration/handles.js';
import { seasonStore } from '#prisma/stores/season.store.js';
import { Temporal } from '../../apps/api/src/temporal/temporal.js';
import { Office, refused } from './office.js';

/** Last year's season is open now: the closing days of this office lie at the end of the year. */
const YEAR = Number(shanghaiDate(Date.now()).slice(0, 4)) - 1;
const OFFICER = USER.neijiangRegistry;
const LEADER = 'user-neijiang-registry-leader';
const EXEMPT = 'org-neijiang-tanghua';
const UNDATED = 'org-neijiang-qiushi';

let office: Office;
let seasonNo: string;
let first: readonly { readonly status: number; readonly body: Record<string, unknown> }[];

beforeAll(async () => {
  office = await Office.open();
  const { pool } = office.database;
  await pool.query(
    `INSERT INTO "Setting" ("key", "effectiveFrom", "value") SELECT k, '2020-01-01', '"12-31"' FROM unnest($1::text[]) k`,
    [['ai.toSupervisor', 'ai.toRegistry', 'ai.foundationToRegistry']],
  );
  await pool.query('UPDATE "Organisation" SET "registeredAt" = $2::date WHERE "id" = $1', [EXEMPT, `${YEAR}-07-01`]);
  await pool.query('UPDATE "Organisation" SET "registeredAt" = NULL WHERE "id" = $1', [UNDATED]);
  first = await Promise.all(Array.from({ length: 10 }, (_, n) => open(n % 2 === 0 ? OFFICER : LEADER)));
  seasonNo = String(first.find(({ status }) => status === 201)?.body.caseNo);
  await office.until(async () => {
    const { opening } = await season();
    return opening?.done === true && opening.started === (await returnsOf('standing=REQUIRED')).length;
  });
}, 180_000);
afterAll(() => office.close());

const open = (userId: string, body: object = { inspectedYear: YEAR }, key?: string) =>
  office.post(userId, '/seasons', body, key);

interface Season {
  readonly opening: {
    readonly base: number;
    readonly judged: number;
    readonly started: number;
    readonly done: boolean;
  } | null;
  readonly returns: Readonly<Record<string, number>>;
  readonly state: { readonly slug: string };
}

const season = async (): Promise<Season> =>
  (await office.get(OFFICER, `/seasons/${seasonNo}`)).body as unknown as Season;

interface Row {
  readonly organisation: { readonly id: string };
  readonly caseNo: string | null;
  readonly standing: string;
  readonly ground: string;
}

/** Every row of the board, page by page. */
async function returnsOf(narrowed: string, limit = 5): Promise<Row[]> {
  const rows: Row[] = [];
  for (let cursor = ''; ;) {
    const answer = await office.get(OFFICER, `/seasons/${seasonNo}/returns?${narrowed}&limit=${limit}${cursor}`);
    const body = answer.body as unknown as { readonly items: Row[]; readonly nextCursor: string | null };
    rows.push(...body.items);
    if (body.nextCursor === null) return rows;
    cursor = `&cursor=${body.nextCursor}`;
  }
}

const act = (userId: string, kind: string, more: object = {}) => office.act(userId, seasonNo, kind, null, more);

describe('opening a season', () => {
  it('is done once for a registry and year, also when ten ask at the same time', async () => {
    expect(first.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(first.filter(({ status }) => status !== 201)).toMatchObject(
      Array(9).fill(refused(409, 'AI_SEASON_DUPLICATE')),
    );
    expect(await open(LEADER)).toMatchObject({ body: { details: { season: seasonNo } } });
  });

  it('is for the registry itself, in a year whose closing days are ahead', async () => {
    expect(await open(applicantOf(ORG.eligible))).toMatchObject(refused(403, 'AUTH_NOT_ALLOWED'));
    const foreign = { inspectedYear: YEAR, registryUnitId: UNIT.jimeiCivilAffairs };
    expect(await open(OFFICER, foreign)).toMatchObject(refused(403, 'AUTH_NOT_ALLOWED'));
    expect(await open(OFFICER, { inspectedYear: YEAR - 2 })).toMatchObject(refused(400, 'FIELD_INVALID'));
    expect(await open(OFFICER, { inspectedYear: 'soon' })).toMatchObject(refused(400, 'FIELD_INVALID'));
    expect(await open(OFFICER, { inspectedYear: YEAR, more: 1 })).toMatchObject(refused(400, 'FIELD_INVALID'));
  });

  it('answers the same request the same, also ten times at once; its season waits for its day', async () => {
    const next = { inspectedYear: YEAR + 1 };
    const answers = await Promise.all(Array.from({ length: 10 }, () => open(OFFICER, next, 'season-of-next-year')));

    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(201));
    expect(new Set(answers.map(({ body }) => String(body.caseNo))).size).toBe(1);
    expect(answers[0]?.body).toMatchObject({
      state: { slug: 'PLANNED' },
      opening: null,
      dates: { opensOn: `${YEAR + 2}-01-01` },
    });
    const other = await open(OFFICER, { inspectedYear: YEAR + 3 }, 'season-of-next-year');
    expect(other).toMatchObject(refused(422, 'IDEMPOTENCY_KEY_REUSED'));
  });
});

describe('a season that is open', () => {
  it('shows how far its opening is and how its returns stand, to its registry and nobody else', async () => {
    expect(await season()).toMatchObject({
      state: { slug: 'OPEN' },
      opening: { base: 13, judged: 13, done: true },
      returns: { required: 11, exempt: 1, undecided: 1, filed: 0, ended: 0 },
    });
    expect(await office.get(USER.jimeiRegistry, `/seasons/${seasonNo}`)).toMatchObject(refused(404, 'NOT_FOUND'));
    expect(await office.get(applicantOf(ORG.eligible), `/seasons/${seasonNo}`)).toMatchObject(
      refused(404, 'NOT_FOUND'),
    );
    expect(await office.get('user-neijiang-auditor', `/seasons/${seasonNo}`)).toMatchObject({ status: 200 });
    const list = await office.get(OFFICER, `/seasons?inspectedYear=${YEAR}`);
    expect(list.body.items).toMatchObject([{ caseNo: seasonNo }]);
    expect((await office.get(USER.jimeiRegistry, '/seasons')).body.items).toEqual([]);
  });

  it('has a board of its organisations, in pages, by what they did', async () => {
    const all = await returnsOf('');
    expect(new Set(all.map(({ organisation }) => organisation.id)).size).toBe(13);
    expect(await returnsOf('filed=NO')).toHaveLength(11);
    expect(await returnsOf('filed=YES')).toEqual([]);
    expect(await returnsOf('timeliness=LATE')).toEqual([]);
    expect(await returnsOf('conclusion=EXEMPT')).toMatchObject([{ organisation: { id: EXEMPT }, caseNo: null }]);
    expect(await returnsOf('standing=UNDECIDED')).toMatchObject([{ ground: 'REGISTRATION_DATE_MISSING' }]);
    expect(await returnsOf('published=NO')).toEqual([]);
    expect(await returnsOf(`search=${encodeURIComponent('星禾')}`)).toMatchObject([
      { organisation: { id: ORG.eligible }, publishedOn: null },
    ]);
    expect(await returnsOf('search=nowhere')).toEqual([]);
    const wrong = await office.get(OFFICER, `/seasons/${seasonNo}/returns?state=SOMETHING`);
    expect(wrong).toMatchObject(refused(400, 'FIELD_INVALID'));
  });

  it('counts its returns as its board is narrowed, and tells the days of a season before it is opened', async () => {
    expect(await office.get(OFFICER, `/seasons/${seasonNo}/progress`)).toMatchObject({
      status: 200,
      body: {
        states: [{ slug: 'NOT_STARTED', zh: '未报送', count: 11 }],
        standings: [
          { name: 'EXEMPT', count: 1 },
          { name: 'REQUIRED', count: 11 },
          { name: 'UNDECIDED', count: 1 },
        ],
        filed: [{ name: 'NO', count: 11 }],
        conclusions: [{ name: 'EXEMPT', count: 1 }],
        published: [],
        filedOn: [],
      },
    });
    expect(await office.get(USER.jimeiRegistry, `/seasons/${seasonNo}/progress`)).toMatchObject(
      refused(404, 'NOT_FOUND'),
    );
    const plan = (year: number) => office.get(OFFICER, `/seasons/plan?inspectedYear=${year}`);
    expect((await plan(YEAR)).body).toMatchObject({ past: false, dates: { toRegistry: `${YEAR + 1}-12-31` } });
    expect((await plan(YEAR - 2)).body).toMatchObject({ past: true });
  });

  it('takes in an organisation whose registration was put right meanwhile', async () => {
    const date = [UNDATED, `${YEAR - 4}-03-01`];
    await office.database.pool.query('UPDATE "Organisation" SET "registeredAt" = $2::date WHERE "id" = $1', date);

    expect(await act(applicantOf(ORG.eligible), 'admitOrganisations')).toMatchObject(refused(404, 'NOT_FOUND'));
    expect(await act(OFFICER, 'admitOrganisations')).toMatchObject({ status: 200 });

    await office.until(async () => (await season()).returns.required === 12);
    expect(await returnsOf('standing=UNDECIDED')).toEqual([]);
    await office.until(async () => (await season()).opening?.started === 12);
  });

  it('tells an organisation which return it owes, or why none', async () => {
    const owed = (organisationId: string, year: number, by = applicantOf(organisationId)) =>
      office.get(by, `/organisations/${organisationId}/annual-returns/${year}`);

    expect(await owed(ORG.eligible, YEAR)).toMatchObject({
      status: 200,
      body: { season: seasonNo, state: { slug: 'NOT_STARTED' }, closes: `${YEAR + 1}-12-31` },
    });
    expect(await owed(ORG.eligible, YEAR - 1)).toMatchObject(refused(404, 'AI_SEASON_UNKNOWN'));
    expect(await owed(EXEMPT, YEAR)).toMatchObject(refused(422, 'AI_EXEMPT'));
    expect(await owed(ORG.eligible, YEAR, applicantOf(ORG.twoMembers))).toMatchObject(refused(404, 'NOT_FOUND'));
  });

  it('is paused with reasons, resumed, and not completed while it is open', async () => {
    expect(await act(OFFICER, 'pauseSeason')).toMatchObject(refused(422, 'REASONS_REQUIRED'));
    const grounds = { opinion: '因防汛应急响应,暂停本年度年检报送。' };
    expect(await act(OFFICER, 'pauseSeason', grounds)).toMatchObject({ status: 200, body: { state: 'PAUSED' } });
    expect(await act(OFFICER, 'pauseSeason', grounds)).toMatchObject(refused(409, 'CASE_STATE_CONFLICT'));
    const actions = await office.get(OFFICER, `/cases/${seasonNo}/actions`);
    expect((actions.body.items as unknown as { kind: string }[]).map(({ kind }) => kind)).toContain('resumeSeason');
    expect(await act(OFFICER, 'resumeSeason')).toMatchObject({ status: 200, body: { state: 'OPEN' } });
    expect(await act(LEADER, 'completeSeason')).toMatchObject(refused(409, 'CASE_STATE_CONFLICT'));
  });
});

describe('the figures of a season', () => {
  it('show numerator and denominator, and are rolled up over the registries below', async () => {
    await office.must(open('user-shizhong-registry'));
    await office.until(async () => {
      const { body } = await office.get(OFFICER, `/seasons?inspectedYear=${YEAR}`);
      const items = body.items as unknown as { opening: { done: boolean } | null }[];
      return items.length === 2 && items.every(({ opening }) => opening?.done === true);
    });

    const { body } = await office.get(OFFICER, `/seasons/${seasonNo}/figures`);

    expect(body).toMatchObject({ asOf: null, rolledUp: { seasons: [{ divisionCode: '511002' }] } });
    const own = body.own as unknown as object[];
    expect(own[0]).toMatchObject({ metric: 'completion', numerator: 0, denominator: 12, value: '0.00' });
    const { items } = body.rolledUp as unknown as { items: object[] };
    expect(items[0]).toMatchObject({ metric: 'completion', numerator: 0, denominator: 14 });
    expect(own).toContainEqual(expect.objectContaining({ metric: 'talks', numerator: 0, denominator: 0, value: null }));
    const division = (by: string, code: string) =>
      office.get(by, `/seasons/figures?inspectedYear=${YEAR}&divisionCode=${code}`);
    expect((await division(OFFICER, '511000')).body.seasons).toHaveLength(2);
    expect(await division('user-shizhong-registry', '511000')).toMatchObject(refused(403, 'AUTH_NOT_ALLOWED'));
    expect((await division('user-shizhong-registry', '511002')).body.seasons).toHaveLength(1);
  });

  it('are public as they were frozen; a correction stands beside them with its reason', async () => {
    const address = `/public/seasons/${seasonNo}/figures`;
    expect(await office.get(null, address)).toMatchObject(refused(404, 'NOT_FOUND'));
    const { id } = await office.database.rows.case.findUniqueOrThrow({ where: { caseNo: seasonNo } });
    const asOf = parseIsoDate(`${YEAR + 1}-01-31`);
    const store = seasonStore(office.database);
    await Promise.all(Array.from({ length: 10 }, () => store.freezeFigures(asId<CaseId>(id), asOf, Date.now())));

    expect(await office.get(null, address)).toMatchObject({ status: 200, body: { asOf, frozenOn: [asOf] } });
    const correct = (by: string, more: object = {}, key?: string) =>
      office.post(by, `/seasons/${seasonNo}/figures/corrections`, { ...right, ...more }, key);
    const right = {
      asOf,
      metric: 'completion',
      numerator: 3,
      denominator: 12,
      reason: '漏计三家已按期报送的单位,予以更正。',
    };
    expect(await correct(OFFICER)).toMatchObject(refused(403, 'AUTH_NOT_ALLOWED'));
    expect(await correct(LEADER, { metric: 'beauty' })).toMatchObject(refused(400, 'FIELD_INVALID'));
    expect(await correct(LEADER, { numerator: 13 })).toMatchObject(refused(400, 'FIELD_INVALID'));
    expect(await correct(LEADER, { asOf: `${YEAR}-01-31` })).toMatchObject(refused(404, 'NOT_FOUND'));
    const once = await Promise.all(Array.from({ length: 10 }, () => correct(LEADER, {}, 'correction-of-january')));
    expect(once.map(({ status }) => status)).toEqual(Array(10).fill(201));

    const shown = (await office.get(null, address)).body.items as unknown as object[];
    expect(shown[0]).toMatchObject({
      metric: 'completion',
      numerator: 3,
      denominator: 12,
      value: '25.00',
      reason: right.reason,
    });
    const kept = (await store.frozen(id, asOf)).filter(({ metric }) => metric === 'completion');
    expect(kept.map(({ numerator, reason }) => [numerator, reason])).toEqual([
      [0, null],
      [3, right.reason],
    ]);
    await expect(office.database.pool.query('UPDATE "MetricSnapshot" SET "numerator" = 1')).rejects.toMatchObject({
      code: 'BJ001',
    });
  });
});

describe('a season that is opened each year by itself', () => {
  const [officer, leader] = ['user-pinghu-registry', 'user-pinghu-registry-leader'];
  const schedule = (by: string, scheduled: boolean) => office.send(by, 'put', '/seasons/schedule', { scheduled });
  const seasons = async (): Promise<readonly { readonly state: { readonly slug: string } }[]> => {
    const { body } = await office.get(officer, `/seasons?inspectedYear=${YEAR}`);
    return body.items as unknown as { state: { slug: string } }[];
  };
  /** The opening day has come; ten times at once. */
  const dayComes = () =>
    office.app
      .get(Temporal, { strict: false })
      .call(({ schedule: schedules }) =>
        Promise.all(
          Array.from({ length: 10 }, () =>
            schedules.getHandle(`inspection-season:unit-pinghu-civil-affairs`).trigger(),
          ),
        ),
      );

  it('is set by the leader of the registry, opened once on the day, and not again by hand', async () => {
    expect(await schedule(officer, true)).toMatchObject(refused(403, 'AUTH_NOT_ALLOWED'));
    const set = await Promise.all(Array.from({ length: 10 }, () => schedule(leader, true)));
    expect(set.map(({ status }) => status)).toEqual(Array(10).fill(200));
    expect(await office.get(officer, '/seasons/schedule')).toMatchObject({
      body: { scheduled: true, opens: '01-01', nextAt: `${YEAR + 1}-12-31T16:05:00.000Z` },
    });
    expect(await seasons()).toEqual([]);

    await dayComes();
    await office.until(async () => (await seasons())[0]?.state.slug === 'OPEN');
    await dayComes();

    expect(await open(leader)).toMatchObject(refused(409, 'AI_SEASON_DUPLICATE'));
    expect(await seasons()).toHaveLength(1);
    expect(await schedule(leader, false)).toMatchObject({ status: 200, body: { scheduled: false, nextAt: null } });
  });
});
