import { TEMP_PARTY_ORG_ACTS } from '#domain/temp-party-org/acts.js';
import { TempPartyOrgApplication } from '#domain/temp-party-org/form.js';
import {
  TEMP_PARTY_ORG,
  TEMP_PARTY_ORG_STATE_LABELS,
  TEMP_PARTY_ORG_TRANSITIONS,
} from '#domain/temp-party-org/states.js';
import { TEMP_PARTY_ORG_WORKFLOW } from '#workflows/temp-party-org/contract.js';
import type { Matter } from './matter.js';

/** 临时党组织设立 (M01). */
export const TEMP_PARTY_ORG_MATTER: Matter = {
  ...TEMP_PARTY_ORG,
  workflow: TEMP_PARTY_ORG_WORKFLOW,
  needsOrganisation: true,
  states: TEMP_PARTY_ORG_STATE_LABELS,
  transitions: TEMP_PARTY_ORG_TRANSITIONS,
  acts: TEMP_PARTY_ORG_ACTS,
  taskKinds: {
    INTAKE: { zh: '受理审查', en: 'intake', acts: ['accept', 'supplement'] },
    SUPPLEMENT: { zh: '补正材料', en: 'supplement', acts: ['resubmit'], ofApplicant: true },
    CONFIRM_MEMBER: { zh: '党员本人确认', en: "a member's own confirmation", acts: ['confirm'], personal: true },
    CONFIRM_HOME: { zh: '所在党组织确认', en: "a home Party organisation's confirmation", acts: ['confirm'] },
    VERIFY: { zh: '审核', en: 'verification', acts: ['verify', 'return'] },
    REPLY: { zh: '批复', en: 'reply', acts: ['reply', 'return', 'addSigner', 'removeSigner'] },
    FILE: { zh: '报送备案', en: 'hand in for filing', acts: ['file'], ofApplicant: true },
    RECORD_FILING: { zh: '备案', en: 'filing', acts: ['record', 'returnFiling'] },
    FILE_ROSTER: { zh: '成员变动备案', en: 'file the changed roster', acts: ['fileRoster'], ofApplicant: true },
    TPO_RENEW_CONVERT_OR_REVOKE: { zh: '延续、转正或撤销', en: 'renew, convert or revoke', acts: [] },
  },
  caseActs: [
    { kind: 'withdraw', by: 'APPLICANT', event: 'withdraw' },
    { kind: 'convert', by: 'HANDLER', event: 'convert' },
    { kind: 'revoke', by: 'HANDLER', event: 'revoke' },
    { kind: 'urge', by: 'READER', event: null },
    { kind: 'copy', by: 'READER', event: null },
  ],
  returnTo: ({ kind }) => (kind === 'VERIFY' ? ['intake'] : kind === 'REPLY' ? ['intake', 'verification'] : []),
  toldToApplicant: ['supplement', 'reply', 'returnFiling', 'convert', 'revoke'],
  formFields: Object.keys(TempPartyOrgApplication.shape),
};
