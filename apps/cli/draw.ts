import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';

import { parsePublishedDraw } from '#domain/annual-inspection/published-draw.js';
import type { PublishedDraw } from '#domain/annual-inspection/published-draw.js';
import { verifyDraw } from '#domain/annual-inspection/verify-draw.rule.js';
import type { DrawDifference } from '#domain/annual-inspection/verify-draw.rule.js';
import { FieldInvalid } from '#domain/errors.js';
import { unopened } from './command-line.js';

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');
const OPTIONS = { verify: { type: 'string' } } as const;
/** Of a value that differs no more is shown: a list may be long. */
const SHOWN = 300;

/**
 * `draw --verify FILE`: runs a published draw again from its published inputs, without any server. Exit code 0 = it comes
 * out the same, 1 = it does not (the first difference is named), 2 = no file was named.
 * Throws FIELD_INVALID for a file that is no published draw.
 */
export async function draw(
  argv: readonly string[],
  say: (line: string) => void = (line) => process.stdout.write(`${line}\n`),
): Promise<number> {
  const { values } = parseArgs({ args: [...argv], options: OPTIONS });
  if (values.verify === undefined) {
    say('用法 usage: banjie draw --verify FILE');
    return 2;
  }
  const published = parsePublishedDraw(await jsonIn(values.verify));
  say(headOf(published));
  const [first, ...more] = verifyDraw(published, sha256).differences;
  if (first === undefined) {
    say('✓ 重新抽取,结果一致。 Drawn again from its published inputs, it comes out the same.');
    return 0;
  }
  for (const line of differenceOf(first, more.length)) say(line);
  return 1;
}

async function jsonIn(path: string): Promise<unknown> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw unopened(path);
  });
  try {
    return JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch {
    throw new FieldInvalid('file', `文件 ${path} 不是 JSON。`, `The file ${path} is no JSON.`, { path });
  }
}

function headOf({ terms, base, size, drawnAt, redraws, inspectors }: PublishedDraw): string {
  const { registry, year, purpose, ratePct, rounding, inspectorsPerCheck } = terms;
  return [
    `${registry} ${year} ${purpose}`,
    `名单 base ${base.length} × ${ratePct}% (${rounding}) → ${size}; 检查人员 inspectors ${inspectors.length}, 每家 each check ${inspectorsPerCheck}`,
    `抽取时间 drawn at ${drawnAt}; 补抽 redraws ${redraws.length}`,
  ].join('\n');
}

function differenceOf({ at, published, computed }: DrawDifference, more: number): string[] {
  const { path, was, is } = firstPlace(at, published, computed);
  return [
    `✗ 不一致:${path}。 It differs at ${path}.`,
    `  公示 published: ${shown(was)}`,
    `  重算 computed:  ${shown(is)}`,
    ...(more === 0 ? [] : [`  另有 ${more} 处不一致。 ${more} more places differ.`]),
  ];
}

interface Place {
  readonly path: string;
  readonly was: unknown;
  readonly is: unknown;
}

/** The first place within two values where they part: `drawn.3` rather than two lists of thousands. */
function firstPlace(path: string, was: unknown, is: unknown): Place {
  if (typeof was !== 'object' || typeof is !== 'object' || was === null || is === null) return { path, was, is };
  const [before, after] = [new Map<string, unknown>(Object.entries(was)), new Map<string, unknown>(Object.entries(is))];
  const differing = [...new Set([...before.keys(), ...after.keys()])].find(
    (key) => JSON.stringify(before.get(key)) !== JSON.stringify(after.get(key)),
  );
  if (differing === undefined) return { path, was, is };
  return firstPlace(`${path}.${differing}`, before.get(differing), after.get(differing));
}

function shown(value: unknown): string {
  const text = value === undefined ? '—' : JSON.stringify(value);
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}
