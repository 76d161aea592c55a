import { z } from 'zod';

import { DomainError } from '#domain/errors.js';

const LONGEST = 100;

/** A field that a parser of the domain reads: what it refuses is said in its own words. The parser must not put the value into its error. */
export function parsedText<Value>(parse: (text: string) => Value) {
  return z
    .string()
    .max(LONGEST)
    .transform((raw, ctx): Value => {
      try {
        return parse(raw);
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        const { messageZh, messageEn } = error.refusal;
        ctx.addIssue({ code: 'custom', message: messageEn, params: { messageZh, messageEn } });
        return z.NEVER;
      }
    });
}
