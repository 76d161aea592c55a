import type { Pool } from 'pg';

import { DomainError } from '#domain/errors.js';
import { canonicalJson } from '#domain/ledger/canonical-json.js';
import { LedgerBroken } from '#domain/ledger/ledger-broken.js';
import { duesOf } from '#domain/ledger/ledger-entry.js';
import type { DueDates, LedgerContent } from '#domain/ledger/ledger-entry.js';
import type { CaseRecord, Recorded } from '#domain/process/record.js';
import { dueDates } from './record/due-dates.js';
import { loadedCalendar } from './record/loaded-calendar.js';
import { RECORD_SQL, RECORDED_SQL } from './record/record.sql.js';
import { recordValues } from './record/record-values.js';
import { sqlFault, SqlCode } from './record/sql-error.js';
import { inTransaction } from './record/transaction.js';
import type { Tx } from './record/transaction.js';

/** Shows an effect in a matter's own tables, in the transaction of the record; runs once per record. `at` is epoch ms. */
export type Projection = (tx: Tx, caseId: string, at: number, data: Readonly<Record<string, unknown>>) => Promise<void>;

/** The projections by the `kind` of the effects that they know. */
export type Projections = Readonly<Record<string, Projection>>;

/** Writes cases forward. Nobody else changes a case's state, its tasks or its ledger. */
export interface RecordStore {
  /**
   * Writes one record in one transaction, once per `(caseId, seq)`: a repetition changes nothing and gets the answer of the first time.
   * Throws LEDGER_BROKEN when the record does not continue what is there, EFFECT_UNKNOWN when an effect has no projection.
   */
  record(record: CaseRecord): Promise<Recorded>;

  /**
   * Writes the first record of a case within the transaction in which the case is born. The workflow that makes the same record later gets the answer
   * of this one; whether Temporal has the case is noted by whoever starts it. Effects are shown as by `record`.
   */
  begin(tx: Tx, first: CaseRecord): Promise<Recorded>;
}

/** Thrown when a workflow names an effect that no projection of this release knows; nothing is written. */
export class EffectUnknown extends DomainError {
  constructor(kind: string) {
    super({
      code: 'EFFECT_UNKNOWN',
      status: 422,
      messageZh: `本系统版本不认识业务数据“${kind}”。请升级后重试。`,
      messageEn: `This release has no projection for "${kind}". Upgrade it, then try again.`,
      details: { kind },
    });
  }
}

/** The channel on which every record tells, as `{caseId, keys}`, whose lists changed; `keys` is null when there are too many to name. */
export const RECORD_CHANNEL = 'banjie';

interface HeadRow {
  readonly hash: string;
}

interface RecordedRow {
  readonly at: number;
  readonly hash: string | null;
  readonly content: LedgerContent | null;
  readonly prevHash: string | null;
}

/** The writer of records. `projections` are the tables of the matters; without any, a record with effects is refused. */
export function recordStore({ pool }: { readonly pool: Pool }, projections: Projections = {}): RecordStore {
  const calendar = loadedCalendar(pool);
  return {
    record: async (record) => {
      const due = await dueDates(pool, calendar, record);
      const write = writing(projections, record, due, true);
      const hash = await (record.effects.length === 0 ? write(pool) : inTransaction(pool, write));
      return hash === null ? recordedBefore(pool, record) : { hash, due };
    },
    begin: async (tx, first) => {
      const due = await dueDates(tx, calendar, first);
      const hash = await writing(projections, first, due, false)(tx);
      if (hash === null) throw new LedgerBroken({ caseId: first.caseId, seq: first.seq });
      return { hash, due };
    },
  };
}

/** How a record is written; `byWorkflow`: Temporal has the case. Throws EFFECT_UNKNOWN before anything is. */
function writing(projections: Projections, record: CaseRecord, due: DueDates, byWorkflow: boolean) {
  const shown = record.effects.map(({ kind, data }) => ({ show: projectionOf(projections, kind), data }));
  return async (tx: Tx): Promise<string | null> => {
    const hash = await writeRecord(tx, record, due, byWorkflow);
    if (hash === null) return null;
    for (const { show, data } of shown) await show(tx, record.caseId, record.at, data);
    return hash;
  };
}

function projectionOf(projections: Projections, kind: string): Projection {
  const projection = Object.hasOwn(projections, kind) ? projections[kind] : undefined;
  if (projection === undefined) throw new EffectUnknown(kind);
  return projection;
}

async function writeRecord(tx: Tx, record: CaseRecord, due: DueDates, byWorkflow: boolean): Promise<string | null> {
  const query = { name: 'record', text: RECORD_SQL, values: [...recordValues(record, due), byWorkflow] };
  const { rows } = await tx.query<HeadRow>(query).catch((error: unknown) => {
    throw brokenOr(error, record);
  });
  return rows[0]?.hash ?? null;
}

/** The hash and dues of the first time, when the very same cause is recorded under this seq. */
async function recordedBefore(pool: Pool, record: CaseRecord): Promise<Recorded> {
  const { caseId, seq, prevHash } = record;
  const { rows } = await pool.query<RecordedRow>({ name: 'recorded', text: RECORDED_SQL, values: [caseId, seq] });
  const [row] = rows;
  if (row?.content == null || row.hash === null) throw new LedgerBroken({ caseId, seq, caseSeq: row?.at ?? null });
  const { cause } = row.content;
  if (row.prevHash !== prevHash || canonicalJson(cause) !== canonicalJson(record.cause)) {
    throw new LedgerBroken({ caseId, seq, recorded: cause });
  }
  return { hash: row.hash, due: duesOf(row.content) };
}

/** A task that is not open, and a row that is there already under this seq or request, are the ledger's refusals; the rest is not. */
function brokenOr(error: unknown, { caseId, seq }: CaseRecord): unknown {
  const fault = sqlFault(error);
  if (fault?.code === SqlCode.Required) return new LedgerBroken({ caseId, seq, reason: fault.message });
  if (fault?.code === SqlCode.UniqueViolation) return new LedgerBroken({ caseId, seq, reason: fault.constraint });
  return error;
}
