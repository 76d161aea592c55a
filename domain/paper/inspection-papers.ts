import { z } from 'zod';
import { choice, count, day, flag, formed, list, maybe, prose, text } from './field.js';
import { DOC_NO, docNo, everyPaper } from './paper-fields.js';

/** What the three papers of a yearly return share. */
const aboutReturn = () => ({
  ...everyPaper(),
  docNo: docNo(),
  organ: text('登记管理机关', 60, { essential: true }),
  organisationName: text('社会组织名称', 100, { essential: true }),
  organisationUscc: maybe(text('统一社会信用代码', 18)),
  inspectedYear: count('检查年度'),
});

const basis = () => text('依据', 300);
const copyTo = () => list('抄送', { name: text('机关名称', 60) });

/** Why there is a talk or a rectification. */
const conclusion = () =>
  choice('年检结论', {
    BASIC_PASS: { zh: '基本合格', flag: 'isBasicPass' },
    FAIL: { zh: '不合格', flag: 'isFail' },
    NOT_PARTICIPATED: { zh: '未参检', flag: 'isMissed' },
  });

const conclusionDocNo = () => maybe(formed('年检结论通知书文号', DOC_NO, { note: '未参检的没有结论通知书' }));

/** Fields of the 年检结论通知书 (specification M02): for 基本合格 and 不合格 only. */
export const InspectionConclusionPaper = z.strictObject({
  ...aboutReturn(),
  conclusion: choice('年检结论', {
    BASIC_PASS: { zh: '基本合格', flag: 'isBasicPass' },
    FAIL: { zh: '不合格', flag: 'isFail' },
  }),
  replaces: flag('更正原结论'),
  grounds: list('适用情形', { text: text('情形', 120) }),
  reasons: maybe(prose('理由', 1, 10_000)),
  basis: basis(),
  rectifyDays: count('整改期限(日)'),
  signer: text('签发人', 40),
  noticeDate: day('通知日期', { essential: true }),
  copyTo: copyTo(),
});

/** Fields of the 约谈通知书 (specification M02 "Talk": notice at least three working days before). */
export const TalkNoticePaper = z.strictObject({
  ...aboutReturn(),
  conclusion: conclusion(),
  conclusionDocNo: conclusionDocNo(),
  heldOn: day('约谈日期', { essential: true }),
  reasons: maybe(prose('约谈事由', 1, 10_000)),
  basis: basis(),
  contactName: text('经办人', 40),
  noticeDate: day('通知日期', { essential: true }),
});

/** Fields of the 责令整改通知书 (specification M02: every item with what is wanted, by a day). */
export const RectificationOrderPaper = z.strictObject({
  ...aboutReturn(),
  conclusion: conclusion(),
  conclusionDocNo: conclusionDocNo(),
  items: list('整改事项', { wanted: prose('整改要求', 1, 2000) }, { essential: true }),
  dueDate: day('整改截止日期', { essential: true }),
  talkedOn: maybe(day('约谈日期')),
  basis: basis(),
  contactName: text('经办人', 40),
  noticeDate: day('通知日期', { essential: true }),
  copyTo: copyTo(),
});
