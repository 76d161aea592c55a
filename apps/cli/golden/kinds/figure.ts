import { checkHolds, checkValue } from '#domain/figure/check.js';
import { parseQuantity } from '#domain/figure/quantity.js';
import { isIsoDate } from '#domain/calendar/iso-date.js';
import { DomainError } from '#domain/errors.js';
import { z } from 'zod';
import type { CaseRunner } from '../outcome.js';

const Written = z.object({ n: z.number(), unit: z.string(), qualifier: z.string() });
const FigureCase = z.object({
  values: z.record(z.string(), z.union([Written, z.number(), z.string()])),
  checks: z.array(
    z.strictObject({
      op: z.string(),
      args: z.array(z.union([z.number(), z.string()])),
      expect: z.union([z.number(), z.string(), z.boolean(), z.null()]),
      holds: z.boolean().default(true),
      round_dp: z.int().min(0).max(20).optional(),
    }),
  ),
});

type Value = z.infer<typeof FigureCase>['values'][string];
type Check = z.infer<typeof FigureCase>['checks'][number];

/**
 * `figure`: every value has a unit and a qualifier of the lists and a possible number, and every check comes out as
 * `holds` says.
 */
export const runFigure: CaseRunner = (golden) => {
  const { values, checks } = FigureCase.parse(golden);
  if (Object.keys(values).length === 0) return 'the case has no values';
  const faults = [
    ...Object.entries(values).map(([name, value]) => valueFault(name, value)),
    ...checks.map((check) => checkFault(check)),
  ].filter((fault) => fault !== undefined);
  return faults.length === 0 ? undefined : faults.join('; ');
};

function valueFault(name: string, value: Value): string | undefined {
  if (typeof value === 'string') return isIsoDate(value) ? undefined : `${name}: "${value}" is not a date`;
  if (typeof value === 'number')
    return Number.isSafeInteger(value) ? undefined : `${name}: ${value} is not a whole number`;
  return refusalOf(() => parseQuantity(value), name);
}

function checkFault({ op, args, expect, holds, round_dp: roundDp }: Check): string | undefined {
  const check = { op, args, expect, ...(roundDp === undefined ? {} : { roundDp }) };
  const name = `${op}(${args.join(', ')})`;
  return refusalOf(() => {
    if (checkHolds(check) === holds) return undefined;
    const relation = holds ? 'expected' : 'expected anything but';
    return `${relation} ${String(expect)}, actual ${String(checkValue(check))}`;
  }, name);
}

function refusalOf(attempt: () => unknown, name: string): string | undefined {
  try {
    const fault = attempt();
    return typeof fault === 'string' ? `${name}: ${fault}` : undefined;
  } catch (error) {
    if (error instanceof DomainError) return `${name}: ${error.message}`;
    throw error;
  }
}
