import { shanghaiDate } from '#domain/calendar/shanghai-day.js';
import { lastDayOfTerm } from '#domain/calendar/terms.js';
import { ORG } from '#prisma/demonstration/handles.js';
import { applicant, applicationOf } from '../support/temp-party-org-people.js';
import type { PartyCase } from '../support/temp-party-org-tables.js';
import { TempPartyOrgWorld } from '../support/temp-party-org-world.js';
import { replayed, wordsOf } from './recorded.js';

// Neither within a hash or an id: so many digits may stand there by chance.
const ID_NUMBER = /(?<![0-9a-f])\d{17}[\dX](?![0-9a-f])/u;
const PHONE = /(?<![0-9a-f])1[3-9]\d{9}(?![0-9a-f])/u;
const OPINION = '经集体研究,请按期开展组织生活,每半年报告一次。';

let world: TempPartyOrgWorld;
beforeAll(async () => {
  world = await TempPartyOrgWorld.open();
}, 120_000);
afterAll(() => world.close());

/** One supplement, a return to the verification, and a filing that is returned once. */
async function supplemented(): Promise<PartyCase> {
  const on = await world.submit(ORG.withdrawn, 4);
  const { intake, signer, filer } = on.officials;
  const missing = { task: 'INTAKE', opinion: '理事会决议缺少签字页,请补齐。' };
  await world.act(on, intake, 'supplement', { items: ['COUNCIL_RESOLUTION'] }, missing);
  await world.skipDays(on, 3);
  await world.act(on, applicant(ORG.withdrawn), 'resubmit', { formVersion: 1 }, 'SUPPLEMENT');
  await world.accept(on);
  await world.confirmAll(on);
  await world.verify(on);
  const unclear = { task: 'REPLY', opinion: '党员身份证明与名册不一致,请再核对。' };
  await world.act(on, signer, 'return', { to: 'verification', mode: 'AGAIN' }, unclear);
  await world.confirmAll(on);
  await world.verify(on);
  await world.reply(on);
  await world.act(on, applicant(ORG.withdrawn), 'file', {}, 'FILE');
  await world.act(
    on,
    filer,
    'returnFiling',
    { items: 1 },
    { task: 'RECORD_FILING', opinion: '联系人信息缺失,请补充。' },
  );
  await world.act(on, applicant(ORG.withdrawn), 'file', {}, 'FILE');
  await world.act(on, filer, 'record', {}, 'RECORD_FILING');
  const ground = { ground: 'DECISION' };
  await world.act(on, signer, 'revoke', ground, { opinion: '该组织已长期停止活动,经研究予以撤销。' });
  return on;
}

async function refused(): Promise<PartyCase> {
  const on = await world.bringToReply('org-neijiang-qiushi', 4);
  await world.skipPast(on, 'REPLY');
  await world.refuse(on, '现有党员力量不足以开展组织生活,不予批准。');
  return on;
}

/** From the application through an early re-election to RENEWED. */
async function renewed(): Promise<PartyCase> {
  const on = await world.bringToReply(ORG.eligible, 4);
  const studiedOn = shanghaiDate(await world.now(on));
  const agreed = { task: 'REPLY', opinion: OPINION };
  await world.act(on, on.officials.signer, 'reply', { verdict: 'AGREE', studiedOn }, agreed);
  await world.act(on, applicant(ORG.eligible), 'file', {}, 'FILE');
  await world.act(on, on.officials.filer, 'record', {}, 'RECORD_FILING');
  await world.skipDays(on, 500);
  const heldOn = shanghaiDate(await world.now(on));
  const term = [heldOn, lastDayOfTerm(heldOn, 5), ORG.eligible];
  await world.change('UPDATE "Organisation" SET "councilTermStart" = $1, "councilTermEnd" = $2 WHERE id = $3', term);
  await world.act(on, applicant(ORG.eligible), 'councilReElected', { heldOn });
  const successor = await world.create(ORG.eligible, applicationOf(ORG.eligible, 5), { predecessor: on });
  await world.act(on, applicant(ORG.eligible), 'renew', { successor });
  const next = world.of(successor);
  await world.until(async () => (await world.tasks(next)).length > 0);
  await world.carryThrough(next);
  await world.untilState(on, 'RENEWED');
  return on;
}

describe.each([
  ['supplement', 'REVOKED', supplemented],
  ['refused', 'REFUSED', refused],
  ['life', 'RENEWED', renewed],
])('the history of a case (%s)', (name, end, play) => {
  it(`that ended ${end} holds no personal data, and replays`, async () => {
    const on = await play();
    await on.handle.result();
    expect((await world.view(on)).state).toBe(end);
    const history = await on.handle.fetchHistory();
    const words = wordsOf(history);
    const { pool } = world.database;
    const { rows: people } = await pool.query<{ name: string }>(
      'SELECT name FROM "Person" UNION SELECT name FROM "User" UNION SELECT name FROM "Organisation"',
    );
    const { rows: said } = await pool.query<{ opinion: string }>(
      'SELECT opinion FROM "ActRequest" WHERE "caseId" = $1 AND opinion IS NOT NULL',
      [on.caseId],
    );
    const { proposedName, reason, activityPlan } = applicationOf(on.organisationId, 4);
    const secrets = [...people.map((row) => row.name), ...said.map(({ opinion }) => opinion)];
    expect([...secrets, proposedName, reason, activityPlan].filter((secret) => words.includes(secret))).toEqual([]);
    expect(words).not.toMatch(ID_NUMBER);
    expect(words).not.toMatch(PHONE);

    await replayed(`temp-party-org-${name}`, history);
  }, 60_000);
});
