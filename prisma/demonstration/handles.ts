import { partyOrgId } from '../reference/party-organisations.js';
import { unitId } from '../reference/units.js';

/** Organisations of the demonstration by what they show; their ids. Each constellation of M01's rules has one. */
export const ORG = {
  /** 内江: five countable members, a council term of years to come; managed by the work committee itself. */
  eligible: 'org-neijiang-xinghe',
  /** 内江: exactly three. */
  threeMembers: 'org-neijiang-yunlu',
  /** 内江: two; a third is missing. */
  twoMembers: 'org-neijiang-zhiyuan',
  /** 内江: two, and a probationary member in the council. */
  probationaryThird: 'org-neijiang-qingmu',
  /** 内江: two in the council, two more full members among the staff. */
  outsideCouncil: 'org-neijiang-chenxi',
  /** 内江: three, of whom the demonstration takes one away between submission and reply. */
  losesMember: 'org-neijiang-wenxin',
  /** 内江: four; its application is withdrawn. */
  withdrawn: 'org-neijiang-baihe',
  /** 内江: four; managed by a general branch, which may not approve. */
  unauthorised: 'org-neijiang-mingde',
  /** 内江: three countable, one, two, three relations transferred in. */
  oneTransferred: 'org-neijiang-lantian',
  twoTransferred: 'org-neijiang-songfeng',
  threeTransferred: 'org-neijiang-jinqiao',
  /** 秀洲: two councils that share a member. */
  sharedMemberFirst: 'org-xiuzhou-hehuan',
  sharedMemberSecond: 'org-xiuzhou-yunfan',
  /** 秀洲: eligible, managed by a village's general branch, so that routing climbs the whole network. */
  village: 'org-xiuzhou-tianxin',
  /** 平湖: the council's term is over. */
  expiredCouncil: 'org-pinghu-haitang',
  /** 平湖: the council's term ends within 90 days. */
  endingCouncil: 'org-pinghu-dongteng',
  /** 平湖: 52 countable members, enough for a general branch. */
  fiftyMembers: 'org-pinghu-lianhe',
  /** 解放街道: filed only, not registered. */
  filed: 'org-jiefang-linli',
  /** 集美: has an active temporary branch. */
  activeTemporary: 'org-jimei-haifeng',
  /** 集美: nobody in the Party. */
  noMembers: 'org-jimei-lanjing',
  /** 锡林郭勒: registration cancelled. */
  cancelled: 'org-xilingol-baiyun',
} as const;

/** Accounts of officials. Every work committee has intake, reviewer, signer, leader and filing: `officialOf('xilingol', 'signer')`. */
export const USER = {
  neijiangIntake: 'user-neijiang-intake',
  neijiangReviewer: 'user-neijiang-reviewer',
  neijiangSigner: 'user-neijiang-signer',
  neijiangLeader: 'user-neijiang-leader',
  neijiangFiling: 'user-neijiang-filing',
  /** Approver of the work committee who left the staff of `ORG.eligible` a year ago: refused there (C5). */
  neijiangRecused: 'user-neijiang-recused',
  /** Holds the approver's role at the education bureau, whose general branch may not approve. */
  neijiangUnauthorised: 'user-neijiang-education-approver',
  neijiangRegistry: 'user-neijiang-registry',
  neijiangAuditor: 'user-neijiang-auditor',
  xiuzhouIntake: 'user-xiuzhou-intake',
  xiuzhouReviewer: 'user-xiuzhou-reviewer',
  xiuzhouSigner: 'user-xiuzhou-signer',
  xiuzhouLeader: 'user-xiuzhou-leader',
  xiuzhouFiling: 'user-xiuzhou-filing',
  xiuzhouAuditor: 'user-xiuzhou-auditor',
  /** Approvers of the comprehensive Party committee of 秀洲. */
  xiuzhouCommitteeIntake: 'user-xiuzhou-committee-intake',
  xiuzhouCommitteeReviewer: 'user-xiuzhou-committee-reviewer',
  xiuzhouCommitteeSigner: 'user-xiuzhou-committee-signer',
  xiuzhouCommitteeLeader: 'user-xiuzhou-committee-leader',
  admin: 'user-admin',
  /** 集美's registry, for the annual inspection and its random checks. */
  jimeiRegistry: 'user-jimei-registry',
  jimeiRegistrySecond: 'user-jimei-registry-second',
  jimeiRegistryLeader: 'user-jimei-registry-leader',
  jimeiInspector1: 'user-jimei-inspector-1',
  jimeiInspector2: 'user-jimei-inspector-2',
  jimeiInspector3: 'user-jimei-inspector-3',
  jimeiInspector4: 'user-jimei-inspector-4',
} as const;

/** Units that tests and the demonstration name. */
export const UNIT = {
  neijiangWorkCommittee: unitId.workCommittee('neijiang'),
  neijiangCivilAffairs: unitId.civilAffairs('neijiang'),
  neijiangEducation: unitId.bureau('neijiang', 'education'),
  xiuzhouWorkCommittee: unitId.workCommittee('xiuzhou'),
  xiuzhouComprehensive: unitId.comprehensive('xiuzhou'),
  jimeiCivilAffairs: unitId.civilAffairs('jimei'),
} as const;

/** Party organisations that tests and the demonstration name. */
export const PARTY_ORG = {
  neijiangWorkCommittee: partyOrgId.workCommittee('neijiang'),
  neijiangComprehensive: partyOrgId.comprehensive('neijiang'),
  neijiangEducationGeneralBranch: partyOrgId.educationGeneralBranch('neijiang'),
  xiuzhouWorkCommittee: partyOrgId.workCommittee('xiuzhou'),
  xiuzhouComprehensive: partyOrgId.comprehensive('xiuzhou'),
  activeTemporary: 'party-jimei-haifeng-temporary',
} as const;

/** The account through which an organisation applies. */
export const applicantOf = (organisationId: string) => organisationId.replace(/^org-/, 'user-') + '-applicant';

/** The account of the n-th person of an organisation's council, counted from 0; only countable members of named organisations have one. */
export const memberOf = (organisationId: string, n: number) =>
  `${organisationId.replace(/^org-/, 'user-')}-member-${n}`;

/** The n-th person of an organisation's council, counted from 0; the countable members come first. */
export const personOf = (organisationId: string, n: number) => `${organisationId.replace(/^org-/, 'person-')}-${n}`;

/** The name that an account signs in with: `user-neijiang-intake` is neijiang.intake. */
export const usernameOf = (userId: string) => userId.replace(/^user-/, '').replaceAll('-', '.');
