import { gradeOfScore, parseGrade, shownGrade } from '#domain/grading/grade.js';
import type { Grade } from '#domain/grading/grade.js';
import { partyVetoCap } from '#domain/grading/party-veto-cap.rule.js';
import { z } from 'zod';
import type { RuleAdapter } from './rule-adapter.js';

const GradingInput = z.object({
  scoreGrade: z.string().nullish(),
  score: z.number().optional(),
  partyBuilding: z.enum(['PASS', 'FAIL']).nullish(),
});

/** M06: 一票守底 applied to a grade or to a score; the answer is written as the grade was, `5A` or `A5`. */
export const grading: RuleAdapter = (input) => {
  const { scoreGrade, score, partyBuilding } = GradingInput.parse(input);
  const proposed = score === undefined ? storedGrade(scoreGrade) : gradeOfScore(score);
  const { grade, ...rest } = partyVetoCap(proposed, partyBuilding ?? null);
  return { grade: written(grade, scoreGrade), ...rest };
};

function storedGrade(text: string | null | undefined): Grade {
  return typeof text === 'string' ? parseGrade(text, 'scoreGrade') : 'NONE';
}

function written(grade: Grade, as: string | null | undefined): string | null {
  if (as === null && grade === 'NONE') return null;
  return as?.startsWith('A') === true ? grade : shownGrade(grade);
}
