import { addCalendarDays } from '#domain/calendar/iso-date.js';
import { shanghaiDate } from '#domain/calendar/shanghai-day.js';
import { ORG, personOf, UNIT } from '#prisma/demonstration/handles.js';
import { applicant, officialElsewhere } from '../support/temp-party-org-people.js';
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

const REASONS = '两名理事的组织关系情况不清,暂不具备设立条件。';
const SUPPLEMENT = { task: 'INTAKE', opinion: '理事会决议缺少签字页,请补齐。' };
const returned = (task: string) => ({ task, opinion: '名册与理事会名单不一致,请重新核对。' });
const state = async (on: PartyCase): Promise<string> => (await world.view(on)).state;
const papers = async (on: PartyCase): Promise<string[]> => (await world.papers(on)).map(({ kind }) => kind);
const kinds = async (on: PartyCase): Promise<string[]> => (await world.tasks(on)).map(({ kind }) => kind).sort();

describe('a temporary Party organisation', () => {
  it('goes from application through reply and filing to ACTIVE, with its three papers', async () => {
    const on = await kept(world.activate('org-xiuzhou-nongmin', 4));

    expect(await state(on)).toBe('ACTIVE');
    expect(await world.partyOrganisation(on)).toMatchObject({ status: 'ACTIVE', countsInCoverage: true });
    expect(await papers(on)).toEqual(['APPLICATION', 'REPLY', 'FILING']);
  });
});

describe('the intake of an application', () => {
  it('asks for one supplement, takes its answer, and refuses to ask a second time', async () => {
    const on = await kept(world.submit(ORG.eligible, 4));

    await world.act(on, on.officials.intake, 'supplement', { items: ['COUNCIL_RESOLUTION'] }, SUPPLEMENT);
    expect(await state(on)).toBe('SUPPLEMENT');
    expect(await kinds(on)).toEqual(['SUPPLEMENT']);

    await world.act(on, applicant(ORG.eligible), 'resubmit', { formVersion: 1 }, 'SUPPLEMENT');
    expect(await state(on)).toBe('SUBMITTED');
    await expect(
      world.act(on, on.officials.intake, 'supplement', { items: ['ROSTER'] }, SUPPLEMENT),
    ).rejects.toMatchObject({ code: 'SUPPLEMENT_USED' });

    await world.accept(on);
    expect(await state(on)).toBe('ACCEPTED');
    expect(await papers(on)).toEqual(['APPLICATION', 'SUPPLEMENT_NOTICE', 'APPLICATION']);
  });

  it('ends the case when the supplement is not answered within fifteen working days', async () => {
    const on = await kept(world.submit(ORG.threeMembers, 3));
    await world.act(on, on.officials.intake, 'supplement', { items: ['ROSTER'] }, SUPPLEMENT);

    await world.skipPast(on, 'SUPPLEMENT');
    await world.untilState(on, 'WITHDRAWN');

    expect(await kinds(on)).toEqual([]);
    expect((await world.notices(on)).at(-1)).toMatchObject({
      kind: 'WITHDRAWN',
      params: { reason: 'SUPPLEMENT_NOT_ANSWERED' },
    });
  });

  it('calls the leader when it is overdue, and never accepts by itself', async () => {
    const on = await kept(world.submit('org-jimei-jicheng', 3));

    await world.skipPast(on, 'INTAKE');
    await world.skipDays(on, 40);
    await world.until(async () => (await world.notices(on)).some(({ kind }) => kind === 'ESCALATED'));

    const escalated = (await world.notices(on)).find(({ kind }) => kind === 'ESCALATED');
    expect(escalated?.to).toBe(`user:${on.officials.leader.userId}`);
    expect(await state(on)).toBe('SUBMITTED');
    expect(await kinds(on)).toEqual(['INTAKE']);
  });
});

