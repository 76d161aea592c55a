import { z } from 'zod';
import { choice, day, formed, list, maybe, prose, text } from './field.js';
import { DOC_NO, committeeRow, everyPaper, maskedId, maskedPhone, orgKind, partyOrgName, sex } from './paper-fields.js';

const rosterRow = {
  name: text('姓名', 40),
  sex: sex(),
  idNoMasked: maskedId(),
  partyPost: maybe(text('党内职务', 40)),
  councilPost: text('理事会职务', 40),
  homePartyOrg: text('组织关系所在党组织'),
  fullSince: day('转为正式党员日期'),
};

/**
 * Fields of the 备案表 with its receipt (specification M01, paper FILING).
 * FILED has a filing number; RETURNED says item by item what is wrong.
 */
export const FilingPaper = z
  .strictObject({
    ...everyPaper(),
    filingNo: maybe(text('备案号', 40, { note: '准予备案时由系统编号' })),
    filingOrgan: text('备案机关', 60, { essential: true }),
    organisationName: text('社会组织名称', 100, { essential: true }),
    organisationUscc: maybe(text('统一社会信用代码', 18)),
    partyOrgName: partyOrgName('党组织名称'),
    kind: orgKind(),
    replyDocNo: formed('批复文号', DOC_NO, { essential: true }),
    replyOrgan: text('批复机关', 60),
    replyDate: day('批复日期'),
    superiorOrganisation: text('隶属的上级党组织', 60),
    termStart: day('任期起'),
    termEnd: day('任期止'),
    secretary: text('书记', 40),
    deputy: maybe(text('副书记', 40)),
    committee: list('委员', committeeRow()),
    roster: list('成员名册', rosterRow, { essential: true }),
    contactName: text('联系人', 40),
    contactPhoneMasked: maybe(maskedPhone()),
    submittedAt: day('报送日期'),
    filedAt: day('办理日期'),
    result: choice('备案结果', {
      FILED: { zh: '予以备案', flag: 'isFiled' },
      RETURNED: { zh: '退回', flag: 'isReturned' },
    }),
    items: list('退回事项', { text: prose('内容', 1, 500) }),
    signer: text('经办人', 40),
    copyTo: list('抄送', { name: text('机关名称', 60) }),
  })
  .refine((paper) => paper.result === 'RETURNED' || paper.filingNo !== undefined, { path: ['filingNo'] })
  .refine((paper) => paper.result === 'FILED' || paper.items.length > 0, { path: ['items'] });
