import type { ActWords } from '../matter.js';

/** Words of the acts on a draw and on a check that was drawn. */
export const RANDOM_CHECK_WORDS = {
  effects: {
    commitDraw: [
      '冻结此刻的单位名单、检查人员名单和回避关系,生成并加密保存种子,向社会公布承诺值。此后登记的变化不影响本次抽查。',
      'The lists are frozen as they are now, a seed is made and sealed, and the commitment is published. Later changes of the register do not matter to this draw.',
    ],
    drawChecks: [
      '立即抽取并向社会公布:抽中单位、检查人员、种子和全部名单。随后为每家开立检查办件、通知被抽中单位。抽取只有一次,不能取消。',
      'It is drawn at once and everything becomes public: who is drawn, by whom they are checked, the seed and all lists. Each check gets its case. It happens once and is never cancelled.',
    ],
    cancelDraw: [
      '本次抽查终止,理由记入办理过程。抽取之后不能取消。',
      'The draw ends; the reasons are kept. Once drawn it cannot be cancelled.',
    ],
    fileSheet: [
      '提交即视为签名,随后请其余检查人员签名。',
      'Filing is your signature; the others are asked for theirs.',
    ],
    confirm: [
      '签名后不能更改;不同意的,写明理由,检查表退回重填。全部签名后即可公示结果。',
      'It cannot be changed afterwards. Whoever does not sign gives reasons, and the sheet goes back.',
    ],
    recuse: [
      '您不再参加这家单位的检查,系统立即补抽另一人,公示同时更新。提交检查表之后不能再回避。',
      'You do not check this organisation any more; another inspector is drawn at once and published. It is not possible once the sheet is filed.',
    ],
    publishResult: [
      '向社会公示检查日期、结果和整改期限。检查表的内容不公开。',
      'Day, result and the day by which to put right become public. The sheet itself does not.',
    ],
    abandonCheck: [
      '终止这家单位的检查,理由记入办理过程;公示中列为“终止检查”。',
      'This check does not take place; the reasons are kept, and it is published as abandoned.',
    ],
  },
  phrases: {
    cancelDraw: ['名目填写有误,取消后另行发起抽查。'],
    abandonCheck: ['该单位已办理注销登记,无法实施检查。', '可用检查人员不足,本次检查无法实施。'],
    confirm: ['检查记录属实。'],
    publishResult: ['检查程序完备,予以公示。'],
  },
  facts: {
    beaconValue: ['公开随机数的数值', 'Value of the public number'],
    version: ['检查表版本', 'Version of the sheet'],
  },
  values: {
    CONFIRM: ['属实,签名', 'It is so, I sign'],
    DECLINE: ['不同意,退回重填', 'It is not so, back to the inspectors'],
  },
} as const satisfies ActWords;
