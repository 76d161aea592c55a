/** The papers of a yearly return (M02): 年检结论通知书, 约谈通知书, 责令整改通知书. */
import { copies, letterhead, signature, when } from './paper-parts.mjs';
import { p } from './word.mjs';

const addressee = '{organisationName}{#organisationUscc}(统一社会信用代码{organisationUscc}){/organisationUscc}:';
const REMEDIES =
  '对本通知不服的,可以自收到本通知之日起六十日内依法申请行政复议,也可以自收到本通知之日起六个月内依法提起行政诉讼。';
const found =
  '你单位{inspectedYear}年度的年检结论为“{conclusion}”{#conclusionDocNo}(见{conclusionDocNo}){/conclusionDocNo}';

export const conclusion = [
  ...letterhead(),
  p('PaperTitle', '{inspectedYear}年度年检结论通知书'),
  p('Addressee', addressee),
  p(
    'PaperBody',
    '你单位报送的{inspectedYear}年度工作报告收悉。根据{basis},经审查,现{#replaces}更正并{/replaces}作出年检结论:{conclusion}。{#replaces}原结论不再有效。{/replaces}',
  ),
  ...when('groundsCount', p('PaperBody', '适用情形:{#grounds}{no}.{text}{#more};{/more}{/grounds}。')),
  ...when('reasons', p('PaperBody', '理由:{reasons}')),
  ...when(
    'isFail',
    p(
      'PaperBody',
      '我机关将另行通知约谈你单位主要负责人,并下达整改要求。整改期限一般为{rectifyDays}日。年检结论为“不合格”期间,不享有政府购买服务的优先资格;连续两年不合格或者不参加年检的,将依法处理。',
    ),
  ),
  ...when(
    'isBasicPass',
    p(
      'PaperBody',
      '我机关将另行下达整改要求,整改期限一般为{rectifyDays}日。年检结论为“基本合格”期间,不享有政府购买服务的优先资格。',
    ),
  ),
  p('PaperBody', `本结论将向社会公告。${REMEDIES}`, '<w:keepNext/>'),
  ...signature('{organ}', '{noticeDateHan}'),
  ...copies('{noticeDate}'),
];

export const talk = [
  p('PaperTitle', '约谈通知书', '<w:spacing w:after="120"/>'),
  p('DocNo', '{docNo}', '<w:spacing w:after="480"/>'),
  p('Addressee', addressee),
  p('PaperBody', `${found}。根据{basis},决定约谈你单位主要负责人。`),
  ...when('reasons', p('PaperBody', '约谈事由:{reasons}')),
  p('PaperBody', '一、约谈日期:{heldOn}。'),
  p('PaperBody', '二、约谈地点:{organ}。'),
  p('PaperBody', '三、参加人员:主要负责人本人。确有特殊情况需要委托他人的,应当提交书面理由和委托书。'),
  p('PaperBody', '四、请携带本通知书、参加人员的身份证件和有关材料。'),
  p('PaperBody', '经办人:{contactName}。', '<w:keepNext/>'),
  ...signature('{organ}', '{noticeDateHan}'),
];

export const rectification = [
  ...letterhead(),
  p('PaperTitle', '责令整改通知书'),
  p('Addressee', addressee),
  p(
    'PaperBody',
    `${found}{#talkedOn},我机关已于{talkedOn}约谈你单位{/talkedOn}。根据{basis},责令你单位在{dueDate}前(含当日)完成下列整改事项:`,
  ),
  p('TagLine', '{#items}'),
  p('PaperBody', '{no}.{wanted}'),
  p('TagLine', '{/items}'),
  p(
    'PaperBody',
    '请在期限届满前通过本平台逐项报送整改结果和证明材料,由两名执法人员核验。逾期不整改或者核验不通过的,依法转入执法处理。',
  ),
  p('PaperBody', REMEDIES, '<w:keepNext/>'),
  ...signature('{organ}', '{noticeDateHan}'),
  ...copies('{noticeDate}', '经办人:{contactName}'),
];
