import { describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { drawCommitment } from '#domain/annual-inspection/draw-commitment.rule.js';
import type { PublishedDraw } from '#domain/annual-inspection/published-draw.js';
import { committedDrawOf, publishDraw } from '#domain/annual-inspection/verify-draw.rule.js';
import { draw } from './draw.js';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

function published(): PublishedDraw {
  const terms = {
    registry: '集美区民政局',
    year: 2026,
    purpose: '年度双随机抽查',
    ratePct: '10',
    floorPct: '3',
    rounding: 'FLOOR' as const,
    inspectorsPerCheck: 2,
    beaconSource: null,
  };
  const inputs = {
    terms,
    base: Array.from({ length: 284 }, (_, n) => ({
      id: `51350211MJ0000${String(n).padStart(4, '0')}`,
      name: `第${n}家`,
    })),
    inspectors: ['350211001', '350211002', '350211003', '350211004'].map((id) => ({ id })),
    recusals: [],
    seed: sha256('a seed'),
  };
  const hash = drawCommitment(committedDrawOf(inputs, sha256), sha256);
  const commitment = { hash, publishedAt: '2026-09-01T09:00:00+08:00' };
  const drawnAt = '2026-09-02T10:00:00+08:00';
  return publishDraw({ ...inputs, commitment, drawnAt, beaconValue: null, redraws: [] }, sha256);
}

const genuine = published();

/** Exit code and what was said about a file with that text. */
async function verified(text: string): Promise<{ code: number; said: string }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'banjie-draw-'));
  try {
    const file = path.join(folder, 'draw.json');
    await writeFile(file, text);
    const lines: string[] = [];
    const code = await draw(['--verify', file], (line) => lines.push(line));
    return { code, said: lines.join('\n') };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

describe('draw --verify', () => {
  it('says that a genuine draw comes out the same', async () => {
    const { code, said } = await verified(JSON.stringify(genuine, null, 2));

    expect(code).toBe(0);
    expect(said).toContain('284 × 10% (FLOOR) → 28');
    expect(said).toContain('结果一致');
  });

  it('reads a file that an editor saved with a byte order mark', async () => {
    expect((await verified(`\uFEFF${JSON.stringify(genuine)}`)).code).toBe(0);
  });

  it('names the first difference of a draw in which two organisations changed places', async () => {
    const drawn = genuine.drawn.with(3, genuine.drawn.at(4) ?? '').with(4, genuine.drawn.at(3) ?? '');

    const { code, said } = await verified(JSON.stringify({ ...genuine, drawn }));

    expect(code).toBe(1);
    expect(said).toContain('drawn.3');
    expect(said).toContain(genuine.drawn[3]);
  });

  it.each<[string, Partial<PublishedDraw>, string]>([
    ['seed', { seed: sha256('a pleasing one') }, 'commitment.hash'],
    ['size', { size: 29 }, 'size'],
    ['rate', { terms: { ...genuine.terms, ratePct: '11' } }, 'commitment.hash'],
    ['base', { base: genuine.base.slice(1) }, 'commitment.hash'],
    ['inspectors of a check', { finalAssignments: genuine.finalAssignments.toReversed() }, 'finalAssignments.0'],
    ['time of the draw', { drawnAt: '2026-08-31T10:00:00+08:00' }, 'commitment.publishedAt'],
    ['redraws', { redraws: [{ organisation: 'nobody', inspector: '350211001' }] }, 'inputs'],
  ])('finds a changed %s', async (_what, change, at) => {
    const { code, said } = await verified(JSON.stringify({ ...genuine, ...change }));

    expect(code).toBe(1);
    expect(said).toContain(`It differs at ${at}`);
  });

  it.each([
    ['that is no JSON', 'not json', 'file'],
    ['of another format', '{}', 'format'],
    ['that lacks a field', JSON.stringify({ ...genuine, seed: undefined }), 'seed'],
  ])('refuses a file %s', async (_what, text, field) => {
    await expect(verified(text)).rejects.toMatchObject({ refusal: { code: 'FIELD_INVALID', field } });
  });

  it('refuses a file that is not there, and says how it is used without any', async () => {
    await expect(draw(['--verify', '/nowhere/draw.json'], () => undefined)).rejects.toMatchObject({
      refusal: { code: 'FIELD_INVALID', field: 'file' },
    });
    const said: string[] = [];
    expect(await draw([], (line) => said.push(line))).toBe(2);
    expect(said.join()).toContain('draw --verify FILE');
  });
});
