import { seededRandom, shuffled } from '#domain/draw/seeded-random.js';
import type { Sha256 } from '#domain/ledger/ledger-entry.js';

/** A draw of judges, as it is published and as anybody may run it again. */
export interface PanelDraw {
  /** Judges who could be drawn. */
  readonly candidates: readonly string[];
  readonly size: number;
  /** Hash of the secret, published before the witness said the word. */
  readonly commitment: string;
  readonly secret: string;
  /** What the witness said, after the commitment was published. */
  readonly word: string;
}

/** What is published of a secret before the draw. */
export const drawCommitment = (secret: string, sha256: Sha256): string => sha256(secret);

/** The seed of a draw: neither the organiser, who keeps the secret, nor the witness, who says the word, knows it alone. */
export const drawSeed = (secret: string, word: string): string => `${secret}\n${word}`;

/** Draws the judges (随机抽取评委): candidates are sorted first, so that the order of a list does not matter. */
export function drawnJudges(
  { candidates, size, secret, word }: Omit<PanelDraw, 'commitment'>,
  sha256: Sha256,
): readonly string[] {
  const sorted = [...new Set(candidates)].sort();
  return shuffled(sorted, seededRandom(drawSeed(secret, word), sha256)).slice(0, size);
}

/** Whether a published draw is what its commitment, secret and word give. */
export function isTrueDraw(draw: PanelDraw, drawn: readonly string[], sha256: Sha256): boolean {
  const again = drawnJudges(draw, sha256);
  const same = again.length === drawn.length && again.every((judgeId, place) => drawn[place] === judgeId);
  return same && drawCommitment(draw.secret, sha256) === draw.commitment;
}
