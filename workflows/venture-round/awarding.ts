import { ProposeAwards } from '#domain/venture-round/award-acts.js';
import { publicity, type Remedy } from '../steps/publicity.js';
import { recorded } from '../steps/recorded.js';
import { askMoney, refuseIf } from '../venture-project/money.js';
import { rankAgain } from './ranking.js';
import type { RoundStory } from './round.js';

/**
 * 拟资助: the host proposes what the walk by rank comes to, within quota, caps and the budgets of the sources. After an
 * upheld objection the round has been ranked again, and what stands keeps its amount.
 */
export async function propose(story: RoundStory): Promise<void> {
  const { run, input } = story;
  const task = run.open({ kind: 'PROPOSE_AWARDS', assignee: story.organisers, duty: null, limit: null });
  const close = run.desk.offerOnTask(ProposeAwards, {
    concerns: (open) => open === task,
    take: async ({ hash }) => {
      const plan = await askMoney.planAwards({ roundId: input.caseId, kind: 'PROPOSE', hash: hash ?? null });
      refuseIf(plan.refusal);
      run.move('proposeAwards');
      story.planNo = plan.no;
      run.effect('venture-round/proposed', { no: plan.no, hash: plan.hash });
      run.close(task, 'PROPOSED');
    },
  });
  try {
    await run.until(() => run.state !== 'RANKED');
  } finally {
    close();
  }
}

/** 公示: what nobody objects to stands with the end of the notice; an upheld objection ranks the others again. */
export async function publicise(story: RoundStory): Promise<void> {
  const { run } = story;
  const upheld = await notice(story);
  if (upheld.size === 0) {
    run.move('publicityEnds');
    await recorded(run);
    await story.tell('AWARDED');
    return;
  }
  run.move('objectionUpheld');
  run.effect('venture-round/objection-upheld', { upheld: [...upheld], no: story.planNo, rerank: true });
  await recorded(run);
  // The projects come first: whoever is out is no longer ranked.
  await story.tell('RERANKED');
  await left(story);
  await rankAgain(story);
}

/** Until every project to which an objection was right has left the competition. */
async function left(story: RoundStory): Promise<void> {
  for (;;) {
    const { heard } = story;
    if ((await askMoney.leavingProjects(story.input.caseId)) === 0) return;
    await story.run.until(() => story.heard !== heard);
  }
}

/**
 * 签约: until every agreement is signed or declined. Whoever declines makes room for the next in reserve, who is named in
 * a notice of their own.
 */
export async function settleAgreements(story: RoundStory): Promise<void> {
  const { run, input } = story;
  for (;;) {
    const { heard } = story;
    const { open, mayMoveUp } = await askMoney.agreementStanding(input.caseId);
    if (mayMoveUp && (await moveUp(story))) continue;
    if (open === 0) break;
    const keepThisRun = story.allowRenewal();
    try {
      await run.until(() => story.heard !== heard);
    } finally {
      keepThisRun();
    }
  }
  run.move('agreementsSettled');
}

/** 递补: false when the walk finds nobody whom the money and the places reach. */
async function moveUp(story: RoundStory): Promise<boolean> {
  const { run, input } = story;
  const plan = await askMoney.planAwards({ roundId: input.caseId, kind: 'MOVE_UP', hash: null });
  run.effect('venture-round/proposed', { no: plan.no, hash: plan.hash });
  if (plan.refusal !== null || plan.proposed === 0) {
    await recorded(run);
    return false;
  }
  story.planNo = plan.no;
  const upheld = await notice(story);
  if (upheld.size > 0) {
    run.effect('venture-round/objection-upheld', { upheld: [...upheld], no: plan.no, rerank: false });
    await recorded(run);
    await story.tell('RERANKED');
  }
  return true;
}

/** One notice, from its publication to its last answer. What stands is told at once, whatever else is disputed. */
async function notice(story: RoundStory): Promise<ReadonlyMap<string, Remedy>> {
  const { run, input, planNo: no } = story;
  run.beside(async () => {
    await recorded(run);
    await story.tell('AWARDS_PROPOSED');
  });
  return publicity(run, {
    no,
    keeper: story.organisers,
    limit: (from) => story.workingDays(story.call.publicityWD, from),
    answerLimit: (from) => story.workingDays(input.settings.objectionWD, from),
    onStands: (except) => stands(story, { no, except: [...except] }),
    onCleared: (subject) => stands(story, { no, only: subject }),
  });
}

function stands(story: RoundStory, what: Readonly<Record<string, unknown>>): void {
  const { run } = story;
  run.effect('venture-round/stands', what);
  run.beside(async () => {
    await recorded(run);
    await story.tell('PUBLICITY_ENDED');
  });
}
