import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';

import { partsNamed } from './command-line.js';
import { annualInspection, SEASON_STEPS } from './demo/annual-inspection.js';
import { Cast } from './demo/cast.js';
import { FastClock } from './demo/clock.js';
import { Progress } from './demo/progress.js';
import { DRAW_STEPS, randomCheck } from './demo/random-check.js';
import type { Scene, Shown } from './demo/scenario.js';
import { STEPS, tempPartyOrg } from './demo/temp-party-org.js';
import { EXECUTION_STEPS, ventureExecution } from './demo/venture-execution.js';
import { RED_STEPS, redVenture } from './demo/venture-red.js';
import { ROUND_STEPS, ventureRound } from './demo/venture-round.js';
import { onOwnServers } from './embedded/own-servers.js';
import { sayAloud } from './embedded/progress.js';
import { table } from './embedded/table.js';

/** What is played, and in how many steps. */
interface Part {
  readonly name: string;
  readonly steps: number;
  readonly play: (scene: Scene) => Promise<Shown[]>;
}

/** In this order. */
const PARTS: readonly Part[] = [
  { name: 'temp-party-org', steps: STEPS, play: tempPartyOrg },
  { name: 'annual-inspection', steps: SEASON_STEPS, play: async (scene) => [await annualInspection(scene)] },
  { name: 'random-check', steps: DRAW_STEPS, play: async (scene) => [await randomCheck(scene)] },
  { name: 'venture-round', steps: ROUND_STEPS, play: async (scene) => [await ventureRound(scene)] },
  { name: 'red-venture', steps: RED_STEPS, play: async (scene) => [await redVenture(scene)] },
  { name: 'venture-execution', steps: EXECUTION_STEPS, play: async (scene) => [await ventureExecution(scene)] },
];

/** Tried first; a port that is taken moves on. */
const PORT = 3700;

/**
 * `npm run demo -- [--json FILE] [--part NAME]`: plays the real cases, or one part of them, over HTTP on servers of its own, with the clocks
 * of the cases moved forward, prints what came out and writes it as JSON. Returns 1 when a figure is off.
 */
export async function demo(argv: string[]): Promise<number> {
  const { values } = parseArgs({ args: argv, options: { json: { type: 'string' }, part: { type: 'string' } } });
  const parts = partsNamed(PARTS, values.part);
  const begun = Date.now();
  const servers = { say: sayAloud, timeSkipping: true, port: PORT };
  return onOwnServers('demo', servers, async ({ instance: { address, temporalAddress }, started }) => {
    const clock = await FastClock.at(temporalAddress);
    started.push({ stop: () => clock.close() });
    const steps = parts.reduce((sum, part) => sum + part.steps, 0);
    const scene = { cast: new Cast(address), clock, progress: new Progress(steps, sayAloud) };
    const shown: Shown[] = [];
    for (const { play } of parts) shown.push(...(await play(scene)));
    const seconds = Math.round((Date.now() - begun) / 100) / 10;
    return report(shown, seconds, values.json);
  });
}

async function report(shown: readonly Shown[], seconds: number, file: string | undefined): Promise<number> {
  const figures = shown.flatMap(({ scenario, caseNo, figures: all }) =>
    all.map((each) => ({ scenario, caseNo, ...each })),
  );
  const off = figures.filter(({ ok }) => !ok);
  const rows = figures.map(({ scenario, caseNo, figure, expected, actual, ok }) => [
    ok ? '✓' : '✗',
    scenario,
    caseNo ?? '—',
    figure,
    said(actual) + (ok ? '' : ` ≠ ${said(expected)}`),
  ]);
  sayAloud(`\n${table(['', '情形 scenario', '办件 case', '项目 figure', '结果 result'], rows)}`);
  sayAloud(`\n${figures.length - off.length} passed, ${off.length} failed · ${seconds} s`);
  if (file !== undefined)
    await writeFile(file, `${JSON.stringify({ seconds, ok: off.length === 0, shown }, undefined, 2)}\n`);
  return off.length === 0 ? 0 : 1;
}

function said(value: unknown): string {
  if (Array.isArray(value)) return value.join(' ');
  return typeof value === 'string' ? value : JSON.stringify(value);
}
