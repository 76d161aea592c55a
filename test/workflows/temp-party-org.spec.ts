import { ORG } from '#prisma/demonstration/handles.js';
import { TempPartyOrgWorld } from '../support/temp-party-org-world.js';

let world: TempPartyOrgWorld;
beforeAll(async () => {
  world = await TempPartyOrgWorld.open();
}, 120_000);
afterAll(() => world.close());

describe('a temporary Party organisation', () => {
  it('goes from application through reply and filing to ACTIVE, with its three papers', async () => {
    const opened = await world.activate(ORG.eligible, 4);

    expect((await world.view(opened)).state).toBe('ACTIVE');
    expect(await world.partyOrganisation(opened)).toMatchObject({ status: 'ACTIVE', countsInCoverage: true });
    expect((await world.papers(opened)).map(({ kind }) => kind)).toEqual(['APPLICATION', 'REPLY', 'FILING']);
  }, 60_000);
});
