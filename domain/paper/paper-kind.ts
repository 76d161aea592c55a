/** Who may read a paper (specification C8), from everybody to those whom the law names. */
export const DisclosureLevel = {
  Public: 'PUBLIC',
  Parties: 'PARTIES',
  Internal: 'INTERNAL',
  Restricted: 'RESTRICTED',
} as const;
export type DisclosureLevel = (typeof DisclosureLevel)[keyof typeof DisclosureLevel];

/** The papers that cases produce (specification, "Decision rights and papers"): M01, then M02, then M03. */
export const PaperKind = {
  Application: 'APPLICATION',
  SupplementNotice: 'SUPPLEMENT_NOTICE',
  Reply: 'REPLY',
  Filing: 'FILING',
  Notice: 'NOTICE',
  InspectionConclusion: 'INSPECTION_CONCLUSION',
  TalkNotice: 'TALK_NOTICE',
  RectificationOrder: 'RECTIFICATION_ORDER',
  FundingAgreement: 'FUNDING_AGREEMENT',
} as const;
export type PaperKind = (typeof PaperKind)[keyof typeof PaperKind];

/** What is fixed for a kind of paper: its Chinese name, the file name of its template, who may read it. */
export interface PaperKindFacts {
  readonly nameZh: string;
  readonly nameEn: string;
  readonly templateFile: string;
  readonly disclosure: DisclosureLevel;
}

/**
 * The facts of every kind. A roster is Party membership data, so the two papers that carry one are RESTRICTED (C8);
 * a paper that only names the organisation and its secretary is INTERNAL (M01, "Public"). The conclusion of a yearly return is
 * INTERNAL, because its supervisory unit reads it; what follows from it and an agreement are between the parties.
 */
export const PAPER_KINDS = {
  APPLICATION: {
    nameZh: '申请书',
    nameEn: 'Application',
    templateFile: 'temp-party-org.application.docx',
    disclosure: DisclosureLevel.Restricted,
  },
  SUPPLEMENT_NOTICE: {
    nameZh: '补正通知书',
    nameEn: 'Supplement notice',
    templateFile: 'supplement-notice.docx',
    disclosure: DisclosureLevel.Parties,
  },
  REPLY: {
    nameZh: '批复',
    nameEn: 'Reply',
    templateFile: 'temp-party-org.reply.docx',
    disclosure: DisclosureLevel.Internal,
  },
  FILING: {
    nameZh: '备案表',
    nameEn: 'Filing form and receipt',
    templateFile: 'temp-party-org.filing.docx',
    disclosure: DisclosureLevel.Restricted,
  },
  NOTICE: {
    nameZh: '通知',
    nameEn: 'Renewal, conversion or revocation notice',
    templateFile: 'temp-party-org.notice.docx',
    disclosure: DisclosureLevel.Internal,
  },
  INSPECTION_CONCLUSION: {
    nameZh: '年检结论通知书',
    nameEn: 'Notice of the conclusion of an annual inspection',
    templateFile: 'annual-inspection.conclusion.docx',
    disclosure: DisclosureLevel.Internal,
  },
  TALK_NOTICE: {
    nameZh: '约谈通知书',
    nameEn: 'Notice of a talk',
    templateFile: 'annual-inspection.talk.docx',
    disclosure: DisclosureLevel.Parties,
  },
  RECTIFICATION_ORDER: {
    nameZh: '责令整改通知书',
    nameEn: 'Rectification order',
    templateFile: 'annual-inspection.rectification.docx',
    disclosure: DisclosureLevel.Parties,
  },
  FUNDING_AGREEMENT: {
    nameZh: '资助协议',
    nameEn: 'Funding agreement',
    templateFile: 'venture-project.agreement.docx',
    disclosure: DisclosureLevel.Parties,
  },
} as const satisfies Record<PaperKind, PaperKindFacts>;
