import { applicantOf, ORG, UNIT, USER } from '#prisma/demonstration/handles.js';
import { Office, refused } from './office.js';

let office: Office;
beforeAll(async () => {
  office = await Office.open({ withoutWorker: true });
});
afterAll(() => office.close());

describe('the figures of coverage', () => {
  it('count organisations, not Party organisations, by how they are on record', async () => {
    const { rows } = office.database;
    const [registered, filed] = await Promise.all(
      ['REGISTERED', 'FILED'].map((legalStatus) => rows.organisation.count({ where: { legalStatus } })),
    );

    const { status, body } = await office.get(USER.neijiangAuditor, '/figures/coverage');

    expect(status).toBe(200);
    expect(body).toMatchObject({
      unitIds: null,
      items: [
        { metric: 'registered', denominator: registered, unit: '%' },
        { metric: 'filed', denominator: filed },
        { metric: 'together', denominator: (registered ?? 0) + (filed ?? 0) },
      ],
    });
  });

  it('are those of one’s own units and what lies below them', async () => {
    expect((await office.get(USER.neijiangSigner, '/figures/coverage')).status).toBe(200);
    expect(
      await office.get(USER.neijiangSigner, `/figures/coverage?unitId=${UNIT.xiuzhouWorkCommittee}`),
    ).toMatchObject(refused(404, 'NOT_FOUND'));
    expect(await office.get(applicantOf(ORG.eligible), '/figures/coverage')).toMatchObject(
      refused(403, 'AUTH_NOT_ALLOWED'),
    );
  });
});
