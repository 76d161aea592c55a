import { DRAWN_CHECK_ACTS, RANDOM_CHECK_ACTS } from '#domain/random-check/acts.js';
import type { MatterPages } from '../matter.js';
import { RANDOM_CHECK_WORDS } from './random-check-words.js';

/** 随机抽查. */
export const RANDOM_CHECK_PAGES: MatterPages = { acts: RANDOM_CHECK_ACTS, words: [RANDOM_CHECK_WORDS] };

/** 抽中的检查. */
export const DRAWN_CHECK_PAGES: MatterPages = { acts: DRAWN_CHECK_ACTS, words: [RANDOM_CHECK_WORDS] };
