import { lazy } from 'react';

import { VENTURE_PROJECT_ACTS } from '#domain/venture-round/project-acts.js';
import type { MatterPages } from '../matter.js';
import { VENTURE_MONEY_WORDS } from './venture-money-words.js';
import { VENTURE_SCREENING } from './venture-round-screening.js';
import { VENTURE_ROUND_WORDS } from './venture-round-words.js';

/** 公益创投的项目. */
export const VENTURE_PROJECT_PAGES: MatterPages = {
  acts: VENTURE_PROJECT_ACTS,
  words: [VENTURE_MONEY_WORDS, VENTURE_ROUND_WORDS],
  form: lazy(async () => ({ default: (await import('./venture-project-form.js')).VentureProjectForm })),
  fields: { ...VENTURE_SCREENING.fields },
  items: VENTURE_SCREENING.items,
  elsewhere: { resubmit: ({ caseNo }) => `/projects/${caseNo}/resubmit` },
};
