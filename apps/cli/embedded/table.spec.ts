import { expect, it } from '@jest/globals';
import { table } from './table.js';

it('counts a Chinese character as two columns', () => {
  expect(
    table(
      ['单位', 'role'],
      [
        ['ab', '签发'],
        ['内江市委', 'x'],
      ],
    ),
  ).toBe(['单位      role', 'ab        签发', '内江市委  x'].join('\n'));
});
