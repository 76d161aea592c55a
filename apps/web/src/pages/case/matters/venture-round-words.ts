import type { ActWords } from '../matter.js';

/** Words of the acts on a round and of the screening and judging of its projects. */
export const VENTURE_ROUND_WORDS = {
  effects: {
    publishCall: [
      '征集公告立即公布,方案连同校验值一并冻结;此后只能以补充公告更改。到征集开始时间即可申报。',
      'The call is published and the configuration frozen with its hash; only an amendment changes it. Applications come in from the start of the call.',
    ],
    amendCall: ['补充公告立即公布,申报单位收到通知。', 'The amendment is published at once and applicants are told.'],
    cancelRound: [
      '本届立即取消,理由公告;所有项目一并取消并告知申报单位。不能恢复,届次可以再用。',
      'The round is cancelled at once and the reasons are published; all its projects are cancelled with it. It cannot be taken back.',
    ],
    finishScreening: [
      '入围名单随即公布,本届进入评审;没有项目入围的,本届取消。',
      'The shortlist is published and scoring begins; without any shortlisted project the round is cancelled.',
    ],
    shortlist: [
      '系统先再核对一次,全部通过方可入围;结束资格审查后公布。',
      'Every check is made once more and has to pass; the shortlist is published when the screening is finished.',
    ],
    returnForCure: [
      '只能退回一次,请一次写全;申报单位须在 3 个工作日内修改并重新提交,逾期即审查未通过。',
      'It can be done once, so name everything. The applicant has three working days; otherwise the project is screened out.',
    ],
    proposeRefusal: [
      '由另一名审查人复核后才生效;您本人不能复核。',
      'It takes effect only when a second officer confirms it; you cannot do that yourself.',
    ],
    decideRefusal: [
      '确认后该项目审查未通过,理由告知申报单位;退回的由第一人重新审查。',
      'Once confirmed the project is out and the applicant is told the reasons; sent back, it is screened again.',
    ],
    moveClass: [
      '类别立即调整,理由告知申报单位;金额须在新类别上限之内。',
      'The class changes at once and the applicant is told why; the amount has to be within its cap.',
    ],
    closeScoring: [
      '立即按公布的评分办法排名并公布结果;此后锁定的评分表一律不收。每个项目的有效评分表须达到规定数量。',
      'The projects are ranked by the published policy at once and the results are public; no sheet is taken after it. Every project needs its sheets.',
    ],
    acceptAssignment: [
      '每名评委在每个项目上得到本人的打分待办。',
      'Every judge gets a task of their own on each project.',
    ],
    lockSheet: [
      '锁定后不能修改;确需更正须由主办方申请、监督人员同意。',
      'It cannot be changed afterwards; a correction takes organiser and auditor together.',
    ],
    recuseJudge: [
      '您不再评审本项目,评分表作废;由主办方另行分配。',
      'You no longer score this project and the sheet does not exist; the host assigns somebody else.',
    ],
    askUnlock: [
      '由监督人员决定是否解锁;同意前评分表不变。',
      'The auditor decides; until then the sheet stays as it is.',
    ],
    unlockSheet: [
      '同意后该评委可以修改并重新锁定;解锁记入评分链。',
      'The judge may then change and lock it again; the unlocking is kept in the chain of sheets.',
    ],
  },
  phrases: {
    publishCall: ['经核对,方案无误,同意发布。'],
    cancelRound: ['因资金安排调整,本届取消,届次另行公告。', '入围项目不足,经研究取消本届。'],
    shortlist: ['材料齐全,符合申报条件,同意入围。'],
    proposeRefusal: ['项目实施地不在本届区域之内,拟不予入围。', '不符合申报条件,拟不予入围。'],
    decideRefusal: ['经复核,理由成立,不予入围。', '理由不充分,退回重新审查。'],
    moveClass: ['经审查,项目内容更符合所调整的类别。'],
    finishScreening: ['全部项目已审查完毕。'],
    closeScoring: ['评分表已全部锁定,结束评审。'],
    askUnlock: ['评委反映误填一项评分,申请解锁更正。'],
    unlockSheet: ['情况属实,同意解锁。', '理由不充分,不同意解锁。'],
    recuseJudge: ['与申报单位存在利害关系,申请回避。'],
  },
  facts: {
    class: ['调整为', 'Move to'],
    checks: ['依据的核对项', 'Checks that it rests on'],
    hash: ['方案校验值', 'Hash of the configuration'],
    judgeId: ['评委', 'Judge'],
    word: ['现场口令', 'Word of the hall'],
    minutes: ['分钟数', 'Minutes'],
  },
  values: {
    CONFIRM: ['确认不予入围', 'Confirm: screened out'],
    SEND_BACK: ['退回重新审查', 'Send back to the screening'],
    DISPLAY: ['展示项目', 'Display project'],
    KEY: ['重点项目', 'Key project'],
    REGULAR: ['常规项目', 'Regular project'],
  },
} as const satisfies ActWords;
