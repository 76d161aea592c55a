import type { z } from 'zod';
import { ApplicationPaper } from './application.js';
import { FilingPaper } from './filing.js';
import { FundingAgreementPaper } from './funding-agreement.js';
import { InspectionConclusionPaper, RectificationOrderPaper, TalkNoticePaper } from './inspection-papers.js';
import { NoticePaper } from './notice.js';
import type { PaperKind } from './paper-kind.js';
import { ReplyPaper } from './reply.js';
import { SupplementNoticePaper } from './supplement-notice.js';

/** The one source of every paper's fields: type of its data, tags that a template may use, table in the office's guide. */
export const PAPER_SCHEMAS = {
  APPLICATION: ApplicationPaper,
  SUPPLEMENT_NOTICE: SupplementNoticePaper,
  REPLY: ReplyPaper,
  FILING: FilingPaper,
  NOTICE: NoticePaper,
  INSPECTION_CONCLUSION: InspectionConclusionPaper,
  TALK_NOTICE: TalkNoticePaper,
  RECTIFICATION_ORDER: RectificationOrderPaper,
  FUNDING_AGREEMENT: FundingAgreementPaper,
} as const satisfies Record<PaperKind, z.ZodObject>;

/** What a paper of the kind is made from. Dates are ISO days of Asia/Shanghai; identity and phone numbers come masked. */
export type PaperData<Kind extends PaperKind> = z.infer<(typeof PAPER_SCHEMAS)[Kind]>;
