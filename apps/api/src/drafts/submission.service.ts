import { Injectable } from '@nestjs/common';
import { z } from 'zod';

import type { OrganisationId } from '#domain/ids.js';
import { GENERAL_APPROVAL } from '#domain/general-approval/states.js';
import { TempPartyOrgRefusal } from '#domain/temp-party-org/errors.js';
import type { Database } from '#prisma/client.js';
import type { CaseRow } from '#prisma/stores/case/case-row.js';
import { caseStore } from '#prisma/stores/case.store.js';
import { DraftVersionConflict, draftStore } from '#prisma/stores/draft.store.js';
import type { DraftRow } from '#prisma/stores/draft.store.js';
import { IdempotencyKeyReused } from '#prisma/stores/idempotency.store.js';
import { holdingOrganisation } from '#prisma/stores/submission.store.js';
import { Gate } from '../cases/gate.js';
import { CaseStarter } from '../cases/case-starter.js';
import { linksOf } from '../cases/links.js';
import { StartFacts } from '../cases/start-facts.js';
import { requestIdOf } from '../http/idempotency-key.js';
import type { IdempotentRequest } from '../http/idempotency-key.js';
import type { RequestActor } from '../identity/actor.js';
import { requireSecondFactor } from '../identity/second-factor.js';
import type { Application, Asked } from '../matters/application.js';
import { GeneralApprovalApplications } from '../matters/general-approval.applications.js';
import { matterOf } from '../matters/matter.js';
import type { Matter } from '../matters/matter.js';
import { TempPartyOrgApplications } from '../matters/temp-party-org.applications.js';
import { UseClock, UseDatabase } from '../resources.js';
import type { Clock } from '../resources.js';
import type { Submission, Submitted } from './draft.schemas.js';
import { DraftSubmitted, ensureMayApply, scopeOf } from './drafts.service.js';

/** Organisations held at once: each holds a connection to the database, and checking an application needs others. */
const HOLDS = 3;
const UNIQUE_VIOLATION = z.object({ code: z.literal('23505') });

/** Turns a draft into a case: checked whole, numbered without gaps, taken over by its workflow. */
@Injectable()
export class SubmissionService {
  readonly #holds = new Gate(HOLDS);

  constructor(
    @UseDatabase() private readonly database: Database,
    @UseClock() private readonly clock: Clock,
    private readonly starter: CaseStarter,
    private readonly tempPartyOrgs: TempPartyOrgApplications,
    private readonly approvals: GeneralApprovalApplications,
  ) {}

  /** The same key finds the case that it made, and starts it when Temporal was away. What Temporal does not take is kept and started later. */
  async submit(
    actor: RequestActor,
    draftId: string,
    asked: Submission,
    request: IdempotentRequest,
  ): Promise<Submitted> {
    const requestId = requestIdOf(actor.userId, request.key);
    const before = await caseStore(this.database).byStartRequest(requestId);
    if (before !== null && StartFacts.parse(before.facts).fingerprint !== request.fingerprint)
      throw new IdempotencyKeyReused();
    const row = before ?? (await this.#create(actor, draftId, asked, request));
    if (row.startedAt === null) await this.starter.startAndSee(row);
    const { warnings } = StartFacts.parse(row.facts);
    const { caseNo, matter, state } = row;
    return { caseNo, matter, state, warnings, links: linksOf(caseNo) };
  }

  async #create(
    actor: RequestActor,
    draftId: string,
    { version }: Submission,
    request: IdempotentRequest,
  ): Promise<CaseRow> {
    const draft = await draftStore(this.database).find(scopeOf(actor), draftId);
    if (draft.caseId !== null) throw new DraftSubmitted();
    if (version !== undefined && version !== draft.version)
      throw new DraftVersionConflict(version, draft.version, false);
    const matter = matterOf(draft.matter);
    ensureMayApply(actor, matter, draft.organisationId);
    const submit = () => this.#numbered(actor, matter, draft, request);
    // Two applications of one organisation at the same time: the second must see the first (specification M01 E4).
    const { organisationId } = draft;
    if (organisationId === null) return submit();
    return this.#holds.pass(() => holdingOrganisation(this.database, organisationId, submit));
  }

  async #numbered(actor: RequestActor, matter: Matter, draft: DraftRow, request: IdempotentRequest): Promise<CaseRow> {
    const now = this.clock();
    const { organisationId, data } = draft;
    const application = await this.#prepare(matter, { actor, organisationId, data, now });
    requireSecondFactor(actor, application.role);
    const { title, unitId, divisionCode, state, config, form, fileIds, units, predecessor } = application;
    try {
      return await caseStore(this.database).create({
        startRequestId: requestIdOf(actor.userId, request.key),
        matter: matter.slug,
        code: matter.code,
        ...{ title, organisationId, unitId, divisionCode, state, config, form, fileIds, units },
        applicantUserId: actor.userId,
        facts: startFacts(matter, actor, organisationId, application, request),
        draft: { id: draft.id, version: draft.version },
        predecessorId: predecessor?.id ?? null,
        at: now,
      });
    } catch (error) {
      if (UNIQUE_VIOLATION.safeParse(error).success) throw new TempPartyOrgRefusal('TPO_DUPLICATE_ACTIVE');
      throw error;
    }
  }

  #prepare({ slug }: Matter, asked: Asked): Promise<Application> {
    return slug === GENERAL_APPROVAL.slug ? this.approvals.prepare(asked) : this.tempPartyOrgs.prepare(asked);
  }
}

/** All that a start needs, kept with the case: it can be repeated by any process at any time. */
function startFacts(
  { slug, workflow }: Matter,
  { userId, personId }: RequestActor,
  organisationId: OrganisationId | null,
  { unitId, role, leader, input, warnings, predecessor }: Application,
  { fingerprint }: IdempotentRequest,
): StartFacts {
  const applicant = { userId, personId, role, unitId: null, onBehalfOf: null };
  return {
    workflow,
    fingerprint,
    renews: predecessor?.caseNo ?? null,
    warnings: [...warnings],
    input: { ...input, matter: slug, organisationId, unitId, applicant, leader },
  };
}
