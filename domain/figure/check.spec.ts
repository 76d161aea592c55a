import { describe, expect, it } from '@jest/globals';
import { checkHolds, checkValue } from './check.js';
import type { CheckValue } from './check.js';

type Row = [op: string, args: (number | string)[], expected: CheckValue, roundDp?: number];

describe('checks of figures', () => {
  it.each<Row>([
    ['sum', [0.1, 0.2], 0.3],
    ['diff', [16, 14], 2],
    ['diff', [16, 14, 2], 0],
    ['prod', [12, 5], 60],
    ['pct', [175, 232], 75.4, 1],
    ['pct', [1, 0], null, 1],
    ['quot', [427, 250], 1.71, 2],
    ['quot', [10, 4], 2.5],
    ['mean', [1, 2], 1.5],
    ['min', [3, 1, 2], 1],
    ['max', [3, 1, 2], 3],
    ['growth_pct', [30, 20], 50],
    ['ge', [37, 12], true],
    ['ge', [5, 3, 3], true],
    ['gt', [5, 3, 3], false],
    ['le', [3, 3, 5], true],
    ['lt', [3, 3], false],
    ['eq', ['75.40', 75.4], true],
    ['ne', [1, 2], true],
    ['before', ['2014-11-12', '2018-04-04', '2020-07-10'], true],
    ['before', ['2014-11-12', '2014-11-12'], false],
    ['after', ['2018-04-04', '2014-11-12'], true],
    ['count', ['DIRECTION', 'PERSONNEL'], 2],
    ['count', [], 0],
    ['distinct', ['KEY', 'KEY'], 1],
    ['ceil_pct', [284, 10], 29],
    ['floor_pct', [284, 10], 28],
    ['half_up_pct', [285, 10], 29],
  ])('%s of %j is %p', (op, args, expected, ...[roundDp]) => {
    const check = { op, args, expect: expected, ...(roundDp === undefined ? {} : { roundDp }) };
    expect(checkHolds(check)).toBe(true);
  });

  it('do not hold when the figure is off by one in the last decimal', () => {
    expect(checkHolds({ op: 'pct', args: [175, 232], expect: 75.5, roundDp: 1 })).toBe(false);
    expect(checkHolds({ op: 'sum', args: [6, 104], expect: 117 })).toBe(false);
    expect(checkHolds({ op: 'sum', args: [1], expect: true })).toBe(false);
    expect(checkHolds({ op: 'ge', args: [1, 2], expect: 0 })).toBe(false);
    expect(checkHolds({ op: 'pct', args: [1, 0], expect: 0 })).toBe(false);
  });

  it('say what came out', () => {
    expect(checkValue({ op: 'quot', args: [1, 3], expect: 0, roundDp: 2 })).toBe('0.33');
  });

  it.each<[string, (number | string)[]]>([
    ['toString', [1, 2]],
    ['root', [4]],
    ['pct', [1]],
    ['pct', [1, 2, 3]],
    ['sum', []],
    ['before', ['2026-02-30', '2026-03-01']],
    ['before', ['2026-03-01']],
  ])('refuse %s of %j', (op, args) => {
    expect(() => checkHolds({ op, args, expect: true })).toThrow('FIGURE_CHECK_INVALID');
  });
});
