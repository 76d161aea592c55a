import { createHash } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import PizZip from 'pizzip';

import { idIn, key, openApi } from './api.js';
import type { Api, Signed } from './api.js';

const UPLOADS = '/api/v1/uploads';
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

let api: Api;
let owner: Signed;
let official: Signed;
let other: Signed;

beforeAll(async () => {
  api = await openApi();
  owner = await api.signedIn('owner', { role: 'APPLICANT_USER', organisationId: 'org-1' });
  official = await api.signedIn('official', { role: 'TWO_NEW_APPROVER', unitId: 'unit-1' });
  other = await api.signedIn('other', { role: 'APPLICANT_USER', organisationId: 'org-2' });
});
afterAll(() => api.close());

const send = (bytes: Buffer, name: string, used = key()) =>
  owner.agent.post(UPLOADS).set('Idempotency-Key', used).attach('file', bytes, name);

/** A case at unit-1 that holds the file. */
async function caseHolding(uploadId: string): Promise<void> {
  const at = new Date();
  await api.database.rows.case.create({
    data: {
      id: `case-${uploadId}`,
      caseNo: `M01-511000-2026-${uploadId.slice(0, 5)}`,
      matter: 'temp-party-org',
      title: '申请',
      organisationId: 'org-1',
      unitId: 'unit-1',
      divisionCode: '511000',
      applicantUserId: owner.userId,
      state: 'SUBMITTED',
      config: {},
      facts: {},
      submittedAt: at,
      updatedAt: at,
      startRequestId: uploadId,
    },
  });
  await api.database.rows.caseFile.create({ data: { caseId: `case-${uploadId}`, uploadId } });
}

function docx(): Buffer {
  const zip = new PizZip();
  zip.file(
    '[Content_Types].xml',
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
  );
  zip.file('word/document.xml', '<w:document/>');
  return zip.generate({ type: 'nodebuffer' });
}

describe('a file that is sent', () => {
  it('is kept by its hash, with its Chinese name, and comes back as it was', async () => {
    const sent = await send(PNG, '理事会 会议记录.png');
    const sha256 = createHash('sha256').update(PNG).digest('hex');
    expect(sent).toMatchObject({
      status: 201,
      body: { sha256, name: '理事会 会议记录.png', mediaType: 'image/png', size: PNG.length },
    });

    const back = await owner.agent.get(`${UPLOADS}/${idIn(sent)}`).expect(200);
    expect(back.body).toEqual(PNG);
    expect(back.headers['content-disposition']).toContain(encodeURIComponent('理事会 会议记录.png'));
  });

  it('may be the body itself', async () => {
    const sent = await owner.agent
      .post(UPLOADS)
      .set('Idempotency-Key', key())
      .set('Content-Type', 'image/png')
      .set('X-File-Name', encodeURIComponent('照片.png'))
      .send(PNG);

    expect(sent).toMatchObject({ status: 201, body: { name: '照片.png' } });
  });

  it('is a Word file by its content, not by its name', async () => {
    expect(await send(docx(), 'x.bin')).toMatchObject({
      status: 201,
      body: { mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' },
    });
  });

  it.each([
    ['a program named .pdf', Buffer.from('MZ\u0090\u0000this is no document')],
    ['a page named .pdf', Buffer.from('<html><script>alert(1)</script></html>')],
    ['nothing', Buffer.alloc(0)],
  ])('is refused when it is %s', async (_what, bytes) => {
    expect(await send(bytes, '申请书.pdf')).toMatchObject({ status: 422, body: { code: 'DOC_TYPE_INVALID' } });
  });

  it('is refused over 20 MiB, both ways', async () => {
    const long = Buffer.alloc(20 * 1024 * 1024 + 1);
    const asBody = owner.agent.post(UPLOADS).set('Idempotency-Key', key()).set('Content-Type', 'application/pdf');

    expect(await send(long, '大.pdf')).toMatchObject({ status: 413, body: { code: 'BODY_TOO_LARGE' } });
    expect(await asBody.send(long)).toMatchObject({ status: 413, body: { code: 'BODY_TOO_LARGE' } });
  });

  it('is one file for one key, however often it is sent', async () => {
    const used = key();
    const [first, second] = [await send(PNG, 'a.png', used), await send(PNG, 'a.png', used)];

    expect(second.body).toEqual(first.body);
    expect(await send(docx(), 'a.docx', used)).toMatchObject({ status: 422, body: { code: 'IDEMPOTENCY_KEY_REUSED' } });
  });
});

it('is read by its owner and by whoever may read a case that holds it, and by nobody else', async () => {
  const id = idIn(await send(PNG, 'b.png').expect(201));
  expect(await official.agent.get(`${UPLOADS}/${id}`)).toMatchObject({ status: 404 });

  await caseHolding(id);

  expect(await official.agent.get(`${UPLOADS}/${id}`)).toMatchObject({ status: 200 });
  expect(await other.agent.get(`${UPLOADS}/${id}`)).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
});

describe('a file store that is away', () => {
  const AWAY = { status: 503, body: { code: 'FILE_STORE_AWAY' }, headers: { 'retry-after': '3' } };

  it('is said in its own words, keeps nothing, and takes the same request when it is back', async () => {
    const [folder, aside] = [path.join(api.config.home, 'files'), path.join(api.config.home, 'aside')];
    const kept = idIn(await send(PNG, '照片.png'));
    const before = await api.database.rows.upload.count();
    const again = key();
    await rename(folder, aside);
    await writeFile(folder, '');

    expect(await send(docx(), '申请.docx', again)).toMatchObject(AWAY);
    expect(await owner.agent.get(`${UPLOADS}/${kept}`)).toMatchObject(AWAY);
    expect(await api.database.rows.upload.count()).toBe(before);

    await rm(folder);
    expect(await owner.agent.get(`${UPLOADS}/${kept}`)).toMatchObject(AWAY);
    await rename(aside, folder);
    expect((await send(docx(), '申请.docx', again)).status).toBe(201);
    expect((await owner.agent.get(`${UPLOADS}/${kept}`)).status).toBe(200);
  });
});
