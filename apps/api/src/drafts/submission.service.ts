import { createHash } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import { z } from 'zod';

import { NotFound } from '#domain/errors.js';
import type { OrganisationId } from '#domain/ids.js';
import { canonicalJson } from '#domain/ledger/canonical-json.js';
import type { Actor } from '#domain/process/act.js';
import type { Database } from '#prisma/client.js';
import type { CaseRow } from '#prisma/stores/case/case-row.js';
import { caseStore } from '#prisma/stores/case.store.js';
import { DraftVersionConflict } from '#prisma/stores/draft.store.js';
import type { DraftRow } from '#prisma/stores/draft.store.js';
import { IdempotencyKeyReused } from '#prisma/stores/idempotency.store.js';
import { holdingOrganisation, submissionStore } from '#prisma/stores/submission.store.js';
import { caseBirth } from '../cases/case-birth.js';
import { Gate } from '../cases/gate.js';
import { CaseStarter } from '../cases/case-starter.js';
import { linksOf } from '../cases/links.js';
import { StartFacts } from '../cases/start-facts.js';
import { requestIdOf } from '../http/idempotency-key.js';
import type { TimedRequest } from '../http/idempotency-key.js';
import type { RequestActor } from '../identity/actor.js';
import { requireSecondFactor } from '../identity/second-factor.js';
import type { Application } from '../matters/application.js';
import { matterOf } from '../matters/matter.js';
import type { Matter } from '../matters/matter.js';
import { Applications } from '../matters/applications.js';
import { UseDatabase } from '../resources.js';
import type { Submission, Submitted } from './draft.schemas.js';
import { DraftSubmitted, ensureMayApply, scopeOf } from './drafts.service.js';

/** Organisations held at once: each holds a connection to the database, and checking an application needs others. */
const HOLDS = 3;
const UNIQUE_VIOLATION = z.object({ code: z.literal('23505') });

/** Turns a draft into a case: checked whole, numbered without gaps, taken over by its workflow. */
@Injectable()
export class SubmissionService {
  readonly #holds = new Gate(HOLDS);
  readonly #births: ReturnType<typeof caseBirth>;

  constructor(
    @UseDatabase() private readonly database: Database,
    private readonly starter: CaseStarter,
    private readonly applications: Applications,
  ) {
    this.#births = caseBirth(database);
  }

  /** The same key finds the case that it made, and starts it when Temporal was away. What Temporal does not take is kept and started later. */
  async submit(actor: RequestActor, draftId: string, asked: Submission, request: TimedRequest): Promise<Submitted> {
    const requestId = requestIdOf(actor.userId, request.key);
    const { draft, before } = await submissionStore(this.database).asked(scopeOf(actor), draftId, requestId);
    if (before !== null && StartFacts.parse(before.facts).fingerprint !== request.fingerprint)
      throw new IdempotencyKeyReused();
    const row = before ?? (await this.#create(actor, draft, asked, request));
    const { warnings, handOver, sha256 } = StartFacts.parse(row.facts);
    if (row.startedAt === null) await this.#start(row, handOver != null);
    const { caseNo, matter, state } = row;
    const receipt = { receivedAt: new Date(row.submittedAt).toISOString(), sha256: sha256 ?? null };
    return { caseNo, matter, state, receipt, warnings, links: linksOf(caseNo) };
  }

  /**
   * What a running case takes over has its receipt at once: the sweep hands over again what was not taken. What was born with its first record
   * has its tasks already, and its first act starts it. Anything else waits for its tasks.
   */
  async #start(row: CaseRow, handedOver: boolean): Promise<void> {
    if (handedOver) await this.starter.start(row).catch(() => undefined);
    else if (row.seq === 0) await this.starter.startAndSee(row);
  }

  async #create(
    actor: RequestActor,
    draft: DraftRow | null,
    { version }: Submission,
    request: TimedRequest,
  ): Promise<CaseRow> {
    if (draft === null) throw new NotFound('draft');
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

  async #numbered(actor: RequestActor, matter: Matter, draft: DraftRow, request: TimedRequest): Promise<CaseRow> {
    const now = request.arrivedAt;
    const { organisationId, data } = draft;
    const application = await this.applications.prepare(matter.slug, { actor, organisationId, data, now });
    requireSecondFactor(actor, application.role);
    const { title, unitId, divisionCode, state, config, form, fileIds, units, predecessor } = application;
    const facts = startFacts(matter, actor, organisationId, application, request);
    const born = {
      startRequestId: requestIdOf(actor.userId, request.key),
      matter: matter.slug,
      code: matter.code,
      ...{ title, organisationId, unitId, divisionCode, state, config, form, fileIds, units },
      applicantUserId: actor.userId,
      facts,
      draft: { id: draft.id, version: draft.version },
      predecessorId: predecessor?.id ?? null,
      at: now,
    };
    try {
      return await this.#births.create(born, facts.input, application);
    } catch (error) {
      const before = await caseStore(this.database).byStartRequest(born.startRequestId);
      if (before !== null) return before;
      const { taken } = application;
      if (taken !== undefined && UNIQUE_VIOLATION.safeParse(error).success) throw taken;
      throw error;
    }
  }
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** All that a start needs, kept with the case: it can be repeated by any process at any time. */
function startFacts(
  { slug, workflow }: Matter,
  { userId, personId }: RequestActor,
  organisationId: OrganisationId | null,
  { unitId, role, leader, input, form, warnings, predecessor, handOver }: Application,
  { fingerprint }: TimedRequest,
) {
  const applicant: Actor = { userId, personId, role, unitId: null, onBehalfOf: null };
  return {
    workflow,
    fingerprint,
    renews: predecessor?.caseNo ?? null,
    warnings: [...warnings],
    handOver: handOver ?? null,
    sha256: sha256(canonicalJson(form)),
    input: { ...input, matter: slug, organisationId, unitId, applicant, leader },
  };
}
