import { shanghaiDate } from '#domain/calendar/shanghai-day.js';
import type { Act } from '#domain/process/act.js';
import { person, pool } from '#domain/process/assignee.js';
import type { Limit } from '#domain/process/record.js';
import type { StageEnd } from '#domain/process/route.js';
import { Reply } from '#domain/temp-party-org/acts.js';
import { TempPartyOrgRefusal } from '#domain/temp-party-org/errors.js';
import { assertReplyAfterAcceptance, type Term, termFrom } from '#domain/temp-party-org/term.rule.js';
import { type IsoDate, parseIsoDate } from '#domain/calendar/iso-date.js';
import { DomainError } from '#domain/errors.js';
import type { ApplicationFacts, AssessmentFacts } from '#domain/temp-party-org/case-facts.js';
import { assertCommittee, type Committee } from '#domain/temp-party-org/committee.rule.js';
import { decide } from '../steps/decide.js';
import { factsIn } from '../steps/desk.js';
import { intake } from '../steps/intake.js';
import { inStages, type StageMemory } from '../steps/stages.js';
import { ask, issue, issueOrRefuse, today, type TempPartyOrgRun } from './case.js';
import type { TempPartyOrgInput } from './contract.js';
import { type Verified, verify } from './verification.js';

type Stage = 'intake' | 'verification' | 'reply';
const ORDER: readonly Stage[] = ['intake', 'verification', 'reply'];

/** First and last day of a council's term. */
export type CouncilTerm = NonNullable<ApplicationFacts['council']>;

/** What an approving reply settles. */
export interface Approved {
  readonly term: Term;
  /** The council's term that the end was copied from. */
  readonly council: CouncilTerm;
  readonly replyDocNo: string | null;
  /** Members who declined in the verification: they do not count. */
  readonly declined: readonly string[];
}

/** What the stages know of each other. */
interface Progress {
  acceptedAt: number;
  /** null before anybody was asked. */
  verified: Verified | null;
  approved: Approved | null;
}

const workingDays = (length: number, from: number): Limit => ({ unit: 'WD', length, from });

