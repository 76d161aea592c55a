/** Roles of specification §2. A person may hold several, each at a unit or for an organisation, within dates. */
export const ROLES = [
  'APPLICANT_USER',
  'COUNCIL_MEMBER',
  'PARTY_SECRETARY',
  'COMMUNITY_OFFICIAL',
  'TWO_NEW_APPROVER',
  'SUPERVISORY_OFFICER',
  'REGISTRY_OFFICER',
  'REGISTRY_LEADER',
  'JUDGE',
  'EVALUATOR',
  'SPONSOR',
  'INSTRUCTOR',
  'INSPECTOR',
  'ROUND_ORGANISER',
  'FINANCE_SIGNER',
  'SCHOOL_ADMIN',
  'GRID_WORKER',
  'SUPERVISOR_AUDITOR',
  'ADMIN',
] as const;

export type Role = (typeof ROLES)[number];

/** Roles whose holders sign decisions: they need a second factor before they act. */
export const SIGNING_ROLES: readonly Role[] = [
  'TWO_NEW_APPROVER',
  'REGISTRY_LEADER',
  'ROUND_ORGANISER',
  'FINANCE_SIGNER',
];
