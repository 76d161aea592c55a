import { lazy } from 'react';

import { DRAWN_CHECK_ACTS, RANDOM_CHECK_ACTS } from '#domain/random-check/acts.js';
import type { MatterPages } from '../matter.js';
import { RANDOM_CHECK_WORDS } from './random-check-words.js';

/** 随机抽查. */
export const RANDOM_CHECK_PAGES: MatterPages = {
  acts: RANDOM_CHECK_ACTS,
  words: [RANDOM_CHECK_WORDS],
  form: lazy(async () => ({ default: (await import('./random-check-form.js')).RandomCheckForm })),
  panel: lazy(async () => ({ default: (await import('./random-check-panel.js')).RandomCheckPanel })),
  fields: {
    drawChecks: lazy(async () => ({ default: (await import('./random-check-beacon.js')).BeaconField })),
  },
};

/** 抽中的检查. */
export const DRAWN_CHECK_PAGES: MatterPages = {
  acts: DRAWN_CHECK_ACTS,
  words: [RANDOM_CHECK_WORDS],
  panel: lazy(async () => ({ default: (await import('./random-check-drawn.js')).DrawnCheckPanel })),
  fields: {
    confirm: lazy(async () => ({ default: (await import('./random-check-sign.js')).SignField })),
  },
  elsewhere: { fileSheet: ({ caseNo }) => `/random-checks/sheets/${caseNo}` },
};
