import { z } from 'zod';
import { choice, day, list, maybe, prose, text } from './field.js';
import { docNo, everyPaper, partyOrgName } from './paper-fields.js';

const REQUIRED = {
  RENEWED: ['newTermStart', 'newTermEnd'],
  CONVERTED: ['formalName'],
  REVOKED: ['reasons'],
} as const;

/** Fields of the notice that ends a term: renewal, conversion into a formal branch, revocation (specification M01, EXPIRING). */
export const NoticePaper = z
  .strictObject({
    ...everyPaper(),
    docNo: docNo(),
    organ: text('机关', 60, { essential: true }),
    organisationName: text('主送的社会组织', 100, { essential: true }),
    partyOrgName: partyOrgName('党组织名称'),
    event: choice('通知事项', {
      RENEWED: { zh: '延续', flag: 'isRenewed' },
      CONVERTED: { zh: '转为正式党组织', flag: 'isConverted' },
      REVOKED: { zh: '撤销', flag: 'isRevoked' },
    }),
    replyDocNo: text('原批复文号', 40),
    termStart: day('原任期起'),
    termEnd: day('原任期止'),
    effectiveDate: day('生效日期', { essential: true }),
    newCaseNo: maybe(text('延续的办件编号', 40)),
    newTermStart: maybe(day('新任期起')),
    newTermEnd: maybe(day('新任期止')),
    formalName: maybe(text('正式党组织名称', 60)),
    secretary: maybe(text('书记', 40)),
    basis: text('依据', 300),
    reasons: maybe(prose('理由', 10, 2000, { note: '撤销时必填' })),
    signer: text('签发人', 40),
    noticeDate: day('通知日期', { essential: true }),
    copyTo: list('抄送', { name: text('机关名称', 60) }),
  })
  .superRefine((paper, context) => {
    for (const name of REQUIRED[paper.event]) {
      if (paper[name] === undefined)
        context.addIssue({ code: 'custom', path: [name], message: 'required by the event' });
    }
  });
