import { shanghaiDate } from '#domain/calendar/shanghai-day.js';
import type { PaperData } from '#domain/paper/paper-schema.js';
import type { PaperRequest } from '#domain/paper/paper-request.js';
import { dayOf } from '../date-column.js';
import { committeeRows, councilPostOf, type Gathered, nameOf, partyPosts, present, sexOf } from './gathered.js';

/** 申请书 as the applicant submitted it. */
export function applicationPaper(about: Gathered, request: PaperRequest, applicant: string): PaperData<'APPLICATION'> {
  const { form, organisation, members, superior } = about;
  const posts = partyPosts(form);
  return {
    ...about.head,
    superiorOrganisation: superior,
    organisationName: organisation.name,
    ...present({ organisationUscc: organisation.uscc, generalBranchNeed: form.generalBranchNeed, venue: form.venue }),
    kind: form.kind,
    proposedName: form.proposedName,
    councilTermStart: dayOf(organisation.councilTermStart) ?? request.on,
    councilTermEnd: dayOf(organisation.councilTermEnd) ?? request.on,
    councilSize: form.councilSize,
    countedMembers: members.filter(counts).length,
    members: members.map((member) => ({
      name: member.name,
      sex: sexOf(member),
      birthDate: member.birthDate ?? request.on,
      idNoMasked: member.idNoMasked ?? '',
      ...present({ phoneMasked: member.phoneMasked, partyPost: posts.get(member.personId) }),
      councilPost: councilPostOf(member),
      relationStatus: member.relationStatus ?? 'NOT_TRANSFERRED',
      homePartyOrg: member.homePartyOrgName ?? '—',
      fullSince: member.fullSince ?? request.on,
      ...present({ certificate: certificateOf(about, member.personId) }),
    })),
    secretaryCandidate: nameOf(about, form.secretary),
    ...present({ deputyCandidate: form.deputy === undefined ? undefined : nameOf(about, form.deputy) }),
    committee: committeeRows(about, form.committee),
    isOneShoulder: form.isOneShoulder,
    ...present({ oneShoulderReason: form.oneShoulderReason }),
    crossAppointments: form.crossAppointments.map(({ personId, ...appointment }) => ({
      name: nameOf(about, personId),
      ...appointment,
    })),
    reason: form.reason,
    activityPlan: form.activityPlan,
    councilResolution: form.councilResolutionUploadId === undefined ? '—' : '理事会决议',
    applicantName: applicant,
    applicationDate: shanghaiDate(about.row.submittedAt),
  };
}

const counts = ({ inCouncil, status, relationStatus }: Gathered['members'][number]): boolean =>
  inCouncil && status === 'FULL' && relationStatus !== 'TRANSFERRED';

const certificateOf = ({ form }: Gathered, personId: string): string | undefined =>
  form.members.find((member) => member.personId === personId)?.certificateUploadId === undefined
    ? undefined
    : '党员身份证明';
