import { Injectable } from '@nestjs/common';

import type { IsoDate } from '#domain/calendar/iso-date.js';
import type { UnitId } from '#domain/ids.js';
import { asId } from '#domain/ids.js';
import type { CouncilFacts } from '#domain/organisation/facts.js';
import type { Routing, Superior } from '#domain/temp-party-org/authority.rule.js';
import { routeToApprover } from '#domain/temp-party-org/authority.rule.js';
import type { Assessment } from '#domain/temp-party-org/eligibility.rule.js';
import { assessEligibility } from '#domain/temp-party-org/eligibility.rule.js';
import type { TempPartyOrgApplication } from '#domain/temp-party-org/form.js';
import type { Database } from '#prisma/client.js';
import { eligibilityFactsStore } from '#prisma/stores/eligibility-facts.store.js';
import { submissionStore } from '#prisma/stores/submission.store.js';
import { approverOf, tempPartyOrgStore } from '#prisma/stores/temp-party-org.store.js';
import type { Unit } from '#prisma/stores/unit.store.js';
import { unitStore } from '#prisma/stores/unit.store.js';
import { UseDatabase } from '../resources.js';
import { Settings } from './settings.service.js';

/** What of a form decides eligibility. */
export type Listed = Pick<TempPartyOrgApplication, 'kind' | 'generalBranchNeed' | 'members'>;

/** An assessment with the names and the council that it was made of. */
export interface Judged {
  readonly assessment: Assessment;
  readonly council: CouncilFacts;
  /** Names of the people of the organisation, by person. */
  readonly names: ReadonlyMap<string, string>;
  /** Places in the list of people who never had a post in the organisation. */
  readonly strangers: readonly number[];
}

/** A superior with its name. */
export interface NamedSuperior extends Superior {
  readonly name: string;
}

/** The tree of units is a few levels deep. */
const DEEPEST = 20;

/** The rules of M01 over what the stores know. */
@Injectable()
export class TempPartyOrgFacts {
  constructor(
    @UseDatabase() private readonly database: Database,
    private readonly settings: Settings,
  ) {}

  /** E1–E6 on a day. Nobody learns anything about people who never had a post in the organisation. `except`: cases that do not count for E4. */
  async judge(organisationId: string, form: Listed, on: IsoDate, except: readonly string[]): Promise<Judged> {
    const listed = form.members.map(({ personId }) => personId);
    const store = submissionStore(this.database);
    const own = await store.peopleOf(organisationId, listed);
    const members = form.members.filter(({ personId }) => own.has(personId));
    const facts = await tempPartyOrgStore(this.database).eligibility(organisationId, { ...form, members }, on, except);
    // Whoever transferred their relation counts for E2 without being listed, so the names are everybody's.
    const people = await eligibilityFactsStore(this.database).memberFacts(organisationId, on, [...own]);
    const councils = await store.otherCouncils(organisationId, listed, on);
    const input = {
      ...facts.input,
      members: facts.input.members.map((member) => ({
        ...member,
        otherCouncils: councils.get(member.personId) ?? 0,
      })),
    };
    return {
      assessment: assessEligibility(input, await this.settings.tempPartyOrg()),
      council: facts.council,
      names: new Map(people.map(({ personId, name }) => [personId, name])),
      strangers: listed.flatMap((personId, place) => (own.has(personId) ? [] : [place])),
    };
  }

  /** Who is asked, and who was passed over. Throws TPO_APPROVER_NOT_AUTHORISED when no superior has the power. */
  async route(organisationId: string): Promise<Routing & { readonly chain: readonly NamedSuperior[] }> {
    const superiors = await tempPartyOrgStore(this.database).chainOf(organisationId);
    const chain = superiors.map((superior): NamedSuperior => {
      const { id, unitId, name } = superior;
      return { ...approverOf(superior), partyOrgId: id, unitId, name };
    });
    return { ...routeToApprover(chain), chain };
  }

  /** The filing organ: the work committee (两新工委) of the level, found upwards from the approver's unit; without one, that unit itself. */
  async filingUnit(unitId: string): Promise<UnitId> {
    const units = unitStore(this.database);
    let unit: Unit | null = await units.byId(unitId);
    for (let height = 0; unit !== null && height < DEEPEST; height += 1) {
      if (unit.agencyType === 'TWO_NEW_WORK_COMMITTEE') return unit.id;
      unit = unit.parentId === null ? null : await units.byId(unit.parentId);
    }
    return asId<UnitId>(unitId);
  }
}
