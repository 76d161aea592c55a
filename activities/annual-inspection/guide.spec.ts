import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { returnRefusalTable } from '#domain/annual-inspection/errors.js';
import { returnStateTable } from '#domain/annual-inspection/return-state-table.js';

const guide = readFileSync(join(import.meta.dirname, '../../docs/matters/annual-inspection.zh-CN.md'), 'utf8');

/** The cells of the first table after a heading, without the line under its head. */
function tableAfter(heading: string): string[][] {
  const after = guide.slice(guide.indexOf(heading) + heading.length);
  const table = after.slice(after.indexOf('\n|') + 1);
  const lines = table.slice(0, table.search(/\n(?!\|)/u)).split('\n');
  const cells = lines.map((line) => line.split('|').slice(1, -1));
  return cells.filter((_, at) => at !== 1).map((row) => row.map((text) => text.trim()));
}

describe("the officials' guide to yearly returns", () => {
  it('prints the states exactly as they are declared', () => {
    expect(tableAfter('## 二、状态与流转')).toEqual(returnStateTable());
  });

  it('prints every refusal with what it says', () => {
    expect(tableAfter('## 八、系统拒绝办理时')).toEqual(returnRefusalTable());
  });
});
