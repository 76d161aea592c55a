import { z } from 'zod';
import { choice, count, day, flag, list, maybe, prose, text } from './field.js';
import { committeeRow, everyPaper, maskedId, maskedPhone, orgKind, partyOrgName, sex } from './paper-fields.js';

const memberRow = {
  name: text('姓名', 40),
  sex: sex(),
  birthDate: day('出生日期'),
  idNoMasked: maskedId(),
  phoneMasked: maybe(maskedPhone()),
  councilPost: text('理事会职务', 40),
  partyPost: maybe(text('拟任党内职务', 40)),
  relationStatus: choice('组织关系', {
    NOT_TRANSFERRED: { zh: '未转入', flag: 'isNotTransferred' },
    TRANSFERRED: { zh: '已转入', flag: 'isTransferred' },
  }),
  homePartyOrg: text('组织关系所在党组织'),
  fullSince: day('转为正式党员日期'),
  certificate: maybe(text('身份证明', 120, { note: '所在党组织出具的身份证明名称或编号' })),
  confirmedAt: maybe(day('本人确认日期')),
};

const crossAppointmentRow = {
  name: text('姓名', 40),
  partyPost: text('党组织职务', 40),
  managementPost: text('管理层职务', 40),
  direction: choice('方向', {
    PARTY_TO_MGMT: { zh: '党组织班子成员进入管理层', flag: 'isPartyToManagement' },
    MGMT_TO_PARTY: { zh: '管理层成员进入党组织班子', flag: 'isManagementToParty' },
  }),
};

/** Fields of the 申请书 (specification M01, paper APPLICATION). */
export const ApplicationPaper = z
  .strictObject({
    ...everyPaper(),
    superiorOrganisation: text('主送的上级党组织', 60, { essential: true }),
    organisationName: text('社会组织名称', 100, { essential: true }),
    organisationUscc: maybe(text('统一社会信用代码', 18)),
    kind: orgKind(),
    proposedName: partyOrgName('拟成立党组织名称'),
    generalBranchNeed: maybe(prose('设临时党总支的理由', 10, 1000, { note: '不足50人而申请临时党总支时填写' })),
    councilTermStart: day('理事会任期起'),
    councilTermEnd: day('理事会任期止'),
    councilSize: count('理事会人数'),
    countedMembers: count('计入人数', { note: '理事会中组织关系未转入本单位的正式党员人数' }),
    members: list('成员名册', memberRow, { essential: true }),
    secretaryCandidate: text('书记人选', 40, { essential: true }),
    deputyCandidate: maybe(text('副书记人选', 40)),
    committee: list('委员人选', committeeRow()),
    isOneShoulder: flag('书记与负责人一肩挑'),
    oneShoulderReason: maybe(prose('未一肩挑的理由', 1, 500)),
    crossAppointments: list('双向进入、交叉任职', crossAppointmentRow),
    reason: prose('申请理由', 50, 2000),
    activityPlan: prose('活动计划', 1, 4000),
    venue: maybe(text('活动场所', 200)),
    councilResolution: text('理事会决议', 200, { note: '决议名称,作为附件' }),
    applicantName: text('经办人', 40),
    applicationDate: day('申请日期', { essential: true }),
  })
  .refine((paper) => paper.councilTermStart < paper.councilTermEnd, { path: ['councilTermEnd'] })
  .refine((paper) => paper.isOneShoulder || paper.oneShoulderReason !== undefined, { path: ['oneShoulderReason'] });
