import { isTerm } from '#domain/terms/term.js';
import { MATTER_TYPES } from '#domain/terms/matter-terms.js';
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { MalformedGoldenFile, parseGoldenFile } from './golden/case-file.js';
import type { GoldenCase } from './golden/case-file.js';
import { KINDS, runCase } from './golden/run-case.js';

const USAGE = 'usage: npm run golden -- FILE [--process SLUG,…] [--kind KIND,…]';

/** What was asked for; an empty list selects everything. */
interface Request {
  readonly file: string;
  readonly processes: readonly string[];
  readonly kinds: readonly string[];
}

/** Why a case, or something that was asked for, fails. */
interface Failure {
  readonly name: string;
  readonly fault: string;
  readonly isCase: boolean;
}

/**
 * Runs the cases of a golden file against the rules of the product. Prints each failure and, last, `N passed, N
 * failed`. Gives the exit code: 0 all passed, 1 some failed, 2 the command or the file cannot be used.
 */
export async function golden(argv: string[], print: (line: string) => void = console.log): Promise<number> {
  const request = requestOf(argv);
  if (typeof request === 'string') {
    print(`${request}\n${USAGE}`);
    return 2;
  }
  const cases = await casesOf(request.file);
  if (typeof cases === 'string') {
    print(`${request.file}: ${cases}`);
    return 2;
  }
  const selected = cases.filter((one) => isSelected(one, request));
  if (selected.length === 0) {
    print(`${request.file}: no case is selected; it has ${cases.length}.\n${USAGE}`);
    return 2;
  }
  return report([...selected.flatMap(failureOf), ...unknownSelectors(request)], selected.length, print);
}

function report(failures: readonly Failure[], cases: number, print: (line: string) => void): number {
  for (const { name, fault } of failures) print(`FAILED ${name}: ${fault}`);
  const failedCases = failures.filter(({ isCase }) => isCase).length;
  print(`${cases - failedCases} passed, ${failures.length} failed`);
  return failures.length === 0 ? 0 : 1;
}

function failureOf(one: GoldenCase): Failure[] {
  const fault = runCase(one);
  const name = [one.id, one.kind, one.process].filter(Boolean).join(' ');
  return fault === undefined ? [] : [{ name, fault, isCase: true }];
}

/**
 * A process or kind that was asked for and does not exist is a failure too: a misspelt slug must not look like
 * success.
 */
function unknownSelectors({ processes, kinds }: Request): Failure[] {
  return [
    ...processes.filter((slug) => !isTerm(MATTER_TYPES, slug)).map((slug) => `--process ${slug}`),
    ...kinds.filter((kind) => !KINDS.has(kind)).map((kind) => `--kind ${kind}`),
  ].map((name) => ({ name, fault: 'not known', isCase: false }));
}

function isSelected({ kind, process }: GoldenCase, { kinds, processes }: Request): boolean {
  const ofKind = kinds.length === 0 || kinds.includes(kind);
  const ofProcess = processes.length === 0 || (process !== undefined && processes.includes(process));
  return ofKind && ofProcess;
}

async function casesOf(file: string): Promise<GoldenCase[] | string> {
  try {
    return parseGoldenFile(await readFile(file, 'utf8'));
  } catch (error) {
    if (error instanceof MalformedGoldenFile) return `not a golden file: ${error.message}`;
    return `cannot be read: ${error instanceof Error ? error.message : String(error)}`;
  }
}

function requestOf(argv: string[]): Request | string {
  try {
    const { values, positionals } = parseArgs({
      args: argv,
      allowPositionals: true,
      options: { process: { type: 'string', multiple: true }, kind: { type: 'string', multiple: true } },
    });
    const [file, ...others] = positionals;
    if (file === undefined || others.length > 0) return 'give one file';
    return { file, processes: listed(values.process), kinds: listed(values.kind) };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function listed(values: readonly string[] = []): string[] {
  return values
    .flatMap((value) => value.split(','))
    .map((value) => value.trim())
    .filter((value) => value !== '');
}
