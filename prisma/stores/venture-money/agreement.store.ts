import { DomainError, NotFound, type Refusal } from '#domain/errors.js';
import type { CaseId } from '#domain/ids.js';
import { extendedTerm, shiftNeedsApproval } from '#domain/venture-round/change-request.rule.js';
import { VentureRoundRefusal } from '#domain/venture-round/errors.js';
import { assertEvaluator } from '#domain/venture-round/evaluation.rule.js';
import type { AccountFacts, AgreementTerms, ChangeFacts, EvaluatorRequest } from '#domain/venture-round/money-facts.js';
import type { SourceFen } from '#domain/venture-round/settlement.rule.js';
import { VentureRoundSettings } from '#domain/venture-round/settings.js';
import type { Database } from '../../client.js';
import { roundOf } from '../venture-round/round-row.js';
import { agreedLines, type AskedChange, askedChange } from './budget-lines.js';

interface TermsRow {
  readonly roundId: string;
  readonly outcome: string | null;
  readonly bySource: readonly SourceFen[] | null;
  readonly adoptedFen: number;
}

const TERMS = `SELECT p."roundId", a."outcome", a."bySource",
    COALESCE((SELECT sum(d."fen")::float8 FROM "Adoption" d WHERE d."projectId" = p."caseId" AND d."mode" = 'MONEY' AND d."status" IN ('SIGNED', 'PAID')), 0) AS "adoptedFen"
  FROM "Project" p LEFT JOIN "Award" a ON a."projectId" = p."caseId" WHERE p."caseId" = $1`;

const ACCOUNT = `SELECT COALESCE(g."account"->>'holderId', '') AS "holderId",
    COALESCE((SELECT sum(d."fen")::float8 FROM "Adoption" d WHERE d."projectId" = $1 AND d."mode" = 'MONEY' AND d."status" = 'PAID'), 0) AS "receivedFen"
  FROM "FundingAgreement" g WHERE g."projectId" = $1`;

const JUDGED = `SELECT EXISTS (SELECT 1 FROM "PanelMember" m JOIN "Judge" j ON j."id" = m."judgeId" JOIN "Project" p ON p."roundId" = m."roundId"
    WHERE p."caseId" = $1 AND (j."userId" = $2 OR ($3::text IS NOT NULL AND j."personId" = $3))) AS judged`;

const VOUCHERS = 'SELECT COALESCE(sum("fen"), 0)::float8 AS fen FROM "Voucher" WHERE "projectId" = $1';

/** The agreement of a project, its account, its evaluators and its changes, for the workflow and the API alike. */
export function agreementStore({ pool }: Pick<Database, 'pool'>) {
  const settingsOf = async (projectId: string): Promise<VentureRoundSettings> => {
    const { rows } = await pool.query<{ config: unknown }>('SELECT "config" FROM "Case" WHERE "id" = $1', [projectId]);
    return VentureRoundSettings.parse(rows[0]?.config);
  };

  return {
    /** What the agreement promises as things stand: public money, then adopted money. */
    async terms(projectId: CaseId): Promise<AgreementTerms> {
      const [row] = (await pool.query<TermsRow>(TERMS, [projectId])).rows;
      if (row === undefined) throw new NotFound('Project');
      const { configuration } = await roundOf(pool, row.roundId);
      const { schedule, executionMonths, signWD } = configuration;
      const award = row.outcome === 'FUNDED' ? (row.bySource ?? []) : [];
      const adopted: SourceFen[] = row.adoptedFen > 0 ? [{ source: 'ENTERPRISE_ADOPTION', fen: row.adoptedFen }] : [];
      const agreed = [...award, ...adopted];
      return { underNotice: row.outcome === 'PROPOSED', agreed, schedule, executionMonths, signWD };
    },

    async account(projectId: CaseId): Promise<AccountFacts> {
      return (await pool.query<AccountFacts>(ACCOUNT, [projectId])).rows[0] ?? { holderId: '', receivedFen: 0 };
    },

    /** An evaluator is none of the round's judges, who alone could see its sheets before they were published. */
    async mayEvaluate({ projectId, userId, personId }: EvaluatorRequest): Promise<Refusal | null> {
      const { rows } = await pool.query<{ judged: boolean }>(JUDGED, [projectId, userId, personId]);
      const judged = rows[0]?.judged === true;
      return refusalOf(() => assertEvaluator(userId, judged ? [userId] : [], judged));
    },

    async mayAccept(projectId: CaseId, acceptedFen: number): Promise<Refusal | null> {
      const vouchers = (await pool.query<{ fen: number }>(VOUCHERS, [projectId])).rows[0]?.fen ?? 0;
      if (acceptedFen <= vouchers) return null;
      return new VentureRoundRefusal('VEN_ACCEPTED_OVER_VOUCHERS', { acceptedFen, vouchers }, 'acceptedFen').refusal;
    },

    /** Whether that report is the newest one that was drawn up, of that kind, and not filed yet. */
    async reportToFile(projectId: CaseId, no: number, kind: string): Promise<Refusal | null> {
      const text =
        'SELECT "no", "kind", "takenAt" FROM "ProjectReport" WHERE "projectId" = $1 ORDER BY "no" DESC LIMIT 1';
      const [newest] = (await pool.query<{ no: number; kind: string; takenAt: Date | null }>(text, [projectId])).rows;
      if (newest?.no === no && newest.kind === kind && newest.takenAt === null) return null;
      return new VentureRoundRefusal('VEN_REPORT_WRONG', { newest: newest?.no ?? null, kind }, 'no').refusal;
    },

    /** What a change that was written down needs and does, against the budget and the term as they are now. */
    async change(projectId: CaseId, changeId: string): Promise<ChangeFacts> {
      const asked = await askedChange(pool, projectId, changeId);
      if (asked === null) return { refusal: new NotFound('ChangeRequest').refusal, needsApproval: true, termTo: null };
      return judged(asked, await settingsOf(projectId), await agreedLines(pool, projectId));
    },
  };
}

function judged(
  { change, term, extendedBefore }: AskedChange,
  { shiftPct, extensionMonths }: VentureRoundSettings,
  lines: readonly { readonly agreedFen: number; readonly nowFen: number }[],
): ChangeFacts {
  try {
    if (change.kind === 'EXTENSION') {
      const { to } = extendedTerm(term, { months: change.months, extendedBefore }, extensionMonths);
      return { refusal: null, needsApproval: true, termTo: to };
    }
    const unknown = change.lines.filter(({ line }) => line >= lines.length);
    if (unknown.length > 0) throw new VentureRoundRefusal('VEN_BUDGET_NOT_BALANCED', { unknown }, 'lines');
    const shifted = lines.map(({ agreedFen, nowFen }, index) => ({
      line: String(index),
      agreedFen,
      newFen: change.lines.find(({ line }) => line === index)?.newFen ?? nowFen,
    }));
    return { refusal: null, needsApproval: shiftNeedsApproval(shifted, shiftPct), termTo: null };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { refusal: error.refusal, needsApproval: true, termTo: null };
  }
}

function refusalOf(check: () => void): Refusal | null {
  try {
    check();
    return null;
  } catch (error) {
    if (error instanceof DomainError) return error.refusal;
    throw error;
  }
}
