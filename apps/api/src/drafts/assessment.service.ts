import { Injectable } from '@nestjs/common';
import { z } from 'zod';

import type { IsoDate } from '#domain/calendar/iso-date.js';
import { shanghaiDate } from '#domain/calendar/shanghai-day.js';
import { DomainError, FieldInvalid } from '#domain/errors.js';
import type { Refusal } from '#domain/errors.js';
import { TEMP_PARTY_ORG } from '#domain/temp-party-org/states.js';
import type { Database } from '#prisma/client.js';
import { caseStore } from '#prisma/stores/case.store.js';
import { draftStore } from '#prisma/stores/draft.store.js';
import { eligibilityFactsStore } from '#prisma/stores/eligibility-facts.store.js';
import type { RequestActor } from '../identity/actor.js';
import { TempPartyOrgFacts } from '../matters/temp-party-org.facts.js';
import type { Judged } from '../matters/temp-party-org.facts.js';
import { ALTERNATIVE_LABELS, EXCLUSION_LABELS, WARNING_LABELS } from '../matters/temp-party-org.labels.js';
import { UseClock, UseDatabase } from '../resources.js';
import type { Clock } from '../resources.js';
import type { AssessmentView } from './draft.schemas.js';
import { scopeOf } from './drafts.service.js';

/** What an unfinished form says about eligibility; whatever does not fit yet counts as not written. */
const Unfinished = z.object({
  kind: z.enum(['TEMP_BRANCH', 'TEMP_GENERAL_BRANCH']).catch('TEMP_BRANCH'),
  generalBranchNeed: z.string().min(1).optional().catch(undefined),
  members: z
    .array(
      z.object({ personId: z.string().catch(''), certificateUploadId: z.string().min(1).optional().catch(undefined) }),
    )
    .max(500)
    .catch([]),
  councilResolutionUploadId: z.string().min(1).optional().catch(undefined),
  renews: z.string().optional().catch(undefined),
});
type Unfinished = z.output<typeof Unfinished>;

/** Tells an applicant where the organisation stands before anything is submitted (specification M01 E1–E7). */
@Injectable()
export class AssessmentService {
  constructor(
    @UseDatabase() private readonly database: Database,
    @UseClock() private readonly clock: Clock,
    private readonly facts: TempPartyOrgFacts,
  ) {}

  async assess(actor: RequestActor, draftId: string): Promise<AssessmentView> {
    const draft = await draftStore(this.database).find(scopeOf(actor), draftId);
    const { organisationId } = draft;
    if (draft.matter !== TEMP_PARTY_ORG.slug || organisationId === null)
      throw new FieldInvalid('matter', '该事项没有资格预审。', 'This matter has no assessment of eligibility.');
    const on = shanghaiDate(this.clock());
    const written = Unfinished.parse(draft.data);
    const basis = written.members.length > 0 ? 'LISTED' : 'WHOLE_COUNCIL';
    const form = basis === 'LISTED' ? written : { ...written, members: await this.#council(organisationId, on) };
    const judged = await this.facts.judge(
      organisationId,
      plain(form),
      on,
      await this.#renewed(written.renews, organisationId),
    );
    return {
      organisationId,
      basis,
      ...describe(judged),
      ...missing(form, judged),
      ...(await this.#way(organisationId)),
      term: termOf(judged, on),
    };
  }

  /** Everybody with a seat: whom the applicant will choose from. */
  async #council(organisationId: string, on: IsoDate): Promise<Unfinished['members']> {
    const people = await eligibilityFactsStore(this.database).memberFacts(organisationId, on);
    return people.filter(({ inCouncil }) => inCouncil).map(({ personId }) => ({ personId }));
  }

  async #renewed(caseNo: string | undefined, organisationId: string): Promise<string[]> {
    const row = caseNo === undefined ? null : await caseStore(this.database).byNo(caseNo);
    return row?.organisationId === organisationId ? [row.id] : [];
  }

  /** Whom it would go to, and who is passed over; nobody where no superior has the power. */
  async #way(organisationId: string): Promise<Pick<AssessmentView, 'approver' | 'passedOver'>> {
    try {
      const { approver, passedOver, chain } = await this.facts.route(organisationId);
      const nameOf = (id: string) => chain.find(({ partyOrgId }) => partyOrgId === id)?.name ?? '';
      const { partyOrgId, unitId } = approver;
      return {
        approver: { partyOrgId, unitId, name: nameOf(partyOrgId) },
        passedOver: passedOver.map(({ partyOrgId: id }) => ({ partyOrgId: id, name: nameOf(id) })),
      };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return { approver: null, passedOver: [] };
    }
  }
}

function plain({ kind, generalBranchNeed, members }: Unfinished) {
  return {
    kind,
    members: members.map(({ personId }) => ({ personId })),
    ...(generalBranchNeed === undefined ? {} : { generalBranchNeed }),
  };
}

function describe({ assessment, names, strangers }: Judged) {
  const named = (personId: string) => ({ personId, name: names.get(personId) ?? null });
  return {
    eligible: assessment.eligible && strangers.length === 0,
    counted: assessment.counted,
    countedPersons: assessment.countedPersons.map(named),
    transferred: assessment.transferred,
    excluded: assessment.excluded.map(({ person, reason }) => ({
      ...named(person),
      reason,
      ...EXCLUSION_LABELS[reason],
    })),
    strangers: [...strangers],
    problems: assessment.problems.map(({ refusal }) => problemOf(refusal)),
    warnings: assessment.warnings.map((code) => ({ code, ...WARNING_LABELS[code] })),
    alternatives: assessment.alternatives.map((code) => ({ code, ...ALTERNATIVE_LABELS[code] })),
  };
}

function problemOf({ code, messageZh, messageEn, field, details }: Refusal) {
  return { code, messageZh, messageEn, field: field ?? null, details: { ...details } };
}

function missing({ members, councilResolutionUploadId }: Unfinished, { assessment }: Judged) {
  const bare = members.some(
    ({ personId, certificateUploadId }) =>
      certificateUploadId === undefined && assessment.countedPersons.includes(personId),
  );
  return {
    missingPapers: [
      ...(councilResolutionUploadId === undefined ? ['COUNCIL_RESOLUTION'] : []),
      ...(bare ? ['MEMBER_CERTIFICATE'] : []),
    ],
  };
}

function termOf({ council }: Judged, on: IsoDate) {
  return council.term === null || council.term.end < on ? null : { termStart: on, termEnd: council.term.end };
}
