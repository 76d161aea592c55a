import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import {
  DRAWN_CHECK_STATE_LABELS,
  DRAWN_CHECK_TRANSITIONS,
  RANDOM_CHECK_STATE_LABELS,
  RANDOM_CHECK_TRANSITIONS,
} from '#domain/random-check/states.js';
import { DEFAULT_SETTINGS } from '#domain/annual-inspection/settings.js';

const guide = readFileSync(join(import.meta.dirname, '../../docs/matters/random-check.zh-CN.md'), 'utf8');

/** First and last cell of every row of the table after a heading. */
function waysAfter(heading: string): string[] {
  const section = guide.slice(guide.indexOf(heading) + heading.length).split('\n## ')[0] ?? '';
  const rows = section.split('\n').filter((line) => line.startsWith('|'));
  const ways = rows.slice(2).map((line) => line.split('|').map((cell) => cell.trim()));
  return ways.map((cells) => `${cells[1] ?? ''} → ${cells.at(-2) ?? ''}`);
}

function declared(
  table: Readonly<Record<string, Readonly<Record<string, string>>>>,
  labels: Readonly<Record<string, { readonly zh: string }>>,
): string[] {
  return Object.entries(table).flatMap(([from, events]) =>
    Object.values(events).map((to) => `${labels[from]?.zh ?? ''} → ${labels[to]?.zh ?? ''}`),
  );
}

describe('the guide to random checks', () => {
  it('prints the states of a draw as they are declared', () => {
    const ways = declared(RANDOM_CHECK_TRANSITIONS, RANDOM_CHECK_STATE_LABELS);
    expect(waysAfter('## 一、抽查的状态').toSorted()).toEqual(ways.toSorted());
  });

  it('prints the states of a check as they are declared, and the redraw that changes none', () => {
    const ways = [...declared(DRAWN_CHECK_TRANSITIONS, DRAWN_CHECK_STATE_LABELS), '待检查 → 待检查'];
    expect(waysAfter('## 二、每家检查的状态').toSorted()).toEqual(ways.toSorted());
  });

  it('states the limit of the publication that is in force by default', () => {
    expect(guide).toContain(`检查之日起 ${DEFAULT_SETTINGS.checkPublishWD} 个工作日`);
  });
});