describe('the verification', () => {
  it('waits for everybody to confirm', async () => {
    const on = await kept(world.submit('org-neijiang-qiushi', 4));
    await world.accept(on);
    await world.confirmAll(on, 1);

    await expect(world.verify(on)).rejects.toMatchObject({
      code: 'TPO_CONFIRMATIONS_MISSING',
      told: { details: { outstanding: 1 } },
    });
    await world.confirmAll(on);
    await world.verify(on);

    expect(await state(on)).toBe('UNDER_REVIEW');
  });

  it('leaves out of the count whoever declines, and only the reply can refuse for it', async () => {
    const on = await kept(world.submit('org-nanhu-caihe', 3));
    await world.accept(on);
    const [asked] = (await world.tasks(on)).filter(({ kind }) => kind === 'CONFIRM_MEMBER');
    const decline = { taskId: asked?.id ?? '', opinion: '本人已参加原单位党支部活动,不同意列入。' };
    await world.act(on, applicant('org-nanhu-caihe'), 'confirm', { answer: 'DECLINE' }, decline);
    await world.confirmAll(on);
    await world.verify(on);

    await expect(world.reply(on)).rejects.toMatchObject({
      code: 'TPO_MEMBERS_LT_3',
      told: {
        details: { counted: 2, excluded: [{ reason: 'NOT_CONFIRMED' }], alternatives: ['THREE_ONES', 'JOINT_BRANCH'] },
      },
    });
    await world.refuse(on, REASONS);

    expect(await state(on)).toBe('REFUSED');
    expect(await papers(on)).toEqual(['APPLICATION', 'REPLY']);
  });

  it('returned to the intake to resume keeps what members confirmed', async () => {
    const on = await kept(world.submit('org-jimei-xuecun', 3));
    await world.accept(on);
    await world.confirmAll(on, 1);

    await world.act(on, on.officials.reviewer, 'return', { to: 'intake', mode: 'RESUME' }, returned('VERIFY'));
    expect(await state(on)).toBe('SUBMITTED');
    await world.accept(on);

    expect(await kinds(on)).toEqual(['CONFIRM_MEMBER', 'VERIFY']);
  });
});

describe('the reply', () => {
  it('is blocked when a member was lost between submission and reply', async () => {
    const on = await kept(world.bringToReply(ORG.losesMember, 3));
    const yesterday = addCalendarDays(shanghaiDate(Date.now()), -1);
    await world.change('UPDATE "OrgPost" SET "to" = $1::date WHERE "personId" = $2', [
      yesterday,
      personOf(ORG.losesMember, 2),
    ]);

    await expect(world.reply(on)).rejects.toMatchObject({
      code: 'TPO_MEMBERS_LT_3',
      told: {
        details: { counted: 2, excluded: [{ person: personOf(ORG.losesMember, 2), reason: 'NOT_IN_COUNCIL' }] },
      },
    });
    expect(await state(on)).toBe('UNDER_REVIEW');
  });

  it('is refused to an organ without power to approve probationary members', async () => {
    const on = await kept(world.bringToReply(ORG.unauthorised, 4));
    const education = officialElsewhere(UNIT.neijiangEducation);
    const to = { unitId: UNIT.neijiangEducation, role: 'TWO_NEW_APPROVER' };

    await expect(world.reply(on, {}, education)).rejects.toMatchObject({ code: 'AUTH_NOT_ALLOWED' });
    await world.act(on, on.officials.leader, 'transfer', { to }, 'REPLY');
    await expect(world.reply(on, {}, education)).rejects.toMatchObject({ code: 'TPO_APPROVER_NOT_AUTHORISED' });

    expect(await state(on)).toBe('UNDER_REVIEW');
  });

  it('is not signed by who reviewed, nor without a collective study, nor studied tomorrow', async () => {
    const on = await kept(world.bringToReply('org-jiefang-anju', 3));
    const tomorrow = addCalendarDays(shanghaiDate(Date.now()), 1);

    await expect(world.reply(on, {}, on.officials.reviewer)).rejects.toMatchObject({ code: 'RECUSAL_REQUIRED' });
    await expect(world.reply(on, {}, on.officials.intake)).rejects.toMatchObject({ code: 'RECUSAL_REQUIRED' });
    await expect(world.act(on, on.officials.signer, 'reply', { verdict: 'AGREE' }, 'REPLY')).rejects.toMatchObject({
      code: 'TPO_COLLECTIVE_STUDY_MISSING',
    });
    await expect(world.reply(on, { studiedOn: tomorrow })).rejects.toMatchObject({ code: 'DATE_ORDER' });
  });

  it('designates only members who count', async () => {
    const org = 'org-jiefang-weiguang';
    const on = await kept(world.bringToReply(org, 4));
    const stranger = { designated: { secretary: personOf(org, 5), committee: [] } };

    await expect(world.reply(on, stranger)).rejects.toMatchObject({ code: 'TPO_POST_NOT_MEMBER' });
    await world.reply(on, { designated: { secretary: personOf(org, 1), deputy: personOf(org, 2), committee: [] } });

    expect(await state(on)).toBe('APPROVED');
    expect(await world.partyOrganisation(on)).toMatchObject({ secretary: personOf(org, 1), status: 'APPROVED' });
  });

  it('consents explicitly to a general branch below fifty members', async () => {
    const need = { generalBranchNeed: '会员单位分布在七个镇街,需要分设支部开展活动。' };
    const general = { kind: 'TEMP_GENERAL_BRANCH', proposedName: '中共示例协会临时党总支', ...need } as const;
    const on = await kept(world.bringToReply('org-jimei-aoyuan', 5, general));

    await expect(world.reply(on)).rejects.toMatchObject({ code: 'TPO_GENERAL_BRANCH_LT_50' });
    await world.reply(on, { generalBranchConsent: true });

    expect(await state(on)).toBe('APPROVED');
  });

  it('returned to the verification asks everybody again, and comes back', async () => {
    const on = await kept(world.bringToReply('org-pinghu-xigua', 3));

    await world.act(on, on.officials.signer, 'return', { to: 'verification', mode: 'AGAIN' }, returned('REPLY'));
    expect(await state(on)).toBe('ACCEPTED');
    expect(await kinds(on)).toEqual(['CONFIRM_MEMBER', 'CONFIRM_MEMBER', 'CONFIRM_MEMBER', 'VERIFY']);
    await world.confirmAll(on);
    await world.verify(on);
    await world.reply(on);

    expect(await state(on)).toBe('APPROVED');
  });

  it('returned to the intake to resume comes straight back, without a second verification', async () => {
    const on = await kept(world.bringToReply('org-pinghu-chaoyang', 4));

    await world.act(on, on.officials.signer, 'return', { to: 'intake', mode: 'RESUME' }, returned('REPLY'));
    expect(await state(on)).toBe('SUBMITTED');
    await world.accept(on);
    expect(await state(on)).toBe('UNDER_REVIEW');
    await world.reply(on);

    expect(await state(on)).toBe('APPROVED');
  });
});

