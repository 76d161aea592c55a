import type { Texts } from '../../text/language.js';

/** Names of the fields of a return, by their path without places. */
export const FIELD_TEXTS = {
  'basics.changes': ['本年度变更', 'Changes of the year'],
  'basics.leaders': ['负责人', 'Leaders'],
  'basics.leaders.personId': ['负责人姓名', 'Name of the leader'],
  'basics.leaders.post': ['负责人职务', 'Post of the leader'],
  'basics.leaders.termStart': ['负责人任期起', 'Start of the leader’s term'],
  'basics.leaders.termEnd': ['负责人任期止', 'End of the leader’s term'],
  'basics.councilTermEnd': ['理事会任期届满日', 'End of the council’s term'],
  'basics.staff': ['工作人员数', 'Staff'],
  'basics.members': ['会员数', 'Members'],
  'basics.branches': ['分支(代表)机构数', 'Branches'],
  'activities.count': ['开展活动次数', 'Activities'],
  'activities.personTimes': ['参加人次', 'Person-times'],
  'activities.insideCharter': ['活动是否均在章程业务范围内', 'Are all inside the charter'],
  'activities.note': ['活动说明', 'Note'],
  'finance.openingNetAssetsFen': ['期初净资产', 'Opening net assets'],
  'finance.incomeFen': ['本年收入', 'Income'],
  'finance.expenditureFen': ['本年支出', 'Expenditure'],
  'finance.closingNetAssetsFen': ['期末净资产', 'Closing net assets'],
  'finance.auditUploadId': ['审计报告', 'Audit report'],
  'finance.enterpriseFees': ['涉企收费', 'Fees charged to enterprises'],
  'finance.enterpriseFees.charged': ['是否向企业收费', 'Are enterprises charged'],
  'finance.enterpriseFees.amountFen': ['涉企收费金额', 'Amount charged to enterprises'],
  partyBuilding: ['党建工作', 'Party building'],
  'partyBuilding.partyOrg': ['党组织', 'Party organisation'],
  'partyBuilding.partyOrg.type': ['党组织类型', 'Kind of Party organisation'],
  'partyBuilding.partyOrg.replyDocNo': ['批复文号', 'Number of the reply'],
  'partyBuilding.instructorPersonId': ['党建工作指导员', 'Instructor'],
  'partyBuilding.membersTotal': ['党员总数', 'Party members'],
  'partyBuilding.membersTransferred': ['组织关系已转入党员数', 'Of whom transferred'],
  'partyBuilding.charterPartyBuilding': ['党建工作是否写入章程', 'Is it in the charter'],
  'partyBuilding.secretaryReportUploadId': ['书记述职报告', 'Secretary’s report'],
  'partyBuilding.lifeSessions': ['组织生活会次数', 'Organisation life'],
  'partyBuilding.themeDays': ['主题党日次数', 'Theme days'],
  'partyBuilding.majorMatters': ['党组织参与重大事项决策次数', 'Major matters'],
  'partyBuilding.threeOnes': ['三个一', 'Three ones'],
  'partyBuilding.workFundsFen': ['党建工作经费', 'Funds for Party work'],
  lastYearRectification: ['上年度整改情况', 'Last year’s rectification'],
  'lastYearRectification.items': ['整改事项', 'Items'],
  'lastYearRectification.items.item': ['整改事项', 'Item'],
  'lastYearRectification.items.result': ['整改结果', 'Result'],
  'lastYearRectification.items.uploadId': ['证明材料', 'Proof'],
  'lastYearRectification.resultUploadId': ['整改结果材料', 'Paper on the result'],
  OTHER: ['其他内容', 'Other'],
} as const satisfies Texts;

export type Field = keyof typeof FIELD_TEXTS;

const isField = (path: string): path is Field => Object.hasOwn(FIELD_TEXTS, path);

/** The field of a path, or that around it. */
export function fieldKey(path: string): Field {
  for (let at = path; at !== ''; at = at.slice(0, Math.max(at.lastIndexOf('.'), 0))) if (isField(at)) return at;
  return 'OTHER';
}
