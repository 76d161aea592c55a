import { z } from 'zod';

import { DomainError } from '#domain/errors.js';
import { cleanText } from '#domain/text/clean-text.js';

/**
 * A text of a body or query, cleaned as specification C10 asks (NFKC, trimmed, no control characters), `min` to `max` characters after cleaning.
 * Warnings (TEXT_SUSPECT) are the business of whoever stores the text.
 */
export function text(min: number, max: number) {
  return z
    .string()
    .max(max * 4)
    .transform((raw, ctx) => {
      try {
        return cleanText(raw, '').text;
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        const { messageZh, messageEn } = error.refusal;
        ctx.addIssue({ code: 'custom', message: messageEn, params: { messageZh, messageEn } });
        return z.NEVER;
      }
    })
    .pipe(z.string().min(min).max(max));
}

/** An id of ours in a path, query or body: printable ASCII without blanks, so that no control character reaches a query. */
export const Id = z.string().regex(/^[\w:.-]{1,100}$/);

/** Path parameters that are one id. */
export const IdParam = z.strictObject({ id: Id });
export type IdParam = z.infer<typeof IdParam>;
