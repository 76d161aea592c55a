import { addCalendarDays, type IsoDate, parseIsoDate } from '#domain/calendar/iso-date.js';
import { shanghaiDate } from '#domain/calendar/shanghai-day.js';
import { addYears, lastDayOfTerm } from '#domain/calendar/terms.js';
import { ORG, personOf } from '#prisma/demonstration/handles.js';
import { applicant, applicationOf } from '../support/temp-party-org-people.js';
import type { PartyCase } from '../support/temp-party-org-tables.js';
import { TempPartyOrgWorld } from '../support/temp-party-org-world.js';

let world: TempPartyOrgWorld;
beforeAll(async () => {
  world = await TempPartyOrgWorld.open();
}, 120_000);
afterAll(() => world.close());

const opened: PartyCase[] = [];
const kept = async (starting: Promise<PartyCase>): Promise<PartyCase> => {
  const on = await starting;
  opened.push(on);
  return on;
};
afterEach(async () => {
  for (const on of opened.splice(0)) await world.assertConsistent(on);
});

const CHOICE = 'TPO_RENEW_CONVERT_OR_REVOKE';
const REASONS = { opinion: '理事会决议未通过,不具备继续设立的条件。' };
const state = async (on: PartyCase): Promise<string> => (await world.view(on)).state;
const kinds = async (on: PartyCase): Promise<string[]> => (await world.tasks(on)).map(({ kind }) => kind);
const today = async (on: PartyCase): Promise<IsoDate> => shanghaiDate(await world.now(on));
const termEnd = async (on: PartyCase): Promise<IsoDate> =>
  parseIsoDate((await world.partyOrganisation(on)).termEnd ?? 'none');
const daysTold = async (on: PartyCase): Promise<unknown[]> =>
  (await world.notices(on))
    .filter(({ kind, to }) => kind === 'TERM_ENDS' && to.startsWith('user:'))
    .map(({ params }) => params.days);

/** The council is re-elected on the case's own day, in the records and told to the case. */
async function reElect(on: PartyCase): Promise<IsoDate> {
  const heldOn = await today(on);
  const end = lastDayOfTerm(heldOn, 5);
  await world.change(
    'UPDATE "Organisation" SET "councilTermStart" = $1::date, "councilTermEnd" = $2::date WHERE id = $3',
    [heldOn, end, on.organisationId],
  );
  await world.act(on, applicant(on.organisationId), 'councilReElected', { heldOn });
  return end;
}

/** The organisation applies for its renewal; the case itself starts the one that follows it. */
async function renew(on: PartyCase, members: number): Promise<PartyCase> {
  const successor = await world.create(on.organisationId, applicationOf(on.organisationId, members), {
    predecessor: on,
  });
  await world.act(on, applicant(on.organisationId), 'renew', { successor });
  const next = world.of(successor);
  await world.until(async () => (await world.tasks(next)).length > 0);
  return next;
}

async function leaveCouncil(on: PartyCase, n: number): Promise<void> {
  const yesterday = addCalendarDays(await today(on), -1);
  await world.change('UPDATE "OrgPost" SET "to" = $1::date WHERE "personId" = $2', [
    yesterday,
    personOf(on.organisationId, n),
  ]);
  await world.act(on, applicant(on.organisationId), 'membersChanged');
}

async function comeBack(on: PartyCase, n: number): Promise<void> {
  await world.change('UPDATE "OrgPost" SET "to" = NULL WHERE "personId" = $1', [personOf(on.organisationId, n)]);
  await world.act(on, applicant(on.organisationId), 'membersChanged');
}

describe('the end of the term', () => {
  it('is told at 90, 60 and 30 days; nothing done, the organisation expires 30 days after, on a working day', async () => {
    const on = await kept(world.activate('org-xiuzhou-maoshan', 6));
    const end = await termEnd(on);

    await world.skipTo(on, addCalendarDays(end, -91));
    expect(await state(on)).toBe('ACTIVE');
    await world.skipTo(on, addCalendarDays(end, -90));
    await world.untilState(on, 'EXPIRING');
    expect(await daysTold(on)).toEqual([90]);
    await world.skipTo(on, addCalendarDays(end, -30));
    await world.until(async () => (await daysTold(on)).length === 3);
    expect(await daysTold(on)).toEqual([90, 60, 30]);

    const due = shanghaiDate((await world.tasks(on))[0]?.dueAt?.getTime() ?? 0);
    expect(due >= addCalendarDays(end, 30)).toBe(true);
    expect(['六', '日']).not.toContain(new Intl.DateTimeFormat('zh-CN', { weekday: 'narrow' }).format(new Date(due)));
    await world.skipTo(on, due);
    expect(await state(on)).toBe('EXPIRING');
    await world.skipPast(on, CHOICE);
    await world.untilState(on, 'EXPIRED');
    expect(await world.partyOrganisation(on)).toMatchObject({ status: 'EXPIRED', countsInCoverage: false });
  });

  it('moves with an approved postponement of the council election, and the organisation is active again', async () => {
    const on = await kept(world.activate('org-shizhong-yuzhang', 4));
    const end = await termEnd(on);
    await world.skipTo(on, addCalendarDays(end, -80));
    await world.untilState(on, 'EXPIRING');

    const postponed = { endBefore: end, endAfter: addCalendarDays(end, 200) };
    await world.act(on, applicant(on.organisationId), 'councilPostponed', postponed);

    expect(await state(on)).toBe('ACTIVE');
    expect(await kinds(on)).toEqual([]);
    expect(await world.partyOrganisation(on)).toMatchObject({ status: 'ACTIVE', termEnd: postponed.endAfter });
    await expect(world.act(on, applicant(on.organisationId), 'councilPostponed', postponed)).rejects.toMatchObject({
      code: 'TPO_TERM_MISMATCH',
    });
    await world.skipTo(on, addCalendarDays(postponed.endAfter, -90));
    await world.untilState(on, 'EXPIRING');
  });
});

