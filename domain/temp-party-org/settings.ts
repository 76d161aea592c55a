import { z } from 'zod';

/** The defaults of the matter (register of defaults, keys `intake.*` and `tpo.*`). A running case keeps those it started with. */
export const TempPartyOrgSettings = z.strictObject({
  intakeCheckWD: z.int().min(1).default(5),
  intakeAnswerWD: z.int().min(1).default(15),
  minFullMembers: z.int().min(1).default(3),
  generalBranchMin: z.int().min(1).default(50),
  formalMin: z.int().min(1).default(3),
  verifyWD: z.int().min(1).default(10),
  replyWD: z.int().min(1).default(20),
  fileWD: z.int().min(1).default(10),
  recordWD: z.int().min(1).default(5),
  rosterWD: z.int().min(1).default(10),
  graceCD: z.int().min(0).default(30),
  lowMembersCD: z.int().min(1).default(90),
  expiringCD: z.int().min(1).default(90),
  noticeCD: z.array(z.int().min(1)).default([90, 60, 30]),
});
export type TempPartyOrgSettings = z.output<typeof TempPartyOrgSettings>;

export const DEFAULT_SETTINGS: TempPartyOrgSettings = TempPartyOrgSettings.parse({});

/** Where the register of defaults keeps each value. */
export const SETTING_KEYS: Readonly<Record<keyof TempPartyOrgSettings, string>> = {
  intakeCheckWD: 'intake.checkWD',
  intakeAnswerWD: 'intake.answerWD',
  minFullMembers: 'tpo.minFullMembers',
  generalBranchMin: 'tpo.generalBranchMin',
  formalMin: 'tpo.formalMin',
  verifyWD: 'tpo.verifyWD',
  replyWD: 'tpo.replyWD',
  fileWD: 'tpo.fileWD',
  recordWD: 'tpo.recordWD',
  rosterWD: 'tpo.rosterWD',
  graceCD: 'tpo.graceCD',
  lowMembersCD: 'tpo.lowMembersCD',
  expiringCD: 'tpo.expiringCD',
  noticeCD: 'tpo.noticeCD',
};
