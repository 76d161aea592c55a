import { z } from 'zod';

const id = z.string().min(1).max(128);
const isoDate = z.iso.date();

/** Endings that the name of a temporary Party organisation may have (specification M01, APPLICATION). */
const NAME_ENDINGS = ['临时党支部', '临时党总支', '临时支部委员会'] as const;

const CrossAppointment = z.strictObject({
  personId: id,
  partyPost: z.string().trim().min(1).max(40),
  managementPost: z.string().trim().min(1).max(40),
  direction: z.enum(['PARTY_TO_MGMT', 'MGMT_TO_PARTY']),
});

const Member = z.strictObject({
  /** A person of the organisation's own records, which hold name, identity number, membership and posts. */
  personId: id,
  /** 身份证明 of the home Party organisation. */
  certificateUploadId: id.optional(),
});

/**
 * The application (申请书) as it is submitted. People are picked from the organisation's records, so that nothing of
 * them is written twice; the council's term is copied from the records too.
 */
export const TempPartyOrgApplication = z
  .strictObject({
    kind: z.enum(['TEMP_BRANCH', 'TEMP_GENERAL_BRANCH']),
    generalBranchNeed: z.string().trim().min(10).max(1000).optional(),
    proposedName: z
      .string()
      .trim()
      .min(4)
      .max(60)
      .refine((name) => NAME_ENDINGS.some((ending) => name.endsWith(ending)), {
        error: '名称须以“临时党支部”“临时党总支”或“临时支部委员会”结尾',
      }),
    /** Only to be compared with the records: the term is copied, never typed. */
    councilTermStart: isoDate.optional(),
    councilTermEnd: isoDate.optional(),
    councilSize: z.int().min(1).max(500),
    members: z.array(Member).min(1).max(500),
    secretary: id,
    deputy: id.optional(),
    committee: z.array(id).max(7).default([]),
    isOneShoulder: z.boolean(),
    oneShoulderReason: z.string().trim().min(1).max(500).optional(),
    crossAppointments: z.array(CrossAppointment).max(50).default([]),
    reason: z.string().trim().min(50).max(2000),
    activityPlan: z.string().trim().min(1).max(4000),
    venue: z.string().trim().max(200).optional(),
    councilResolutionUploadId: id.optional(),
    /** The case that this one renews. */
    renews: z.string().max(40).optional(),
  })
  .refine((form) => form.isOneShoulder || form.oneShoulderReason !== undefined, {
    path: ['oneShoulderReason'],
    error: '书记与负责人不是同一人的,请说明理由',
  });
export type TempPartyOrgApplication = z.output<typeof TempPartyOrgApplication>;

/** Kinds of papers that the submission lacks: the council's resolution, and a certificate for each counted member. */
export function missingPapers(form: TempPartyOrgApplication, countedPersons: readonly string[]): string[] {
  const missing = form.councilResolutionUploadId === undefined ? ['COUNCIL_RESOLUTION'] : [];
  const bare = form.members.filter(
    ({ personId, certificateUploadId }) => certificateUploadId === undefined && countedPersons.includes(personId),
  );
  return bare.length > 0 ? [...missing, 'MEMBER_CERTIFICATE'] : missing;
}

/** The uploads that a form refers to. */
export function uploadsOf(form: TempPartyOrgApplication): string[] {
  const certificates = form.members.flatMap(({ certificateUploadId }) => certificateUploadId ?? []);
  return [...new Set([...certificates, ...(form.councilResolutionUploadId ? [form.councilResolutionUploadId] : [])])];
}
