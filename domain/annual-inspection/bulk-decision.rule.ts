import type { ConclusionProposal } from './conclusion.rule.js';
import type { ReturnCheck } from './return-checks.rule.js';
import type { ReturnState } from './states.js';

/** One of the returns that a leader chose to decide together, as it is now. */
export interface BulkCandidate {
  readonly caseNo: string;
  readonly state: ReturnState;
  /** The version that the leader saw in the list, and that of now. */
  readonly seenSeq: number;
  readonly seq: number;
  readonly checks: readonly ReturnCheck[];
  readonly proposal: ConclusionProposal;
  /** The leader must stay away from this organisation, or reviewed this return (specification C5). */
  readonly signerRecused: boolean;
}

export type BulkGround =
  | 'LISTED_TWICE'
  | 'NOT_UNDER_REVIEW'
  | 'CHANGED_SINCE_SEEN'
  | 'SIGNER_RECUSED'
  | 'CHECK_FAILED'
  | 'RULE_AGAINST_PASS'
  | 'LATE';

/** What a left-out return is named with: the ground, and the checks or rules that it rests on. */
export interface LeftOut {
  readonly caseNo: string;
  readonly ground: BulkGround;
  readonly because: readonly string[];
}

/** Which returns may be concluded PASS together, and who is left out and why. */
export interface BulkSelection {
  readonly qualified: readonly BulkCandidate[];
  readonly leftOut: readonly LeftOut[];
}

/** What the list says of each ground. */
export const BULK_GROUND_LABELS: Readonly<Record<BulkGround, { zh: string; en: string }>> = {
  LISTED_TWICE: { zh: '重复选择', en: 'listed twice' },
  NOT_UNDER_REVIEW: { zh: '不在审查环节', en: 'not under review' },
  CHANGED_SINCE_SEEN: { zh: '列表打开后已有变化', en: 'changed since the list was shown' },
  SIGNER_RECUSED: { zh: '签批人应当回避', en: 'the signer must stay away' },
  CHECK_FAILED: { zh: '有检查项未通过', en: 'a check does not hold' },
  RULE_AGAINST_PASS: { zh: '结论规则不支持合格', en: 'a rule speaks against PASS' },
  LATE: { zh: '逾期报送,须单独办理', en: 'late, to be decided alone' },
};

/**
 * Which of the chosen returns may be decided PASS at once: under review, unchanged since they were seen, every check
 * holding, warnings included, no rule against PASS, in time, and nobody recused. It is asked when the list is shown and
 * again for each item when it is decided; what no longer qualifies is named, never dropped in silence.
 */
export function selectForBulk(candidates: readonly BulkCandidate[]): BulkSelection {
  const seen = new Set<string>();
  const qualified: BulkCandidate[] = [];
  const leftOut: LeftOut[] = [];
  for (const candidate of candidates) {
    const { caseNo } = candidate;
    const out = seen.has(caseNo) ? leaving(caseNo, 'LISTED_TWICE') : disqualification(candidate);
    seen.add(caseNo);
    if (out === null) qualified.push(candidate);
    else leftOut.push(out);
  }
  return { qualified, leftOut };
}

/** Why one return may not be decided in bulk; null when it may. */
export function disqualification(candidate: BulkCandidate): LeftOut | null {
  const { caseNo, state, seenSeq, seq, checks, proposal, signerRecused } = candidate;
  if (state !== 'REGISTRY_REVIEW') return leaving(caseNo, 'NOT_UNDER_REVIEW', [state]);
  if (seenSeq !== seq) return leaving(caseNo, 'CHANGED_SINCE_SEEN');
  if (signerRecused) return leaving(caseNo, 'SIGNER_RECUSED');
  const failed = checks.filter(({ ok }) => !ok).map(({ check }) => check);
  if (failed.length > 0) return leaving(caseNo, 'CHECK_FAILED', failed);
  const against = proposal.reasons.map(({ rule }) => rule);
  if (proposal.conclusion !== 'PASS') return leaving(caseNo, 'RULE_AGAINST_PASS', against);
  return proposal.late ? leaving(caseNo, 'LATE') : null;
}

const leaving = (caseNo: string, ground: BulkGround, because: readonly string[] = []): LeftOut => ({
  caseNo,
  ground,
  because,
});