describe('a council that is re-elected early', () => {
  it('ends the term that day, and the renewal that the case starts itself ends this one', async () => {
    const on = await kept(world.activate(ORG.eligible, 4));
    await world.skipDays(on, 400);
    const newEnd = await reElect(on);
    expect(await state(on)).toBe('EXPIRING');
    expect(await termEnd(on)).toBe(await today(on));
    expect(await kinds(on)).toEqual([CHOICE]);
    await expect(
      world.act(on, applicant(ORG.eligible), 'councilPostponed', { endBefore: newEnd, endAfter: addYears(newEnd, 1) }),
    ).rejects.toMatchObject({ code: 'TPO_TERM_MISMATCH' });

    const next = await kept(renew(on, 5));
    expect(await today(next)).toBe(await today(on));
    const third = { ...next.input, caseNo: 'M01-511000-2026-99999' };
    await expect(world.act(on, applicant(ORG.eligible), 'renew', { successor: third })).rejects.toMatchObject({
      code: 'TPO_DUPLICATE_ACTIVE',
    });
    await world.carryThrough(next);
    await world.untilState(on, 'RENEWED');

    expect(await termEnd(next)).toBe(newEnd);
    expect((await world.papers(on)).map(({ kind }) => kind)).toEqual(['APPLICATION', 'REPLY', 'FILING', 'NOTICE']);
    expect(await world.partyOrganisation(on)).toMatchObject({ status: 'RENEWED', countsInCoverage: false });
    expect(await world.partyOrganisation(next)).toMatchObject({ status: 'ACTIVE', countsInCoverage: true });
  });

  it('or postponed between the reply and the filing is noticed when the life begins', async () => {
    const reElected = await kept(world.bringToReply('org-nanhu-caihe', 3));
    const postponed = await kept(world.bringToReply('org-jimei-xuecun', 3));
    await world.reply(reElected);
    await world.reply(postponed);
    const day = await today(reElected);
    const end = await termEnd(postponed);
    const change = 'UPDATE "Organisation" SET "councilTermStart" = $1, "councilTermEnd" = $2 WHERE id = $3';
    await world.change(change, [day, lastDayOfTerm(day, 5), reElected.organisationId]);
    const later = 'UPDATE "Organisation" SET "councilTermEnd" = $1 WHERE id = $2';
    await world.change(later, [addCalendarDays(end, 90), postponed.organisationId]);

    await world.file(reElected);
    await world.file(postponed);

    expect(await state(reElected)).toBe('EXPIRING');
    expect(await termEnd(reElected)).toBe(day);
    expect(await state(postponed)).toBe('ACTIVE');
    expect(await termEnd(postponed)).toBe(addCalendarDays(end, 90));
  });

  it('whose renewal is refused goes on expiring, and expires when the grace is over', async () => {
    const on = await kept(world.activate('org-neijiang-qiushi', 4));
    await reElect(on);
    const next = await kept(renew(on, 4));
    await world.accept(next);
    await world.confirmAll(next);
    await world.verify(next);
    await world.refuse(next, REASONS.opinion);

    expect(await state(next)).toBe('REFUSED');
    await world.until(async () => (await world.view(on)).openTasks.length === 1);
    expect(await state(on)).toBe('EXPIRING');
    await world.skipPast(on, CHOICE);
    await world.untilState(on, 'EXPIRED');
  });

  it('waits beyond the grace for a renewal that is under way, and expires when it is withdrawn', async () => {
    const on = await kept(world.activate('org-xilingol-caoyuan', 4));
    await reElect(on);
    // The server moves no clock of a case whose renewal runs: the last seconds of the grace pass by themselves.
    await world.skipPast(on, CHOICE, -5);
    const next = await kept(renew(on, 4));
    await world.until(async () => (await kinds(on)).length === 0);
    expect(await state(on)).toBe('EXPIRING');

    await world.act(next, applicant(on.organisationId), 'withdraw');
    await world.untilState(on, 'EXPIRED');
  }, 30_000);
});

