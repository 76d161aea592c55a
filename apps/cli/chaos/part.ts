import type { Say } from '../embedded/progress.js';

/** Where a part plays: every part opens the servers that it torments itself. */
export interface ChaosGround {
  readonly say: Say;
  /** The first port that is tried. */
  readonly port: number;
}

/** What a part found: figures for the file, and whether nothing was lost, doubled or changed. */
export interface ChaosFound {
  readonly figures: object;
  readonly isWhole: boolean;
}

/** How much the caller asked for; absent: what the part plays of itself. */
export interface ChaosSize {
  readonly cases?: number;
  readonly kills?: number;
}

/** One entry of the table of what is tormented. */
export interface ChaosPart {
  readonly name: string;
  run(ground: ChaosGround, size: ChaosSize): Promise<ChaosFound>;
}
