import { ANNUAL_INSPECTION_ACTS } from '#domain/annual-inspection/acts.js';
import { AnnualReturnForm } from '#domain/annual-inspection/return-form.js';
import { ANNUAL_INSPECTION, RETURN_STATE_LABELS, RETURN_TRANSITIONS } from '#domain/annual-inspection/states.js';
import { ANNUAL_RETURN_WORKFLOW } from '#workflows/annual-inspection/contract.js';
import type { Matter } from './matter.js';

/** 年检年审: one organisation's yearly return (M02). */
export const ANNUAL_RETURN_MATTER: Matter = {
  ...ANNUAL_INSPECTION,
  workflow: ANNUAL_RETURN_WORKFLOW,
  needsOrganisation: true,
  handlers: ['REGISTRY_LEADER', 'REGISTRY_OFFICER'],
  states: RETURN_STATE_LABELS,
  transitions: RETURN_TRANSITIONS,
  acts: ANNUAL_INSPECTION_ACTS,
  taskKinds: {
    FILE_RETURN: {
      zh: '报送年度工作报告',
      en: 'file the return',
      acts: ['submitReturn', 'askExtension'],
      ofApplicant: true,
    },
    EXTENSION: { zh: '审批延期', en: 'decide on an extension', acts: ['decideExtension'] },
    PRELIMINARY: { zh: '业务主管单位初审', en: 'preliminary opinion', acts: ['preliminary'] },
    INTAKE: { zh: '受理审查', en: 'intake', acts: ['accept', 'supplement'] },
    SUPPLEMENT: { zh: '补正材料', en: 'supplement', acts: ['resubmit'], ofApplicant: true },
    CONFIRM_PARTY_SECTION: { zh: '确认党建工作部分', en: 'confirm the Party section', acts: ['confirm'] },
    CONCLUDE: { zh: '作出年检结论', en: 'conclude', acts: ['conclude'] },
    PUBLISH: { zh: '公告结论', en: 'publish', acts: ['publishConclusion'] },
    RECTIFICATION_TALK: { zh: '约谈', en: 'talk with the person in charge', acts: ['noticeTalk', 'recordTalk'] },
    SET_RECTIFICATION: { zh: '下达整改要求', en: 'set the rectification', acts: ['setRectification'] },
    RECTIFY: { zh: '整改', en: 'rectify', acts: ['handIn'], ofApplicant: true },
    VERIFY_RECTIFICATION: { zh: '核验整改', en: 'verify the rectification', acts: ['verifyRectification'] },
  },
  caseActs: [
    { kind: 'submitLate', by: 'APPLICANT', event: 'submitLate', opening: 'LATE_RETURN' },
    { kind: 'noteFindings', by: 'HANDLER', event: 'conclude', roles: ['REGISTRY_OFFICER'] },
    { kind: 'supersede', by: 'HANDLER', event: 'supersede', roles: ['REGISTRY_LEADER'] },
    { kind: 'urge', by: 'READER', event: null },
    { kind: 'copy', by: 'READER', event: null },
  ],
  reopenedBy: ['supersede'],
  returnTo: () => [],
  toldToApplicant: ['preliminary', 'decideExtension', 'supplement', 'conclude', 'supersede'],
  formFields: Object.keys(AnnualReturnForm.shape),
};
