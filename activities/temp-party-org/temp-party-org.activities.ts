import { randomBytes } from 'node:crypto';

import { ApplicationFailure } from '@temporalio/common';

import type { IsoDate } from '#domain/calendar/iso-date.js';
import { startOfDayShanghai } from '#domain/calendar/shanghai-day.js';
import { DomainError } from '#domain/errors.js';
import type { CaseId, UnitId } from '#domain/ids.js';
import { PAPER_KINDS, type PaperKind } from '#domain/paper/paper-kind.js';
import type { PaperData } from '#domain/paper/paper-schema.js';
import { VERIFICATION_CODE_BYTES, verificationCodeFrom } from '#domain/paper/verification-code.js';
import type {
  ApplicationFacts,
  AssessmentFacts,
  AssessmentRequest,
  IssuedPaper,
  PaperRequest,
} from '#domain/temp-party-org/case-facts.js';
import { renderPaper } from '../papers/render.js';

/** What M01 knows of its applications. */
export interface Applications {
  loadApplication(caseId: string, on: IsoDate): Promise<ApplicationFacts>;
  assess(request: AssessmentRequest): Promise<AssessmentFacts>;
  mayApproveCase(caseId: string, unitId: string): Promise<boolean>;
}

/** Numbers and keeps papers: once per `(caseId, seq, kind)`, without gaps in the numbers of an organ and year. */
export interface PaperRegister {
  issue(
    paper: {
      readonly caseId: CaseId;
      readonly seq: number;
      readonly kind: string;
      readonly word: string | null;
      readonly code: string;
      readonly version: number;
      readonly sealed: boolean;
      readonly templateVersion: string;
      readonly disclosure: string;
      readonly organUnitId: UnitId;
      readonly at: number;
    },
    render: (docNo: string | null) => Promise<{ readonly sha256: string; readonly size: number }>,
  ): Promise<{ readonly id: string; readonly docNo: string | null }>;
}

/** What is printed: the words, names and masked numbers that no history may hold. */
export interface PaperContents {
  /** 机关代字 for the number of this paper; null when it has none. */
  wordFor(request: PaperRequest): Promise<string | null>;
  dataFor(
    request: PaperRequest,
    paper: { readonly code: string; readonly docNo: string | null },
  ): Promise<PaperData<PaperKind>>;
}

/** The template in force for a kind at a unit: its bytes and its version. */
export interface Templates {
  inForce(kind: PaperKind, unitId: string): Promise<{ readonly bytes: Uint8Array; readonly version: string }>;
}

/** Keeps a file under its SHA-256, which it answers. */
export interface PaperFiles {
  put(bytes: Uint8Array): Promise<string>;
}

export interface TempPartyOrgPorts {
  readonly applications: Applications;
  readonly papers: PaperRegister;
  readonly contents: PaperContents;
  readonly templates: Templates;
  readonly files: PaperFiles;
}

/** What the workflow of a temporary Party organisation asks for. Each is idempotent by its arguments. */
export const tempPartyOrgActivities = (ports: TempPartyOrgPorts) => ({
  loadApplication: (caseId: CaseId, on: IsoDate): Promise<ApplicationFacts> =>
    ports.applications.loadApplication(caseId, on),

  assess: (request: AssessmentRequest): Promise<AssessmentFacts> => ports.applications.assess(request),

  /** Whether the Party organisation for which this unit acts may approve the case today. */
  mayApproveCase: (caseId: CaseId, unitId: UnitId): Promise<boolean> =>
    ports.applications.mayApproveCase(caseId, unitId),

  /** Numbers, renders and keeps a paper. One that cannot be printed fails under its refusal's code: the asker knows whether to wait. */
  issuePaper: (request: PaperRequest): Promise<IssuedPaper> => underItsCode(() => issue(ports, request)),
});

export type TempPartyOrgActivities = ReturnType<typeof tempPartyOrgActivities>;

async function issue(
  { papers, contents, templates, files }: TempPartyOrgPorts,
  request: PaperRequest,
): Promise<IssuedPaper> {
  const { caseId, seq, kind, organUnitId, on } = request;
  const template = await templates.inForce(kind, organUnitId);
  const code = verificationCodeFrom(randomBytes(VERIFICATION_CODE_BYTES));
  const word = await contents.wordFor(request);
  const { disclosure } = PAPER_KINDS[kind];
  const paper = { caseId, seq, kind, word, code, version: 1, disclosure, organUnitId, at: startOfDayShanghai(on) };
  const issued = await papers.issue(
    { ...paper, sealed: word !== null, templateVersion: template.version },
    async (docNo) => {
      const bytes = renderPaper(template.bytes, kind, await contents.dataFor(request, { code, docNo }));
      return { sha256: await files.put(bytes), size: bytes.length };
    },
  );
  return { documentId: issued.id, docNo: issued.docNo };
}

async function underItsCode<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw ApplicationFailure.create({ message: error.message, type: error.code, details: [error.refusal] });
  }
}
