import { DomainError } from '#domain/errors.js';
import { MATTER_TYPES } from '#domain/terms/matter-terms.js';
import { isTerm } from '#domain/terms/term.js';
import { z } from 'zod';
import type { GoldenCase } from './case-file.js';
import { runAggregate } from './kinds/aggregate.js';
import { runCalendar } from './kinds/calendar.js';
import { runFigure } from './kinds/figure.js';
import { runIdentifier } from './kinds/identifier.js';
import { runReliability } from './kinds/reliability.js';
import { runRule } from './kinds/rule.js';
import type { CaseRunner } from './outcome.js';

/** The kinds of cases that the golden command can run. */
export const KINDS: ReadonlyMap<string, CaseRunner> = new Map([
  ['aggregate', runAggregate],
  ['calendar', runCalendar],
  ['figure', runFigure],
  ['identifier', runIdentifier],
  ['reliability', runReliability],
  ['rule', runRule],
]);

/**
 * Runs one case: undefined when it passes, otherwise why it does not. A case that its kind cannot read fails; nothing
 * is skipped.
 */
export function runCase(golden: GoldenCase): string | undefined {
  const run = KINDS.get(golden.kind);
  if (run === undefined) return `unknown kind "${golden.kind}"`;
  if (golden.process !== undefined && !isTerm(MATTER_TYPES, golden.process))
    return `unknown process "${golden.process}"`;
  try {
    return run(golden);
  } catch (error) {
    if (error instanceof z.ZodError)
      return `the case cannot be read: ${z.prettifyError(error).replaceAll(/\s+/g, ' ')}`;
    if (error instanceof DomainError) return `the case cannot be read: ${error.message}`;
    throw error;
  }
}
