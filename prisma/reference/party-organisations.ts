import type { PartyOrganisationType } from '#domain/terms/party-terms.js';
import { XIUZHOU_NETWORK } from './network.js';
import { PLACES, PLACE_KEYS } from './places.js';
import type { PlaceKey } from './places.js';
import { unitId } from './units.js';

/** A Party organisation as it is loaded. */
export interface PartyOrganisationRow {
  readonly id: string;
  readonly type: PartyOrganisationType;
  readonly name: string;
  readonly level: string;
  readonly divisionCode: string;
  readonly parentId: string | null;
  readonly unitId: string | null;
  readonly canApproveProbationary: boolean;
  readonly status: 'ACTIVE';
}

/** Ids of the Party organisations of a place. */
export const partyOrgId = {
  workCommittee: (place: PlaceKey) => `party-${place}-two-new`,
  comprehensive: (place: PlaceKey) => `party-${place}-comprehensive`,
  /** The general branch of the trade that the education bureau looks after: it has no power over probationary members. */
  educationGeneralBranch: (place: PlaceKey) => `party-${place}-education`,
  serviceCentre: (town: string) => `party-xiuzhou-${town}`,
  community: (community: string) => `party-xiuzhou-${community}`,
  /** A branch elsewhere, where members of councils have their relation; there are `HOME_BRANCHES` of them in a place. */
  home: (place: PlaceKey, index: number) => `party-${place}-home-${index}`,
};

/** Invented employers whose branches hold the relations of council members. */
export const HOME_BRANCHES = ['星河实验学校', '云麓医院', '知远建设集团', '退休干部'] as const;

/** Every Party organisation of every place, superiors first. */
export function allPartyOrganisations(): PartyOrganisationRow[] {
  return [...PLACE_KEYS.flatMap(partyOrganisationsOf), ...networkPartyOrganisations()];
}

function partyOrganisationsOf(key: PlaceKey): PartyOrganisationRow[] {
  const place = PLACES[key];
  const committee = partyOrgId.workCommittee(key);
  const base = { level: place.level, divisionCode: place.divisionCode, status: 'ACTIVE' } as const;
  const rows: PartyOrganisationRow[] = [
    {
      ...base,
      id: committee,
      type: 'WORK_COMMITTEE',
      name: place.workCommittee,
      parentId: place.within === undefined ? null : partyOrgId.workCommittee(place.within),
      unitId: unitId.workCommittee(key),
      canApproveProbationary: true,
    },
  ];
  if (place.comprehensive !== undefined) {
    rows.push({
      ...base,
      id: partyOrgId.comprehensive(key),
      type: 'COMPREHENSIVE_COMMITTEE',
      name: `中共${place.name}社会组织综合委员会`,
      parentId: committee,
      unitId: unitId.comprehensive(key),
      canApproveProbationary: place.comprehensive.canApprove,
    });
  }
  const without = { ...base, unitId: null, canApproveProbationary: false };
  if (place.bureaus.includes('education')) {
    rows.push({
      ...without,
      id: partyOrgId.educationGeneralBranch(key),
      type: 'GENERAL_BRANCH',
      name: `中共${place.name}教育行业社会组织总支部委员会`,
      parentId: place.comprehensive === undefined ? committee : partyOrgId.comprehensive(key),
      unitId: unitId.bureau(key, 'education'),
    });
  }
  const homes = HOME_BRANCHES.map((employer, index): PartyOrganisationRow => ({
    ...without,
    id: partyOrgId.home(key, index),
    type: 'BRANCH',
    name: `中共${place.name}${employer}支部委员会`,
    parentId: committee,
  }));
  return [...rows, ...homes];
}

function networkPartyOrganisations(): PartyOrganisationRow[] {
  const base = { canApproveProbationary: false, status: 'ACTIVE' } as const;
  return XIUZHOU_NETWORK.flatMap((town): PartyOrganisationRow[] => [
    {
      ...base,
      id: partyOrgId.serviceCentre(town.key),
      type: 'BRANCH',
      name: `中共秀洲区${town.name}党群服务中心支部委员会`,
      level: 'TOWN',
      divisionCode: town.divisionCode,
      parentId: partyOrgId.comprehensive('xiuzhou'),
      unitId: unitId.serviceCentre(town.key),
    },
    ...town.communities.map((community): PartyOrganisationRow => ({
      ...base,
      id: partyOrgId.community(community.key),
      type: 'GENERAL_BRANCH',
      name: `中共秀洲区${town.name}${community.name}总支部委员会`,
      level: 'VILLAGE',
      divisionCode: community.divisionCode,
      parentId: partyOrgId.serviceCentre(town.key),
      unitId: unitId.community(community.key),
    })),
  ]);
}
