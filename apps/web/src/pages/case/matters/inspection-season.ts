import type { MatterPages } from '../matter.js';
import { ANNUAL_INSPECTION_WORDS } from './annual-inspection-words.js';

/** 年检季. */
export const INSPECTION_SEASON_PAGES: MatterPages = { acts: [], words: [ANNUAL_INSPECTION_WORDS] };
