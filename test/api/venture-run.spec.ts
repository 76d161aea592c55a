import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Worker } from '@temporalio/worker';

import { asId } from '#domain/ids.js';
import type { RequestId, UnitId, UserId } from '#domain/ids.js';
import { pool } from '#domain/process/assignee.js';
import { DEFAULT_SETTINGS } from '#domain/venture-round/settings.js';
import { VENTURE_ROUND } from '#domain/venture-round/states.js';
import { hostUnit } from '#prisma/demonstration/venture.js';
import { caseStore } from '#prisma/stores/case.store.js';
import { bearRound } from '#prisma/stores/venture-round/birth.js';
import { CASE_QUEUE, workflowIdOf } from '#workflows/steps/contract.js';
import { VENTURE_ROUND_WORKFLOW } from '#workflows/venture-round/contract.js';
import { PRODUCT, workflowCode } from '../support/workflow-code.js';
import { Office } from './office.js';
import { applied, hashOf, ORGANISER, roundNow } from './venture-office.js';

const DAY = 24 * 3600;
const OPINION = '应申报单位要求,调整本届名称。';
let office: Office;

beforeAll(async () => {
  office = await Office.open();
}, 120_000);
afterAll(() => office.close());

/** A planned round whose runs end after so many acts. */
async function shortRuns(actsPerRun: number): Promise<string> {
  const configuration = roundNow();
  const unitId = asId<UnitId>(hostUnit('jiefang'));
  const userId = asId<UserId>(ORGANISER);
  const row = await caseStore(office.database).create({
    startRequestId: asId<RequestId>(randomUUID()),
    ...{
      matter: VENTURE_ROUND.slug,
      code: VENTURE_ROUND.code,
      title: configuration.title,
      organisationId: null,
      unitId,
    },
    ...{
      divisionCode: configuration.divisionCode,
      applicantUserId: userId,
      state: 'PLANNED',
      config: DEFAULT_SETTINGS,
    },
    ...{ facts: {}, form: configuration, fileIds: [], draft: null, predecessorId: null, units: [], at: Date.now() },
  });
  await bearRound(office.database.pool, row, configuration);
  await caseStore(office.database).markStarted(row.id, Date.now());
  const applicant = { userId, personId: null, role: 'ROUND_ORGANISER', unitId, onBehalfOf: null };
  const input = {
    ...{ caseId: row.id, caseNo: row.caseNo, matter: row.matter, organisationId: null, unitId, applicant, actsPerRun },
    ...{ requestId: row.startRequestId, leader: pool(unitId, 'ROUND_ORGANISER'), settings: DEFAULT_SETTINGS },
  };
  const workflowId = workflowIdOf(row.matter, row.caseNo);
  await office.withClient(({ workflow }) =>
    workflow.start(VENTURE_ROUND_WORKFLOW, { taskQueue: CASE_QUEUE, workflowId, args: [input] }),
  );
  await office.until(async () => (await office.openTasks(row.caseNo)).length > 0);
  return row.caseNo;
}

describe('a round with a long history', () => {
  it('goes on in a new run while its call is open, takes over what comes then, and replays', async () => {
    const roundNo = await shortRuns(2);
    const workflowId = workflowIdOf(VENTURE_ROUND.slug, roundNo);
    const runId = async () =>
      office.withClient(async ({ workflow }) => (await workflow.getHandle(workflowId).describe()).runId);
    const first = await runId();

    const hash = await hashOf(office, roundNo);
    await office.must(office.act(ORGANISER, roundNo, 'publishCall', 'PUBLISH_CALL', { facts: { hash } }));
    const form = { ...roundNow(), title: '解放街道公益创投(补充)' };
    const { configuration } = await office.database.rows.round.findUniqueOrThrow({ where: { caseNo: roundNo } });
    const amended = { ...Object(configuration), title: form.title };
    await office.must(office.act(ORGANISER, roundNo, 'amendCall', null, { form: amended, opinion: OPINION }));
    await office.until(async () => (await runId()) !== first);
    const project = String((await office.must(applied(office, roundNo, 1))).body.caseNo);
    await office.until(
      async () => (await office.database.rows.case.findUniqueOrThrow({ where: { caseNo: project } })).seq > 0,
    );
    await office.skip(roundNo, 31 * DAY);

    await office.until(async () => (await office.state(roundNo)) === 'SCREENING');
    await office.until(async () => (await office.openTasks(project)).some(({ kind }) => kind === 'SCREEN'));
    const workflowBundle = await workflowCode(PRODUCT);
    for (const [id, run] of [
      [workflowId, first],
      [workflowId, await runId()],
      [`venture-project:${project}`, undefined],
    ] as const) {
      const history = await office.withClient(({ workflow }) => workflow.getHandle(id, run).fetchHistory());
      await Worker.runReplayHistory({ workflowBundle }, history, id);
      expect(JSON.stringify(history)).not.toContain('银龄相伴');
    }
  }, 90_000);
});
