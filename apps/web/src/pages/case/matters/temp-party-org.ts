import { lazy } from 'react';

import { TEMP_PARTY_ORG_ACTS } from '#domain/temp-party-org/acts.js';
import { SUPPLEMENT_ITEMS } from '#domain/temp-party-org/supplement-items.js';
import type { MatterPages } from '../matter.js';
import { TEMP_PARTY_ORG_WORDS } from './temp-party-org-words.js';

/** 临时党组织. */
export const TEMP_PARTY_ORG_PAGES: MatterPages = {
  acts: TEMP_PARTY_ORG_ACTS,
  words: [TEMP_PARTY_ORG_WORDS],
  form: lazy(async () => ({ default: (await import('./temp-party-org-form.js')).TempPartyOrgForm })),
  elsewhere: { resubmit: ({ caseNo }) => `/cases/${caseNo}/resubmit` },
  items: { supplement: SUPPLEMENT_ITEMS },
};
