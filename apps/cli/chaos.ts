import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';

import { approvals } from './chaos/approvals.js';
import type { ChaosFound, ChaosPart, ChaosSize } from './chaos/part.js';
import { ventureRound } from './chaos/round.js';
import { season } from './chaos/season.js';
import { partsNamed, positive } from './command-line.js';
import { sayAloud } from './embedded/progress.js';

/** What is tormented, in this order. */
const PARTS: readonly ChaosPart[] = [approvals, season, ventureRound];

const PORT = 3750;

/**
 * `npm run chaos -- [--part NAME] [--json FILE] [--cases N] [--kills N]`: kills the worker, the API, Temporal and PostgreSQL while cases are
 * under way, in every part or in one, and counts what was lost, doubled or changed. Returns 1 when anything was.
 */
export async function chaos(argv: string[]): Promise<number> {
  const { values } = parseArgs({
    args: argv,
    options: {
      part: { type: 'string' },
      json: { type: 'string' },
      cases: { type: 'string' },
      kills: { type: 'string' },
    },
  });
  const parts = partsNamed(PARTS, values.part);
  const size: ChaosSize = {
    ...(values.cases === undefined ? {} : { cases: positive('--cases', values.cases) }),
    ...(values.kills === undefined ? {} : { kills: positive('--kills', values.kills) }),
  };
  const found: [string, ChaosFound][] = [];
  for (const part of parts) {
    sayAloud(`— ${part.name}`);
    found.push([part.name, await part.run({ say: sayAloud, port: PORT }, size)]);
  }
  for (const [name, { figures, isWhole }] of found) {
    sayAloud(`${name}: ${JSON.stringify(figures)}`);
    sayAloud(
      isWhole ? '✓ 无一丢失、无一重复 nothing lost, nothing doubled' : '✗ 有丢失或重复 something was lost or doubled',
    );
  }
  const file = Object.fromEntries(found.map(([name, { figures }]) => [name, figures]));
  if (values.json !== undefined) await writeFile(values.json, `${JSON.stringify(file, undefined, 2)}\n`);
  return found.every(([, { isWhole }]) => isWhole) ? 0 : 1;
}
