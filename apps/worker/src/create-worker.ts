import { getHeapStatistics } from 'node:v8';

import type { NativeConnection, WorkerOptions } from '@temporalio/worker';
import { Worker } from '@temporalio/worker';

import { annualInspectionActivities } from '#activities/annual-inspection/annual-inspection.activities.js';
import { randomCheckActivities } from '#activities/random-check/random-check.activities.js';
import { audienceActivities } from '#activities/audience/audience.activities.js';
import { inspectionSeasonActivities } from '#activities/inspection-season/inspection-season.activities.js';
import { recordActivities } from '#activities/record/record.activities.js';
import { tempPartyOrgActivities } from '#activities/temp-party-org/temp-party-org.activities.js';
import { ventureMoneyActivities } from '#activities/venture-money/venture-money.activities.js';
import { ventureRoundActivities } from '#activities/venture-round/venture-round.activities.js';
import type { Database } from '#prisma/client.js';
import { columnCipher } from '#prisma/crypto.js';
import type { ContentStore } from '#prisma/files/content-store.js';
import { RETURN_PROJECTIONS } from '#prisma/stores/annual-inspection/return-projections.js';
import { annualInspectionStore } from '#prisma/stores/annual-inspection.store.js';
import { PUBLICITY_PROJECTIONS } from '#prisma/stores/publicity-projections.js';
import { randomCheckStore } from '#prisma/stores/random-check.store.js';
import { RANDOM_CHECK_PROJECTIONS } from '#prisma/stores/random-check/projections.js';
import { loadedCalendar } from '#prisma/stores/record/loaded-calendar.js';
import { seasonReturns } from '#prisma/stores/inspection-season/audience.js';
import { INSPECTION_SEASON_PROJECTIONS } from '#prisma/stores/inspection-season/projections.js';
import { recordStore } from '#prisma/stores/record.store.js';
import { seasonStore } from '#prisma/stores/season.store.js';
import { TEMP_PARTY_ORG_PROJECTIONS } from '#prisma/stores/temp-party-org/projections.js';
import { tempPartyOrgStore } from '#prisma/stores/temp-party-org.store.js';
import { JUDGING_PROJECTIONS } from '#prisma/stores/venture-judging/projections.js';
import { adoptionStore } from '#prisma/stores/venture-money/adoption.store.js';
import { agreementStore } from '#prisma/stores/venture-money/agreement.store.js';
import { awardStore } from '#prisma/stores/venture-money/award.store.js';
import { PROJECT_MONEY_PROJECTIONS } from '#prisma/stores/venture-money/project-projections.js';
import { ROUND_AWARD_PROJECTIONS } from '#prisma/stores/venture-money/round-projections.js';
import { roundProjects } from '#prisma/stores/venture-round/audience.js';
import { VENTURE_ROUND_PROJECTIONS } from '#prisma/stores/venture-round/projections.js';
import { ventureRoundStore } from '#prisma/stores/venture-round.store.js';
import { SEASON_RETURNS } from '#workflows/inspection-season/contract.js';
import { CASE_QUEUE } from '#workflows/steps/contract.js';
import { papers } from './papers.js';
import { sendAgain } from './send-again.js';
import { ventureJudging } from './venture-judging.js';

/** What a worker is put together from. */
export interface WorkerParts {
  readonly connection: NativeConnection;
  readonly temporalAddress: string;
  readonly namespace?: string;
  readonly database: Database;
  readonly dataKey: string | Uint8Array;
  readonly files: ContentStore;
  /** The folder of the shipped Word templates. */
  readonly templates: URL;
  /** The workflows: a path to their sources, or a bundle made at build time. */
  readonly workflows: Pick<WorkerOptions, 'workflowsPath' | 'workflowBundle' | 'bundlerOptions'>;
  readonly taskQueue?: string;
}

/** What every matter's own tables show of a record. */
const PROJECTIONS = {
  ...PUBLICITY_PROJECTIONS,
  ...ROUND_AWARD_PROJECTIONS,
  ...PROJECT_MONEY_PROJECTIONS,
  ...RETURN_PROJECTIONS,
  ...TEMP_PARTY_ORG_PROJECTIONS,
  ...RANDOM_CHECK_PROJECTIONS,
  ...VENTURE_ROUND_PROJECTIONS,
  ...JUDGING_PROJECTIONS,
  ...INSPECTION_SEASON_PROJECTIONS,
};

/** What a cached case takes of memory, measured with 2,500 returns of a season, and how much of the heap cached cases may fill. */
const CASE_BYTES = 250 * 1024;
const CACHE_SHARE = 0.7;

/**
 * Cases that a worker keeps at hand. One that is not among them is replayed from its history for its next act, which costs as much as the act; a season
 * goes through all its returns in turn, so that a cache a little too small helps none of them.
 */
const casesAtHand = (): number => Math.floor((getHeapStatistics().heap_size_limit * CACHE_SHARE) / CASE_BYTES);

/** The composition root: stores → activities → the worker that carries out every case. */
export async function createWorker(parts: WorkerParts): Promise<Worker> {
  const { connection, namespace = 'default', database, dataKey, files, taskQueue = CASE_QUEUE } = parts;
  return Worker.create({
    connection,
    namespace,
    taskQueue,
    ...parts.workflows,
    activities: {
      ...recordActivities({
        records: recordStore(database, PROJECTIONS),
        sendAgain: sendAgain(database, parts.temporalAddress, namespace),
      }),
      ...annualInspectionActivities({
        returns: annualInspectionStore(database),
        calendar: loadedCalendar(database.pool),
      }),
      ...inspectionSeasonActivities({ seasons: seasonStore(database) }),
      ...tempPartyOrgActivities({ applications: tempPartyOrgStore(database) }),
      ...papers(database, dataKey, files, parts.templates),
      ...audienceActivities({ 'round-projects': roundProjects(database), [SEASON_RETURNS]: seasonReturns(database) }),
      ...ventureMoneyActivities({
        awards: awardStore(database),
        adoptions: adoptionStore(database),
        money: agreementStore(database),
      }),
      ...ventureRoundActivities(ventureRoundStore(database)),
      ...ventureJudging(database),
      ...randomCheckActivities(randomCheckStore(database, columnCipher(dataKey))),
    },
    maxCachedWorkflows: casesAtHand(),
    // New cases must not wait behind cached ones: the default pollers starve them for seconds under load.
    workflowTaskPollerBehavior: { type: 'autoscaling' },
    // After a crash the next act of a cached case waits this long for the dead worker.
    stickyQueueScheduleToStartTimeout: '1s',
    shutdownGraceTime: '10s',
  });
}
