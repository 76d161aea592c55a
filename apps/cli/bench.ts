import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';

import { approval } from './bench/approval-ratio.js';
import { assignment } from './bench/assignment.js';
import { burst } from './bench/burst.js';
import type { BenchPart, Ground, Measurement } from './bench/part.js';
import { ventureRound } from './bench/round.js';
import { season } from './bench/season.js';
import { todo } from './bench/todo.js';
import { partsNamed, positive } from './command-line.js';
import { Cast } from './demo/cast.js';
import { onOwnServers } from './embedded/own-servers.js';
import { sayAloud } from './embedded/progress.js';
import { table } from './embedded/table.js';

/** What is measured, in this order; the million tasks come last, for they slow whatever follows. */
const PARTS: readonly BenchPart[] = [approval, season, ventureRound, burst, assignment, todo];

const PORT = 3800;

/**
 * `npm run bench -- [--part NAME] [--scale SHARE] [--json FILE]`: measures every part, or one, on servers of its own, and holds the figures
 * to what is promised. `scale` makes the venture round smaller, for a try. Returns 1 when a bound is missed.
 */
export async function bench(argv: string[]): Promise<number> {
  const { values } = parseArgs({
    args: argv,
    options: {
      part: { type: 'string' },
      json: { type: 'string' },
      scale: { type: 'string', default: '1' },
      synchronous: { type: 'string', default: 'FULL' },
    },
  });
  const parts = partsNamed(PARTS, values.part);
  const scale = positive('--scale', values.scale);
  const synchronous = values.synchronous === 'NORMAL' ? 'NORMAL' : 'FULL';
  return onOwnServers('bench', { say: sayAloud, port: PORT, synchronous }, async ({ instance, folder, started }) => {
    const cast = new Cast(instance.address);
    const measured = await measure(parts, { instance, folder, cast, started, say: sayAloud, scale });
    print(measured);
    if (values.json !== undefined) await writeFile(values.json, `${JSON.stringify(inFile(measured), undefined, 2)}\n`);
    return measured.every(([, { bounds }]) => bounds.every(({ met }) => met)) ? 0 : 1;
  });
}

type Measured = readonly (readonly [string, Measurement])[];

async function measure(parts: readonly BenchPart[], ground: Ground): Promise<Measured> {
  const measured: [string, Measurement][] = [];
  for (const part of parts) {
    ground.say(`— ${part.name}`);
    measured.push([part.name, await part.run(ground)]);
  }
  return measured;
}

/** The figures of each part under its name, and all bounds in one list. */
const inFile = (measured: Measured): object => ({
  ...Object.fromEntries(measured.map(([name, { figures }]) => [name, figures])),
  bounds: measured.flatMap(([part, { bounds }]) => bounds.map((bound) => ({ part, ...bound }))),
});

function print(measured: Measured): void {
  for (const [, { shown }] of measured) if (shown) sayAloud(`\n${table(shown.head, shown.rows)}\n`);
  for (const [, { bounds }] of measured)
    for (const { what, actual, met } of bounds) sayAloud(`${met ? '✓' : '✗'} ${what}: ${actual}`);
}
