import { shanghaiDate } from '#domain/calendar/shanghai-day.js';
import type { Act } from '#domain/process/act.js';
import { person, pool } from '#domain/process/assignee.js';
import type { Limit } from '#domain/process/record.js';
import type { StageEnd } from '#domain/process/route.js';
import { Reply } from '#domain/temp-party-org/acts.js';
import { factsOf } from '#domain/process/acts.js';
import { TempPartyOrgRefusal } from '#domain/temp-party-org/errors.js';
import { assertReplyAfterAcceptance, type Term, termFrom } from '#domain/temp-party-org/term.rule.js';
import type { IsoDate } from '#domain/calendar/iso-date.js';
import { decide } from '../steps/decide.js';
import { intake } from '../steps/intake.js';
import { inStages, type StageMemory } from '../steps/stages.js';
import { ask, assertStillEligible, issue, today, type TempPartyOrgRun } from './case.js';
import type { TempPartyOrgInput } from './contract.js';
import { verify } from './verification.js';

type Stage = 'intake' | 'verification' | 'reply';
const ORDER: readonly Stage[] = ['intake', 'verification', 'reply'];

/** What an approving reply settles. */
export interface Approved {
  readonly term: Term;
  readonly councilTermEnd: IsoDate;
  readonly replyDocNo: string | null;
}

const workingDays = (length: number, from: number): Limit => ({ unit: 'WD', length, from });

/** 申请 → 批复: intake with one supplement, verification with everybody's confirmation, the reply. null: no reply approved it. */
export async function apply(run: TempPartyOrgRun, input: TempPartyOrgInput): Promise<Approved | null> {
  const progress: { acceptedAt: number; declined: readonly string[]; approved: Approved | null } = {
    acceptedAt: Date.now(),
    declined: [],
    approved: null,
  };
  run.notify(person(input.applicant.userId), 'SUBMITTED', { caseNo: input.caseNo });
  await issue(run, 'APPLICATION', input.unitId, null);
  await inStages(run, ORDER, {
    intake: async (memory) => {
      const end = await takeIn(run, input, memory);
      if (end === 'LAPSED') return 'ENDED';
      progress.acceptedAt = Date.now();
      return { kind: 'DONE' };
    },
    verification: async () => {
      const { end, declined } = await verify(run, input);
      progress.declined = declined;
      return end;
    },
    reply: (memory) => reply(run, input, memory, progress),
  });
  return progress.approved;
}

function takeIn(run: TempPartyOrgRun, input: TempPartyOrgInput, memory: StageMemory): Promise<'ACCEPTED' | 'LAPSED'> {
  const { settings, caseNo } = input;
  const applicant = person(input.applicant.userId);
  return intake(run, memory, {
    assignee: pool(input.unitId, 'TWO_NEW_APPROVER'),
    applicant,
    checkLimit: (from) => workingDays(settings.intakeCheckWD, from),
    answerLimit: (from) => workingDays(settings.intakeAnswerWD, from),
    onAccept: () => {
      run.move('accept');
      run.notify(applicant, 'ACCEPTED', { caseNo });
    },
    onSupplement: async (_items, { requestId }) => {
      run.move('supplement');
      await issue(run, 'SUPPLEMENT_NOTICE', input.unitId, requestId);
    },
    onResubmit: async () => {
      await assertStillEligible(run, []);
      run.move('resubmit');
      await issue(run, 'APPLICATION', input.unitId, null);
    },
    onLapse: () => {
      run.move('lapse');
      run.notify(applicant, 'WITHDRAWN', { caseNo, reason: 'SUPPLEMENT_NOT_ANSWERED' });
    },
  });
}

/** 批复: authority and eligibility are looked at again, then the paper, then the state. */
async function reply(
  run: TempPartyOrgRun,
  input: TempPartyOrgInput,
  memory: StageMemory,
  progress: { readonly acceptedAt: number; readonly declined: readonly string[]; approved: Approved | null },
): Promise<StageEnd<Stage> | 'ENDED'> {
  const decision = await decide<Stage>(run, memory, {
    vote: Reply,
    kind: 'REPLY',
    rule: { kind: 'ANY' },
    signers: [{ assignee: pool(input.unitId, 'TWO_NEW_APPROVER') }],
    duty: 'SIGN',
    limit: workingDays(input.settings.replyWD, progress.acceptedAt),
    returnTo: {
      to: ['intake', 'verification'],
      onReturn: (to) => {
        run.move(to === 'intake' ? 'returnToIntake' : 'returnToVerification');
      },
    },
    guard: async (verdict, act) => {
      assertReplyAfterAcceptance(today(), shanghaiDate(progress.acceptedAt));
      if (!(await ask.mayApproveCase(input.caseId, act.actor.unitId ?? input.unitId)))
        throw new TempPartyOrgRefusal('TPO_APPROVER_NOT_AUTHORISED');
      if (verdict !== 'AGREE') return;
      const facts = factsOf(Reply, act);
      if (facts.studiedOn === undefined) throw new TempPartyOrgRefusal('TPO_COLLECTIVE_STUDY_MISSING', {}, 'studiedOn');
      await assertStillEligible(run, progress.declined, facts.generalBranchConsent ?? false);
    },
  });
  if (decision.kind === 'RETURNED') return decision;
  progress.approved = await settle(run, input, decision.by, decision.kind === 'AGREED');
  return progress.approved === null ? 'ENDED' : { kind: 'DONE' };
}

/** The decision is made: the term is copied from the council, the paper issued, the organisation exists from today. */
async function settle(
  run: TempPartyOrgRun,
  input: TempPartyOrgInput,
  by: Act,
  agreed: boolean,
): Promise<Approved | null> {
  const { studiedOn, designated } = factsOf(Reply, by);
  const { council } = await ask.loadApplication(input.caseId, today());
  const term = agreed && council ? termFrom({ ...councilTerm(council), replyDate: today() }) : null;
  const result = term ? 'APPROVE' : 'REFUSE';
  const docNo = await issue(run, 'REPLY', input.unitId, by.requestId, {
    result,
    signer: by.actor.userId,
    studiedOn: studiedOn ?? null,
    ...(term ?? {}),
    ...(designated
      ? { secretary: designated.secretary, deputy: designated.deputy ?? null, committee: designated.committee }
      : {}),
  });
  run.notify(person(input.applicant.userId), 'DECIDED', { caseNo: input.caseNo, result, docNo });
  if (term === null) {
    run.move('refuse');
    return null;
  }
  run.move('approve');
  run.effect('temp-party-org/established', { ...term, replyDocNo: docNo, designated: designated ?? null });
  return { term, councilTermEnd: term.termEnd, replyDocNo: docNo };
}

const councilTerm = (council: {
  readonly termStart: IsoDate;
  readonly termEnd: IsoDate;
}): { councilTermStart: IsoDate; councilTermEnd: IsoDate } => ({
  councilTermStart: council.termStart,
  councilTermEnd: council.termEnd,
});
