import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { applicantOf } from '#prisma/demonstration/handles.js';
import { ventureOrganisation, ventureUser } from '#prisma/demonstration/venture.js';
import { Office, refused } from './office.js';
import { applicationOf, applied, hashOf, opened, ORGANISER, planned, roundNow, submitted } from './venture-office.js';

let office: Office;
/** What the API's clock shows; null: the real time. */
let frozen: number | null = null;
let edition = 1;

beforeAll(async () => {
  office = await Office.open({ clock: () => frozen ?? Date.now() });
}, 120_000);
afterAll(() => office.close());

const nextRound = (change: object = {}) => roundNow({ edition: (edition += 1), ...change });
const DAY_MS = 24 * 3600 * 1000;

describe('the configuration of a round', () => {
  it('becomes a round that its organiser publishes under its hash', async () => {
    const caseNo = await planned(office, nextRound());
    const hash = await hashOf(office, caseNo);

    const published = await office.act(ORGANISER, caseNo, 'publishCall', 'PUBLISH_CALL', { facts: { hash } });

    expect(published).toMatchObject({ status: 200, body: { state: 'CALL_OPEN' } });
    expect(await office.database.rows.roundAmendment.count({ where: { hash } })).toBe(1);
  });

  it('is refused with the code of what is wrong, before it becomes a round', async () => {
    const round = nextRound();
    const { scoring, schedule, sources } = round;
    const heavier = { ...scoring, criteria: scoring.criteria.map((one) => ({ ...one, max: 20 })) };
    const wrong: readonly [string, object][] = [
      ['VEN_WEIGHTS_NOT_100', { scoring: heavier }],
      ['VEN_SCHEDULE_NOT_100', { schedule: schedule.slice(1) }],
      ['VEN_THEME_SOURCE_MISMATCH', { sources: sources.map((one) => ({ ...one, themes: null })) }],
      ['VEN_CONFIG_INVALID', { calendar: { ...round.calendar, callCloses: round.calendar.callOpens } }],
    ];
    for (const [code, change] of wrong)
      expect(await submitted(office, ORGANISER, 'venture-round', { ...round, ...change })).toMatchObject(
        refused(422, code),
      );
  });

  it('is corrected before the call, and what was seen before is not published', async () => {
    const round = nextRound();
    const caseNo = await planned(office, round);
    const seen = await hashOf(office, caseNo);

    await office.must(
      office.act(ORGANISER, caseNo, 'reviseConfiguration', 'PUBLISH_CALL', {
        form: { ...round, title: '解放街道公益创投(修订)' },
      }),
    );
    const published = await office.act(ORGANISER, caseNo, 'publishCall', 'PUBLISH_CALL', { facts: { hash: seen } });

    expect(published).toMatchObject(refused(409, 'VEN_CONFIG_CHANGED'));
  });

  it('has its edition once in a series', async () => {
    const round = nextRound();
    await planned(office, round);

    expect(await submitted(office, ORGANISER, 'venture-round', round)).toMatchObject(refused(409, 'VEN_EDITION_TAKEN'));
  });

  it('is nobody’s but an organiser’s, and published in a session with the second factor alone', async () => {
    const judge = ventureUser('jiefang', 'judge', 1);

    expect(await submitted(office, judge, 'venture-round', nextRound())).toMatchObject({ status: 403 });
  });

  it('changes after the call by a published amendment only', async () => {
    const round = nextRound();
    const caseNo = await opened(office, round);
    const longer = {
      ...round.calendar,
      callCloses: new Date(Date.parse(round.calendar.callCloses) + DAY_MS).toISOString(),
    };
    const opinion = '应申报单位要求,征集期延长一天。';

    const amended = await office.act(ORGANISER, caseNo, 'amendCall', null, {
      form: { ...round, calendar: longer },
      opinion,
    });
    const nothing = await office.act(ORGANISER, caseNo, 'amendCall', null, {
      form: { ...round, calendar: longer },
      opinion,
    });

    expect(amended).toMatchObject({ status: 200, body: { state: 'CALL_OPEN' } });
    expect(nothing).toMatchObject(refused(422, 'VEN_CONFIG_INVALID'));
    const published = await office.get(null, `/public/rounds/${caseNo}`);
    expect(published.body).toMatchObject({ version: 2, configuration: { calendar: longer } });
    expect(published.body.hosts).toMatchObject([{ unitId: round.hosts[0], name: expect.any(String) }]);
    expect(published.body).toMatchObject({ divisionName: '嘉兴市南湖区解放街道' });
    expect(published.body.amendments).toMatchObject([
      { version: 1 },
      { version: 2, changed: ['calendar'], reasons: opinion },
    ]);
  });
});

