import { addCalendarDays, daysBetween } from '#domain/calendar/iso-date.js';
import { shanghaiDate } from '#domain/calendar/shanghai-day.js';
import { FieldInvalid } from '#domain/errors.js';
import { person, pool } from '#domain/process/assignee.js';
import { VentureRoundRefusal } from '#domain/venture-round/errors.js';
import { type MidTermResult, midTermDay, midTermOutcome } from '#domain/venture-round/evaluation.rule.js';
import { Evaluate, FileReport } from '#domain/venture-round/money-acts.js';
import { MID_TERM_EVENTS } from '#domain/venture-round/states.js';
import { Ending } from '../steps/ending.js';
import type { OpenTask } from '../steps/open-task.js';
import { askMoney, type Contract, refuseIf, today } from './money.js';
import type { ProjectStory } from './project.js';

/** At the least so many days remain for a report whose day is near when execution begins. */
const SHORTEST_CD = 10;

type Wait = (ready: () => boolean) => Promise<void>;

/**
 * 中期评估: at half time the applicant reports; without a report it has failed. Rectification is looked at once more.
 * Moves the project; answers what it came to.
 */
export async function midTerm(story: ProjectStory, contract: Contract, wait: Wait): Promise<MidTermResult> {
  const { run, input } = story;
  let isSecondCheck = false;
  for (;;) {
    const days = isSecondCheck
      ? input.settings.midTermRecheckCD
      : Math.max(SHORTEST_CD, daysBetween(today(), midTermDay(contract)));
    const reported = await report(story, { kind: 'MID_TERM', days, mayLapse: true, wait });
    const said = reported ? await evaluation(story, { kind: 'MID_TERM', isSecondCheck, wait }) : null;
    const result = midTermOutcome({ reported, result: said?.result ?? 'FAIL', isSecondCheck });
    run.move(MID_TERM_EVENTS[result]);
    run.effect('venture-project/evaluated', {
      kind: isSecondCheck ? 'SECOND_CHECK' : 'MID_TERM',
      result,
      evaluator: said?.evaluator ?? null,
      acceptedFen: null,
    });
    tellResult(story, result);
    if (result !== 'RECTIFY') return result;
    isSecondCheck = true;
  }
}

/** 结项评估: the final report and what an evaluator makes of it, with the spending that is accepted. */
export async function finalEvaluation(story: ProjectStory, contract: Contract, wait: Wait): Promise<'PASS' | 'FAIL'> {
  const { run, input } = story;
  const dueOn = (): number =>
    Math.max(SHORTEST_CD, daysBetween(today(), addCalendarDays(contract.to, input.settings.returnMoneyCD)));
  await report(story, {
    kind: 'FINAL',
    days: dueOn(),
    mayLapse: false,
    wait,
    until: () => contract.to,
    renewed: dueOn,
  });
  const { result, evaluator, acceptedFen } = await evaluation(story, { kind: 'FINAL', isSecondCheck: false, wait });
  const passed = result === 'PASS';
  contract.accepted = acceptedFen;
  if (!passed) contract.breach = 'EVALUATION_FAILED';
  run.move(passed ? 'evaluationPass' : 'evaluationFail');
  run.effect('venture-project/evaluated', { kind: 'FINAL', result, evaluator, acceptedFen });
  tellResult(story, result);
  return passed ? 'PASS' : 'FAIL';
}

interface ReportWanted {
  readonly kind: 'MID_TERM' | 'FINAL';
  /** Calendar days from now. */
  readonly days: number;
  /** Whether silence is a result (no report = FAIL); otherwise it is overdue. */
  readonly mayLapse: boolean;
  readonly wait: Wait;
  /** What the due date hangs on, and how many days there are when that has moved (an extension). */
  readonly until?: () => string;
  readonly renewed?: () => number;
}

/** Whether the report came. */
async function report(story: ProjectStory, wanted: ReportWanted): Promise<boolean> {
  const { run, input } = story;
  const { kind, wait } = wanted;
  const came = new Ending<boolean>();
  const open = (length: number): OpenTask =>
    run.open({
      kind: kind === 'MID_TERM' ? 'FILE_MID_TERM_REPORT' : 'FILE_FINAL_REPORT',
      assignee: person(input.applicant.userId),
      duty: 'SUBMIT',
      limit: { unit: 'CD', length, from: Date.now() },
      ...(wanted.mayLapse ? { onLapse: () => came.set(false) } : {}),
    });
  let task = open(wanted.days);
  const close = run.desk.offerOnTask(FileReport, {
    concerns: (asked) => asked === task,
    check: (facts) => {
      if (facts.kind !== kind) throw new VentureRoundRefusal('VEN_REPORT_WRONG', { due: kind }, 'kind');
    },
    take: async ({ no }) => {
      refuseIf(await askMoney.reportToFile(input.caseId, no, kind));
      run.effect('venture-project/reported', { no, kind });
      run.close(task, 'FILED');
      came.set(true);
    },
  });
  try {
    for (let until = wanted.until?.(); ; until = wanted.until?.()) {
      await wait(() => came.reached() || wanted.until?.() !== until);
      if (came.reached()) return came.get();
      run.close(task, 'EXTENDED');
      task = open(wanted.renewed?.() ?? wanted.days);
    }
  } finally {
    close();
    run.close(task, 'NOT_NEEDED');
  }
}

interface Evaluated {
  readonly result: MidTermResult;
  readonly evaluator: string;
  readonly acceptedFen: number;
}

/** 第三方评估: by somebody who judged nobody in the round and saw no sheet of its judges. */
async function evaluation(
  story: ProjectStory,
  {
    kind,
    isSecondCheck,
    wait,
  }: { readonly kind: 'MID_TERM' | 'FINAL'; readonly isSecondCheck: boolean; readonly wait: Wait },
): Promise<Evaluated> {
  const { run, input } = story;
  const ending = new Ending<Evaluated>();
  const task = run.open({
    kind: kind === 'MID_TERM' ? (isSecondCheck ? 'RECHECK_PROJECT' : 'EVALUATE_MID_TERM') : 'EVALUATE_FINAL',
    assignee: pool(input.unitId, 'EVALUATOR'),
    duty: null,
    limit: story.workingDays(input.settings.screenWD),
  });
  const close = run.desk.offerOnTask(Evaluate, {
    concerns: (asked) => asked === task,
    check: ({ result, acceptedFen }) => {
      if (kind === 'FINAL' && result === 'RECTIFY')
        throw new FieldInvalid('result', '结项评估只有合格与不合格。', 'A closing evaluation passes or fails.');
      if (kind === 'FINAL' && acceptedFen === undefined)
        throw new FieldInvalid('acceptedFen', '请填写认可的支出。', 'State the spending that is accepted.');
    },
    take: async ({ result, acceptedFen = 0 }, { actor }) => {
      const { caseId: projectId } = input;
      refuseIf(await askMoney.mayEvaluate({ projectId, userId: actor.userId, personId: actor.personId }));
      if (kind === 'FINAL') refuseIf(await askMoney.mayAccept(projectId, acceptedFen));
      run.close(task, result);
      ending.set({ result, evaluator: actor.userId, acceptedFen });
    },
  });
  try {
    await wait(ending.reached);
    return ending.get();
  } finally {
    close();
    run.close(task, 'NOT_NEEDED');
  }
}

function tellResult({ run, input, organisers }: ProjectStory, result: MidTermResult): void {
  const params = { caseNo: input.caseNo, result, on: shanghaiDate(Date.now()) };
  run.notify(person(input.applicant.userId), 'EVALUATED', params);
  run.notify(organisers, 'EVALUATED', params);
}
