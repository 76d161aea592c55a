import { DomainError } from '#domain/errors.js';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { GoldenCase } from './case-file.js';

/** Runs one case: undefined when it passes, otherwise what was expected and what came out. */
export type CaseRunner = (golden: GoldenCase) => string | undefined;

/** What a rule gave: a value, or the code of the error that it threw. */
export interface Outcome {
  readonly value?: unknown;
  readonly errorCode?: string;
}

/** Runs a rule. Errors of the field become outcomes; any other error is the command's own and passes through. */
export function outcomeOf(rule: () => unknown): Outcome {
  try {
    return { value: rule() };
  } catch (error) {
    if (error instanceof DomainError) return { errorCode: error.code };
    throw error;
  }
}

const Expectation = z.looseObject({ expected: z.unknown().optional(), expectedError: z.string().optional() });

/**
 * Compares an outcome with `expected` or `expectedError` of a case. A thrown error counts as the result `{ error:
 * code }`, and a result's own `error` satisfies `expectedError`. A case that expects nothing fails.
 */
export function difference(golden: GoldenCase, outcome: Outcome, agrees: Agreement = includes): string | undefined {
  const { expected, expectedError } = Expectation.parse(golden);
  if (expected === undefined && expectedError === undefined) return 'the case expects nothing';
  const actual = outcome.errorCode === undefined ? outcome.value : { error: outcome.errorCode };
  if (expectedError !== undefined && errorOf(actual) !== expectedError) return told(expectedError, actual);
  return expected === undefined || agrees(expected, actual) ? undefined : told(expected, actual);
}

/** Whether what came out agrees with what was expected. */
export type Agreement = (expected: unknown, actual: unknown) => boolean;

/** Whether `actual` has every field of `expected` with the same value, all the way down; lists are compared whole. */
export function includes(expected: unknown, actual: unknown): boolean {
  if (Array.isArray(expected)) {
    return (
      Array.isArray(actual) &&
      actual.length === expected.length &&
      expected.every((item, index) => includes(item, actual[index]))
    );
  }
  if (!isRecord(expected)) return isDeepStrictEqual(actual, expected);
  return isRecord(actual) && Object.entries(expected).every(([key, value]) => includes(value, actual[key]));
}

/** Whether a value is an object with named fields. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function errorOf(actual: unknown): unknown {
  return isRecord(actual) ? actual.error : undefined;
}

function told(expected: unknown, actual: unknown): string {
  return `expected ${JSON.stringify(expected)}, actual ${JSON.stringify(actual)}`;
}
