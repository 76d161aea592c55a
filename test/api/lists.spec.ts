import { z } from 'zod';

import { shanghaiDate } from '#domain/calendar/shanghai-day.js';
import { applicantOf, memberOf, ORG, UNIT, USER } from '#prisma/demonstration/handles.js';
import { Office, refused } from './office.js';

const Me = z.looseObject({ grants: z.array(z.looseObject({ id: z.string() })) });
const Notices = z.object({ items: z.array(z.looseObject({ kind: z.string() })) });
const Next = z.looseObject({ nextCursor: z.string().nullable() });

let office: Office;
let caseNo: string;
let approvals: string[];
beforeAll(async () => {
  office = await Office.open();
  caseNo = await office.submit(ORG.eligible, 4);
  approvals = [];
  for (let made = 0; made < 5; made += 1)
    approvals.push(await office.submitApproval(USER.neijiangIntake, UNIT.neijiangWorkCommittee, [USER.neijiangSigner]));
}, 120_000);
afterAll(() => office.close());

const numbers = ({ body }: { body: unknown }) => JSON.stringify(body).match(/(?<="caseNo":")[^"]+/g) ?? [];

describe('the lists', () => {
  it('show a task to everybody whom it waits for, and to nobody else', async () => {
    expect(await office.get(USER.neijiangReviewer, '/tasks')).toMatchObject({
      status: 200,
      body: {
        items: [
          {
            caseNo,
            matter: { slug: 'temp-party-org' },
            state: { zh: '已提交' },
            kind: { slug: 'INTAKE', zh: '受理审查' },
            organisationName: '内江市星禾助老服务协会',
            overdue: false,
          },
        ],
        nextCursor: null,
      },
    });
    expect(numbers(await office.get(USER.xiuzhouSigner, '/tasks'))).toEqual([]);
    expect(numbers(await office.get(applicantOf(ORG.eligible), '/tasks'))).toEqual([]);
    expect(await office.get(null, '/tasks')).toMatchObject(refused(401, 'SIGN_IN_REQUIRED'));
  });

  it('go on after the last row, each row once', async () => {
    const seen: string[] = [];
    let cursor = '';
    do {
      const page = await office.get(USER.neijiangSigner, `/tasks?limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`);
      seen.push(...numbers(page));
      cursor = Next.parse(page.body).nextCursor ?? '';
    } while (cursor !== '');

    expect([...seen].sort()).toEqual([caseNo, ...approvals].sort());
  });

  it('refuse a cursor, a box and a size that are none', async () => {
    for (const query of ['cursor=nonsense', 'box=nothing', 'limit=0', 'limit=1000', 'colour=red'])
      expect(await office.get(USER.neijiangSigner, `/tasks?${query}`)).toMatchObject(refused(400, 'FIELD_INVALID'));
  });

  it('show what one started, decided and may see, with counts', async () => {
    await office.must(
      office.act(USER.neijiangSigner, approvals[0] ?? '', 'vote', 'SIGN', { facts: { verdict: 'AGREE' } }),
    );

    expect(await office.get(USER.neijiangSigner, '/decisions/mine')).toMatchObject({
      body: { items: [{ caseNo: approvals[0], verdict: 'AGREE', kind: { slug: 'vote', zh: '签批' } }] },
    });
    expect(numbers(await office.get(USER.neijiangIntake, '/cases?box=started')).sort()).toEqual([...approvals].sort());
    expect(numbers(await office.get(USER.neijiangAuditor, '/cases'))).toHaveLength(6);
    expect(numbers(await office.get(USER.xiuzhouSigner, '/cases'))).toEqual([]);
    expect(await office.get(USER.neijiangSigner, '/tasks/counts')).toMatchObject({
      body: { todo: 5, done: 1, overdue: 0, started: 0, copiedUnread: 0 },
    });
  });

  it('show a copy until it is read', async () => {
    const reader = memberOf(ORG.threeMembers, 0);
    await office.must(office.act(USER.neijiangSigner, caseNo, 'copy', null, { facts: { to: [{ userId: reader }] } }));

    expect(numbers(await office.get(reader, '/cases?box=copied'))).toEqual([caseNo]);
    expect(await office.get(reader, '/tasks/counts')).toMatchObject({ body: { copiedUnread: 1 } });
    expect((await office.get(reader, `/cases/${caseNo}`)).status).toBe(200);
    expect(await office.get(reader, '/tasks/counts')).toMatchObject({ body: { copiedUnread: 0 } });
  });

  it('show what is past its limit, to its holders and their unit', async () => {
    const taskId = await office.taskOf(caseNo, 'INTAKE');
    await office.database.rows.task.update({ where: { id: taskId }, data: { dueAt: new Date(Date.now() - 1000) } });

    expect(await office.get(USER.neijiangReviewer, '/tasks?box=overdue')).toMatchObject({
      body: { items: [{ caseNo, overdue: true }] },
    });
    expect(numbers(await office.get(USER.neijiangAuditor, '/tasks?box=overdue'))).toEqual([caseNo]);
    expect(numbers(await office.get(USER.xiuzhouSigner, '/tasks?box=overdue'))).toEqual([]);
  });

  it('are narrowed by words, matter, state, kind, days left and role, page by page', async () => {
    const signer = USER.neijiangSigner;
    const found = async (query: string) => numbers(await office.get(signer, `/tasks?${query}`));
    const q = encodeURIComponent('星禾');

    expect(await found(`q=${q}`)).toEqual([caseNo]);
    expect(await found(`q=${caseNo.toLowerCase()}`)).toEqual([caseNo]);
    expect(await found('q=%25')).toEqual([]);
    expect(await found('matter=temp-party-org&state=SUBMITTED,ACCEPTED&kind=INTAKE')).toEqual([caseNo]);
    expect(await found('matter=general-approval&due=late')).toEqual([]);
    expect(await found('due=late')).toEqual([caseNo]);
    const first = await office.get(signer, '/tasks?matter=general-approval&limit=2');
    const cursor = Next.parse(first.body).nextCursor ?? '';
    const rest = await office.get(signer, `/tasks?matter=general-approval&cursor=${cursor}`);
    expect([...numbers(first), ...numbers(rest)].sort()).toEqual(approvals.slice(1).sort());

    const { grants } = Me.parse((await office.get(signer, '/me')).body);
    expect(await found(`grant=${grants[0]?.id ?? ''}&q=${q}`)).toEqual([caseNo]);
    expect(await office.get(signer, '/tasks?grant=of-somebody-else')).toMatchObject(refused(404, 'NOT_FOUND'));
  });

  it('narrow what one started, decided and may see by the day and the state', async () => {
    const today = shanghaiDate(Date.now());
    const counted = async (userId: string, address: string) => numbers(await office.get(userId, address)).length;

    expect(await counted(USER.neijiangAuditor, `/cases?matter=temp-party-org&from=2020-01-01&to=${today}`)).toBe(1);
    expect(await counted(USER.neijiangAuditor, '/cases?to=2020-01-01')).toBe(0);
    expect(await counted(USER.neijiangIntake, '/cases?box=started&matter=general-approval')).toBe(5);
    expect(await counted(USER.neijiangSigner, '/decisions/mine?kind=vote')).toBe(1);
    expect(await counted(USER.neijiangSigner, '/decisions/mine?kind=reply')).toBe(0);
    expect(await office.get(USER.neijiangSigner, '/matters')).toMatchObject({
      body: { items: expect.arrayContaining([expect.objectContaining({ slug: 'temp-party-org' })]) },
    });
  });
});

