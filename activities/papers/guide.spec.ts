import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { guideTable } from '#domain/paper/guide-table.js';
import { PAPER_KINDS, PaperKind } from '#domain/paper/paper-kind.js';

const guide = readFileSync(join(import.meta.dirname, '../../docs/guides/templates.zh-CN.md'), 'utf8');

/** The cells of the first table after a heading, without the line under its head. */
function tableAfter(heading: string): string[][] {
  const after = guide.slice(guide.indexOf(heading) + heading.length).trimStart();
  const lines = after.slice(0, after.search(/\n(?!\|)/u)).split('\n');
  const cells = lines.map((line) => line.split('|').slice(1, -1));
  return cells.filter((_, at) => at !== 1).map((row) => row.map((text) => text.trim()));
}

describe("the office's guide to templates", () => {
  it.each(Object.values(PaperKind))('lists the fields of %s exactly as the schema declares them', (kind) => {
    expect(tableAfter(`### ${PAPER_KINDS[kind].nameZh}（${kind}）`)).toEqual(guideTable(kind));
  });

  it.each(Object.values(PAPER_KINDS))('names the template of $nameZh', ({ nameZh, templateFile }) => {
    expect(guide).toMatch(new RegExp(`\\| ${nameZh} +\\| \`${templateFile}\``, 'u'));
  });
});
