import { z } from 'zod';

import { AnnualReturnForm } from '#domain/annual-inspection/return-form.js';
import { entriesOf } from '../../api/entries.js';
import '../../api/no-run-time-code.js';
import { issueWords } from '../../text/issue-words.js';
import { fieldKey } from './return-fields.js';
import type { Field } from './return-fields.js';

const words = z.string().optional().catch(undefined);
const number = z.number().optional().catch(undefined);
const yesNo = z.boolean().optional().catch(undefined);
const part = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.preprocess((value) => Object.fromEntries(entriesOf(value)), z.object(shape));

const ThreeOnes = part({
  instructor: z.boolean().catch(false),
  themeDay: z.boolean().catch(false),
  materials: z.boolean().catch(false),
});

/** A return while it is written: everything may be missing, and what does not fit counts as not written. */
const Unfinished = part({
  basics: part({
    changes: z.array(z.string()).catch([]),
    leaders: z.array(part({ personId: words, post: words, termStart: words, termEnd: words })).catch([]),
    councilTermEnd: words,
    staff: number,
    members: number,
    branches: number,
  }),
  activities: part({ count: number, personTimes: number, insideCharter: yesNo, note: words }),
  finance: part({
    openingNetAssetsFen: number,
    incomeFen: number,
    expenditureFen: number,
    closingNetAssetsFen: number,
    auditUploadId: words,
    enterpriseFees: part({ charged: yesNo, amountFen: number }),
  }),
  partyBuilding: part({
    partyOrg: z.object({ type: words, replyDocNo: words }).optional().catch(undefined),
    instructorPersonId: words,
    membersTotal: number,
    membersTransferred: number,
    charterPartyBuilding: yesNo,
    secretaryReportUploadId: words,
    lifeSessions: number,
    themeDays: number,
    majorMatters: number,
    threeOnes: ThreeOnes,
    workFundsFen: number,
  }),
  lastYearRectification: z
    .object({ items: z.array(part({ item: words, result: words, uploadId: words })).catch([]), resultUploadId: words })
    .optional()
    .catch(undefined),
});

export type ReturnData = z.output<typeof Unfinished>;

/** Reads what a draft, a prefill or an earlier version holds. */
export const returnDataOf = (data: unknown): ReturnData => Unfinished.parse(data);

/** What is kept and sent: nothing for what was left empty, and only what belongs to the choices that were made. */
export function filledReturn(form: ReturnData): Record<string, unknown> {
  const { basics, finance, partyBuilding: party } = form;
  const { charged, amountFen } = finance.enterpriseFees;
  return Object.fromEntries(
    entriesOf(
      stripped({
        ...form,
        basics: { ...basics, changes: basics.changes.filter((line) => line.trim() !== '') },
        finance: { ...finance, enterpriseFees: charged === true ? { charged, amountFen } : { charged } },
        partyBuilding: party.partyOrg === undefined ? party : { ...party, instructorPersonId: undefined },
      }),
    ),
  );
}

function stripped(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(stripped);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    entriesOf(value)
      .filter(([, each]) => each !== undefined && each !== null && each !== '')
      .map(([name, each]) => [name, stripped(each)]),
  );
}

/** Something that the return still lacks: the field by its path without places, and what is wrong in words. */
export interface Fault {
  readonly field: Field;
  readonly path: string;
  readonly words: readonly [zh: string, en: string];
}

/** What keeps the return from being sent: the very schema by which the server reads it. */
export function faultsOf(form: ReturnData): Fault[] {
  const parsed = AnnualReturnForm.safeParse(filledReturn(form));
  if (parsed.success) return [];
  return parsed.error.issues.map((issue) => {
    const path = issue.path.filter((step) => typeof step === 'string').join('.');
    return { field: fieldKey(path), path: issue.path.join('.'), words: issueWords(issue) };
  });
}

/** What a form holds at a path. */
export function valueAt(form: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((at, step) => entriesOf(at).find(([name]) => name === step)?.[1], form);
}
