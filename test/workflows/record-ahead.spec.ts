import { randomUUID } from 'node:crypto';

import { asId, type RequestId, type UnitId, type UserId } from '#domain/ids.js';
import type { Act } from '#domain/process/act.js';
import { person } from '#domain/process/assignee.js';
import { ORG, UNIT, USER } from '#prisma/demonstration/handles.js';
import { caseContextStore } from '#prisma/stores/case-context.store.js';
import { recordStore } from '#prisma/stores/record.store.js';
import { applicant } from '../support/temp-party-org-people.js';
import { TempPartyOrgWorld } from '../support/temp-party-org-world.js';

describe('a worker that dies after the transaction and before its workflow knows', () => {
  let world: TempPartyOrgWorld;
  beforeAll(async () => {
    world = await TempPartyOrgWorld.open();
  }, 120_000);
  afterAll(() => world.close());

  it('loses nothing: the next act finds the record, and the recorded act is carried out first', async () => {
    const opened = await world.submit(ORG.eligible, 4);
    const before = await world.view(opened);
    const copied = copyAct();
    const { database } = world;
    const kept = { id: copied.requestId, caseId: opened.caseId, userId: copied.actor.userId, fingerprint: 'copy' };
    await caseContextStore(database).saveActRequest(
      { ...kept, opinion: null, fileIds: [], ip: null, act: copied },
      Date.now(),
    );
    await recordStore(database).record({
      caseId: opened.caseId,
      seq: before.seq + 1,
      at: Date.now(),
      prevHash: before.hash,
      cause: {
        kind: 'ACT',
        act: 'copy',
        actor: copied.actor,
        requestId: copied.requestId,
        taskId: null,
        verdict: null,
      },
      stage: 'intake',
      state: before.state,
      closed: false,
      opened: [],
      changed: [],
      closedTasks: [],
      copies: [person(USER.neijiangLeader)],
      recusals: [],
      notices: [],
      effects: [],
    });

    const urged = await world.act(opened, applicant(ORG.eligible), 'urge');

    expect(urged.seq).toBe(before.seq + 2);
    expect(await kindsOf(opened.caseId)).toEqual(['START', 'copy', 'urge']);
    expect((await world.view(opened)).seq).toBe(before.seq + 2);
  }, 60_000);

  async function kindsOf(caseId: string): Promise<string[]> {
    const text = 'SELECT kind FROM "LedgerEntry" WHERE "caseId" = $1 ORDER BY seq';
    return (await world.database.pool.query<{ kind: string }>(text, [caseId])).rows.map(({ kind }) => kind);
  }
});

const copyAct = (): Act => ({
  requestId: asId<RequestId>(randomUUID()),
  fingerprint: 'copy',
  kind: 'copy',
  actor: {
    userId: asId<UserId>(USER.neijiangIntake),
    personId: null,
    role: 'TWO_NEW_APPROVER',
    unitId: asId<UnitId>(UNIT.neijiangWorkCommittee),
    onBehalfOf: null,
  },
  taskId: null,
  seenSeq: null,
  facts: { to: [{ userId: USER.neijiangLeader }] },
});
