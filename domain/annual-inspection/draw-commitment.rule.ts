import { DRAW_ALGORITHM } from '#domain/draw/seeded-random.js';
import { canonicalJson } from '#domain/ledger/canonical-json.js';
import type { Sha256 } from '#domain/ledger/ledger-entry.js';
import { AnnualInspectionRefusal } from './errors.js';
import type { DrawTerms } from './published-draw.js';

/** What is fixed before a draw: the secret seed, the terms, and the hashes of the lists that are drawn from. */
export interface CommittedDraw {
  /** 64 hexadecimal digits of randomness, secret until the draw. */
  readonly seed: string;
  readonly terms: DrawTerms;
  readonly baseHash: string;
  readonly inspectorsHash: string;
  readonly recusalsHash: string;
}

/**
 * The commitment that is published before the draw (specification M02: seed committed before the draw): a hash of the
 * seed together with everything else the result depends on, so that neither can be chosen afterwards to fit a wish.
 */
export function drawCommitment(
  { seed, terms, baseHash, inspectorsHash, recusalsHash }: CommittedDraw,
  sha256: Sha256,
): string {
  return sha256(canonicalJson({ algorithm: DRAW_ALGORITHM, seed, terms, baseHash, inspectorsHash, recusalsHash }));
}

/** Refuses to draw with anything but what was committed to. Throws DRAW_COMMITMENT_MISMATCH. */
export function assertCommitted(committed: CommittedDraw, commitment: string, sha256: Sha256): void {
  const computed = drawCommitment(committed, sha256);
  if (computed !== commitment) throw new AnnualInspectionRefusal('DRAW_COMMITMENT_MISMATCH', { commitment, computed });
}

/**
 * The seed that is drawn with. Where the terms name a public number that is not known at the commitment (a lottery's
 * later result), it is mixed in: then nobody, the organ included, could have tried seeds until the result pleased.
 */
export function drawingSeed(seed: string, beaconValue: string | null, sha256: Sha256): string {
  return beaconValue === null ? seed : sha256(`${seed}\n${beaconValue}`);
}
