import { lazy } from 'react';

import { SEASON_ACTS } from '#domain/annual-inspection/season-acts.js';
import type { MatterPages } from '../matter.js';
import { INSPECTION_SEASON_WORDS } from './inspection-season-words.js';

/** 年检季. */
export const INSPECTION_SEASON_PAGES: MatterPages = {
  acts: SEASON_ACTS,
  words: [INSPECTION_SEASON_WORDS],
  panel: lazy(async () => ({ default: (await import('./inspection-season-panel.js')).InspectionSeasonPanel })),
  form: lazy(async () => ({ default: (await import('./inspection-season-panel.js')).InspectionSeasonForm })),
};
