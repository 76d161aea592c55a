import type { ApplicationFacts, AssessmentFacts, AssessmentRequest } from '#domain/temp-party-org/case-facts.js';
import type { IsoDate } from '#domain/calendar/iso-date.js';
import { NotFound } from '#domain/errors.js';
import type { CouncilFacts, MemberFacts } from '#domain/organisation/facts.js';
import { person, pool as poolOf } from '#domain/process/assignee.js';
import { type Approver, mayApprove } from '#domain/temp-party-org/authority.rule.js';
import {
  assessEligibility,
  type EligibilityInput,
  type ListedMember,
  refusalOf,
} from '#domain/temp-party-org/eligibility.rule.js';
import { TempPartyOrgApplication } from '#domain/temp-party-org/form.js';
import { TempPartyOrgSettings } from '#domain/temp-party-org/settings.js';
import type { Database } from '../client.js';
import type { CaseRow } from './case/case-row.js';
import { caseStore } from './case.store.js';
import { eligibilityFactsStore } from './eligibility-facts.store.js';
import { partyOrganisationStore, type PartyOrganisation } from './party-organisation.store.js';

/** An application that is in force: the case, its newest form, and the organisation that it is about. */
export interface ApplicationInForce {
  readonly row: CaseRow;
  readonly organisationId: string;
  readonly formVersion: number;
  readonly form: TempPartyOrgApplication;
}