/** 申请 → 批复: intake with one supplement, verification with everybody's confirmation, the reply. null: no reply approved it. */
export async function apply(run: TempPartyOrgRun, input: TempPartyOrgInput): Promise<Approved | null> {
  const progress: Progress = { acceptedAt: Date.now(), verified: null, approved: null };
  run.notify(person(input.applicant.userId), 'SUBMITTED', { caseNo: input.caseNo });
  await issue(run, 'APPLICATION', input.unitId, null);
  await inStages(run, ORDER, {
    intake: async (memory) => {
      const end = await takeIn(run, input, memory);
      if (end === 'LAPSED') return 'ENDED';
      progress.acceptedAt = Date.now();
      return { kind: 'DONE' };
    },
    verification: async (memory) => {
      const { end, confirmed, declined } = await verify(run, input, memory);
      progress.verified = { confirmed, declined };
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
    onSupplement: async (items, { requestId, actor }) => {
      const facts = { items, signer: actor.userId };
      await issueOrRefuse(run, 'SUPPLEMENT_NOTICE', input.unitId, requestId, facts);
      run.move('supplement');
    },
    onResubmit: async () => {
      await assessed(run, null);
      await issueOrRefuse(run, 'APPLICATION', input.unitId, null);
      run.move('resubmit');
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
  progress: Progress,
): Promise<StageEnd<Stage> | 'ENDED'> {
  // A return to the intake that resumes here leaves the verification as it is; the state follows.
  if (run.state === 'ACCEPTED') run.move('verify');
  const agreed: { last: Agreed | null } = { last: null };
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
      if (verdict === 'AGREE') agreed.last = await assertMayAgree(run, progress.verified, act);
    },
  });
  if (decision.kind === 'RETURNED') return decision;
  if (decision.kind === 'AGREED') {
    if (!agreed.last) throw new Error('a reply was agreed without a vote that agreed');
    progress.approved = await approve(run, input, decision.by, agreed.last, progress.verified?.declined ?? []);
    return { kind: 'DONE' };
  }
  await refuse(run, input, decision.by);
  return 'ENDED';
}

/** What an agreeing vote rests on: looked up before it counts, so that a vote which cannot stand is refused. */
interface Agreed {
  readonly term: Term;
  readonly council: CouncilTerm;
  readonly studiedOn: IsoDate;
  readonly lead: Committee;
  readonly members: readonly string[];
}

/** Collective study, E1–E5 again, people who still count in every post, and a council term to copy. */
async function assertMayAgree(run: TempPartyOrgRun, verified: Verified | null, act: Act): Promise<Agreed> {
  const { studiedOn, designated, generalBranchConsent } = factsIn(Reply, act);
  if (studiedOn === undefined) throw new TempPartyOrgRefusal('TPO_COLLECTIVE_STUDY_MISSING', {}, 'studiedOn');
  const day = parseIsoDate(studiedOn, 'studiedOn');
  if (day > today()) throw new TempPartyOrgRefusal('DATE_ORDER', { studiedOn, today: today() }, 'studiedOn');
  const { countedPersons } = await assessed(run, verified, generalBranchConsent ?? false);
  const { council, lead: proposed } = await ask.loadApplication(run.input.caseId, today());
  const lead = designated ?? proposed;
  assertCommittee(lead, countedPersons);
  if (!council) throw new TempPartyOrgRefusal('TPO_COUNCIL_TERM_EXPIRED', { councilTermEnd: null, on: today() });
  const { termStart: councilTermStart, termEnd: councilTermEnd } = council;
  const term = termFrom({ councilTermStart, councilTermEnd, replyDate: today() });
  return { term, council, studiedOn: day, lead, members: countedPersons };
}

/** The term is copied from the council, the paper issued; the organisation exists from today. */
async function approve(
  run: TempPartyOrgRun,
  input: TempPartyOrgInput,
  by: Act,
  { term, council, studiedOn, lead, members }: Agreed,
  declined: readonly string[],
): Promise<Approved> {
  const designated = { secretary: lead.secretary, deputy: lead.deputy ?? null, committee: lead.committee };
  const paper = { result: 'APPROVE', signer: by.actor.userId, studiedOn, ...term, ...designated };
  const docNo = await issue(run, 'REPLY', input.unitId, by.requestId, paper);
  run.notify(person(input.applicant.userId), 'DECIDED', { caseNo: input.caseNo, result: 'APPROVE', docNo });
  run.move('approve');
  run.effect('temp-party-org/established', { ...term, replyDocNo: docNo, designated, members });
  return { term, council, replyDocNo: docNo, declined };
}

async function refuse(run: TempPartyOrgRun, input: TempPartyOrgInput, by: Act): Promise<void> {
  const { studiedOn } = factsIn(Reply, by);
  const paper = { result: 'REFUSE', signer: by.actor.userId, studiedOn: studiedOn ?? null };
  const docNo = await issue(run, 'REPLY', input.unitId, by.requestId, paper);
  run.notify(person(input.applicant.userId), 'DECIDED', { caseNo: input.caseNo, result: 'REFUSE', docNo });
  run.move('refuse');
}

/** Who counts today (E1–E5), or the refusal. `verified` null: nobody was asked to confirm yet. */
async function assessed(
  run: TempPartyOrgRun,
  verified: Verified | null,
  generalBranchConsent?: boolean,
): Promise<AssessmentFacts> {
  const facts = await ask.assess({
    caseId: run.input.caseId,
    on: today(),
    whom: 'LISTED',
    confirmed: verified?.confirmed ?? null,
    declined: verified?.declined ?? [],
    ...(generalBranchConsent === undefined ? {} : { generalBranchConsent }),
  });
  if (facts.refusal) throw new DomainError(facts.refusal);
  return facts;
}
