import type { Refusal } from '#domain/errors.js';
import type { CaseId } from '#domain/ids.js';
import type {
  AccountFacts,
  AgreementStanding,
  AgreementTerms,
  AwardOutcome,
  ChangeFacts,
  DeedFacts,
  DeedRequest,
  EvaluatorRequest,
  PlannedAwards,
  PlanRequest,
  WithdrawalFacts,
} from '#domain/venture-round/money-facts.js';

/** What M03 knows of the awards of a round. */
export interface RoundAwards {
  plan(request: PlanRequest): Promise<PlannedAwards>;
  agreementStanding(roundId: CaseId): Promise<AgreementStanding>;
  /** Projects whose execution has not ended. */
  executing(roundId: CaseId): Promise<number>;
  /** Projects to which an objection was right, and that have not left the competition yet. */
  leaving(roundId: CaseId): Promise<number>;
  outcomeOf(projectId: CaseId): Promise<AwardOutcome | null>;
}

/** What M03 knows of a project's adoptions. */
export interface Adoptions {
  deedToSign(request: DeedRequest): Promise<DeedFacts>;
  deedToWithdraw(request: DeedRequest & { readonly userId: string }): Promise<WithdrawalFacts>;
  deedToConfirm(request: DeedRequest): Promise<Refusal | null>;
}

/** What M03 knows of a project's agreement, its money and its execution. */
export interface ProjectMoney {
  terms(projectId: CaseId): Promise<AgreementTerms>;
  account(projectId: CaseId): Promise<AccountFacts>;
  mayEvaluate(request: EvaluatorRequest): Promise<Refusal | null>;
  mayAccept(projectId: CaseId, acceptedFen: number): Promise<Refusal | null>;
  reportToFile(projectId: CaseId, no: number, kind: 'MID_TERM' | 'FINAL'): Promise<Refusal | null>;
  change(projectId: CaseId, changeId: string): Promise<ChangeFacts>;
}

/** What the later half of a round asks for. Each is idempotent by its arguments. */
export const ventureMoneyActivities = (ports: {
  readonly awards: RoundAwards;
  readonly adoptions: Adoptions;
  readonly money: ProjectMoney;
}) => ({
  /** Walks by rank over what stands, and keeps the plan under the next number that was not proposed yet. */
  planAwards: (request: PlanRequest): Promise<PlannedAwards> => ports.awards.plan(request),
  agreementStanding: (roundId: CaseId): Promise<AgreementStanding> => ports.awards.agreementStanding(roundId),
  executingProjects: (roundId: CaseId): Promise<number> => ports.awards.executing(roundId),
  leavingProjects: (roundId: CaseId): Promise<number> => ports.awards.leaving(roundId),
  awardOutcome: (projectId: CaseId): Promise<AwardOutcome | null> => ports.awards.outcomeOf(projectId),

  deedToSign: (request: DeedRequest): Promise<DeedFacts> => ports.adoptions.deedToSign(request),
  deedToWithdraw: (request: DeedRequest & { readonly userId: string }): Promise<WithdrawalFacts> =>
    ports.adoptions.deedToWithdraw(request),
  deedToConfirm: (request: DeedRequest): Promise<Refusal | null> => ports.adoptions.deedToConfirm(request),

  agreementTerms: (projectId: CaseId): Promise<AgreementTerms> => ports.money.terms(projectId),
  paymentAccount: (projectId: CaseId): Promise<AccountFacts> => ports.money.account(projectId),
  /** The refusal of an evaluator who judged in the round or saw its sheets; null: may evaluate. */
  mayEvaluate: (request: EvaluatorRequest): Promise<Refusal | null> => ports.money.mayEvaluate(request),
  /** The refusal of spending above the vouchers; null: may be accepted. */
  mayAccept: (projectId: CaseId, acceptedFen: number): Promise<Refusal | null> =>
    ports.money.mayAccept(projectId, acceptedFen),
  reportToFile: (projectId: CaseId, no: number, kind: 'MID_TERM' | 'FINAL'): Promise<Refusal | null> =>
    ports.money.reportToFile(projectId, no, kind),
  changeAsked: (projectId: CaseId, changeId: string): Promise<ChangeFacts> => ports.money.change(projectId, changeId),
});

export type VentureMoneyActivities = ReturnType<typeof ventureMoneyActivities>;
