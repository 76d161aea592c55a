import { type EventLabel, stateRows } from '../process/state-rows.js';
import { RETURN_STATE_LABELS, RETURN_TRANSITIONS, type ReturnEvent } from './states.js';

/** Who brings each event about, and within which limit of the default settings (specification M02, state table). */
const EVENTS: Readonly<Record<ReturnEvent, EventLabel>> = {
  submit: { zh: '报送', by: '报送单位', limit: '报送截止日之前' },
  submitLate: { zh: '逾期报送（留存）', by: '报送单位', limit: '—' },
  preliminaryAgree: { zh: '初审同意', by: '业务主管单位', limit: '20个工作日' },
  preliminaryReturn: { zh: '初审退回', by: '业务主管单位', limit: '20个工作日' },
  preliminarySkipped: { zh: '无业务主管单位', by: '系统', limit: '—' },
  intake: { zh: '受理', by: '登记管理机关经办岗', limit: '5个工作日' },
  supplement: { zh: '一次性告知补正', by: '登记管理机关经办岗', limit: '5个工作日，只能一次' },
  resubmit: { zh: '补正后重新提交', by: '报送单位', limit: '15个工作日' },
  answerOver: { zh: '逾期未补正', by: '系统', limit: '满15个工作日' },
  conclude: { zh: '作出结论', by: '登记管理机关负责人', limit: '20个工作日' },
  supersede: { zh: '更正结论', by: '登记管理机关负责人', limit: '—' },
  publish: { zh: '公告', by: '登记管理机关经办岗', limit: '20个工作日' },
  seasonCloses: { zh: '截止未报送', by: '系统', limit: '报送截止日' },
  exempt: { zh: '年检期间注销或撤销', by: '系统', limit: '—' },
  talk: { zh: '约谈', by: '两名以上执法人员', limit: '15个工作日' },
  setRectification: { zh: '下达整改要求', by: '登记管理机关经办岗', limit: '15个工作日' },
  verifyPass: { zh: '核验通过', by: '两名执法人员', limit: '15个工作日' },
  verifyFail: { zh: '核验不通过', by: '两名执法人员', limit: '15个工作日' },
};

/** The states of a yearly return as the officials' guide prints them. */
export const returnStateTable = (): readonly (readonly string[])[] =>
  stateRows(RETURN_TRANSITIONS, RETURN_STATE_LABELS, EVENTS);
