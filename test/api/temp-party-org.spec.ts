import { addCalendarDays } from '#domain/calendar/iso-date.js';
import { shanghaiDate } from '#domain/calendar/shanghai-day.js';
import { addYears } from '#domain/calendar/terms.js';
import { applicantOf, ORG, personOf, USER } from '#prisma/demonstration/handles.js';
import { agree, Office, refused } from './office.js';

let office: Office;
beforeAll(async () => {
  office = await Office.open();
}, 120_000);
afterAll(() => office.close());

const today = shanghaiDate(Date.now());
const CLERK = applicantOf(ORG.eligible);

describe('a temporary Party organisation over HTTP', () => {
  let caseNo: string;

  it('goes from a draft to ACTIVE, and every step is on its timeline', async () => {
    caseNo = await office.activate(ORG.eligible, 4);

    expect(await office.state(caseNo)).toBe('ACTIVE');
    const { body } = await office.get(CLERK, `/cases/${caseNo}/timeline`);
    const kinds = JSON.stringify(body).match(/(?<="kind":")[^"]+/g);
    expect(kinds).toEqual([
      'START',
      'accept',
      ...Array.from({ length: 4 }, () => 'confirm'),
      'verify',
      'reply',
      'file',
      'record',
    ]);
  }, 60_000);

  it('has a page of its own, where its activities are logged and what it may not do is refused', async () => {
    const { id } = await office.database.rows.partyOrganisation.findFirstOrThrow({ where: { caseId: { not: null } } });
    const log = (kind: string) =>
      office.post(CLERK, `/party-organisations/${id}/activities`, {
        kind,
        heldOn: today,
        persons: 4,
        topic: '学习党章',
      });

    expect(await office.get(CLERK, `/party-organisations/${id}`)).toMatchObject({
      body: { status: 'ACTIVE', temporary: true, caseNo, members: 4, type: { zh: '临时党支部' } },
    });
    expect(await log('JOINT_STUDY')).toMatchObject({ status: 201, body: { kind: 'JOINT_STUDY', heldOn: today } });
    expect(await log('ADMIT_MEMBER')).toMatchObject(refused(422, 'TPO_ACTION_NOT_ALLOWED'));
    expect(await office.get(USER.neijiangSigner, `/party-organisations/${id}/activities`)).toMatchObject({
      body: { items: [{ topic: '学习党章' }], nextCursor: null },
    });
    expect(await office.get(applicantOf(ORG.threeMembers), `/party-organisations/${id}`)).toMatchObject(
      refused(404, 'NOT_FOUND'),
    );
  });

  it('is told once of a member who left its council, and of nothing else', async () => {
    const { body } = await office.get(CLERK, `/organisations/${ORG.eligible}/people`);
    const people: { personId: string; posts: { id: string; inCouncil: boolean }[] }[] = JSON.parse(
      JSON.stringify(body.items),
    );
    const leaver = people.find(({ personId }) => personId === personOf(ORG.eligible, 4));
    const post = leaver?.posts.find(({ inCouncil }) => inCouncil);
    const change = { endPost: { postId: post?.id, to: addCalendarDays(today, -1) } };
    const address = `/organisations/${ORG.eligible}/people/${personOf(ORG.eligible, 4)}`;
    const told = () => office.database.rows.ledgerEntry.count({ where: { kind: 'membersChanged' } });

    await office.must(office.send(CLERK, 'patch', address, change));
    await office.must(office.send(CLERK, 'patch', address, { phone: '13800138000' }));

    expect(await told()).toBe(1);
    expect((await office.openTasks(caseNo)).map(({ kind }) => kind)).toEqual(['FILE_ROSTER']);
    expect(await office.act(CLERK, caseNo, 'fileRoster', 'FILE_ROSTER')).toMatchObject({ status: 200 });
  });

  it('expires when its council is re-elected early, and is renewed by a case that the old one starts', async () => {
    const reElection = { heldOn: today, termStart: addCalendarDays(today, 1), termEnd: addYears(today, 5) };

    await office.must(office.post(CLERK, `/organisations/${ORG.eligible}/council`, { reElection }));

    expect(await office.state(caseNo)).toBe('EXPIRING');
    const successor = await office.submit(ORG.eligible, 4, { renews: caseNo });
    expect(await office.get(CLERK, `/cases/${successor}`)).toMatchObject({ body: { renews: caseNo } });
    expect(await office.get(CLERK, `/cases/${caseNo}`)).toMatchObject({ body: { renewedBy: [successor] } });
    await office.must(office.act(USER.neijiangIntake, successor, 'accept', 'INTAKE'));
    await office.confirmAll(successor, ORG.eligible);
    await office.must(
      office.act(USER.neijiangReviewer, successor, 'verify', 'VERIFY', { facts: { method: 'ROSTER_CHECK' } }),
    );
    await office.must(office.act(USER.neijiangSigner, successor, 'reply', 'REPLY', agree()));
    await office.must(office.act(CLERK, successor, 'file', 'FILE'));
    await office.must(office.act(USER.neijiangFiling, successor, 'record', 'RECORD_FILING'));
    await office.until(async () => (await office.state(caseNo)) === 'RENEWED');
  }, 60_000);

  it('is counted, with numerator and denominator, within one’s rights', async () => {
    const { body } = await office.get(USER.neijiangSigner, '/figures/temp-party-org');

    expect(body.items).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ metric: 'submitted', numerator: 2 }),
        expect.objectContaining({ metric: 'approved', numerator: 2, denominator: 2, value: '100.00' }),
        expect.objectContaining({ metric: 'active', numerator: 1 }),
        expect.objectContaining({ metric: 'membersCovered', numerator: 4 }),
        expect.objectContaining({ metric: 'notTransferredShare', numerator: 4, denominator: 4 }),
        expect.objectContaining({ metric: 'conversions', numerator: 0, denominator: 1, value: '0.00' }),
      ]),
    );
    expect(await office.get(USER.xiuzhouSigner, '/figures/temp-party-org')).toMatchObject({
      body: {
        items: expect.arrayContaining([expect.objectContaining({ metric: 'approved', denominator: 0, value: null })]),
      },
    });
    expect(await office.get(USER.xiuzhouSigner, '/figures/temp-party-org?unitId=unit-neijiang-two-new')).toMatchObject(
      refused(404, 'NOT_FOUND'),
    );
    expect(await office.get(CLERK, '/figures/temp-party-org')).toMatchObject(refused(403, 'AUTH_NOT_ALLOWED'));
    expect(
      await office.get(USER.neijiangAuditor, '/figures/temp-party-org?from=2030-01-01&to=2020-01-01'),
    ).toMatchObject(refused(400, 'FIELD_INVALID'));
  });
});