describe('the end of a call', () => {
  it('is not moved so near by an amendment that the call was open for less than twenty days', async () => {
    const round = nextRound();
    const caseNo = await opened(office, round);
    const inDays = (days: number) => new Date(Math.floor(Date.now() / 1000) * 1000 + days * DAY_MS).toISOString();
    const closing = (days: number) =>
      office.act(ORGANISER, caseNo, 'amendCall', null, {
        form: { ...round, calendar: { ...round.calendar, callCloses: inDays(days) } },
        opinion: '应资金安排需要,调整征集截止时间。',
      });

    expect(await closing(19)).toMatchObject(refused(422, 'VEN_CONFIG_INVALID'));
    expect(await closing(21)).toMatchObject({ status: 200, body: { state: 'CALL_OPEN' } });
  });
});

describe('an application', () => {
  let roundNo: string;
  beforeAll(async () => {
    roundNo = await opened(office, nextRound({ perOrganisation: 2 }));
  });

  it('gets a receipt with the time of its arrival and its hash, and its project is carried on', async () => {
    const answer = await applied(office, roundNo, 1);

    expect(answer).toMatchObject({ status: 201, body: { state: 'SUBMITTED' } });
    expect(answer.body.receipt).toMatchObject({ sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
    const caseNo = String(answer.body.caseNo);
    await office.until(async () => (await office.database.rows.case.findUniqueOrThrow({ where: { caseNo } })).seq > 0);
  });

  it('is refused with the code of what is wrong', async () => {
    const form = (await applicationOf(office, roundNo, 2)) as { budget: object[] };
    const [first, ...others] = form.budget;
    const wrong: readonly [string, number, object][] = [
      ['VEN_BUDGET_NOT_BALANCED', 422, { requestedFen: 999_999 }],
      ['VEN_BUDGET_NOT_BALANCED', 422, { budget: [{ ...first, quantity: 481 }, ...others] }],
      ['VEN_OVER_CAP', 422, overCap(form.budget)],
      ['VEN_THEME_SOURCE_MISMATCH', 422, { themes: ['COMMUNITY_CORRECTION'] }],
      ['FIELD_INVALID', 400, { budget: [{ ...first, unitPriceFen: 2000.5 }, ...others] }],
      ['FIELD_INVALID', 400, { requestedFen: 1_000_000.5 }],
      ['FIELD_INVALID', 400, { leader: { personId: 'person-neijiang-xinghe-0', phone: '13900000000' } }],
      ['FIELD_INVALID', 400, { roundNo: 'M03-330402008-2026-99999' }],
    ];
    for (const [code, status, change] of wrong)
      expect(await applied(office, roundNo, 2, change)).toMatchObject(refused(status, code));
  });

  it('of the same project stands once, however often it is submitted at the same moment', async () => {
    const organisationId = ventureOrganisation('jiefang', 3);
    const form = await applicationOf(office, roundNo, 3);
    const answers = await Promise.all(
      Array.from({ length: 10 }, () =>
        submitted(office, applicantOf(organisationId), 'venture-project', form, organisationId),
      ),
    );

    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ body }) => String(body.code) === 'VEN_DUPLICATE_PROJECT')).toHaveLength(9);
    expect(await office.database.rows.project.count({ where: { organisationId } })).toBe(1);
  });

  it('counts towards what one organisation may enter', async () => {
    await office.must(applied(office, roundNo, 4, { title: '银龄相伴甲' }));
    await office.must(applied(office, roundNo, 4, { title: '银龄相伴乙' }));

    expect(await applied(office, roundNo, 4, { title: '银龄相伴丙' })).toMatchObject(
      refused(422, 'VEN_TOO_MANY_PROJECTS'),
    );
  });

  it('of an organisation that broke an agreement is refused for three years', async () => {
    const organisationId = ventureOrganisation('jiefang', 5);
    const from = new Date('2025-06-01');
    const until = new Date('2028-06-01');
    await office.database.rows.barredApplicant.create({
      data: { organisationId, projectId: 'p', from, until, ground: 'BREACH', at: from },
    });

    expect(await applied(office, roundNo, 5)).toMatchObject(refused(422, 'VEN_APPLICANT_BARRED'));
  });

  it('that was taken back frees its title', async () => {
    const first = await office.must(applied(office, roundNo, 6));
    const caseNo = String(first.body.caseNo);
    const by = applicantOf(ventureOrganisation('jiefang', 6));
    await office.until(async () => (await office.database.rows.case.findUniqueOrThrow({ where: { caseNo } })).seq > 0);

    const withdrawn = await office.act(by, caseNo, 'withdraw', null);

    expect(withdrawn).toMatchObject({ status: 200, body: { state: 'WITHDRAWN' } });
    expect(await applied(office, roundNo, 6)).toMatchObject({ status: 201 });
  });

  it('with a comment of ten million characters is too large, not a fault', async () => {
    const answer = await applied(office, roundNo, 7, { risks: '险'.repeat(3_500_000) }).catch(
      (error: unknown) => error,
    );

    expect(answer instanceof Error ? answer.message : answer).toEqual(expect.stringContaining('413'));
  });
});

