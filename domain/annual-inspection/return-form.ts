import { z } from 'zod';
import { isDocumentNumber } from '#domain/identifier/document-number.js';
import { PARTY_ORGANISATION_TYPES } from '#domain/terms/party-terms.js';
import { POSTS } from '#domain/terms/organisation-terms.js';
import { slugs } from '#domain/terms/term.js';

const id = z.string().min(1).max(128);
const isoDate = z.iso.date();
const count = z.int().min(0).max(10_000_000);
const text = (max: number) => z.string().trim().min(1).max(max);
/** Money in fen; JSON numbers hold it exactly up to 90 trillion yuan. */
const fen = z.int();
const fenFromZero = z.int().min(0);

const Leader = z.strictObject({
  personId: id,
  post: z.enum(slugs(POSTS)),
  termStart: isoDate.optional(),
  termEnd: isoDate.optional(),
});

/** 基本情况: what changed in the year, leaders and terms, people, branches. */
const Basics = z.strictObject({
  changes: z.array(text(500)).max(100),
  leaders: z.array(Leader).max(200),
  councilTermEnd: isoDate.optional(),
  staff: count,
  members: count,
  branches: count,
});

/** 业务活动. `personTimes` counts 人次, not persons. */
const Activities = z.strictObject({
  count,
  personTimes: count,
  insideCharter: z.boolean(),
  note: z.string().trim().max(2000).optional(),
});

/** 涉企收费: fees charged to enterprises, with the amount where there are any. */
const EnterpriseFees = z.discriminatedUnion('charged', [
  z.strictObject({ charged: z.literal(false) }),
  z.strictObject({ charged: z.literal(true), amountFen: z.int().min(1) }),
]);

/** 财务情况, in fen. Net assets may be negative. */
const Finance = z.strictObject({
  openingNetAssetsFen: fen,
  incomeFen: fenFromZero,
  expenditureFen: fenFromZero,
  closingNetAssetsFen: fen,
  auditUploadId: id.optional(),
  enterpriseFees: EnterpriseFees,
});

const ReportedPartyOrg = z.strictObject({
  type: z.enum(slugs(PARTY_ORGANISATION_TYPES)),
  replyDocNo: z
    .string()
    .trim()
    .refine((docNo) => isDocumentNumber(docNo), { error: '文号无效,例如 内民党〔2026〕1号' })
    .optional(),
});

const ThreeOnes = z.strictObject({ instructor: z.boolean(), themeDay: z.boolean(), materials: z.boolean() });

/** 党建工作. An organisation without a Party organisation names its instructor (党建工作指导员). */
const PartyBuilding = z.strictObject({
  partyOrg: ReportedPartyOrg.optional(),
  instructorPersonId: id.optional(),
  membersTotal: count,
  membersTransferred: count,
  charterPartyBuilding: z.boolean(),
  /** 述职报告 of the secretary. */
  secretaryReportUploadId: id.optional(),
  lifeSessions: count,
  themeDays: count,
  majorMatters: count,
  threeOnes: ThreeOnes,
  workFundsFen: fenFromZero,
});

const RectifiedItem = z.strictObject({ item: text(500), result: text(1000), uploadId: id.optional() });

/** 上年度整改: each item, what was done, and the paper that proves it. */
const LastYearRectification = z.strictObject({ items: z.array(RectifiedItem).max(100), resultUploadId: id.optional() });

/**
 * The yearly return (年度工作报告) as it is submitted: five sections (specification M02). The Party-building section may
 * be absent here, so that its absence is told as a rule and not as a broken form; that of last year's rectification is
 * absent after a PASS.
 */
export const AnnualReturnForm = z.strictObject({
  basics: Basics,
  activities: Activities,
  finance: Finance,
  partyBuilding: PartyBuilding.optional(),
  lastYearRectification: LastYearRectification.optional(),
});
export type AnnualReturnForm = z.output<typeof AnnualReturnForm>;
export type PartySection = NonNullable<AnnualReturnForm['partyBuilding']>;

/** The sections of a return with their names, in their order. */
export const RETURN_SECTIONS: Readonly<Record<keyof AnnualReturnForm, { zh: string; en: string }>> = {
  basics: { zh: '基本情况', en: 'basics' },
  activities: { zh: '业务活动', en: 'activities' },
  finance: { zh: '财务情况', en: 'finance' },
  partyBuilding: { zh: '党建工作', en: 'Party building' },
  lastYearRectification: { zh: '上年度整改情况', en: "last year's rectification" },
};

/** The uploads that a form refers to, each once. */
export function uploadsOf({ finance, partyBuilding, lastYearRectification: last }: AnnualReturnForm): string[] {
  const named = [
    finance.auditUploadId,
    partyBuilding?.secretaryReportUploadId,
    last?.resultUploadId,
    ...(last?.items.map(({ uploadId }) => uploadId) ?? []),
  ];
  return [...new Set(named.filter((uploadId) => uploadId !== undefined))];
}
