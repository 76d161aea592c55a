import { createHash } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import { WorkflowNotFoundError, WorkflowUpdateFailedError } from '@temporalio/client';

import { shanghaiDate } from '#domain/calendar/shanghai-day.js';
import type { OrganisationId, RequestId, UserId } from '#domain/ids.js';
import { asId } from '#domain/ids.js';
import { canonicalJson } from '#domain/ledger/canonical-json.js';
import type { Act } from '#domain/process/act.js';
import { TEMP_PARTY_ORG } from '#domain/temp-party-org/states.js';
import type { Database } from '#prisma/client.js';
import { caseContextStore } from '#prisma/stores/case-context.store.js';
import { eligibilityFactsStore } from '#prisma/stores/eligibility-facts.store.js';
import { organisationStore } from '#prisma/stores/organisation.store.js';
import { partyLifeStore } from '#prisma/stores/party-life.store.js';
import type { LivingCase } from '#prisma/stores/party-life.store.js';
import { act, workflowIdOf } from '#workflows/steps/contract.js';
import { FactsChanged } from '../organisations/facts-changed.js';
import { UseClock, UseDatabase } from '../resources.js';
import type { Clock } from '../resources.js';
import { Temporal } from '../temporal/temporal.js';
import { tellEnded } from './ended-organisations.js';

type CouncilChange = Awaited<ReturnType<ReturnType<typeof organisationStore>['councilHistory']>>[number];
interface SystemAct extends Pick<Act, 'kind' | 'facts' | 'requestId' | 'fingerprint'> {
  readonly by: UserId;
}

/** What the system does by itself has no account. */
const SYSTEM = asId<UserId>('system');
/** So many postponements in a row are followed at one go. */
const CHANGES = 5;

/** Lets the running cases of an organisation look again after its people or its council changed (specification M01, ACTIVE and EXPIRING). */
@Injectable()
export class CasesLookAgain extends FactsChanged {
  constructor(
    @UseDatabase() private readonly database: Database,
    @UseClock() private readonly clock: Clock,
    private readonly temporal: Temporal,
  ) {
    super();
  }

  async factsChanged(organisationId: OrganisationId): Promise<void> {
    const { database, temporal, clock } = this;
    await tellEnded({ database, temporal, clock }, organisationId);
    const living = await partyLifeStore(this.database).living(organisationId);
    if (living.length === 0) return;
    if (await this.#followCouncil(organisationId)) return;
    for (const running of living) {
      const looked = await this.#membersChanged(organisationId, running);
      if (looked !== null) await this.#send(running, looked);
    }
  }

  /** Tells every change of the council that a case has not followed yet, in its order; whether there was one. */
  async #followCouncil(organisationId: string): Promise<boolean> {
    const history = await organisationStore(this.database).councilHistory(organisationId);
    const told = new Set<string>();
    let followed = false;
    for (let round = 0; round < CHANGES; round += 1) {
      const living = await partyLifeStore(this.database).living(organisationId);
      const due = living.flatMap((running) => {
        const change = councilChange(running, history);
        return change === null || told.has(change.requestId) ? [] : [{ running, change }];
      });
      if (due.length === 0) break;
      for (const { running, change } of due) {
        told.add(change.requestId);
        followed = (await this.#send(running, change)) || followed;
      }
    }
    return followed;
  }

  /** null when the people are as they were when the case last looked: a telephone number changed, or the same request came again. */
  async #membersChanged(organisationId: string, { caseId, caseNo, seq }: LivingCase): Promise<SystemAct | null> {
    const on = shanghaiDate(this.clock());
    const people = await eligibilityFactsStore(this.database).memberFacts(organisationId, on);
    const fingerprint = hashOf(people.map(({ name: _name, homePartyOrgName: _home, ...facts }) => facts));
    if ((await partyLifeStore(this.database).peopleLastSeen(caseId)) === fingerprint) return null;
    const requestId = asId<RequestId>(hashOf({ caseNo, seq, fingerprint }));
    return { kind: 'membersChanged', facts: {}, by: SYSTEM, requestId, fingerprint };
  }

  /** The same change is the same request. A case that has ended meanwhile, or to which the change does not apply, stays as it is: false. */
  async #send({ caseId, caseNo, applicantUserId }: LivingCase, { by, ...asked }: SystemAct): Promise<boolean> {
    const role = by === SYSTEM ? 'ADMIN' : by === applicantUserId ? 'APPLICANT_USER' : 'REGISTRY_OFFICER';
    const actor = { userId: by, personId: null, role, unitId: null, onBehalfOf: null } as const;
    const sent: Act = { ...asked, actor, taskId: null, seenSeq: null };
    const { requestId: id, fingerprint } = asked;
    const kept = { id, caseId, userId: by, fingerprint, opinion: null, fileIds: [], ip: null, act: sent };
    await caseContextStore(this.database).saveActRequest(kept, this.clock());
    const workflowId = workflowIdOf(TEMP_PARTY_ORG.slug, caseNo);
    try {
      await this.temporal.call(({ workflow }) =>
        workflow.getHandle(workflowId).executeUpdate(act, { args: [sent], updateId: sent.requestId }),
      );
      return true;
    } catch (error) {
      if (error instanceof WorkflowNotFoundError || error instanceof WorkflowUpdateFailedError) return false;
      throw error;
    }
  }
}

/**
 * The change of the council that the case has not followed yet: the one that changed the very term which its Party organisation copied. Once the
 * case has followed, its own term differs, so a change told twice is one.
 */
function councilChange(
  { caseNo, termStart, termEnd }: LivingCase,
  history: readonly CouncilChange[],
): SystemAct | null {
  const change = history.find(({ before }) => before !== null && before.end === termEnd);
  if (change?.before == null) return null;
  const { kind, before, after, heldOn, recordedBy: by, at } = change;
  const fingerprint = hashOf({ caseNo, kind, at });
  const same = { by, fingerprint, requestId: asId<RequestId>(fingerprint) };
  if (kind === 'POSTPONEMENT') {
    return { ...same, kind: 'councilPostponed', facts: { endBefore: before.end, endAfter: after.end } };
  }
  // A council that was re-elected after its term has nothing to end any more.
  const within = heldOn !== null && termStart !== null && heldOn >= termStart && heldOn <= before.end;
  return within ? { ...same, kind: 'councilReElected', facts: { heldOn } } : null;
}

const hashOf = (value: unknown): string => createHash('sha256').update(canonicalJson(value)).digest('hex');
