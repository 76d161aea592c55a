import type { ActWords } from '../matter.js';

/** Words of the acts on a return. */
export const ANNUAL_INSPECTION_WORDS = {
  effects: {
    submitReturn: [
      '报送后进入审查,不能自行修改。',
      'The return goes to the examiners and cannot be changed by yourself.',
    ],
    submitLate: [
      '报送期限已过。逾期报告留存备查,不改变“未参检”的结论;只能报送一次。',
      'The season is over. The late return is kept; the conclusion stays. It can be done once.',
    ],
    askExtension: [
      '由登记管理机关审批。机关答复之前,报送入口保持开放;同意后,应报日和截止日都改为批准的日期。',
      'The registry decides. Until it answers you may still file; when it grants, both days move to the granted one.',
    ],
    decideExtension: [
      '同意的,该单位的应报日和截止日改为所申请的日期;不同意的,原期限不变。报送单位会收到通知。',
      'Granted, both of its days move to the day that was asked for; refused, they stay. The organisation is told.',
    ],
    preliminary: [
      '同意的,转登记管理机关受理;退回的,报送单位自今日起有15个工作日修改。',
      'Agreed, it goes on to the registry; given back, the organisation has 15 working days to mend it.',
    ],
    accept: [
      '受理后转负责人作出结论。受理的人不能再作出结论。',
      'It goes to the leader for the conclusion. Who accepts it cannot conclude it.',
    ],
    confirm: [
      '您的答复记入报告,供审查和作出结论时参考;审查不等待您的答复。',
      'Your answer is shown to the examiners, who do not wait for it.',
    ],
    noteFindings: [
      '结论作出之前可以多次登记,以最后一次为准;结论建议随之变化。登记的人不能再作出结论。',
      'Until the conclusion the last note counts, and the proposal follows it. Who notes it cannot conclude.',
    ],
    conclude: [
      '结论即时生效,并通知报送单位;基本合格、不合格的印发《年检结论通知书》。之后另行公告。',
      'It takes effect at once and the organisation is told; whatever is not PASS comes with a paper. It is published afterwards.',
    ],
    supersede: [
      '原结论及其记录保留,原结论引出的待办全部关闭,公告、约谈和整改按新结论重新开始。',
      'The first conclusion stays on record; what it led to is closed and begins anew.',
    ],
    publishConclusion: [
      '单位名称和结论向社会公开;报告本身不公开。',
      'Name and conclusion become public; the return does not.',
    ],
    noticeTalk: [
      '印发《约谈通知书》并通知报送单位。约谈须在通知之后至少三个工作日进行。',
      'A notice is issued; the talk takes place three working days later at the earliest.',
    ],
    recordTalk: [
      '登记后约谈完成,转下达整改要求;整改期限以约谈中约定的日期为准。',
      'The talk is done, and the rectification is set; its last day is the one that was agreed.',
    ],
    setRectification: [
      '印发《责令整改通知书》,报送单位逐项整改并报送结果和证明。下达后不能增减事项。',
      'An order is issued; the organisation answers each item with evidence. Items cannot be changed afterwards.',
    ],
    handIn: [
      '报送后由两名执法人员分别核验。每一事项均须有结果;没有证明材料的事项不能认定为完成。',
      'Two officers verify it. An item without evidence cannot count as done.',
    ],
    verifyRectification: [
      '两名执法人员各自核验,两人都认为完成的事项才算完成;有一项未完成,即转执法整治。提交后不能更改。',
      'An item is done when both officers say so; one that is not leads to enforcement. It cannot be changed afterwards.',
    ],
  },
  phrases: {
    preliminary: ['经初审,报告内容属实,同意报登记管理机关。', '活动情况与备案材料不一致,请核对后重新报送。'],
    accept: ['材料齐全,予以受理。'],
    askExtension: ['财务审计尚未完成,申请延期报送年度工作报告。'],
    decideExtension: ['理由属实,同意延期。', '所述理由不足以延期,请按期报送。'],
    noteFindings: ['未发现问题。', '部分凭证不完整,财务管理存在轻微不规范。'],
    conclude: [
      '经审查,符合合格条件。',
      '存在逾期未换届情形,结论为基本合格,责令限期整改。',
      '逾期报送,经逐项审查符合合格条件,单独作出结论。',
    ],
    supersede: ['经复核,原结论认定事实有误,予以更正。'],
    verifyRectification: ['经核验,整改事项均已完成。', '经核验,部分事项未完成整改。'],
    confirm: ['党建工作情况属实。'],
  },
  facts: {
    until: ['申请延期至', 'Until'],
    heldOn: ['约谈日期', 'Day of the talk'],
    conclusion: ['结论', 'Conclusion'],
  },
  values: {
    GRANT: ['同意延期', 'Grant'],
    REFUSE: ['不同意', 'Refuse'],
    RETURN: ['退回修改', 'Give back'],
    PASS: ['合格', 'Pass'],
    BASIC_PASS: ['基本合格', 'Basic pass'],
    FAIL: ['不合格', 'Fail'],
    CONFIRM: ['确认属实', 'It is so'],
    DECLINE: ['不予确认', 'It is not so'],
  },
} as const satisfies ActWords;

/** What a supplement of a return can ask for. */
export const RETURN_SUPPLEMENT_ITEMS: Readonly<Record<string, string>> = {
  BASICS: '基本情况',
  ACTIVITIES: '业务活动',
  FINANCE: '财务情况',
  AUDIT_REPORT: '审计报告',
  PARTY_BUILDING: '党建工作',
  SECRETARY_REPORT: '书记述职报告',
  LAST_YEAR_RECTIFICATION: '上年度整改情况',
  OTHER: '其他材料',
};
