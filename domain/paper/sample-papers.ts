import type { PaperKind } from './paper-kind.js';
import type { PaperData } from './paper-schema.js';
import { SAMPLE_AGREEMENT } from './sample-agreement.js';
import { SAMPLE_INSPECTION_PAPERS } from './sample-inspection-papers.js';
import { verificationCodeFrom } from './verification-code.js';

const everyPaper = {
  caseNo: 'M01-511000-2026-00012',
  verificationCode: verificationCodeFrom(new Uint8Array([18, 52, 86, 120, 154, 188, 222, 240, 17, 34])),
};

const member = (name: string, councilPost: string, homePartyOrg: string) => ({
  name,
  sex: 'M' as const,
  birthDate: '1975-03-12',
  idNoMasked: '5110**********1234',
  phoneMasked: '138****1234',
  councilPost,
  relationStatus: 'NOT_TRANSFERRED' as const,
  homePartyOrg,
  fullSince: '2003-07-01',
  certificate: '党员身份证明',
  confirmedAt: '2026-02-06',
});

const members = [
  { ...member('林示例', '理事长', '中共内江市示范局机关支部委员会'), partyPost: '书记' },
  { ...member('周示例', '副理事长', '中共内江市样例公司支部委员会'), partyPost: '副书记', sex: 'F' as const },
  member('欧阳示例', '理事', '中共内江市范例学院退休教师支部委员会'),
];

const copyTo = [{ name: '内江市民政局' }, { name: '内江市示范局机关党委' }];
const names = { organisationName: '内江市示例行业协会', organisationUscc: '51330482MJ0000001C' };
const partyOrgName = '中共内江市示例行业协会临时党支部';
const superiorOrganisation = '中共内江市示例综合委员会';
const organ = '中共内江市示例综合委员会';
const basis = '《中国共产党支部工作条例（试行）》和本市社会组织临时党组织工作指引';

const APPLICATION: PaperData<'APPLICATION'> = {
  ...everyPaper,
  ...names,
  superiorOrganisation,
  kind: 'TEMP_BRANCH',
  proposedName: partyOrgName,
  councilTermStart: '2025-06-01',
  councilTermEnd: '2030-05-31',
  councilSize: 11,
  countedMembers: 3,
  members,
  secretaryCandidate: '林示例',
  deputyCandidate: '周示例',
  committee: [],
  isOneShoulder: true,
  crossAppointments: [
    { name: '林示例', partyPost: '书记', managementPost: '理事长', direction: 'MGMT_TO_PARTY' },
    { name: '周示例', partyPost: '副书记', managementPost: '副理事长', direction: 'MGMT_TO_PARTY' },
  ],
  reason:
    '我协会现有会员单位六十余家，从业人员一千二百余人，理事会中有三名正式党员，组织关系均在原单位党组织。成立临时党支部，有利于发挥党员作用，引领行业诚信自律。\n协会已明确活动场所和工作经费，具备开展组织生活的条件。',
  activityPlan: '每月开展一次集体学习；每季度与会员单位党组织联合开展一次主题党日；每半年向上级党组织报告一次工作。',
  venue: '内江市示例路1号协会三楼会议室',
  councilResolution: '第三届理事会第四次会议决议（2026年1月20日）',
  applicantName: '赵示例',
  applicationDate: '2026-02-09',
};

const SUPPLEMENT_NOTICE: PaperData<'SUPPLEMENT_NOTICE'> = {
  ...everyPaper,
  docNo: '内综党〔2026〕8号',
  organ,
  organisationName: names.organisationName,
  matterName: '成立临时党支部',
  submittedAt: '2026-02-09',
  items: [
    {
      item: '理事会决议',
      problem: '决议缺少两名理事签名。',
      requirement: '请补齐签名后重新上传扫描件。',
    },
    {
      item: '身份证明（欧阳示例）',
      problem: '证明未加盖所在党组织印章。',
      requirement: '请由所在党组织加盖印章，注明转为正式党员日期。',
    },
  ],
  basis,
  answerDays: 15,
  dueDate: '2026-03-10',
  contactName: '钱示例',
  contactPhone: '0832-0000000',
  noticeDate: '2026-02-13',
};

const REPLY: PaperData<'REPLY'> = {
  ...everyPaper,
  docNo: '内综党〔2026〕12号',
  organ,
  organisationName: names.organisationName,
  applicationDate: '2026-02-09',
  proposedName: partyOrgName,
  result: 'APPROVE',
  studiedAt: '2026年3月9日委员会会议',
  basis,
  approvedName: partyOrgName,
  kind: 'TEMP_BRANCH',
  secretary: '林示例',
  deputy: '周示例',
  committee: [],
  termStart: '2026-03-10',
  termEnd: '2030-05-31',
  superiorOrganisation,
  conditions: [
    { text: '每月至少开展一次组织生活，每半年报告一次工作。' },
    { text: '党员组织关系仍在原党组织，不接收预备党员，不收缴党费。' },
  ],
  signer: '孙示例',
  replyDate: '2026-03-10',
  copyTo,
};

const FILING: PaperData<'FILING'> = {
  ...everyPaper,
  ...names,
  filingNo: '内两新备〔2026〕5号',
  filingOrgan: '中共内江市示例两新工作委员会',
  partyOrgName,
  kind: 'TEMP_BRANCH',
  replyDocNo: '内综党〔2026〕12号',
  replyOrgan: organ,
  replyDate: '2026-03-10',
  superiorOrganisation,
  termStart: '2026-03-10',
  termEnd: '2030-05-31',
  secretary: '林示例',
  deputy: '周示例',
  committee: [],
  roster: members.map(
    ({ birthDate: _1, phoneMasked: _2, relationStatus: _3, certificate: _4, confirmedAt: _5, ...row }) => row,
  ),
  contactName: '赵示例',
  contactPhoneMasked: '139****5678',
  submittedAt: '2026-03-16',
  filedAt: '2026-03-19',
  result: 'FILED',
  items: [],
  signer: '李示例',
  copyTo: [{ name: '内江市民政局' }],
};

const NOTICE: PaperData<'NOTICE'> = {
  ...everyPaper,
  docNo: '内综党〔2030〕21号',
  organ,
  organisationName: names.organisationName,
  partyOrgName,
  event: 'RENEWED',
  replyDocNo: '内综党〔2026〕12号',
  termStart: '2026-03-10',
  termEnd: '2030-05-31',
  effectiveDate: '2030-06-01',
  newCaseNo: 'M01-511000-2030-00003',
  newTermStart: '2030-06-01',
  newTermEnd: '2035-05-31',
  secretary: '周示例',
  basis,
  signer: '孙示例',
  noticeDate: '2030-05-20',
  copyTo,
};

/** Invented papers with every list and most fields filled, to show an office how its template will look. */
export const SAMPLE_PAPERS: { readonly [Kind in PaperKind]: PaperData<Kind> } = {
  APPLICATION,
  SUPPLEMENT_NOTICE,
  REPLY,
  FILING,
  NOTICE,
  ...SAMPLE_INSPECTION_PAPERS,
  FUNDING_AGREEMENT: SAMPLE_AGREEMENT,
};
