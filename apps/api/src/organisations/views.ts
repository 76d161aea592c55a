import type { Term } from '#domain/terms/term.js';
import { labelOf } from '#domain/terms/term.js';
import { TERMS } from '#domain/terms/terms.js';
import type { Organisation } from '#prisma/stores/organisation.store.js';
import type { OrganisationPerson } from '#prisma/stores/person-rows.js';
import type { Unit } from '#prisma/stores/unit.store.js';
import type { OrganisationView, UnitView } from './organisation.schemas.js';
import type { PersonView } from './person.schemas.js';

/** A unit as it is answered. */
export function unitView(unit: Unit): UnitView {
  const { id, name, divisionCode, parentId, docWord } = unit;
  return {
    id,
    name,
    divisionCode,
    parentId,
    docWord,
    agencyType: labelled(TERMS.agencyTypes, unit.agencyType),
    level: labelled(TERMS.administrativeLevels, unit.level),
    networkTier: labelledOrNull(TERMS.networkTiers, unit.networkTier),
  };
}

/** An organisation as it is answered. */
export function organisationView(organisation: Organisation): OrganisationView {
  const { type, subtype, legalStatus, managementMode, fieldTags, councilTerm, ...plain } = organisation;
  return {
    ...plain,
    fieldTags: [...fieldTags],
    councilTerm: councilTerm === null ? null : { ...councilTerm },
    type: labelled(TERMS.organisationTypes, type),
    subtype: labelledOrNull(TERMS.organisationTypes, subtype),
    legalStatus: labelled(TERMS.legalStatus, legalStatus),
    managementMode: labelledOrNull(TERMS.managementModes, managementMode),
  };
}

/** Somebody in an organisation as answered: numbers masked, of the birth date only the year, because the rest is part of the identity number. */
export function personView(person: OrganisationPerson): PersonView {
  const { status, fullSince, homePartyOrgId, homePartyOrgName } = person;
  return {
    personId: person.personId,
    name: person.name,
    sex: person.sex,
    birthYear: person.birthDate === null ? null : Number(person.birthDate.slice(0, 4)),
    idNo: person.idNoMasked,
    phone: person.phoneMasked,
    inCouncil: person.inCouncil,
    posts: person.posts.map(({ post, ...rest }) => ({ ...rest, post: labelled(TERMS.posts, post) })),
    membership:
      status === null
        ? null
        : { status: labelled(TERMS.partyMemberStatus, status), fullSince, homePartyOrgId, homePartyOrgName },
    relationStatus: labelledOrNull(TERMS.relationStatus, person.relationStatus),
  };
}

function labelled(terms: readonly Term[], slug: string) {
  return { slug, ...labelOf(terms, slug) };
}

function labelledOrNull(terms: readonly Term[], slug: string | null) {
  return slug === null ? null : labelled(terms, slug);
}
