import { ROLES, type Role } from '#domain/roles.js';
import { asId, type UnitId, type UserId } from '#domain/ids.js';
import type { Actor } from '#domain/process/act.js';
import { applicantOf, personOf } from '#prisma/demonstration/handles.js';
import { PLACE_KEYS, type PlaceKey } from '#prisma/reference/places.js';
import { unitId } from '#prisma/reference/units.js';
import type { TempPartyOrgApplication } from '#domain/temp-party-org/form.js';

/** Who acts: a user in a role at a unit. */
export interface Who {
  readonly userId: string;
  readonly role: Role;
  readonly unitId?: string;
}

/** The approvers of a place's work committee, by desk; the leader is whom an overdue task calls. */
export interface Officials {
  readonly unitId: string;
  readonly intake: Who;
  readonly reviewer: Who;
  readonly signer: Who;
  readonly filer: Who;
  readonly leader: Who;
}

/** The officials who take an organisation's case through. */
export function officialsFor(organisationId: string): Officials {
  const place = placeOf(organisationId);
  const unit = unitId.workCommittee(place);
  const desk = (name: string): Who => ({ userId: `user-${place}-${name}`, role: 'TWO_NEW_APPROVER', unitId: unit });
  return {
    unitId: unit,
    intake: desk('intake'),
    reviewer: desk('reviewer'),
    signer: desk('signer'),
    filer: desk('filing'),
    leader: desk('leader'),
  };
}

export const applicant = (organisationId: string): Who => ({
  userId: applicantOf(organisationId),
  role: 'APPLICANT_USER',
});

/** An official of a Party organisation that stands above nobody here. */
export const officialElsewhere = (unit: string): Who => ({
  userId: 'user-elsewhere',
  role: 'TWO_NEW_APPROVER',
  unitId: unit,
});

/** The one for whom a task waits. */
export function whoOf(assigneeKey: string): Who {
  const [kind = '', id = '', name = ''] = assigneeKey.split(':');
  if (kind === 'user') return { userId: id, role: 'COUNCIL_MEMBER' };
  const role = ROLES.find((known) => known === name);
  if (!role) throw new Error(`nobody answers for ${assigneeKey}`);
  return { userId: `official-of-${id}`, role, unitId: id };
}

export function actorOf({ userId, role, unitId: unit }: Who): Actor {
  return {
    userId: asId<UserId>(userId),
    personId: null,
    role,
    unitId: unit === undefined ? null : asId<UnitId>(unit),
    onBehalfOf: null,
  };
}

/** What an organisation's application says: its first `n` countable members, the first of them secretary. */
export function applicationOf(
  organisationId: string,
  n: number,
  more: Partial<TempPartyOrgApplication> = {},
): TempPartyOrgApplication {
  return {
    kind: 'TEMP_BRANCH',
    proposedName: '中共内江市示例协会临时党支部',
    councilSize: n + 6,
    members: Array.from({ length: n }, (_, index) => ({
      personId: personOf(organisationId, index),
      certificateUploadId: `upload-certificate-${index}`,
    })),
    secretary: personOf(organisationId, 0),
    committee: [],
    isOneShoulder: true,
    crossAppointments: [],
    reason:
      '本会理事会中有正式党员三名以上,组织关系均在原单位党组织,为发挥党员作用、加强党的领导、做好社会组织党建工作,特申请设立临时党支部,请予批准。',
    activityPlan: '每月一次集体学习,每季度一次主题党日。',
    councilResolutionUploadId: 'upload-resolution',
    ...more,
  };
}

function placeOf(organisationId: string): PlaceKey {
  const [, name] = organisationId.split('-');
  const place = PLACE_KEYS.find((key) => key === name);
  if (!place) throw new Error(`${organisationId} is in no place of the demonstration`);
  return place;
}
