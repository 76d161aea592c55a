import PizZip from 'pizzip';

import { lastDayOfTerm } from '#domain/calendar/terms.js';
import { numericDate } from '#domain/paper/chinese-date.js';
import { shanghaiDate } from '#domain/calendar/shanghai-day.js';
import { ORG, personOf } from '#prisma/demonstration/handles.js';
import { applicant, applicationOf } from '../support/temp-party-org-people.js';
import type { PartyCase } from '../support/temp-party-org-tables.js';
import { TempPartyOrgWorld } from '../support/temp-party-org-world.js';

let world: TempPartyOrgWorld;
beforeAll(async () => {
  world = await TempPartyOrgWorld.open();
}, 120_000);
afterAll(() => world.close());

/** The words of a case's papers of a kind, in order, as Word prints them. */
async function words(on: PartyCase, kind: string): Promise<string[]> {
  const text = 'SELECT sha256 FROM "Document" WHERE "caseId" = $1 AND kind = $2 ORDER BY seq';
  const { rows } = await world.database.pool.query<{ sha256: string }>(text, [on.caseId, kind]);
  return Promise.all(
    rows.map(async ({ sha256 }) => {
      const bytes = (await world.files.read(sha256)) ?? new Uint8Array();
      const xml = new PizZip(bytes).file('word/document.xml')?.asText() ?? '';
      return xml.replace(/<\/w:p>/gu, '\n').replace(/<[^>]+>/gu, '');
    }),
  );
}

const nameOf = async (personId: string): Promise<string> => {
  const { rows } = await world.database.pool.query<{ name: string }>('SELECT name FROM "Person" WHERE id = $1', [
    personId,
  ]);
  return rows[0]?.name ?? 'nobody';
};
const nameOfUser = async (userId: string): Promise<string> => {
  const { rows } = await world.database.pool.query<{ name: string }>('SELECT name FROM "User" WHERE id = $1', [userId]);
  return rows[0]?.name ?? 'nobody';
};

describe('the papers of a temporary Party organisation', () => {
  it('say what was asked, decided and filed, by whom and when', async () => {
    const org = ORG.eligible;
    const on = await world.submit(org, 4, { deputy: personOf(org, 1) });
    const { intake, signer, filer } = on.officials;
    const missing = { task: 'INTAKE', opinion: '决议缺少签字页\n第三名党员的证明未盖章' };
    await world.act(on, intake, 'supplement', { items: ['COUNCIL_RESOLUTION', 'MEMBER_CERTIFICATE'] }, missing);
    const [notice = ''] = await words(on, 'SUPPLEMENT_NOTICE');
    for (const printed of [
      '理事会决议',
      '决议缺少签字页',
      '党员身份证明',
      '第三名党员的证明未盖章',
      await nameOfUser(intake.userId),
    ])
      expect(notice).toContain(printed);

    await world.act(on, applicant(org), 'resubmit', { formVersion: 1 }, 'SUPPLEMENT');
    await world.accept(on);
    const decliner = (await world.tasks(on)).find(
      ({ kind, assigneeKey }) => kind === 'CONFIRM_MEMBER' && assigneeKey.endsWith('member-3'),
    );
    const unwilling = { taskId: decliner?.id ?? '', opinion: '本人工作变动,不再参加。' };
    await world.act(
      on,
      { userId: decliner?.assigneeKey.slice(5) ?? '', role: 'COUNCIL_MEMBER' },
      'confirm',
      { answer: 'DECLINE' },
      unwilling,
    );
    await world.confirmAll(on);
    await world.verify(on);
    const studiedOn = shanghaiDate(await world.now(on));
    const agreed = { task: 'REPLY', opinion: '按月开展组织生活\n半年报告一次工作' };
    await world.act(on, signer, 'reply', { verdict: 'AGREE', studiedOn }, agreed);
    const [reply = ''] = await words(on, 'REPLY');
    expect(reply).toContain(`经${numericDate(studiedOn)}会议集体研究`);
    for (const printed of [
      '（1）按月开展组织生活',
      '（2）半年报告一次工作',
      `${await nameOf(personOf(org, 0))}同志任书记`,
    ])
      expect(reply).toContain(printed);

    await world.file(on);
    const [filing = ''] = await words(on, 'FILING');
    expect(filing).toContain('共3人');
    expect(filing).not.toContain(await nameOf(personOf(org, 3)));
    expect(filing).toContain(await nameOfUser(filer.userId));
  });

  it('name in the notice of a renewal the new term, its case and who signed the reply', async () => {
    const org = 'org-neijiang-qiushi';
    const on = await world.activate(org, 4);
    const heldOn = shanghaiDate(await world.now(on));
    const end = lastDayOfTerm(heldOn, 5);
    const change = 'UPDATE "Organisation" SET "councilTermStart" = $1, "councilTermEnd" = $2 WHERE id = $3';
    await world.change(change, [heldOn, end, org]);
    await world.act(on, applicant(org), 'councilReElected', { heldOn });
    const successor = await world.create(org, applicationOf(org, 5), { predecessor: on });
    await world.act(on, applicant(org), 'renew', { successor });
    const next = world.of(successor);
    await world.until(async () => (await world.tasks(next)).length > 0);
    await world.carryThrough(next);
    await world.untilState(on, 'RENEWED');

    const [notice = ''] = await words(on, 'NOTICE');
    for (const printed of [numericDate(end), next.caseNo, await nameOfUser(next.officials.signer.userId)])
      expect(notice).toContain(printed);
  });
});

describe('a home Party organisation', () => {
  it('that declines to certify takes its members out of the count', async () => {
    const home = `(SELECT "homePartyOrgId" FROM "Person" WHERE id = $2)`;
    const change = `UPDATE "PartyOrganisation" SET "unitId" = $1 WHERE id = ${home}`;
    await world.change(change, ['unit-of-the-school', personOf(ORG.threeMembers, 2)]);
    const on = await world.submit(ORG.threeMembers, 3);
    await world.accept(on);
    const asked = (await world.tasks(on)).find(({ kind }) => kind === 'CONFIRM_HOME');
    const secretary = { userId: 'user-school', role: 'PARTY_SECRETARY', unitId: 'unit-of-the-school' } as const;
    const unknown = { taskId: asked?.id ?? '', opinion: '经核对,该同志组织关系不在我支部。' };
    await world.act(on, secretary, 'confirm', { answer: 'DECLINE' }, unknown);
    await world.confirmAll(on);
    await world.verify(on);

    await expect(world.reply(on)).rejects.toMatchObject({
      code: 'TPO_MEMBERS_LT_3',
      told: { details: { excluded: [{ person: personOf(ORG.threeMembers, 2), reason: 'NOT_CONFIRMED' }] } },
    });
  });
});
