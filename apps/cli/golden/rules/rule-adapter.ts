import { DomainError } from '#domain/errors.js';

/**
 * Applies a matter's rule to the input of a case. It answers with the rule's result, or throws the rule's
 * DomainError.
 */
export type RuleAdapter = (input: Readonly<Record<string, unknown>>) => unknown;

/** A negative result with the code of the error that its assertion throws; the result alone where it throws none. */
export function withRefusal<T extends object>(result: T, assertion: () => unknown): T | (T & { error: string }) {
  try {
    assertion();
    return result;
  } catch (error) {
    if (error instanceof DomainError) return { ...result, error: error.code };
    throw error;
  }
}
