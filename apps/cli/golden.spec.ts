import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { golden } from './golden.js';

const grading = {
  id: 'G-1',
  kind: 'rule',
  process: 'grading',
  input: { scoreGrade: '5A', partyBuilding: 'FAIL' },
  expected: { grade: '3A', capped: true },
};
const working = { id: 'C-1', kind: 'calendar', op: 'isWorkingDay', date: '2026-10-10', expected: true };
const missing = { ...working, id: 'C-2', date: '2031-01-01', expected: undefined, expectedError: 'CALENDAR_MISSING' };
const scored = { id: 'A-1', kind: 'aggregate', method: 'mean', sheets: [88, 91, 84], expected: '87.67' };
const agreed = {
  id: 'R-1',
  kind: 'reliability',
  method: 'kendall-w',
  ratings: [
    [1, 10],
    [2, 20],
  ],
  expected: { W: 1.0004 },
  tolerance: 0.0006,
};
const identified = { id: 'I-1', kind: 'identifier', type: 'uscc', value: '51330482MJ0000001D', expected: false };
const figure = {
  id: 'F-1',
  kind: 'figure',
  process: 'dashboard',
  values: { orgs: { n: 232, unit: '家', qualifier: 'exact' }, since: '2020-01-01', year: 2023 },
  checks: [{ op: 'pct', args: [175, 232], expect: 75.4, holds: true, round_dp: 1 }],
};

describe('the golden command', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'golden-'));
  });
  afterAll(async () => {
    await rm(folder, { recursive: true });
  });

  async function run(content: unknown, ...options: string[]) {
    const file = path.join(folder, 'cases.json');
    await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content));
    const lines: string[] = [];
    const exitCode = await golden([file, ...options], (line) => lines.push(line));
    return { exitCode, lines, last: lines.at(-1), text: lines.join('\n') };
  }

  it('passes cases of every kind', async () => {
    const cases = [grading, working, missing, scored, agreed, identified, figure];

    expect(await run({ cases })).toMatchObject({ exitCode: 0, lines: ['7 passed, 0 failed'] });
  });

  it('names a failing case with what was expected and what came out', async () => {
    const wrong = { ...grading, expected: { grade: '5A' } };
    const { exitCode, lines } = await run({ cases: [wrong, working] });

    expect(exitCode).toBe(1);
    expect(lines[0]).toBe(
      'FAILED G-1 rule grading: expected {"grade":"5A"}, actual {"grade":"3A","capped":true,"purchasePriority":false}',
    );
    expect(lines[1]).toBe('1 passed, 1 failed');
  });

  it.each([
    ['a kind', { ...working, kind: 'weather' }, 'unknown kind "weather"'],
    ['a process', { ...grading, process: 'weather' }, 'unknown process "weather"'],
    ['a process of a figure', { ...figure, process: 'weather' }, 'unknown process "weather"'],
    ['a process that has no rules', { ...grading, process: 'dashboard' }, 'no rules of process "dashboard"'],
    ['an operation', { ...working, op: 'isHoliday' }, 'unknown operation "isHoliday"'],
    ['a method', { ...agreed, method: 'kappa' }, 'unknown method "kappa"'],
    ['a type', { ...identified, type: 'passport' }, 'unknown type of identifier "passport"'],
    ['an operator', { ...figure, checks: [{ op: 'root', args: [4], expect: 2 }] }, 'FIGURE_CHECK_INVALID'],
    ['a unit', { ...figure, values: { a: { n: 1, unit: '匹', qualifier: 'exact' } } }, 'FIELD_INVALID'],
    ['no date', { ...figure, values: { a: '2026-02-30' } }, 'is not a date'],
    ['no value', { ...figure, values: {} }, 'no values'],
    ['no input', { ...grading, input: { scoreGrade: 5 } }, 'cannot be read'],
    ['no expectation', { ...working, expected: undefined }, 'expects nothing'],
  ])('fails a case with %s that it does not know', async (_what, one, fault) => {
    const { exitCode, text, last } = await run({ cases: [one] });

    expect(exitCode).toBe(1);
    expect(text).toContain(fault);
    expect(last).toBe('0 passed, 1 failed');
  });

  it.each([
    ['another error', { ...missing, expectedError: 'VERSION_CONFLICT' }],
    ['a value instead of an error', { ...working, expected: undefined, expectedError: 'CALENDAR_MISSING' }],
    ['a check that holds although it must not', { ...figure, checks: [{ ...figure.checks[0], holds: false }] }],
    ['a score that is off by a hundredth', { ...scored, expected: '87.66' }],
    ['a measure outside the tolerance', { ...agreed, expected: { W: 1.001 } }],
  ])('fails on %s', async (_what, one) => {
    expect(await run({ cases: [one] })).toMatchObject({ exitCode: 1, last: '0 passed, 1 failed' });
  });

  it('takes an error code among the expected fields', async () => {
    const unbalanced = {
      id: 'V-1',
      kind: 'rule',
      process: 'venture-round',
      input: { byClass: { KEY: 7 }, funded: 6, notFunded: 2 },
      expected: { balanced: false, error: 'VEN_CLASS_TOTAL_MISMATCH' },
    };
    expect(
      await run({
        cases: [
          unbalanced,
          { ...grading, input: { scoreGrade: '5A' }, expected: { error: 'GRD_PARTY_VERDICT_MISSING' } },
        ],
      }),
    ).toMatchObject({
      exitCode: 0,
    });
  });

  it('selects by process and kind', async () => {
    const cases = [grading, figure, working];

    expect((await run({ cases }, '--process', 'grading,dashboard')).last).toBe('2 passed, 0 failed');
    expect((await run({ cases }, '--kind', 'calendar')).last).toBe('1 passed, 0 failed');
    expect((await run({ cases }, '--process', 'grading', '--kind', 'rule,figure')).last).toBe('1 passed, 0 failed');
  });

  it('counts a misspelt selector as a failure and refuses to select nothing', async () => {
    expect(await run({ cases: [grading] }, '--process', 'grading,gradign')).toMatchObject({
      exitCode: 1,
      last: '1 passed, 1 failed',
    });
    expect((await run({ cases: [grading] }, '--kind', 'figure')).exitCode).toBe(2);
    expect((await run({ cases: [] })).exitCode).toBe(2);
  });

  it.each([['{'], ['[]'], ['{"cases":{}}'], ['{"cases":[{"id":"x"}]}'], ['{"cases":[1]}']])(
    'refuses the malformed file %s',
    async (content) => {
      const { exitCode, text } = await run(content);
      expect(exitCode).toBe(2);
      expect(text).toContain('not a golden file');
    },
  );

  it('refuses a command without a file, with a missing file or with an option that it lacks', async () => {
    const silent = () => undefined;
    expect(await golden([], silent)).toBe(2);
    expect(await golden([path.join(folder, 'none.json')], silent)).toBe(2);
    expect(await golden(['a.json', 'b.json'], silent)).toBe(2);
    expect(await golden(['a.json', '--all'], silent)).toBe(2);
  });
});
