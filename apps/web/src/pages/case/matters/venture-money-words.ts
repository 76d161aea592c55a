import type { ActWords } from '../matter.js';

/** Words of the acts on the awards of a round, and on a project from its award to its end. */
export const VENTURE_MONEY_WORDS = {
  effects: {
    proposeAwards: [
      '名单随即公示:金额、来源公开,任何人可实名提出异议;公示期满无异议的获资助。公示后名单不能修改。',
      'The list is published at once with amounts and sources; whatever nobody objects to stands at the end of the notice.',
    ],
    answerObjection: [
      '答复即时送达提出人。异议成立的,项目退出或重新评议,其余项目重新排名并再次公示。',
      'The objector is told at once. An upheld objection takes the project out, or has it looked at again; the others are ranked again.',
    ],
    holdShowcase: ['本届随之办结,成果公开。', 'The round ends and what it reached is public.'],
    signAdoption: [
      '您签署后认领成立,项目即获资助;企业到位前可以撤回。',
      'The adoption stands once you have signed; the enterprise may withdraw before it pays.',
    ],
    withdrawAdoption: [
      '认领书作废;项目没有其他资金来源的,不再获资助。到位后不能撤回。',
      'The deed ends; without another source the project is no longer funded.',
    ],
    confirmAdoption: [
      '确认款物已到位:此后企业不能撤回,认领资金可按期拨付。',
      'What was promised is there: the enterprise can no longer withdraw, and its money can be paid out.',
    ],
    signAgreement: [
      '您签署的就是下面这份文件:其 SHA-256 与您看到的一致。双方由不同的人签署后协议生效,开始计算执行期。',
      'You sign this very paper, known by its hash. It is in force when both sides have signed, by different people.',
    ],
    declineAward: ['放弃后不能恢复,资金由候补项目依次递补。', 'It cannot be taken back; the next in reserve moves up.'],
    signPayment: [
      '每期须两名不同的人签批;第二人签批的同时产生拨付指令,同一期只有一条,不能撤销。',
      'Two different people sign; the second signature orders the payment, once for ever.',
    ],
    freezePayments: [
      '本项目的一切拨付立即暂停,申报单位和主办方会收到通知。',
      'Every payment of the project stops at once.',
    ],
    unfreezePayments: ['拨付恢复,待签批的可以继续。', 'Payments go on.'],
    confirmMilestone: ['约定事项完成,相应一期可以签批拨付。', 'The instalment of this milestone may be paid.'],
    evaluate: [
      '评估结果即时通知申报单位和主办方。中期不合格即终止;结项不合格即追回资金。',
      'Both sides are told at once. A mid-term failure ends the project, a closing one recovers the money.',
    ],
    decideChange: ['同意的即时生效,原预算和期限留痕。', 'A change that is agreed to takes effect at once.'],
    terminateProject: [
      '项目立即终止并清算;因违约终止的,三年内不得申报。',
      'The project ends and its accounts are settled; a breach bars the applicant for three years.',
    ],
    settleAccounts: [
      '认可的支出不退;其余已拨资金须限期退回。',
      'What is accepted stays; the rest of what was paid has to come back.',
    ],
    recordReturn: ['逐笔登记;退清后本项随之关闭。', 'When everything is back the task closes.'],
  },
  phrases: {
    freezePayments: ['发现支出凭证存疑,在核实前暂停拨付。'],
    unfreezePayments: ['经核实,凭证真实有效,恢复拨付。'],
    evaluate: ['活动记录、签到和照片齐全,指标按期完成。', '资金使用符合预算,凭证齐全。'],
    decideChange: ['调整合理,不影响指标完成,同意。'],
    signPayment: ['依据齐全,同意拨付。'],
    declineAward: ['本单位人员变动,无力实施,自愿放弃资助。'],
    answerObjection: ['经核查,所反映问题不属实,异议不成立。', '经核查,所反映问题属实,异议成立。'],
    settleAccounts: ['经核对凭证,认可的支出如上。'],
  },
  facts: {
    acceptedFen: ['认可的支出', 'Accepted spending'],
    result: ['结论', 'Result'],
    source: ['资金来源', 'Source'],
    fen: ['金额', 'Amount'],
    milestone: ['约定事项', 'Milestone'],
    heldOn: ['举办日期', 'Held on'],
    launchesNext: ['同时发布下一届', 'The next edition is launched with it'],
    remedy: ['处理方式', 'Remedy'],
  },
  values: {
    PASS: ['合格', 'Pass'],
    RECTIFY: ['限期整改', 'Rectify'],
    FAIL: ['不合格', 'Fail'],
    BREACH: ['违反协议', 'Breach'],
    APPLICANT_ENDED: ['申报单位注销或撤销', 'The applicant is gone'],
    UPHELD: ['异议成立', 'Upheld'],
    REJECTED: ['异议不成立', 'Rejected'],
    OUT: ['项目退出', 'The project is out'],
  },
} as const satisfies ActWords;
