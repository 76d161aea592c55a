import { z } from 'zod';
import { count, day, list, maybe, prose, text } from './field.js';
import { docNo, everyPaper } from './paper-fields.js';

/** Fields of the 补正通知书, which lists everything that is missing at one time (specification C3, 一次性告知). Fits any matter. */
export const SupplementNoticePaper = z.strictObject({
  ...everyPaper(),
  docNo: docNo(),
  organ: text('机关', 60, { essential: true }),
  organisationName: text('主送的社会组织', 100, { essential: true }),
  matterName: text('申请事项', 100, { note: '如 成立临时党支部' }),
  submittedAt: day('收到申请日期'),
  items: list(
    '补正事项',
    {
      item: text('材料或事项', 200),
      problem: prose('存在问题', 1, 500),
      requirement: prose('补正要求', 1, 500),
    },
    { essential: true },
  ),
  basis: maybe(text('依据', 300)),
  answerDays: count('补正期限(工作日)'),
  dueDate: day('补正截止日期', { essential: true }),
  contactName: text('联系人', 40),
  contactPhone: text('机关联系电话', 30, { note: '办公电话,不是个人电话' }),
  noticeDate: day('通知日期', { essential: true }),
});
