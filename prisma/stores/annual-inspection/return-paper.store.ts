import { z } from 'zod';

import { groundsOf } from '#domain/annual-inspection/conclusion.rule.js';
import { INSPECTION_CONCLUSIONS } from '#domain/annual-inspection/consequence.js';
import { inspectionBasis } from '#domain/annual-inspection/legal-basis.js';
import { NotFound } from '#domain/errors.js';
import type { PaperKind } from '#domain/paper/paper-kind.js';
import type { PaperRequest } from '#domain/paper/paper-request.js';
import type { PaperData } from '#domain/paper/paper-schema.js';
import type { Database } from '../../client.js';
import { dayOf } from '../date-column.js';
import { paperWords } from '../paper-words.js';
import { dataOf, type Printed } from '../printers.js';

/** What follows 机关代字 in the number, so that each kind of paper is numbered for itself. */
const MARKS: Readonly<Partial<Record<PaperKind, string>>> = {
  INSPECTION_CONCLUSION: '年检',
  TALK_NOTICE: '约',
  RECTIFICATION_ORDER: '责改',
};

const Concluded = z.looseObject({
  conclusion: z.enum(['BASIC_PASS', 'FAIL']),
  grounds: z.array(z.string()),
  replaces: z.boolean(),
  rectifyDays: z.int(),
  signer: z.string(),
});
const Ordered = z.looseObject({ rectificationId: z.string(), due: z.iso.date(), signer: z.string() });
const Noticed = z.looseObject({ heldOn: z.iso.date(), signer: z.string() });
const Standing = z.enum(INSPECTION_CONCLUSIONS).extract(['BASIC_PASS', 'FAIL', 'NOT_PARTICIPATED']);

/** What the papers of a yearly return print: names and words, put together from the tables. */
export function returnPaperStore({ rows }: Pick<Database, 'rows'>) {
  const { unitName, userName, opinion, docWord } = paperWords(rows);

  /** What its three papers share, and what only some of them print. */
  const gather = async ({ caseId, organUnitId, requestId }: PaperRequest, { code, docNo }: Printed) => {
    const row = await rows.annualReturn.findUnique({ where: { caseId } });
    const kase = await rows.case.findUnique({ where: { id: caseId } });
    const organisation = row && (await rows.organisation.findUnique({ where: { id: row.organisationId } }));
    if (!row || !kase || !organisation) throw new NotFound('Case');
    const { name, uscc, type, supervisoryUnitId } = organisation;
    const reasons = await opinion(requestId);
    const notice = await rows.document.findFirst({
      where: { caseId, kind: 'INSPECTION_CONCLUSION', status: 'VALID' },
      orderBy: { seq: 'desc' },
    });
    return {
      row,
      reasons: reasons === '' ? {} : { reasons },
      noticed: notice?.docNo ? { conclusionDocNo: notice.docNo } : {},
      copyTo: supervisoryUnitId === null ? [] : [{ name: await unitName(supervisoryUnitId) }],
      common: {
        ...{ caseNo: kase.caseNo, verificationCode: code, docNo: docNo ?? '', organ: await unitName(organUnitId) },
        ...{ organisationName: name, ...(uscc === null ? {} : { organisationUscc: uscc }) },
        ...{ inspectedYear: row.inspectedYear, basis: inspectionBasis(type) },
      },
    };
  };

  const printers = {
    INSPECTION_CONCLUSION: async (
      request: PaperRequest,
      printed: Printed,
    ): Promise<PaperData<'INSPECTION_CONCLUSION'>> => {
      const { common, reasons, copyTo } = await gather(request, printed);
      const { conclusion, grounds, replaces, rectifyDays, signer } = Concluded.parse(request.facts);
      const texts = groundsOf(grounds).map((text) => ({ text }));
      const decided = { conclusion, replaces, rectifyDays, grounds: texts, ...reasons };
      return { ...common, ...decided, signer: await userName(signer), noticeDate: request.on, copyTo };
    },

    TALK_NOTICE: async (request: PaperRequest, printed: Printed): Promise<PaperData<'TALK_NOTICE'>> => {
      const { common, row, reasons, noticed } = await gather(request, printed);
      const { heldOn, signer } = Noticed.parse(request.facts);
      const conclusion = Standing.parse(row.conclusion);
      const contactName = await userName(signer);
      return { ...common, conclusion, ...noticed, heldOn, ...reasons, contactName, noticeDate: request.on };
    },

    RECTIFICATION_ORDER: async (request: PaperRequest, printed: Printed): Promise<PaperData<'RECTIFICATION_ORDER'>> => {
      const { common, row, noticed, copyTo } = await gather(request, printed);
      const { rectificationId, due, signer } = Ordered.parse(request.facts);
      const items = await rows.rectificationItem.findMany({ where: { rectificationId } });
      const talkedOn = dayOf(row.talkHeldOn);
      return {
        ...common,
        ...{ conclusion: Standing.parse(row.conclusion), ...noticed, dueDate: due, copyTo, noticeDate: request.on },
        items: items.sort(byItem).map(({ wanted }) => ({ wanted })),
        ...(talkedOn === null ? {} : { talkedOn }),
        contactName: await userName(signer),
      };
    },
  };

  return {
    /** 机关代字 with the mark of the paper; null while the organ has none. */
    async wordFor({ kind, organUnitId }: PaperRequest): Promise<string | null> {
      const word = await docWord(organUnitId);
      return word === null ? null : `${word}${MARKS[kind] ?? ''}`;
    },

    dataFor: (request: PaperRequest, printed: Printed): Promise<PaperData<PaperKind>> =>
      dataOf(printers, request, printed),
  };
}

/** As `returnWordsStore` lists them: i2 before i10. */
const byItem = (one: { readonly itemId: string }, other: { readonly itemId: string }): number =>
  one.itemId.length - other.itemId.length || (one.itemId < other.itemId ? -1 : 1);
