import type { ActWords } from '../matter.js';

/** Words of the acts on a season and on a return. */
export const ANNUAL_INSPECTION_WORDS = { effects: {}, phrases: {}, facts: {}, values: {} } as const satisfies ActWords;
