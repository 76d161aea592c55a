import { applicantOf, ORG, USER } from '#prisma/demonstration/handles.js';
import { Office } from './office.js';

let office: Office;
beforeAll(async () => {
  office = await Office.open();
}, 120_000);
afterAll(() => office.close());

describe('a temporary Party organisation over HTTP', () => {
  it('goes from a draft to ACTIVE', async () => {
    const caseNo = await office.submit(ORG.eligible, 4);

    expect(await office.act(USER.neijiangIntake, caseNo, 'accept', 'INTAKE')).toMatchObject({ status: 200 });
    await office.confirmAll(caseNo, ORG.eligible);
    expect(
      await office.act(USER.neijiangReviewer, caseNo, 'verify', 'VERIFY', { facts: { method: 'INTERVIEW' } }),
    ).toMatchObject({ status: 200 });
    const facts = { verdict: 'AGREE', studiedOn: new Date().toISOString().slice(0, 10) };
    expect(await office.act(USER.neijiangSigner, caseNo, 'reply', 'REPLY', { facts })).toMatchObject({ status: 200 });
    expect(await office.act(applicantOf(ORG.eligible), caseNo, 'file', 'FILE')).toMatchObject({ status: 200 });
    expect(await office.act(USER.neijiangFiling, caseNo, 'record', 'RECORD_FILING')).toMatchObject({
      status: 200,
      body: { state: 'ACTIVE' },
    });
  }, 60_000);
});