/** A budget that balances and asks for more than a regular project may get. */
function overCap(budget: readonly object[]): object {
  const line = { category: '活动费', item: '大型活动', quantity: 1, unitPriceFen: 1_000_001, amountFen: 1_000_001 };
  const own = budget.filter((one) => 'source' in one && one.source === 'OWN');
  return { budget: [{ ...line, source: 'GRANT' }, ...own], requestedFen: 1_000_001 };
}

describe('the deadline', () => {
  it('holds to the second for everybody, and each of a burst gets a receipt or a clear refusal', async () => {
    const round = nextRound({ perOrganisation: 100 });
    const roundNo = await opened(office, round);
    const closes = Date.parse(round.calendar.callCloses);
    const drafts = await Promise.all(
      Array.from({ length: 30 }, async (_, n) => {
        const organisationId = ventureOrganisation('jiefang', (n % 10) + 6);
        const by = applicantOf(organisationId);
        const data = await applicationOf(office, roundNo, (n % 10) + 6, { title: `最后时刻第${n}号` });
        const draft = await office.must(
          office.post(by, '/drafts', { matter: 'venture-project', organisationId, data }),
        );
        return { by, id: String(draft.body.id) };
      }),
    );
    // Sessions do not live for thirty days.
    await Promise.all(drafts.map(({ by }) => office.signIn(by)));
    await office.database.rows.session.updateMany({ data: { expiresAt: new Date(closes + 10 * DAY_MS) } });

    const submit = ({ by, id }: { by: string; id: string }) => office.post(by, `/drafts/${id}/submission`);

    frozen = closes + 999;
    const inTime = await Promise.all(drafts.slice(0, 20).map(submit));
    frozen = closes + 1000;
    const late = await Promise.all(drafts.slice(20).map(submit));
    frozen = null;

    for (const answer of inTime)
      expect(answer).toMatchObject({
        status: 201,
        body: { receipt: { receivedAt: new Date(closes + 999).toISOString() } },
      });
    for (const answer of late) expect(answer).toMatchObject(refused(422, 'DEADLINE_PASSED'));
  }, 60_000);
});
