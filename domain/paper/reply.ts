import { z } from 'zod';
import { choice, day, list, maybe, prose, text } from './field.js';
import { committeeRow, docNo, everyPaper, orgKind, partyOrgName } from './paper-fields.js';

const GRANTED = ['approvedName', 'kind', 'secretary', 'termStart', 'termEnd', 'superiorOrganisation'] as const;

/**
 * Fields of the 批复 (specification M01, paper REPLY; C6: signer, organ, basis, reasons of a refusal).
 * An approval names the organisation, its secretary, term and superior; a refusal gives its reasons.
 */
export const ReplyPaper = z
  .strictObject({
    ...everyPaper(),
    docNo: docNo(),
    organ: text('批复机关', 60, { essential: true }),
    organisationName: text('主送的社会组织', 100, { essential: true }),
    applicationDate: day('来文日期'),
    proposedName: partyOrgName('申请成立的党组织名称'),
    result: choice('批复结果', {
      APPROVE: { zh: '同意', flag: 'isApproved' },
      REFUSE: { zh: '不同意', flag: 'isRefused' },
    }),
    studiedAt: maybe(text('集体研究', 100, { note: '如 2026年3月9日工委会议' })),
    basis: text('依据', 300),
    approvedName: maybe(partyOrgName('批准的党组织名称')),
    kind: maybe(orgKind()),
    secretary: maybe(text('书记', 40)),
    deputy: maybe(text('副书记', 40)),
    committee: list('委员', committeeRow()),
    termStart: maybe(day('任期起')),
    termEnd: maybe(day('任期止', { note: '与理事会任期届满日一致,由系统填写' })),
    superiorOrganisation: maybe(text('隶属的上级党组织', 60)),
    conditions: list('要求', { text: prose('内容', 1, 500) }),
    reasons: maybe(prose('不同意的理由', 10, 2000)),
    signer: text('签发人', 40),
    replyDate: day('批复日期', { essential: true }),
    copyTo: list('抄送', { name: text('机关名称', 60) }),
  })
  .superRefine((paper, context) => {
    const required = paper.result === 'APPROVE' ? GRANTED : (['reasons'] as const);
    for (const name of required) {
      if (paper[name] === undefined)
        context.addIssue({ code: 'custom', path: [name], message: 'required by the result' });
    }
  });