describe('a reply', () => {
  it('by an organ without power over probationary members is refused as such', async () => {
    const caseNo = await office.submit(ORG.unauthorised, 4);
    await office.must(office.act(USER.neijiangIntake, caseNo, 'accept', 'INTAKE'));
    await office.confirmAll(caseNo, ORG.unauthorised);
    await office.must(
      office.act(USER.neijiangReviewer, caseNo, 'verify', 'VERIFY', { facts: { method: 'INTERVIEW' } }),
    );

    expect(await office.act(USER.neijiangUnauthorised, caseNo, 'reply', 'REPLY', agree())).toMatchObject(
      refused(403, 'TPO_APPROVER_NOT_AUTHORISED'),
    );
    expect(await office.act(USER.neijiangReviewer, caseNo, 'reply', 'REPLY', agree())).toMatchObject(
      refused(403, 'RECUSAL_REQUIRED'),
    );
  }, 60_000);

  it('is refused after a member was lost since the submission', async () => {
    const caseNo = await office.submit(ORG.losesMember, 3);
    await office.must(office.act(USER.neijiangIntake, caseNo, 'accept', 'INTAKE'));
    await office.confirmAll(caseNo, ORG.losesMember);
    await office.must(
      office.act(USER.neijiangReviewer, caseNo, 'verify', 'VERIFY', { facts: { method: 'INTERVIEW' } }),
    );
    await office.database.rows.orgPost.updateMany({
      where: { personId: personOf(ORG.losesMember, 2) },
      data: { to: new Date(`${addCalendarDays(today, -1)}T00:00:00Z`) },
    });

    expect(await office.act(USER.neijiangSigner, caseNo, 'reply', 'REPLY', agree())).toMatchObject({
      ...refused(422, 'TPO_MEMBERS_LT_3'),
      body: { details: { counted: 2 } },
    });
  }, 60_000);
});