describe('a withdrawal', () => {
  const STAGES: [string, string, (on: PartyCase) => Promise<void>][] = [
    ['SUBMITTED', 'org-shizhong-yuzhang', () => Promise.resolve()],
    [
      'SUPPLEMENT',
      'org-dongxing-haoran',
      async (on) => {
        await world.act(on, on.officials.intake, 'supplement', { items: ['ROSTER'] }, SUPPLEMENT);
      },
    ],
    [
      'ACCEPTED',
      'org-xilingol-matouqin',
      async (on) => {
        await world.accept(on);
      },
    ],
    [
      'UNDER_REVIEW',
      'org-xilinhot-boke',
      async (on) => {
        await world.accept(on);
        await world.confirmAll(on);
        await world.verify(on);
      },
    ],
  ];

  it.each(STAGES)('is possible in %s and ends the case', async (name, org, bring) => {
    const on = await kept(world.submit(org, 3));
    await bring(on);
    expect(await state(on)).toBe(name);

    await world.act(on, applicant(org), 'withdraw');

    expect(await state(on)).toBe('WITHDRAWN');
    expect(await kinds(on)).toEqual([]);
    await expect(world.accept(on)).rejects.toThrow('no open task');
  });

  it('comes too late after the reply', async () => {
    const on = await kept(world.bringToReply('org-xilingol-caoyuan', 6));
    await world.reply(on);

    await expect(world.act(on, applicant('org-xilingol-caoyuan'), 'withdraw')).rejects.toMatchObject({
      code: 'CASE_STATE_CONFLICT',
      told: { details: { state: 'APPROVED', event: 'withdraw' } },
    });
  });
});

describe('the filing', () => {
  it('is overdue after ten working days and still possible, may be returned, and is filed again', async () => {
    const org = ORG.sharedMemberFirst;
    const on = await kept(world.bringToReply(org, 4));
    await world.reply(on);
    await world.skipPast(on, 'FILE');
    await world.until(async () => (await world.notices(on)).some(({ kind }) => kind === 'OVERDUE'));
    expect(await state(on)).toBe('APPROVED');

    // The approver may hand it in when the applicant does not.
    await world.act(on, on.officials.signer, 'file', {}, 'FILE');
    const items = { task: 'RECORD_FILING', opinion: '名册缺少身份证号\n书记姓名与批复不一致' };
    await world.act(on, on.officials.filer, 'returnFiling', { items: 2 }, items);
    expect(await state(on)).toBe('APPROVED');

    await world.act(on, applicant(org), 'file', {}, 'FILE');
    await world.act(on, on.officials.filer, 'record', {}, 'RECORD_FILING');
    expect(await state(on)).toBe('ACTIVE');
    expect(await papers(on)).toEqual(['APPLICATION', 'REPLY', 'FILING', 'FILING']);
  });
});
