import type { ActWords } from '../matter.js';

/** Words of the acts on a round and of the screening and judging of its projects. */
export const VENTURE_ROUND_WORDS = { effects: {}, phrases: {}, facts: {}, values: {} } as const satisfies ActWords;
