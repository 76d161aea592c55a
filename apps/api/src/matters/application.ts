import type { CaseId, OrganisationId, UnitId, UploadId } from '#domain/ids.js';
import type { Assignee } from '#domain/process/assignee.js';
import type { Role } from '#domain/roles.js';
import type { TextWarning } from '#domain/text/clean-text.js';
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
}

/** A changed form of a running case (补正), checked like a submission. */
export interface ChangedForm {
  readonly form: unknown;
  readonly fileIds: readonly UploadId[];
}
