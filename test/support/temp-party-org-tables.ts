import { createHash } from 'node:crypto';

import type { WorkflowHandle } from '@temporalio/client';

import type { IsoDate } from '#domain/calendar/iso-date.js';
import type { CaseId } from '#domain/ids.js';
import { verifyChain } from '#domain/ledger/verify-chain.js';
import type { Database } from '#prisma/client.js';
import { caseView, type CaseView } from '#workflows/steps/contract.js';
import type { TempPartyOrgInput } from '#workflows/temp-party-org/contract.js';
import type { Officials } from './temp-party-org-people.js';

/** A case of M01 under way. */
export interface PartyCase {
  readonly caseId: CaseId;
  readonly caseNo: string;
  readonly organisationId: string;
  readonly officials: Officials;
  readonly input: TempPartyOrgInput;
  readonly handle: WorkflowHandle;
}

interface PartyOrganisationRow {
  readonly status: string;
  readonly termEnd: IsoDate | null;
  readonly countsInCoverage: boolean;
  readonly secretary: string;
  readonly roster: { readonly members: readonly string[] };
}

/** What the tables show of cases of M01, and whether it is what their workflows hold. */
export class PartyCaseTables {
  constructor(readonly database: Database) {}

  view(on: PartyCase): Promise<CaseView> {
    return on.handle.query(caseView);
  }

  async tasks(on: PartyCase): Promise<{ id: string; kind: string; assigneeKey: string; dueAt: Date | null }[]> {
    const text = `SELECT id, kind, "assigneeKey", "dueAt" FROM "Task" WHERE "caseId" = $1 AND status = 'OPEN' ORDER BY id`;
    const { rows } = await this.database.pool.query<{
      id: string;
      kind: string;
      assigneeKey: string;
      dueAt: Date | null;
    }>(text, [on.caseId]);
    return rows;
  }

  /** The Party organisation that the case set up. */
  async partyOrganisation(on: PartyCase): Promise<PartyOrganisationRow> {
    const text = `SELECT status, to_char("termEnd", 'YYYY-MM-DD') AS "termEnd", "countsInCoverage", "secretaryPersonId" AS secretary, roster
      FROM "PartyOrganisation" WHERE "caseId" = $1`;
    const [row] = (await this.database.pool.query<PartyOrganisationRow>(text, [on.caseId])).rows;
    if (!row) throw new Error('the case has set up no Party organisation');
    return row;
  }

  /** The number of the last record, when it left the case in that state; otherwise null. */
  async recordedSeq(on: PartyCase, state: string): Promise<number | null> {
    const text = 'SELECT seq FROM "Case" WHERE id = $1 AND state = $2';
    const { rows } = await this.database.pool.query<{ seq: number }>(text, [on.caseId, state]);
    return rows[0]?.seq ?? null;
  }

  /** Changes the organisation's own rows, as its records are changed beside a running case. */
  async change(text: string, values: readonly unknown[]): Promise<void> {
    await this.database.pool.query(text, [...values]);
  }

  async papers(on: PartyCase): Promise<{ kind: string; docNo: string | null }[]> {
    const text = 'SELECT kind, "docNo" FROM "Document" WHERE "caseId" = $1 ORDER BY "issuedAt", seq';
    return (await this.database.pool.query<{ kind: string; docNo: string | null }>(text, [on.caseId])).rows;
  }

  /** Kinds of the notices that were sent, in order. */
  async notices(on: PartyCase): Promise<{ kind: string; to: string; params: Record<string, unknown> }[]> {
    const text = 'SELECT kind, "recipientKey" AS "to", params FROM "Notice" WHERE "caseId" = $1 ORDER BY at, id';
    return (
      await this.database.pool.query<{ kind: string; to: string; params: Record<string, unknown> }>(text, [on.caseId])
    ).rows;
  }

  /** Tables, ledger chain and the workflow's own view say the same. */
  async assertConsistent(on: PartyCase): Promise<void> {
    const { state, seq, hash, openTasks } = await this.view(on);
    const { pool } = this.database;
    const { rows: cases } = await pool.query('SELECT state, seq, "ledgerHash" FROM "Case" WHERE id = $1', [on.caseId]);
    const chain = 'SELECT seq, payload, "prevHash", hash FROM "LedgerEntry" WHERE "caseId" = $1 ORDER BY seq';
    const { rows: entries } = await pool.query<{ seq: number; payload: string; prevHash: string; hash: string }>(
      chain,
      [on.caseId],
    );
    const waiting = `SELECT id FROM "Task" WHERE "caseId" = $1 AND status <> 'CLOSED' ORDER BY id`;
    const { rows: open } = await pool.query<{ id: string }>(waiting, [on.caseId]);
    expect(cases).toEqual([{ state, seq, ledgerHash: hash }]);
    expect(open.map(({ id }) => id)).toEqual([...openTasks].sort());
    expect(verifyChain(entries, sha256, { seq, hash })).toEqual({ ok: true, entries: seq });
  }
}

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