describe('members who are lost', () => {
  it('make it expire after 90 days, and active again once three count; each change is filed', async () => {
    const on = await kept(world.activate(ORG.losesMember, 3));

    await leaveCouncil(on, 2);
    expect(await kinds(on)).toEqual(['FILE_ROSTER']);
    expect((await world.notices(on)).map(({ kind }) => kind)).toContain('ELIGIBILITY_LOST');
    await world.act(on, applicant(ORG.losesMember), 'fileRoster', {}, 'FILE_ROSTER');
    expect((await world.partyOrganisation(on)).roster.members).toHaveLength(2);
    await world.skipDays(on, 88);
    expect(await state(on)).toBe('ACTIVE');
    await world.skipDays(on, 2.1);
    await world.untilState(on, 'EXPIRING');

    await comeBack(on, 2);
    expect(await state(on)).toBe('ACTIVE');
    expect(await kinds(on)).toEqual(['FILE_ROSTER']);
  });

  it('are replaced by others of the council who are full members', async () => {
    const on = await kept(world.activate(ORG.withdrawn, 3));

    await leaveCouncil(on, 2);

    expect((await world.notices(on)).map(({ kind }) => kind)).not.toContain('ELIGIBILITY_LOST');
  });
});

describe('conversion and revocation', () => {
  it('converts when three relations were transferred, not before, and only by the superior', async () => {
    const org = ORG.twoTransferred;
    const on = await kept(world.activate(org, 3));
    const { signer } = on.officials;

    await expect(world.act(on, applicant(org), 'convert', {}, REASONS)).rejects.toMatchObject({
      code: 'AUTH_NOT_ALLOWED',
    });
    await expect(world.act(on, signer, 'convert', {}, REASONS)).rejects.toMatchObject({
      code: 'TPO_CONVERSION_TOO_FEW',
      told: { details: { transferred: 2, required: 3 } },
    });
    await world.change(`UPDATE "PartyRelation" SET status = 'TRANSFERRED' WHERE "personId" = $1`, [personOf(org, 0)]);
    await world.act(on, signer, 'convert', {}, { opinion: '三名正式党员组织关系已转入,转为正式党支部。' });

    expect(await state(on)).toBe('CONVERTED');
    expect(await world.partyOrganisation(on)).toMatchObject({ status: 'CONVERTED', countsInCoverage: false });
  });

  it('is revoked by the superior only, with reasons', async () => {
    const on = await kept(world.activate(ORG.threeMembers, 3));
    const ended = { ground: 'ORGANISATION_ENDED' };

    await expect(world.act(on, applicant(ORG.threeMembers), 'revoke', ended, REASONS)).rejects.toMatchObject({
      code: 'AUTH_NOT_ALLOWED',
    });
    await expect(world.act(on, on.officials.signer, 'revoke', ended)).rejects.toMatchObject({
      code: 'PAPER_DATA_INVALID',
    });
    expect(await state(on)).toBe('ACTIVE');
    await world.act(on, on.officials.signer, 'revoke', ended, REASONS);

    expect(await state(on)).toBe('REVOKED');
    expect((await world.papers(on)).map(({ kind }) => kind)).toContain('NOTICE');
  });
});

describe('a life that goes on in new runs', () => {
  it('keeps its state, answers a repeated request as before, and never acts twice', async () => {
    const on = await kept(world.activate('org-jimei-aoyuan', 5, { actsPerRun: 1 }));
    const firstRun = (await on.handle.describe()).runId;
    const end = await termEnd(on);
    const who = applicant(on.organisationId);
    const postponed = { endBefore: end, endAfter: addCalendarDays(end, 100) };
    const request = { requestId: `postponement-of-${on.caseId}` };

    const first = await world.act(on, who, 'councilPostponed', postponed, request);
    await world.until(async () => (await on.handle.describe()).runId !== firstRun);
    const again = await world.act(on, who, 'councilPostponed', postponed, request);

    expect(again).toEqual(first);
    expect(await termEnd(on)).toBe(postponed.endAfter);
    expect(await state(on)).toBe('ACTIVE');
    await world.act(on, who, 'copy', { to: [{ userId: on.officials.leader.userId }] });
    await world.assertConsistent(on);
    await world.skipTo(on, addCalendarDays(postponed.endAfter, -90));
    await world.untilState(on, 'EXPIRING');
  });
});
