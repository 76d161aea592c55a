import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';

import { yearOf } from '#domain/calendar/iso-date.js';
import { shanghaiDate } from '#domain/calendar/shanghai-day.js';
import { formatDocumentNumber } from '#domain/identifier/document-number.js';
import type { CaseId, UnitId } from '#domain/ids.js';
import { sqlFault, SqlCode } from './record/sql-error.js';
import { epochMs, sqlTime } from './record/sql-time.js';
import { inTransaction } from './record/transaction.js';
import type { Tx } from './record/transaction.js';

/** A paper that is to be issued, once per `(caseId, seq, kind)`. */
export interface NewDocument {
  readonly caseId: CaseId;
  /** Of the record that it carries out. */
  readonly seq: number;
  readonly kind: string;
  /** 机关代字 of the organ; null for papers without a number (an applicant's). */
  readonly word: string | null;
  /** The code by which anybody who holds the paper can check it. */
  readonly code: string;
  readonly version: number;
  readonly sealed: boolean;
  readonly templateVersion: string;
  readonly disclosure: string;
  readonly organUnitId: UnitId;
  /** Epoch ms; the number's year is the year of this day in Shanghai. */
  readonly at: number;
}

/** What was rendered: the SHA-256 of the file, which is also its address, and its size in bytes. */
export interface RenderedFile {
  readonly sha256: string;
  readonly size: number;
}

/** An issued paper; `issuedAt` in epoch ms. */
export interface DocumentRow extends RenderedFile {
  readonly id: string;
  readonly caseId: CaseId;
  readonly seq: number;
  readonly kind: string;
  readonly docNo: string | null;
  readonly version: number;
  readonly code: string;
  readonly sealed: boolean;
  readonly templateVersion: string;
  readonly disclosure: string;
  readonly organUnitId: UnitId;
  readonly status: string;
  readonly issuedAt: number;
}

/** SQL: the columns of a DocumentRow. */
export const DOCUMENT_COLUMNS = `"id", "caseId", "seq", "kind", "docNo", "version", "sha256", "size", "code", "sealed", "templateVersion",
  "disclosure", "organUnitId", "status", ${epochMs('"issuedAt"')} AS "issuedAt"`;

/** Issued papers and their numbers. */
export function documentStore({ pool }: { readonly pool: Pool }) {
  return {
    /**
     * Numbers, renders and keeps a paper in one transaction, so that a paper that cannot be rendered leaves no gap in the numbers of its word
     * and year. `render` gets the number (null without a word) and may run again when the transaction fails. A repetition gets the first paper.
     * Throws FIELD_INVALID when no document number can be made of the word.
     */
    async issue(paper: NewDocument, render: (docNo: string | null) => Promise<RenderedFile>): Promise<DocumentRow> {
      try {
        return await inTransaction(pool, (tx) => issueWithin(tx, paper, render));
      } catch (error) {
        if (sqlFault(error)?.code !== SqlCode.UniqueViolation) throw error;
        const before = await issued(pool, paper);
        if (before === null) throw error;
        return before;
      }
    },

    /** The paper of a check code, or null. */
    async byCode(code: string): Promise<DocumentRow | null> {
      const text = `SELECT ${DOCUMENT_COLUMNS} FROM "Document" WHERE "code" = $1`;
      return (await pool.query<DocumentRow>({ name: 'document-by-code', text, values: [code] })).rows[0] ?? null;
    },

    /** The paper of a row id, or null. */
    async byId(id: string): Promise<DocumentRow | null> {
      const text = `SELECT ${DOCUMENT_COLUMNS} FROM "Document" WHERE "id" = $1`;
      return (await pool.query<DocumentRow>({ name: 'document-by-id', text, values: [id] })).rows[0] ?? null;
    },

    /** Marks a paper as no longer in force (REVOKED, REPLACED); its number stays taken. */
    async setStatus(id: string, status: 'VALID' | 'REVOKED' | 'REPLACED'): Promise<void> {
      await pool.query('UPDATE "Document" SET "status" = $2 WHERE "id" = $1', [id, status]);
    },
  };
}

async function issueWithin(
  tx: Tx,
  paper: NewDocument,
  render: (docNo: string | null) => Promise<RenderedFile>,
): Promise<DocumentRow> {
  const docNo = paper.word === null ? null : await nextNumber(tx, paper.word, paper.at);
  // Asked after the counter's row is ours: a rival that issued the same paper has committed by now.
  const before = await issued(tx, paper);
  if (before !== null) {
    if (paper.word !== null) await takeBack(tx, paper.word, paper.at);
    return before;
  }
  const { sha256, size } = await render(docNo);
  const { caseId, seq, kind, version, code, sealed, templateVersion, disclosure, organUnitId, at } = paper;
  const text = `INSERT INTO "Document" ("id", "caseId", "seq", "kind", "docNo", "version", "sha256", "size", "code", "sealed",
      "templateVersion", "disclosure", "organUnitId", "issuedAt")
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) RETURNING ${DOCUMENT_COLUMNS}`;
  const values = [randomUUID(), caseId, seq, kind, docNo, version, sha256, size, code, sealed].concat([
    templateVersion,
    disclosure,
    organUnitId,
    sqlTime(at),
  ]);
  const [row] = (await tx.query<DocumentRow>({ name: 'insert-document', text, values })).rows;
  if (row === undefined) throw new Error('inserting a document answered no row');
  return row;
}

async function issued(tx: Tx, { caseId, seq, kind }: NewDocument): Promise<DocumentRow | null> {
  const text = `SELECT ${DOCUMENT_COLUMNS} FROM "Document" WHERE "caseId" = $1 AND "seq" = $2 AND "kind" = $3`;
  return (await tx.query<DocumentRow>({ name: 'document-issued', text, values: [caseId, seq, kind] })).rows[0] ?? null;
}

const yearAt = (at: number) => yearOf(shanghaiDate(at));

async function nextNumber(tx: Tx, word: string, at: number): Promise<string> {
  const text = `INSERT INTO "DocumentCounter" AS c ("word", "year", "last") VALUES ($1, $2, 1)
    ON CONFLICT ("word", "year") DO UPDATE SET "last" = c."last" + 1 RETURNING "last"`;
  const { rows } = await tx.query<{ last: number }>({ name: 'document-number', text, values: [word, yearAt(at)] });
  return formatDocumentNumber({ organ: word, year: yearAt(at), seq: rows[0]?.last ?? 0 });
}

async function takeBack(tx: Tx, word: string, at: number): Promise<void> {
  const text = 'UPDATE "DocumentCounter" SET "last" = "last" - 1 WHERE "word" = $1 AND "year" = $2';
  await tx.query({ name: 'document-number-back', text, values: [word, yearAt(at)] });
}
