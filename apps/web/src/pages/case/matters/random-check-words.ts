import type { ActWords } from '../matter.js';

/** Words of the acts on a draw and on a check that was drawn. */
export const RANDOM_CHECK_WORDS = { effects: {}, phrases: {}, facts: {}, values: {} } as const satisfies ActWords;
