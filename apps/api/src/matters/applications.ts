import { Injectable } from '@nestjs/common';

import { AuthNotAllowed, CaseStateConflict } from '#domain/errors.js';
import { GENERAL_APPROVAL } from '#domain/general-approval/states.js';
import { TEMP_PARTY_ORG } from '#domain/temp-party-org/states.js';
import { VENTURE_PROJECT, VENTURE_ROUND } from '#domain/venture-round/states.js';
import type { CaseRow, TaskRow } from '#prisma/stores/case/case-row.js';
import type { Application, Asked, ChangedForm } from './application.js';
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
  ) {
    this.#of = new Map<string, MatterApplications>([
      [TEMP_PARTY_ORG.slug, tempPartyOrgs],
      [GENERAL_APPROVAL.slug, approvals],
      [VENTURE_ROUND.slug, rounds],
      [VENTURE_PROJECT.slug, projects],
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
}
