import { VENTURE_ROUND_ACTS } from '#domain/venture-round/acts.js';
import type { MatterPages } from '../matter.js';
import { VENTURE_ROUND_WORDS } from './venture-round-words.js';

/** 公益创投的一届. */
export const VENTURE_ROUND_PAGES: MatterPages = { acts: VENTURE_ROUND_ACTS, words: [VENTURE_ROUND_WORDS] };
