import { ANNUAL_INSPECTION_ACTS } from '#domain/annual-inspection/acts.js';
import type { MatterPages } from '../matter.js';
import { ANNUAL_INSPECTION_WORDS } from './annual-inspection-words.js';

/** 年度报告. */
export const ANNUAL_INSPECTION_PAGES: MatterPages = { acts: ANNUAL_INSPECTION_ACTS, words: [ANNUAL_INSPECTION_WORDS] };
