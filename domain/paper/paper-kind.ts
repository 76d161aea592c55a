/** Who may read a paper (specification C8), from everybody to those whom the law names. */
export const DisclosureLevel = {
  Public: 'PUBLIC',
  Parties: 'PARTIES',
  Internal: 'INTERNAL',
  Restricted: 'RESTRICTED',
} as const;
export type DisclosureLevel = (typeof DisclosureLevel)[keyof typeof DisclosureLevel];

/** The papers that a temporary Party organisation's case produces (specification M01, "Decision rights and papers"). */
export const PaperKind = {
  Application: 'APPLICATION',
  SupplementNotice: 'SUPPLEMENT_NOTICE',
  Reply: 'REPLY',
  Filing: 'FILING',
  Notice: 'NOTICE',
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
 * a paper that only names the organisation and its secretary is INTERNAL (M01, "Public").
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
} as const satisfies Record<PaperKind, PaperKindFacts>;