describe('following', () => {
  const follower = USER.neijiangAuditor;
  const follow = (userId: string, key?: string) => office.send(userId, 'put', `/cases/${caseNo}/follow`, {}, key);
  const followed = async (userId: string) => numbers(await office.get(userId, '/cases?box=followed'));
  const counted = (userId: string) => office.get(userId, '/tasks/counts');
  const rows = () => office.database.rows.follow.count();
  const told = async (userId: string) =>
    Notices.parse((await office.get(userId, '/notices')).body).items.filter(({ kind }) => kind === 'FOLLOWED');

  it('is one row however often and at whatever the same time one follows', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => follow(follower)));
    const again = [await follow(follower, 'the-same-key'), await follow(follower, 'the-same-key')];

    expect([...answers, ...again].map(({ body }) => body)).toEqual(Array(12).fill({ caseNo, followed: true }));
    expect(await rows()).toBe(1);
    expect(await followed(follower)).toEqual([caseNo]);
    expect(await counted(follower)).toMatchObject({ body: { followed: 1 } });
    expect(await office.get(follower, `/cases/${caseNo}`)).toMatchObject({ body: { followed: true } });
    expect(await office.get(USER.neijiangSigner, `/cases/${caseNo}`)).toMatchObject({ body: { followed: false } });
  });

  it('gives no right to a case', async () => {
    const { id } = await office.database.rows.case.findUniqueOrThrow({ where: { caseNo } });
    await office.database.rows.follow.create({
      data: { userId: USER.xiuzhouSigner, caseId: id, at: new Date() },
    });

    expect(await follow(USER.xiuzhouSigner)).toMatchObject(refused(404, 'NOT_FOUND'));
    expect(await followed(USER.xiuzhouSigner)).toEqual([]);
    expect(await counted(USER.xiuzhouSigner)).toMatchObject({ body: { followed: 0 } });
    expect(await office.get(USER.xiuzhouSigner, `/cases/${caseNo}`)).toMatchObject(refused(404, 'NOT_FOUND'));
  });

  it('tells of a change of state once, and neither who made it nor who is told anyway', async () => {
    await office.must(follow(USER.neijiangIntake));
    await office.must(follow(applicantOf(ORG.eligible)));

    await office.must(office.act(USER.neijiangIntake, caseNo, 'accept', 'INTAKE'));

    expect(await told(follower)).toMatchObject([{ caseNo, state: { slug: 'ACCEPTED', zh: '已受理' } }]);
    expect(await told(USER.neijiangIntake)).toEqual([]);
    expect(await told(applicantOf(ORG.eligible))).toEqual([]);
    expect(await told(USER.xiuzhouSigner)).toEqual([]);
    expect(await office.get(USER.xiuzhouSigner, '/notices/unread')).toMatchObject({ body: { unread: 0 } });
  });

  it('ends in sight when the right to read ends, and by taking it back', async () => {
    expect(await counted(USER.neijiangIntake)).toMatchObject({ body: { followed: 1 } });
    await office.must(office.send(USER.neijiangIntake, 'delete', `/cases/${caseNo}/follow`));
    await office.must(office.send(USER.neijiangIntake, 'delete', `/cases/${caseNo}/follow`));
    expect(await followed(USER.neijiangIntake)).toEqual([]);
    expect(await counted(USER.neijiangIntake)).toMatchObject({ body: { followed: 0 } });

    await office.database.rows.grant.updateMany({ where: { userId: follower }, data: { validTo: new Date(0) } });
    office.forget(follower);

    expect(await followed(follower)).toEqual([]);
    expect(await counted(follower)).toMatchObject({ body: { followed: 0 } });
    expect(await told(follower)).toEqual([]);
    expect(await office.get(follower, `/cases/${caseNo}`)).toMatchObject(refused(404, 'NOT_FOUND'));
    expect(await follow(follower)).toMatchObject(refused(404, 'NOT_FOUND'));
  });
});