/** What M01 asks of the tables, for the workflow's activities and the API alike. */
export function tempPartyOrgStore(database: Database) {
  const cases = caseStore(database);
  const facts = eligibilityFactsStore(database);
  const partyOrganisations = partyOrganisationStore(database);
  const { rows } = database;

  const inForce = async (caseId: string): Promise<ApplicationInForce> => {
    const row = await cases.byId(caseId);
    const newest = row && (await cases.forms(row.id)).at(-1);
    if (!row?.organisationId || !newest) throw new NotFound('Case');
    const form = TempPartyOrgApplication.parse(newest.data);
    return { row, organisationId: row.organisationId, formVersion: newest.version, form };
  };

  const councilOf = async (organisationId: string, on: IsoDate): Promise<{ personId: string }[]> =>
    (await facts.memberFacts(organisationId, on)).filter(({ inCouncil }) => inCouncil);

  return {
    inForce,

    /** The facts of the rules E1–E6 for a form of an organisation on a day. `exceptCaseId`: the case that asks. */
    async eligibility(
      organisationId: string,
      form: Pick<TempPartyOrgApplication, 'kind' | 'generalBranchNeed' | 'members'>,
      on: IsoDate,
      exceptCaseIds: readonly string[],
    ): Promise<{ input: EligibilityInput; members: readonly MemberFacts[]; council: CouncilFacts }> {
      const listed = form.members.map(({ personId }) => personId);
      const known = await facts.memberFacts(organisationId, on, listed);
      const council = await facts.councilFacts(organisationId, null);
      if (council === null) throw new NotFound('Organisation');
      const members = listed.flatMap((id) => known.find(({ personId }) => personId === id) ?? []);
      const others = council.temporaryOrganisations.filter(
        ({ caseId }) => !exceptCaseIds.some((own) => own === caseId),
      );
      const input: EligibilityInput = {
        kind: form.kind,
        // Whoever is listed but unknown to the organisation counts as nobody; whoever transferred counts for E2 unlisted too.
        members: [
          ...listed.map((id) => listedMember(id, members)),
          ...known
            .filter(({ personId }) => !listed.includes(personId))
            .filter(isTransferred)
            .map(asListed),
        ],
        generalBranchNeed: form.generalBranchNeed !== undefined,
        legalStatus: council.legalStatus,
        otherTemporary: others.length,
        councilTermEnd: council.term?.end ?? null,
        on,
      };
      return { input, members, council };
    },

    async loadApplication(caseId: string, on: IsoDate): Promise<ApplicationFacts> {
      const { row, organisationId, formVersion, form } = await inForce(caseId);
      const { input, members, council } = await this.eligibility(organisationId, form, on, [caseId]);
      const { countedPersons } = assessEligibility(input);
      const counted = members.filter(({ personId }) => countedPersons.includes(personId));
      const homeIds = [...new Set(counted.flatMap(({ homePartyOrgId }) => homePartyOrgId ?? []))];
      const homes = await rows.partyOrganisation.findMany({ where: { id: { in: homeIds }, unitId: { not: null } } });
      return {
        formVersion,
        kind: form.kind,
        members: counted.map(({ personId, userId }) => ({
          personId,
          confirmer: person(userId ?? row.applicantUserId),
        })),
        homes: homes.flatMap(({ id, unitId }) =>
          unitId === null || unitId === row.unitId
            ? []
            : [
                {
                  partyOrgId: id,
                  confirmer: poolOf(unitId, 'PARTY_SECRETARY'),
                  members: counted
                    .filter(({ homePartyOrgId }) => homePartyOrgId === id)
                    .map(({ personId }) => personId),
                },
              ],
        ),
        lead: { secretary: form.secretary, deputy: form.deputy, committee: form.committee },
        council: council.term && { termStart: council.term.start, termEnd: council.term.end },
      };
    },

    /** E1–E5 on a day; whoever declined does not count, nor whoever has not confirmed when that is asked for. */
    async assess(request: AssessmentRequest): Promise<AssessmentFacts> {
      const { row, organisationId, form } = await inForce(request.caseId);
      const exceptions = [request.caseId, ...(row.predecessorId === null ? [] : [row.predecessorId])];
      const judged =
        request.whom === 'LISTED' ? form : { ...form, members: await councilOf(organisationId, request.on) };
      const { input } = await this.eligibility(organisationId, judged, request.on, exceptions);
      const { generalBranchConsent, confirmed, declined } = request;
      const isOut = (id: string): boolean => declined.includes(id) || (confirmed !== null && !confirmed.includes(id));
      const assessed = assessEligibility(
        {
          ...input,
          members: input.members.map((member) => (isOut(member.personId) ? { ...member, confirmed: false } : member)),
          ...(generalBranchConsent === undefined ? {} : { generalBranchConsent }),
        },
        TempPartyOrgSettings.parse(row.config),
      );
      const { counted, transferred, countedPersons } = assessed;
      return { counted, transferred, countedPersons, refusal: refusalOf(assessed)?.refusal ?? null };
    },

    /** Whether the Party organisation for which a unit acts is a superior of the case's organisation with the power. */
    async mayApproveCase(caseId: string, unitId: string): Promise<boolean> {
      const { organisationId } = await inForce(caseId);
      const chain = await this.chainOf(organisationId);
      const acting = chain.find((superior) => superior.unitId === unitId);
      return acting !== undefined && mayApprove(approverOf(acting));
    },

    /** The superiors of an organisation, nearest first: where routing begins. */
    async chainOf(organisationId: string): Promise<PartyOrganisation[]> {
      const organisation = await rows.organisation.findUnique({
        where: { id: organisationId },
        select: { managingPartyOrgId: true },
      });
      const begin = organisation?.managingPartyOrgId;
      return begin ? partyOrganisations.pathUp(begin) : [];
    },
  };
}

/** A superior as the rule of authority sees it; an organisation that no longer works has no power. */
export const approverOf = (superior: PartyOrganisation): Approver => ({
  kind: superior.type,
  canApproveProbationary: superior.canApproveProbationary && superior.status === 'ACTIVE',
  isSuperior: true,
  level: superior.level,
  temporary: superior.temporary,
});

const isTransferred = ({ relationStatus }: MemberFacts): boolean => relationStatus === 'TRANSFERRED';

const asListed = (facts: MemberFacts): ListedMember => ({
  personId: facts.personId,
  memberStatus: facts.status,
  inCouncil: facts.inCouncil,
  relationTransferred: isTransferred(facts),
});

function listedMember(personId: string, members: readonly MemberFacts[]): ListedMember {
  const facts = members.find((member) => member.personId === personId);
  return facts ? asListed(facts) : { personId, memberStatus: null, inCouncil: false, relationTransferred: false };
}
