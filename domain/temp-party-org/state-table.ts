import { type EventLabel, stateRows } from '../process/state-rows.js';
import { TEMP_PARTY_ORG_STATE_LABELS, TEMP_PARTY_ORG_TRANSITIONS, type TempPartyOrgEvent } from './states.js';

/** Who brings each event about, and within which limit; WD working days, CD calendar days of the default settings (specification M01, state table). */
const EVENTS: Readonly<Record<TempPartyOrgEvent, EventLabel>> = {
  accept: { zh: '受理', by: '批复机关受理岗', limit: '5个工作日' },
  supplement: { zh: '一次性告知补正', by: '批复机关受理岗', limit: '5个工作日,只能一次' },
  resubmit: { zh: '补正后重新提交', by: '申请单位', limit: '15个工作日' },
  lapse: { zh: '逾期未补正', by: '系统', limit: '满15个工作日' },
  verify: { zh: '审核完成', by: '批复机关审核岗', limit: '10个工作日' },
  approve: { zh: '批复同意', by: '批复机关签发岗', limit: '受理后20个工作日' },
  refuse: { zh: '批复不同意', by: '批复机关签发岗', limit: '受理后20个工作日' },
  file: { zh: '报送备案', by: '申请单位或批复机关', limit: '批复后10个工作日' },
  record: { zh: '予以备案', by: '备案机关', limit: '5个工作日' },
  returnFiling: { zh: '退回备案', by: '备案机关', limit: '5个工作日' },
  expire: { zh: '任期将满、理事会换届或党员不足', by: '系统', limit: '届满前90日;党员不足满90日' },
  causeGone: { zh: '情形消除', by: '系统', limit: '—' },
  renew: { zh: '延续申请办结', by: '申请单位申请,批复机关批复', limit: '届满后30日' },
  convert: { zh: '转为正式党组织', by: '批复机关', limit: '届满后30日' },
  revoke: { zh: '撤销', by: '批复机关', limit: '届满后30日' },
  graceOver: { zh: '逾期未处理', by: '系统', limit: '届满后满30日' },
  withdraw: { zh: '撤回', by: '申请单位', limit: '批复之前' },
  returnToIntake: { zh: '退回受理', by: '审核岗或签发岗', limit: '—' },
  returnToVerification: { zh: '退回审核', by: '批复机关签发岗', limit: '—' },
};

/** The state table as the officials' guide prints it. */
export const stateTable = (): readonly (readonly string[])[] =>
  stateRows(TEMP_PARTY_ORG_TRANSITIONS, TEMP_PARTY_ORG_STATE_LABELS, EVENTS);
