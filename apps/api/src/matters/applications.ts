import { Injectable } from '@nestjs/common';

import { AuthNotAllowed, CaseStateConflict } from '#domain/errors.js';
import type { DomainError } from '#domain/errors.js';
import { ANNUAL_INSPECTION } from '#domain/annual-inspection/states.js';
import { GENERAL_APPROVAL } from '#domain/general-approval/states.js';
import type { RequestId } from '#domain/ids.js';
import { TEMP_PARTY_ORG } from '#domain/temp-party-org/states.js';
import { VENTURE_PROJECT, VENTURE_ROUND } from '#domain/venture-round/states.js';
import type { CaseRow, TaskRow } from '#prisma/stores/case/case-row.js';
import type { Application, Asked, ChangedForm } from './application.js';
import { AnnualReturnApplications } from './annual-return.applications.js';
import { GeneralApprovalApplications } from './general-approval.applications.js';
import { TempPartyOrgApplications } from './temp-party-org.applications.js';
import { VentureProjectApplications } from './venture-project.applications.js';
import { VentureRoundApplications } from './venture-round.applications.js';

/** A form that an act brings to a running case. */
export interface FormBrought {
  readonly row: CaseRow;
  /** The kind of the act. */
  readonly kind: string;
  /** The task on which it is made, whoever holds it; null for an act on the case. */
  readonly task: TaskRow | null;
}

/** What a matter makes of its applications: `prepare` of a new one, `change` of one that an act brings to a running case. */
export interface MatterApplications {
  prepare(asked: Asked): Promise<Application>;
  change?(brought: FormBrought, asked: Asked): Promise<ChangedForm>;
  /** Keeps the words of an act, once per request; the facts that its workflow is told. */
  words?(brought: FormBrought, asked: Asked, requestId: RequestId): Promise<unknown>;
  /** What somebody is told whose form comes when its task is closed; null: just that. */
  tooLate?(brought: FormBrought): Promise<DomainError | null>;
}

/** The applications of every matter, by its slug. */
@Injectable()
export class Applications {
  readonly #of: ReadonlyMap<string, MatterApplications>;

  constructor(
    tempPartyOrgs: TempPartyOrgApplications,
    approvals: GeneralApprovalApplications,
    rounds: VentureRoundApplications,
    projects: VentureProjectApplications,
    returns: AnnualReturnApplications,
  ) {
    this.#of = new Map<string, MatterApplications>([
      [TEMP_PARTY_ORG.slug, tempPartyOrgs],
      [GENERAL_APPROVAL.slug, approvals],
      [VENTURE_ROUND.slug, rounds],
      [VENTURE_PROJECT.slug, projects],
      [ANNUAL_INSPECTION.slug, returns],
    ]);
  }

  /** Everything that the case begins with; throws the first rule that says no. */
  prepare(matter: string, asked: Asked): Promise<Application> {
    const applications = this.#of.get(matter);
    // An office opens these cases by a request of their own, never from a draft.
    if (applications === undefined) throw new AuthNotAllowed({ action: 'create', resource: matter });
    return applications.prepare(asked);
  }

  /** The form of an act on a running case, checked like a submission. Throws CASE_STATE_CONFLICT where the matter takes none. */
  change(brought: FormBrought, asked: Asked): Promise<ChangedForm> {
    const applications = this.#of.get(brought.row.matter);
    if (applications?.change === undefined) throw new CaseStateConflict(brought.row.state, brought.kind);
    return applications.change(brought, asked);
  }

  /** The facts of an act whose words the matter keeps. Throws CASE_STATE_CONFLICT where the matter takes none. */
  words(brought: FormBrought, asked: Asked, requestId: RequestId): Promise<unknown> {
    const applications = this.#of.get(brought.row.matter);
    if (applications?.words === undefined) throw new CaseStateConflict(brought.row.state, brought.kind);
    return applications.words(brought, asked, requestId);
  }

  /** What to say when a form comes too late; null where the matter says nothing more. */
  async tooLate(brought: FormBrought): Promise<DomainError | null> {
    return (await this.#of.get(brought.row.matter)?.tooLate?.(brought)) ?? null;
  }
}
