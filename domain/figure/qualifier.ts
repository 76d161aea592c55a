import { FieldInvalid } from '#domain/errors.js';

/**
 * How exact a figure is, as its source says: EXACT, OVER (余/多/超过), ABOUT_BELOW (近), LESS_THAN (不到/不足) (specification
 * M15).
 */
export type Qualifier = (typeof QUALIFIERS)[number];

/** All qualifiers. */
export const QUALIFIERS = ['EXACT', 'OVER', 'ABOUT_BELOW', 'LESS_THAN'] as const;

const WORDS = new Map<string, Qualifier>([
  ['', 'EXACT'],
  ['余', 'OVER'],
  ['多', 'OVER'],
  ['超过', 'OVER'],
  ['近', 'ABOUT_BELOW'],
  ['不到', 'LESS_THAN'],
  ['不足', 'LESS_THAN'],
]);

/** Reads a qualifier from its slug in either case or from the Chinese word. Throws FIELD_INVALID naming `field`. */
export function parseQualifier(text: string, field = 'qualifier'): Qualifier {
  const found = WORDS.get(text) ?? QUALIFIERS.find((one) => one === text.toUpperCase());
  if (found !== undefined) return found;
  throw new FieldInvalid(field, `限定词“${text}”不在限定词表中。`, `"${text}" is not in the list of qualifiers.`, {
    text,
  });
}

/** Whether a figure that is derived from others is only indicative: one of them is not exact. */
export function isIndicative(sources: readonly Qualifier[]): boolean {
  return sources.some((one) => one !== 'EXACT');
}

/**
 * The qualifier of a sum: exact when all parts are; OVER or below (LESS_THAN) when all that are not exact lean one
 * way; null when they lean both ways and nothing can be said.
 */
export function qualifierOfSum(parts: readonly Qualifier[]): Qualifier | null {
  const inexact = [...new Set(parts.filter((one) => one !== 'EXACT'))];
  const [first] = inexact;
  if (first === undefined) return 'EXACT';
  if (inexact.length === 1) return first;
  return inexact.includes('OVER') ? null : 'LESS_THAN';
}
