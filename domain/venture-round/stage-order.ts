import { seededRandom, shuffled } from '#domain/draw/seeded-random.js';
import type { Sha256 } from '#domain/ledger/ledger-entry.js';

/**
 * The order of presentation (路演顺序), drawn from a published seed. The projects are sorted by id before the draw, so
 * nobody can influence it by the order of a list; whoever has the seed and the ids draws the same order.
 */
export function stageOrder(projectIds: readonly string[], seed: string, sha256: Sha256): readonly string[] {
  const sorted = [...new Set(projectIds)].sort();
  return shuffled(sorted, seededRandom(seed, sha256));
}
