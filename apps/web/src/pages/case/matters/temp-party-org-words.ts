import type { ActWords } from '../matter.js';

/** Words of the acts on a temporary Party organisation. */
export const TEMP_PARTY_ORG_WORDS = {
  effects: {
    accept: [
      '受理后通知申请人,并请名册中的党员本人及其所在党组织确认。',
      'The applicant is told; the members and their home organisations are asked to confirm.',
    ],
    confirm: ['确认后不能更改。', 'It cannot be changed afterwards.'],
    verify: ['审核通过后送批复机关签批。', 'The case goes on to the approving organ.'],
    reply: [
      '批复即时生效:出具带文号的文书,并通知申请人。',
      'The decision takes effect at once: a numbered paper is issued and the applicant is told.',
    ],
    file: ['将批复和名册报送备案机关。', 'The reply and the roster go to the filing organ.'],
    record: ['备案后临时党组织正式开始运行,任期与理事会一致。', 'The temporary organisation begins its term.'],
    returnFiling: ['退回后由申请人修改并重新报送。', 'The applicant mends it and hands it in again.'],
    fileRoster: ['将变动后的名册报备案机关存查。', 'The filing organ gets the new roster.'],
    convert: ['转为正式党组织,本件随之办结。', 'It becomes a formal organisation and the case ends.'],
    revoke: ['撤销临时党组织,本件随之办结。', 'The organisation is dissolved and the case ends.'],
  },
  phrases: {
    accept: ['材料齐全,符合受理条件,予以受理。'],
    verify: ['经审核,名册属实,符合设立条件。', '已与拟任书记当面核实,情况属实。'],
    reply: ['经集体研究,同意设立。', '经研究,暂不具备设立条件,待条件成熟后再行申请。'],
    confirm: ['情况属实。'],
    record: ['材料齐全,予以备案。'],
  },
  facts: {
    method: ['审核方式', 'How it was verified'],
    studiedOn: ['集体研究日期', 'Day of the collective study'],
    generalBranchConsent: ['同意设立临时党总支', 'Consent to a general branch'],
  },
  values: {
    CONFIRM: ['确认属实', 'It is so'],
    DECLINE: ['不予确认', 'It is not so'],
    INTERVIEW: ['当面谈话', 'Interview'],
    ROSTER_CHECK: ['核对名册', 'Roster check'],
    intake: ['受理环节', 'Intake'],
    verification: ['审核环节', 'Verification'],
    DECISION: ['决定撤销', 'By decision'],
    ORGANISATION_ENDED: ['社会组织终止', 'The organisation ended'],
  },
} as const satisfies ActWords;
