import type { CaseId, OrganisationId, UnitId, UploadId } from '#domain/ids.js';
import type { Assignee } from '#domain/process/assignee.js';
import type { Role } from '#domain/roles.js';
import type { DomainError } from '#domain/errors.js';
import type { CaseRecord } from '#domain/process/record.js';
import type { TextWarning } from '#domain/text/clean-text.js';
import type { CaseRow } from '#prisma/stores/case/case-row.js';
import type { Tx } from '#prisma/stores/record/transaction.js';
import type { CaseInput } from '#workflows/steps/contract.js';
import type { RequestActor } from '../identity/actor.js';

/** What is asked to become a case: whose organisation, and the form as it was written. */
export interface Asked {
  readonly actor: RequestActor;
  readonly organisationId: OrganisationId | null;
  readonly data: unknown;
  /** Epoch ms. */
  readonly now: number;
}

/** An application that may be submitted: everything a case begins with, and what its workflow is started with. */
export interface Application {
  readonly title: string;
  readonly unitId: UnitId;
  readonly divisionCode: string;
  readonly state: string;
  readonly config: unknown;
  readonly form: unknown;
  readonly fileIds: readonly UploadId[];
  readonly units: readonly { readonly unitId: UnitId; readonly part: string }[];
  readonly predecessor: { readonly id: CaseId; readonly caseNo: string } | null;
  /** In which role the applicant applies. */
  readonly role: Role;
  readonly leader: Assignee;
  /** What the matter's workflow is given beside what every case is given: ids and numbers only. */
  readonly input: Readonly<Record<string, unknown>>;
  readonly warnings: readonly TextWarning[];
  /** The first record, where the matter's story makes it without asking anybody: the case is born with it, its first tasks are there at once. */
  readonly begins?: (input: CaseInput) => Promise<CaseRecord>;
  /** Rows of the matter that are born with the case, in the same transaction. */
  readonly bornWith?: (tx: Tx, row: CaseRow) => Promise<void>;
  /** What a row that is unique answers when it is taken already. */
  readonly taken?: DomainError;
  /** The running case that starts the workflow of this one. Where that has ended, the new one begins by itself, with `otherwise` beside its input. */
  readonly handOver?: HandOver;
}

/** A workflow that starts the new case's, told by a signal whose argument is the whole input. */
export interface HandOver {
  readonly workflowId: string;
  readonly signal: string;
  readonly otherwise: Readonly<Record<string, unknown>>;
}

/** A changed form of a running case (补正), checked like a submission. */
export interface ChangedForm {
  /** What its act says beside the version of the form: ids only. */
  readonly facts?: Readonly<Record<string, string>>;
  readonly form: unknown;
  readonly fileIds: readonly UploadId[];
}
