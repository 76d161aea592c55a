import { PROJECT_TRANSITIONS, type ProjectState } from '#domain/venture-round/states.js';
import { CaseRun } from '../steps/case-run.js';
import { offerEverydayActs } from '../steps/everyday-acts.js';
import { offerWithdraw } from '../steps/withdraw.js';
import { agreement } from './agreement.js';
import { award } from './award.js';
import type { VentureProjectInput } from './contract.js';
import { execution } from './execution.js';
import { judging } from './judging.js';
import { ProjectStory, type ProjectRun } from './project.js';
import { recovery, settlement } from './recovery.js';
import { screening } from './screening.js';

type Stage = readonly [name: string, story: (story: ProjectStory) => Promise<void>];

const SCREENING: Stage = ['screening', screening];
const JUDGING: Stage = ['judging', judging];
const AWARD: Stage = ['award', award];
const AGREEMENT: Stage = ['agreement', agreement];
const EXECUTION: Stage = ['execution', execution];
const RECOVERY: Stage = ['recovery', recovery];
const SETTLEMENT: Stage = ['settlement', settlement];

/** The stage that a state belongs to; null where the project has come to its end. */
const STAGES: Readonly<Record<ProjectState, Stage | null>> = {
  SUBMITTED: SCREENING,
  RETURNED: SCREENING,
  SHORTLISTED: JUDGING,
  SCORED: AWARD,
  SHOWN: AWARD,
  PROPOSED: AWARD,
  RESERVE: AWARD,
  NOT_FUNDED: AWARD,
  FUNDED: AGREEMENT,
  CONTRACTED: EXECUTION,
  EXECUTING: EXECUTION,
  TERMINATED: RECOVERY,
  RECOVERING: RECOVERY,
  COMPLETED: SETTLEMENT,
  SCREENED_OUT: null,
  DECLINED: null,
  CLOSED_RECOVERED: null,
  WITHDRAWN: null,
  CANCELLED: null,
};

/**
 * A project of a round: screening, judging, award, agreement, execution, recovery (M03). Each stage ends by leaving the states that are
 * its own; one that returns in a state of its own has come to the project's end (an unfunded project when the round closes).
 */
export async function ventureProject(input: VentureProjectInput): Promise<void> {
  const run: ProjectRun = new CaseRun(input, PROJECT_TRANSITIONS, 'SUBMITTED');
  const story = new ProjectStory(run, input);
  offerEverydayActs(run);
  offerWithdraw(run, () => {
    run.move('withdraw');
    story.stepDown();
  });
  await run.carryOut(async () => {
    story.listen();
    for (let stage = STAGES[run.state]; stage !== null;) {
      const [name, tell] = stage;
      run.stage = name;
      await tell(story);
      const next = STAGES[run.state];
      if (next === stage) break;
      stage = next;
    }
  });
}
