import type { AgencyType, NetworkTier } from '#domain/terms/unit-terms.js';
import { XIUZHOU_NETWORK } from './network.js';
import { BUREAUS, PLACES, PLACE_KEYS } from './places.js';
import type { Bureau, PlaceKey } from './places.js';

/** A unit (机关/单位) as it is loaded. */
export interface UnitRow {
  readonly id: string;
  readonly name: string;
  readonly agencyType: AgencyType;
  readonly level: string;
  readonly divisionCode: string;
  readonly parentId: string | null;
  readonly networkTier: NetworkTier | null;
  readonly docWord: string | null;
}

/** Ids of the units of a place. */
export const unitId = {
  workCommittee: (place: PlaceKey) => `unit-${place}-two-new`,
  comprehensive: (place: PlaceKey) => `unit-${place}-comprehensive`,
  civilAffairs: (place: PlaceKey) => `unit-${place}-civil-affairs`,
  socialWork: (place: PlaceKey) => `unit-${place}-social-work`,
  audit: (place: PlaceKey) => `unit-${place}-audit`,
  bureau: (place: PlaceKey, bureau: Bureau) => `unit-${place}-${bureau}`,
  serviceCentre: (town: string) => `unit-xiuzhou-${town}`,
  community: (community: string) => `unit-xiuzhou-${community}`,
};

/** Every unit of every place, superiors first. */
export function allUnits(): UnitRow[] {
  return [...PLACE_KEYS.flatMap(unitsOf), ...networkUnits()];
}

function unitsOf(key: PlaceKey): UnitRow[] {
  const place = PLACES[key];
  const superior = place.within === undefined ? null : unitId.workCommittee(place.within);
  const base = { level: place.level, divisionCode: place.divisionCode, networkTier: null };
  const below = { ...base, parentId: unitId.workCommittee(key), docWord: null };
  const units: UnitRow[] = [
    {
      ...base,
      id: unitId.workCommittee(key),
      name: place.workCommittee.replace('中共', ''),
      agencyType: 'TWO_NEW_WORK_COMMITTEE',
      parentId: superior,
      docWord: `${place.word}两新工委`,
    },
  ];
  if (place.comprehensive !== undefined) units.push(comprehensiveUnit(key));
  if (place.level !== 'TOWN') {
    units.push({
      ...below,
      id: unitId.civilAffairs(key),
      name: `${place.name}民政局`,
      agencyType: 'CIVIL_AFFAIRS',
      docWord: `${place.word}民`,
    });
    units.push({
      ...below,
      id: unitId.socialWork(key),
      name: `${place.name}委社会工作部`,
      agencyType: 'SOCIAL_WORK_DEPARTMENT',
    });
    units.push({ ...below, id: unitId.audit(key), name: `${place.name}审计局`, agencyType: 'AUDIT' });
  }
  for (const bureau of place.bureaus) {
    const name = `${place.name}${BUREAUS[bureau]}`;
    units.push({ ...below, id: unitId.bureau(key, bureau), name, agencyType: 'SUPERVISORY_UNIT' });
  }
  return units;
}

function comprehensiveUnit(key: PlaceKey): UnitRow {
  const place = PLACES[key];
  return {
    id: unitId.comprehensive(key),
    name: `${place.name}社会组织综合党委`,
    agencyType: 'SERVICE_CENTRE',
    level: place.level,
    divisionCode: place.divisionCode,
    parentId: unitId.workCommittee(key),
    networkTier: key === 'xiuzhou' ? 'TIER_1' : null,
    docWord: `${place.word}社综党`,
  };
}

function networkUnits(): UnitRow[] {
  return XIUZHOU_NETWORK.flatMap((town): UnitRow[] => [
    {
      id: unitId.serviceCentre(town.key),
      name: `秀洲区${town.name}党群服务中心`,
      agencyType: 'SERVICE_CENTRE',
      level: 'TOWN',
      divisionCode: town.divisionCode,
      parentId: unitId.comprehensive('xiuzhou'),
      networkTier: 'TIER_7',
      docWord: null,
    },
    ...town.communities.map((community): UnitRow => ({
      id: unitId.community(community.key),
      name: `秀洲区${town.name}${community.name}`,
      agencyType: 'COMMUNITY',
      level: 'VILLAGE',
      divisionCode: community.divisionCode,
      parentId: unitId.serviceCentre(town.key),
      networkTier: 'TIER_N',
      docWord: null,
    })),
  ]);
}
