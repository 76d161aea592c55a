import type { ActWords } from '../matter.js';

/** Words of the acts on a project from its award to its end. */
export const VENTURE_MONEY_WORDS = { effects: {}, phrases: {}, facts: {}, values: {} } as const satisfies ActWords;
