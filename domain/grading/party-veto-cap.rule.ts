import { DomainError } from '#domain/errors.js';
import { GRADES } from './grade.js';
import type { Grade } from './grade.js';

/** The verdict of the Party-building organ on the Party section. */
export type PartyVerdict = 'PASS' | 'FAIL';

/** A grade after 一票守底. */
export interface CappedGrade {
  readonly grade: Grade;
  /** Whether the cap lowered it. */
  readonly capped: boolean;
  /**
   * Whether the verdict leaves the organisation its priority for transferred functions and purchases; other gates may
   * still take it (C16).
   */
  readonly purchasePriority: boolean;
}

/** Thrown when a grade is proposed before the Party-building organ gave its verdict. */
export class PartyVerdictMissing extends DomainError {
  constructor() {
    super({
      code: 'GRD_PARTY_VERDICT_MISSING',
      status: 422,
      messageZh: '尚无党建工作结论,不能提出等级建议。请先由党建工作机构给出结论。',
      messageEn:
        'There is no verdict on Party building yet. Get it from the Party-building organ before a grade is proposed.',
      field: 'partyBuilding',
    });
  }
}

/** Highest grade without a passing verdict: `grd.capWhenPartyFails`; 4A以上 includes 4A. */
const CAP: Grade = 'A3';

/**
 * 一票守底 (specification M06): when Party building fails, the grade is 3A at most. The cap never raises a grade, and an
 * ungraded organisation stays so. Throws GRD_PARTY_VERDICT_MISSING without a verdict.
 */
export function partyVetoCap(scoreGrade: Grade, verdict: PartyVerdict | null): CappedGrade {
  if (verdict === null) throw new PartyVerdictMissing();
  const capped = verdict === 'FAIL' && GRADES.indexOf(scoreGrade) > GRADES.indexOf(CAP);
  return { grade: capped ? CAP : scoreGrade, capped, purchasePriority: verdict === 'PASS' };
}
