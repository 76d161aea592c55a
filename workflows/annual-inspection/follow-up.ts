import { Publish, SubmitLate, Supersede } from '#domain/annual-inspection/acts.js';
import { consequenceOf } from '#domain/annual-inspection/consequence.js';
import { lateNotice } from '#domain/annual-inspection/season-calendar.rule.js';
import { AuthNotAllowed, CaseStateConflict } from '#domain/errors.js';
import { type Actor, isFor } from '#domain/process/act.js';
import { organisation, pool } from '#domain/process/assignee.js';
import { limitFrom, type ReturnRun, today } from './case.js';
import type { ReturnInput } from './contract.js';
import { refuseSecond } from './filing.js';
import { rectify } from './rectification.js';
import { conclusionNotice, type Decided, decide, judge } from './review.js';
import type { Season } from './season.js';
import { talk } from './talk.js';

/**
 * What follows from a conclusion: its publication, and beside it talk and rectification, until both are done. Answers the
 * decision that superseded it meanwhile, and null when the case has come to its end.
 */
export async function followUp(
  run: ReturnRun,
  input: ReturnInput,
  season: Season,
  decided: Decided,
): Promise<Decided | null> {
  run.stage = 'follow-up';
  let superseded: Decided | null = null;
  let strands = 2;
  const isOver = (): boolean => superseded !== null;
  const beside = (strand: () => Promise<void>): void => {
    run.beside(async () => {
      await strand();
      strands -= 1;
    });
  };
  const closing = [
    offerSupersede(run, input, season, decided, (by) => {
      superseded = by;
    }),
    offerLate(run, input, season, decided),
  ];
  try {
    beside(() => publish(run, input, isOver));
    beside(() => putRight(run, input, decided, isOver));
    await run.until(() => superseded !== null || strands === 0);
    return superseded;
  } finally {
    for (const close of closing) close();
  }
}

/** 公告: the conclusion, never the return. */
async function publish(run: ReturnRun, input: ReturnInput, isOver: () => boolean): Promise<void> {
  let published = false;
  const task = run.open({
    kind: 'PUBLISH',
    assignee: pool(input.unitId, 'REGISTRY_OFFICER'),
    duty: null,
    limit: limitFrom('PUBLICATION', input, Date.now()),
  });
  const close = run.desk.offerOnTask(Publish, {
    concerns: (one) => one === task,
    take: () => {
      run.move('publish');
      run.effect('annual-inspection/published', { on: today() });
      run.close(task, 'PUBLISHED');
      published = true;
    },
  });
  try {
    await run.until(() => published || isOver());
  } finally {
    close();
  }
}

/** Talk after FAIL or a return that never came, rectification after those and after BASIC_PASS. */
async function putRight(run: ReturnRun, input: ReturnInput, decided: Decided, isOver: () => boolean): Promise<void> {
  const { nextTask, rectificationRequired } = consequenceOf(decided.conclusion);
  const rectifyBy = nextTask === null ? null : await talk(run, input, isOver);
  if (rectificationRequired && !isOver()) await rectify(run, input, decided, rectifyBy, isOver);
}

/** 更正: a wrong conclusion is replaced by a new decision of the leader; everything that the old one had opened closes. */
export function offerSupersede(
  run: ReturnRun,
  input: ReturnInput,
  season: Season,
  decided: Decided,
  superseded: (by: Decided) => void,
): () => void {
  return run.desk.offerOnCase(Supersede, {
    check: ({ conclusion }, { actor }) => {
      assertLeader(input, actor);
      season.assertRunning('supersede');
      run.duties.assertFree(actor, 'SIGN');
      if (conclusion === decided.conclusion) throw new CaseStateConflict(run.state, 'supersede');
    },
    take: async (_facts, act) => {
      const judged = await judge(input, act);
      run.assertPossible('supersede');
      const documentId = await conclusionNotice(run, input, act, judged, true);
      run.move('supersede');
      run.closeAll('SUPERSEDED');
      superseded(decide(run, input, act, { ...judged, documentId }));
    },
  });
}

function assertLeader({ unitId }: ReturnInput, actor: Actor): void {
  if (!isFor(pool(unitId, 'REGISTRY_LEADER'), actor)) throw new AuthNotAllowed();
}

/** A return that comes after its season closed is kept as late, once, and changes nothing. */
function offerLate(run: ReturnRun, input: ReturnInput, season: Season, { conclusion }: Decided): () => void {
  let kept = false;
  const applicant = organisation(input.organisationId);
  return run.desk.offerOnCase(SubmitLate, {
    check: (_facts, { actor }) => {
      if (!isFor(applicant, actor)) throw new AuthNotAllowed();
      if (conclusion !== 'NOT_PARTICIPATED') throw new CaseStateConflict(run.state, 'submitLate');
      season.assertRunning('submitLate');
      run.assertPossible('submitLate');
      if (kept) refuseSecond(input);
    },
    take: ({ formVersion }) => {
      kept = true;
      run.move('submitLate');
      run.effect('annual-inspection/filed', { formVersion, on: today() });
      const { due } = season.closing;
      const late = lateNotice(today(), season.closing);
      run.notify(applicant, late?.code ?? 'SUBMITTED', { caseNo: input.caseNo, due });
    },
  });
}
