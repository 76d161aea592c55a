import { Conclude, NoteFindings, Preliminary } from '#domain/annual-inspection/acts.js';
import type { InspectionConclusion } from '#domain/annual-inspection/consequence.js';
import type { ReviewedConclusion } from '#domain/annual-inspection/conclusion.rule.js';
import { AuthNotAllowed } from '#domain/errors.js';
import type { UserId } from '#domain/ids.js';
import { type Act, isFor } from '#domain/process/act.js';
import { organisation, pool } from '#domain/process/assignee.js';
import { ReasonsTooShort } from '#domain/process/errors.js';
import { factsIn } from '../steps/desk.js';
import { Ending } from '../steps/ending.js';
import { intake } from '../steps/intake.js';
import { issuePaperOrRefuse } from '../steps/issue-paper.js';
import { ask, limitFrom, type ReturnRun, today, unlessRefused } from './case.js';
import type { ReturnInput } from './contract.js';
import type { Season } from './season.js';

/** What stands at the end of the review, and again after each superseding decision. */
export interface Decided {
  readonly conclusion: InspectionConclusion;
  /** Who signed; null where the season decided. */
  readonly signer: UserId | null;
}

/** Characters of the reasons of a negative decision (specification C6). */
const REASONS = 10;

/** 初审: the supervisory unit agrees or gives the return back. Its silence calls the leader; nothing is skipped. */
export async function preliminaryOpinion(
  run: ReturnRun,
  input: ReturnInput,
  season: Season,
): Promise<'AGREED' | 'RETURNED'> {
  const unitId = input.filer.supervisoryUnitId;
  if (unitId === null) {
    run.move('preliminarySkipped');
    return 'AGREED';
  }
  run.stage = 'preliminary';
  const ending = new Ending<'AGREED' | 'RETURNED'>();
  const assignee = pool(unitId, 'SUPERVISORY_OFFICER');
  const task = run.open({
    kind: 'PRELIMINARY',
    assignee,
    duty: 'REVIEW',
    limit: limitFrom('PRELIMINARY', input, Date.now()),
  });
  const close = run.desk.offerOnTask(Preliminary, {
    concerns: (one) => one === task,
    take: async ({ verdict }) => {
      if (verdict === 'RETURN') {
        const closing = await ask.closingAfterReturn(season.closing, today(), input.settings);
        run.move('preliminaryReturn');
        season.move(closing);
        const { caseNo, organisationId } = input;
        run.notify(organisation(organisationId), 'RETURNED', { caseNo, closes: season.closing.closes });
      } else run.move('preliminaryAgree');
      run.close(task, verdict);
      ending.set(verdict === 'AGREE' ? 'AGREED' : 'RETURNED');
    },
  });
  try {
    await run.until(ending.reached);
    return ending.get();
  } finally {
    close();
  }
}

/** 受理审查 by the registry with one supplement; what is not answered in time is decided on as it is. */
export async function registryIntake(run: ReturnRun, input: ReturnInput): Promise<void> {
  run.stage = 'intake';
  const applicant = organisation(input.organisationId);
  await intake(
    run,
    { kept: undefined },
    {
      assignee: pool(input.unitId, 'REGISTRY_OFFICER'),
      applicant,
      checkLimit: (from) => limitFrom('INTAKE', input, from),
      answerLimit: (from) => limitFrom('SUPPLEMENT', input, from),
      onAccept: () => {
        // After an answered supplement the return is under review already.
        if (run.state === 'PRELIM_OK') run.move('intake');
        run.notify(applicant, 'ACCEPTED', { caseNo: input.caseNo });
      },
      onSupplement: () => {
        run.move('supplement');
      },
      onResubmit: (formVersion) => {
        run.move('resubmit');
        run.effect('annual-inspection/resubmitted', { formVersion });
      },
      onLapse: () => {
        run.move('answerOver');
      },
    },
  );
}

/** Until the conclusion, officers of the registry note what the review found; the last note counts. */
export function offerFindings(run: ReturnRun, input: ReturnInput): () => void {
  return run.desk.offerOnCase(NoteFindings, {
    check: (_found, { actor }) => {
      if (!isFor(pool(input.unitId, 'REGISTRY_OFFICER'), actor)) throw new AuthNotAllowed();
      run.duties.assertFree(actor, 'REVIEW');
    },
    take: (found) => {
      run.effect('annual-inspection/findings', { ...found });
    },
  });
}

/** 作出结论 by the leader of the registry, on the proposal that the rules make at this moment. */
export async function conclude(run: ReturnRun, input: ReturnInput): Promise<Decided> {
  run.stage = 'conclusion';
  const ending = new Ending<Decided>();
  const task = run.open({
    kind: 'CONCLUDE',
    assignee: pool(input.unitId, 'REGISTRY_LEADER'),
    duty: 'SIGN',
    limit: limitFrom('CONCLUSION', input, Date.now()),
  });
  const close = run.desk.offerOnTask(Conclude, {
    concerns: (one) => one === task,
    take: async (_facts, act, one) => {
      const judged = await judge(input, act);
      run.assertPossible('conclude');
      const documentId = await conclusionNotice(run, input, act, judged, false);
      run.move('conclude');
      run.close(one, judged.conclusion);
      ending.set(decide(run, input, act, { ...judged, documentId }));
    },
  });
  try {
    await run.until(ending.reached);
    return ending.get();
  } finally {
    close();
  }
}

interface Judged {
  readonly conclusion: ReviewedConclusion;
  readonly proposed: ReviewedConclusion | null;
  readonly reasons: readonly string[];
}

/** Holds a decision against what the rules propose now. Refuses one above the rules' cap, and a deviation without reasons. */
export async function judge({ caseId, settings }: ReturnInput, act: Act): Promise<Judged> {
  const { conclusion, deviates } = factsIn(Conclude, act);
  const judged = await ask.judge({ caseId, on: today(), conclusion, settings });
  unlessRefused(judged.refusal);
  if (judged.deviates && conclusion === 'PASS' && !deviates) throw new ReasonsTooShort(REASONS);
  return { conclusion, proposed: judged.proposed, reasons: judged.reasons };
}

/**
 * 年检结论通知书 for whoever has to put something right; what is PASS has its line in the public list. An act whose notice
 * cannot be printed is refused. Answers the notice's id.
 */
export async function conclusionNotice(
  run: ReturnRun,
  { unitId, organisationId, settings }: ReturnInput,
  { actor, requestId }: Act,
  { conclusion, reasons }: Judged,
  replaces: boolean,
): Promise<string | null> {
  if (conclusion === 'PASS') return null;
  const { rectifyCD: rectifyDays } = settings;
  const { documentId } = await issuePaperOrRefuse(run, {
    kind: 'INSPECTION_CONCLUSION',
    organUnitId: unitId,
    requestId,
    facts: { conclusion, grounds: reasons, replaces, rectifyDays, signer: actor.userId },
    tell: organisation(organisationId),
  });
  return documentId;
}

/** Keeps a conclusion with its notice, and tells the organisation. */
export function decide(
  run: ReturnRun,
  input: ReturnInput,
  { actor, requestId }: Act,
  judged: Judged & { readonly documentId: string | null },
): Decided {
  const { conclusion } = judged;
  run.effect('annual-inspection/concluded', { ...judged, on: today(), signer: actor.userId, requestId });
  const { caseNo, organisationId } = input;
  run.notify(organisation(organisationId), 'DECIDED', { caseNo, result: conclusion });
  return { conclusion, signer: actor.onBehalfOf ?? actor.userId };
}
