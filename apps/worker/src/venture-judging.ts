import { solveInThread } from '#activities/optimisation/solver.js';
import { assignmentActivities } from '#activities/venture-judging/assignment.activities.js';
import { diagnosisActivities } from '#activities/venture-judging/diagnosis.activities.js';
import { judgingActivities } from '#activities/venture-judging/judging.activities.js';
import type { Database } from '#prisma/client.js';
import { assignmentJobStore } from '#prisma/stores/venture-judging/assignment-job.store.js';
import { diagnosisStore } from '#prisma/stores/venture-judging/diagnosis.store.js';
import { judgingStore } from '#prisma/stores/venture-judging/judging.store.js';

/** Seconds for one program of an optimisation. */
const SECONDS = 20;

/** What judging needs of a worker: the stores behind its activities, and the solver in its thread. */
export const ventureJudging = (database: Database) => ({
  ...judgingActivities(judgingStore(database)),
  ...assignmentActivities({ jobs: assignmentJobStore(database), solve: solveInThread, seconds: SECONDS }),
  ...diagnosisActivities({ diagnoses: diagnosisStore(database), solve: solveInThread, seconds: SECONDS }),
});
