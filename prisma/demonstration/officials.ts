import type { Role } from '#domain/roles.js';
import { PLACES, PLACE_KEYS } from '../reference/places.js';
import type { Bureau, PlaceKey } from '../reference/places.js';
import { unitId } from '../reference/units.js';
import { ORG, USER } from './handles.js';
import type { InventedAccount } from './accounts.js';
import { inventPerson } from './people.js';
import type { InventedPerson } from './people.js';
import { ventureDesks } from './venture.js';

/** An official: the person, the account, and the unit that the official leads, if any. */
export interface InventedOfficial {
  readonly person: InventedPerson;
  readonly account: InventedAccount;
  readonly leads: string | null;
  /** An organisation whose staff the official left a year ago. */
  readonly leftStaffOf?: string;
}

interface Desk {
  readonly userId: string;
  readonly role: Role;
  readonly unitId: string;
  readonly leads?: boolean;
  readonly leftStaffOf?: string;
  readonly place: PlaceKey;
}

/** Desks of an approving unit, in the order of their work. */
export const DESKS = ['intake', 'reviewer', 'signer', 'leader'] as const;

/** The account of a desk of a place's work committee; `filing` is its filing organ. */
export function officialOf(place: PlaceKey, desk: (typeof DESKS)[number] | 'filing'): string {
  return `user-${place}-${desk}`;
}

/** Every official; each is a person of their own. `serial`: number of the first person. */
export function allOfficials(serial: number): InventedOfficial[] {
  return allDesks().map((desk, n) => {
    const person = inventPerson(desk.userId.replace('user-', 'person-'), serial + n, countyOf(desk.place));
    // An administrator belongs to no unit: the role says nothing about cases.
    const grant = desk.role === 'ADMIN' ? { role: desk.role } : { role: desk.role, unitId: desk.unitId };
    return {
      person,
      account: { userId: desk.userId, name: person.name, personId: person.id, grants: [grant] },
      leads: desk.leads === true ? desk.unitId : null,
      ...(desk.leftStaffOf === undefined ? {} : { leftStaffOf: desk.leftStaffOf }),
    };
  });
}

function allDesks(): Desk[] {
  const committee = unitId.workCommittee('neijiang');
  const approver = { role: 'TWO_NEW_APPROVER', place: 'neijiang' } as const;
  return [
    ...PLACE_KEYS.flatMap(desksOf),
    { ...approver, userId: USER.neijiangRecused, unitId: committee, leftStaffOf: ORG.eligible },
    { ...approver, userId: USER.neijiangUnauthorised, unitId: unitId.bureau('neijiang', 'education') },
    { userId: USER.admin, role: 'ADMIN', unitId: committee, place: 'neijiang' },
    ...inspectionDesks('jimei'),
    ...ventureDesks(),
  ];
}

function desksOf(place: PlaceKey): Desk[] {
  const { comprehensive, bureaus } = PLACES[place];
  const desks = [
    ...approvers(place, `user-${place}`, unitId.workCommittee(place)),
    {
      userId: officialOf(place, 'filing'),
      role: 'TWO_NEW_APPROVER' as const,
      unitId: unitId.workCommittee(place),
      place,
    },
  ];
  if (comprehensive?.canApprove === true) {
    desks.push(...approvers(place, `user-${place}-committee`, unitId.comprehensive(place)));
  }
  if (PLACES[place].level === 'TOWN') return desks;
  return [...desks, ...registryDesks(place), ...bureaus.flatMap((bureau) => supervisoryDesk(place, bureau))];
}

function approvers(place: PlaceKey, prefix: string, unit: string): Desk[] {
  return DESKS.map((desk) => ({
    userId: `${prefix}-${desk}`,
    role: 'TWO_NEW_APPROVER',
    unitId: unit,
    place,
    leads: desk === 'leader',
  }));
}

function registryDesks(place: PlaceKey): Desk[] {
  const registry = { unitId: unitId.civilAffairs(place), place };
  return [
    { ...registry, userId: `user-${place}-registry`, role: 'REGISTRY_OFFICER' },
    { ...registry, userId: `user-${place}-registry-leader`, role: 'REGISTRY_LEADER', leads: true },
    { userId: `user-${place}-auditor`, role: 'SUPERVISOR_AUDITOR', unitId: unitId.audit(place), place },
  ];
}

/** Who carries out the random checks, and the second officer who verifies with the first. */
function inspectionDesks(place: PlaceKey): Desk[] {
  const registry = { unitId: unitId.civilAffairs(place), place };
  const { jimeiInspector1, jimeiInspector2, jimeiInspector3, jimeiInspector4, jimeiRegistrySecond } = USER;
  const inspectors = [jimeiInspector1, jimeiInspector2, jimeiInspector3, jimeiInspector4];
  return [
    { ...registry, userId: jimeiRegistrySecond, role: 'REGISTRY_OFFICER' },
    ...inspectors.map((userId): Desk => ({ ...registry, userId, role: 'INSPECTOR' })),
  ];
}

function supervisoryDesk(place: PlaceKey, bureau: Bureau): Desk {
  return {
    userId: `user-${place}-${bureau}`,
    role: 'SUPERVISORY_OFFICER',
    unitId: unitId.bureau(place, bureau),
    place,
    leads: true,
  };
}

function countyOf(place: PlaceKey): string {
  return PLACES[place].divisionCode.slice(0, 6);
}
