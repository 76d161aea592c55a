import { randomBytes } from 'node:crypto';

import { ApplicationFailure } from '@temporalio/common';

import { startOfDayShanghai } from '#domain/calendar/shanghai-day.js';
import { DomainError } from '#domain/errors.js';
import type { CaseId, UnitId } from '#domain/ids.js';
import { PAPER_KINDS, type PaperKind } from '#domain/paper/paper-kind.js';
import type { IssuedPaper, PaperRequest } from '#domain/paper/paper-request.js';
import type { PaperData } from '#domain/paper/paper-schema.js';
import { VERIFICATION_CODE_BYTES, verificationCodeFrom } from '#domain/paper/verification-code.js';
import { renderPaper } from './render.js';

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
  ): Promise<{ readonly id: string; readonly docNo: string | null; readonly sha256: string }>;
}

/** What the papers of one matter print: the words, names and masked numbers that no history may hold. */
export interface PaperContents {
  /** 机关代字 for the number of this paper; null when it has none. */
  wordFor(request: PaperRequest): Promise<string | null>;
  dataFor(
    request: PaperRequest,
    paper: { readonly code: string; readonly docNo: string | null },
  ): Promise<PaperData<PaperKind>>;
}

export interface PaperPorts {
  readonly papers: PaperRegister;
  /** The matter of a case, by which `contents` is chosen. */
  readonly matterOf: (caseId: CaseId) => Promise<string>;
  readonly contents: Readonly<Record<string, PaperContents>>;
  /** The template in force for a kind at a unit: its bytes and its version. */
  readonly templates: {
    inForce(kind: PaperKind, unitId: string): Promise<{ readonly bytes: Uint8Array; readonly version: string }>;
  };
  /** Keeps a file under its SHA-256, which it answers. */
  readonly files: { put(bytes: Uint8Array): Promise<string> };
}

/** The papers of every matter. */
export const paperActivities = (ports: PaperPorts) => ({
  /**
   * Numbers, renders and keeps a paper; once for its case, record and kind. One that cannot be printed fails under its
   * refusal's code: the asker knows whether to wait.
   */
  issuePaper: (request: PaperRequest): Promise<IssuedPaper> => underItsCode(() => issue(ports, request)),
});

export type PaperActivities = ReturnType<typeof paperActivities>;

async function issue(ports: PaperPorts, request: PaperRequest): Promise<IssuedPaper> {
  const { papers, templates, files } = ports;
  const { caseId, seq, kind, organUnitId, on } = request;
  const contents = await contentsOf(ports, caseId);
  const template = await templates.inForce(kind, organUnitId);
  const code = verificationCodeFrom(randomBytes(VERIFICATION_CODE_BYTES));
  const word = await contents.wordFor(request);
  const { disclosure } = PAPER_KINDS[kind];
  const paper = { caseId, seq, kind, word, code, version: 1, disclosure, organUnitId, at: startOfDayShanghai(on) };
  const { id, docNo, sha256 } = await papers.issue(
    { ...paper, sealed: word !== null, templateVersion: template.version },
    async (number) => {
      const bytes = renderPaper(template.bytes, kind, await contents.dataFor(request, { code, docNo: number }));
      return { sha256: await files.put(bytes), size: bytes.length };
    },
  );
  return { documentId: id, docNo, sha256 };
}

async function contentsOf({ contents, matterOf }: PaperPorts, caseId: CaseId): Promise<PaperContents> {
  const matter = await matterOf(caseId);
  const found = contents[matter];
  if (found === undefined) throw new Error(`the matter ${matter} of case ${caseId} has no papers`);
  return found;
}

async function underItsCode<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw ApplicationFailure.create({ message: error.message, type: error.code, details: [error.refusal] });
  }
}
