import type { CaseId, UnitId } from '#domain/ids.js';
import type { RoundCall } from '#domain/venture-round/case-facts.js';
import { callWindow } from '#domain/venture-round/call-window.rule.js';
import type { RoundConfiguration } from '#domain/venture-round/round-configuration.js';
import { parseRoundConfiguration } from '#domain/venture-round/round-configuration.js';
import type { RoundState } from '#domain/venture-round/states.js';
import { ROUND_TRANSITIONS } from '#domain/venture-round/states.js';
import { stateOf } from '#domain/process/transitions.js';
import type { Tx } from '../record/transaction.js';
import { epochMs } from '../record/sql-time.js';

/** A round with the configuration in force; times in epoch ms. */
export interface RoundRow {
  readonly caseId: CaseId;
  readonly caseNo: string;
  readonly unitId: UnitId;
  readonly divisionCode: string;
  readonly state: RoundState;
  readonly formVersion: number;
  readonly configuration: RoundConfiguration;
  readonly configurationHash: string;
  readonly policyHash: string;
  readonly opensAt: number;
  readonly closesAt: number;
  readonly publishedAt: number | null;
  readonly shortlistedAt: number | null;
  readonly cancelledAt: number | null;
  readonly cancelRequestId: string | null;
}

interface Stored extends Omit<RoundRow, 'configuration' | 'state'> {
  readonly state: string;
  readonly configuration: unknown;
}

const TIMES = ['opensAt', 'closesAt', 'publishedAt', 'shortlistedAt', 'cancelledAt'];

/** SQL: the columns of a RoundRow from `"Round" r JOIN "Case" k`. */
export const ROUND_COLUMNS = [
  'r."caseId", r."caseNo", r."unitId", r."divisionCode", k."state", r."formVersion", r."configuration"',
  'r."configurationHash", r."policyHash", r."cancelRequestId"',
  ...TIMES.map((name) => `${epochMs(`r."${name}"`)} AS "${name}"`),
].join(', ');

/** Reads rounds by a condition on `r` (Round) or `k` (its case). */
export async function roundsWhere(tx: Tx, where: string, values: readonly unknown[]): Promise<RoundRow[]> {
  const text = `SELECT ${ROUND_COLUMNS} FROM "Round" r JOIN "Case" k ON k."id" = r."caseId" WHERE ${where}`;
  return (await tx.query<Stored>(text, [...values])).rows.map((row) => ({
    ...row,
    state: stateOf<RoundState>(ROUND_TRANSITIONS, row.state),
    configuration: parseRoundConfiguration(row.configuration),
  }));
}

/** The round of a row id. Throws for one that is not there: its case cannot be. */
export async function roundOf(tx: Tx, roundId: string): Promise<RoundRow> {
  const [round] = await roundsWhere(tx, 'r."caseId" = $1', [roundId]);
  if (round === undefined) throw new Error(`no round has the case ${roundId}`);
  return round;
}

/** What a workflow is told of a configuration. */
export function callOf(configuration: RoundConfiguration, formVersion: number): RoundCall {
  const { version, screenWD, publicityWD, signWD } = configuration;
  return { version, formVersion, ...callWindow(configuration), screenWD, publicityWD, signWD };
}
