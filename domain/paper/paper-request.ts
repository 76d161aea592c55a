import type { IsoDate } from '../calendar/iso-date.js';
import type { CaseId, RequestId, UnitId } from '../ids.js';
import type { PaperKind } from './paper-kind.js';

/** A paper to be issued within a record: ids, dates and numbers; the words are looked up when it is rendered. */
export interface PaperRequest {
  readonly caseId: CaseId;
  readonly seq: number;
  readonly kind: PaperKind;
  readonly on: IsoDate;
  readonly organUnitId: UnitId;
  /** The act whose words (reasons, items) the paper prints. */
  readonly requestId: RequestId | null;
  /** Ids, dates and numbers that the workflow decided. */
  readonly facts: Readonly<Record<string, string | number | boolean | null | readonly string[]>>;
}

/** What became of it; a paper without 机关代字 has no number. */
export interface IssuedPaper {
  readonly documentId: string;
  readonly docNo: string | null;
  /** SHA-256 of the Word file. */
  readonly sha256: string;
}
