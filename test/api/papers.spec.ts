import { readFile } from 'node:fs/promises';

import request from 'supertest';
import { z } from 'zod';

import { applicantOf, ORG, UNIT, USER } from '#prisma/demonstration/handles.js';
import type { Answer } from './office.js';
import { Office, refused } from './office.js';

let office: Office;
let caseNo: string;
beforeAll(async () => {
  office = await Office.open();
  caseNo = await office.activate(ORG.eligible, 4);
}, 120_000);
afterAll(() => office.close());

const Papers = z.object({
  items: z.array(
    z.looseObject({
      id: z.string(),
      kind: z.string(),
      code: z.string(),
      docNo: z.string().nullable(),
      sha256: z.string(),
    }),
  ),
});
type Paper = z.output<typeof Papers>['items'][number];

async function papers(userId: string): Promise<Paper[]> {
  const { body } = await office.get(userId, `/cases/${caseNo}/papers`);
  return Papers.parse(body).items;
}

describe('a paper', () => {
  it('is proved genuine by its code to anybody, and nothing restricted is told', async () => {
    const [reply] = (await papers(USER.neijiangSigner)).filter(({ kind }) => kind === 'REPLY');

    const { status, body } = await office.get(null, `/papers/${reply?.code ?? ''}`);

    expect(status).toBe(200);
    expect(body).toEqual({
      genuine: true,
      code: reply?.code,
      paper: {
        kind: 'REPLY',
        zh: '批复',
        en: 'Reply',
        docNo: reply?.docNo,
        organ: '内江市委两新组织工作委员会',
        date: expect.any(String),
        sha256: reply?.sha256,
        status: 'VALID',
      },
    });
  });

  it('whose code was typed in small letters without hyphens is found; a mistyped one is told as such', async () => {
    const code = (await papers(USER.neijiangSigner))[0]?.code ?? '';
    const swapped = code.replace(/^(.)(.)/, '$2$1');

    expect(await office.get(null, `/papers/${code.toLowerCase().replaceAll('-', '')}`)).toMatchObject({
      body: { genuine: true, code },
    });
    expect(await office.get(null, `/papers/${swapped === code ? `0${code.slice(1)}` : swapped}`)).toMatchObject(
      refused(400, 'FIELD_INVALID'),
    );
    expect(await office.get(null, '/papers/0000-0000-0000-0000')).toMatchObject({
      body: { genuine: false, paper: null },
    });
  });

  it('is downloaded by its parties; a roster not by those who only look on', async () => {
    const clerk = applicantOf(ORG.eligible);
    const list = await papers(clerk);
    const application = list.find(({ kind }) => kind === 'APPLICATION');

    const file = await office.get(clerk, `/cases/${caseNo}/papers/${application?.id ?? ''}`);

    expect(list.map(({ kind }) => kind).sort()).toEqual(['APPLICATION', 'FILING', 'REPLY']);
    expect(file.status).toBe(200);
    expect(file.headers['content-type']).toContain('wordprocessingml');
    const reader = applicantOf(ORG.threeMembers);
    expect(await office.get(reader, `/cases/${caseNo}/papers/${application?.id ?? ''}`)).toMatchObject(
      refused(404, 'NOT_FOUND'),
    );
    await office.must(office.act(USER.neijiangSigner, caseNo, 'copy', null, { facts: { to: [{ userId: reader }] } }));
    expect((await papers(reader)).map(({ kind }) => kind)).toEqual(['REPLY']);
    expect(await office.get(reader, `/cases/${caseNo}/papers/${application?.id ?? ''}`)).toMatchObject(
      refused(404, 'NOT_FOUND'),
    );
  });

  it('is looked up so many times in a minute from one address', async () => {
    const ask = () => office.get(null, '/papers/0000-0000-0000-0000');
    const answers = [];
    for (let asked = 0; asked < 61; asked += 1) answers.push(await ask());

    expect(answers.at(-1)).toMatchObject(refused(429, 'TOO_MANY_ATTEMPTS'));
    expect(Number(answers.at(-1)?.headers['retry-after'])).toBeGreaterThan(0);
  }, 30_000);
});

describe('a template', () => {
  const shipped = () => readFile(new URL('../../templates/temp-party-org.reply.docx', import.meta.url));
  const put = async (userId: string, kind: string, bytes: Buffer, key: string): Promise<Answer> =>
    request(office.app.getHttpServer())
      .put(`/api/v1/templates/${kind}?unitId=${UNIT.neijiangWorkCommittee}`)
      .set('Cookie', await office.signIn(userId))
      .set('Idempotency-Key', key)
      .attach('file', bytes, 'mine.docx');

  it('of an office is checked, versioned and in force', async () => {
    const first = await put(USER.admin, 'REPLY', await shipped(), 'template-one');
    const second = await put(USER.admin, 'REPLY', await shipped(), 'template-two');

    expect(first).toMatchObject({ status: 200, body: { version: 1 } });
    expect(second).toMatchObject({ status: 200, body: { version: 2 } });
    expect((await put(USER.admin, 'REPLY', await shipped(), 'template-two')).body).toEqual(second.body);
    expect(await office.get(USER.neijiangSigner, '/templates')).toMatchObject({
      body: { items: [{ kind: 'REPLY', version: 2, unitId: UNIT.neijiangWorkCommittee }] },
    });
  });

  it('with fields of another paper is refused, naming them; so is what is no Word file', async () => {
    const application = await readFile(new URL('../../templates/temp-party-org.application.docx', import.meta.url));

    const wrong = await put(USER.admin, 'REPLY', application, 'template-wrong');

    expect(wrong).toMatchObject({
      ...refused(422, 'TEMPLATE_FIELD_UNKNOWN'),
      body: { details: { fields: expect.arrayContaining([expect.any(String)]) } },
    });
    const text = await put(USER.admin, 'REPLY', Buffer.from('no file of Word'), 'template-text');
    expect(text).toMatchObject(refused(422, 'TEMPLATE_INVALID'));
  });

  it('is the administrator’s to change; officials read which fields there are', async () => {
    const answer = await put(USER.neijiangSigner, 'REPLY', await shipped(), 'template-signer');

    expect(answer).toMatchObject(refused(403, 'AUTH_NOT_ALLOWED'));
    expect(await office.get(USER.neijiangSigner, '/templates/REPLY/fields')).toMatchObject({
      body: { fields: expect.arrayContaining([expect.objectContaining({ name: 'docNo', essential: true })]) },
    });
    expect(await office.get(USER.neijiangSigner, '/templates/NOTHING/fields')).toMatchObject(
      refused(400, 'FIELD_INVALID'),
    );
    expect(await office.get(applicantOf(ORG.eligible), '/templates')).toMatchObject(refused(403, 'AUTH_NOT_ALLOWED'));
  });
});
