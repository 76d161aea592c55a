import type { z } from 'zod';

/** What is wrong with a value, for whoever fills in the form, in both languages: by what the form's schema found. */
export function issueWords(issue: z.core.$ZodIssue): readonly [zh: string, en: string] {
  switch (issue.code) {
    case 'too_small':
      return tooSmall(issue);
    case 'too_big':
      return [`不超过 ${issue.maximum}`, `at most ${issue.maximum}`];
    case 'not_multiple_of':
      return [`以 ${issue.divisor} 为一档`, `in steps of ${issue.divisor}`];
    case 'custom':
      return [issue.message, 'see the Chinese text for what the rule asks'];
    default:
      return ['请填写', 'to be filled in'];
  }
}

function tooSmall({ origin, minimum }: z.core.$ZodIssueTooSmall): readonly [zh: string, en: string] {
  if (origin === 'array') return ['请至少填写一项', 'at least one'];
  if (origin === 'string' && Number(minimum) > 1) return [`至少 ${minimum} 个字`, `at least ${minimum} characters`];
  if (origin === 'string') return ['请填写', 'to be filled in'];
  // One is the least of a whole number above nothing, in whatever unit it is shown.
  return Number(minimum) === 1 ? ['须大于 0', 'above 0'] : [`不小于 ${minimum}`, `at least ${minimum}`];
}
