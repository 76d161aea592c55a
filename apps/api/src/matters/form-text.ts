import type { TextWarning } from '#domain/text/clean-text.js';
import { cleanText } from '#domain/text/clean-text.js';

/** A form whose texts are clean (specification C10), and the doubts about them. */
export interface CleanForm {
  readonly data: unknown;
  readonly warnings: readonly TextWarning[];
}

/** Cleans every text of a form, however deep. Throws FIELD_INVALID naming the field that holds a control character. */
export function cleanForm(data: unknown): CleanForm {
  const warnings: TextWarning[] = [];
  const clean = (value: unknown, path: string): unknown => {
    if (typeof value === 'string') {
      const cleaned = cleanText(value, path);
      warnings.push(...cleaned.warnings);
      return cleaned.text;
    }
    if (Array.isArray(value)) return value.map((item, index) => clean(item, joined(path, String(index))));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, clean(inner, joined(path, key))]));
  };
  return { data: clean(data, ''), warnings };
}

/** An opinion as it is kept; '' and nothing at all are null. Throws FIELD_INVALID naming `opinion`. */
export function cleanOpinion(opinion: string | undefined): string | null {
  const text = opinion === undefined ? '' : cleanText(opinion, 'opinion').text;
  return text === '' ? null : text;
}

const joined = (path: string, key: string) => (path === '' ? key : `${path}.${key}`);
