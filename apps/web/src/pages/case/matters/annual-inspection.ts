import { lazy } from 'react';

import { ANNUAL_INSPECTION_ACTS } from '#domain/annual-inspection/acts.js';
import type { CaseView } from '../../../api/case.js';
import type { MatterPages } from '../matter.js';
import { ANNUAL_INSPECTION_WORDS, RETURN_SUPPLEMENT_ITEMS } from './annual-inspection-words.js';

const conclusionFields = lazy(async () => ({
  default: (await import('./annual-inspection-conclusion-fields.js')).ConclusionFields,
}));
const returnPage = ({ caseNo }: CaseView) => `/cases/${caseNo}/return`;

/** 年度报告. */
export const ANNUAL_INSPECTION_PAGES: MatterPages = {
  acts: ANNUAL_INSPECTION_ACTS,
  words: [ANNUAL_INSPECTION_WORDS],
  form: lazy(async () => ({ default: (await import('./annual-inspection-form.js')).AnnualReturnView })),
  panel: lazy(async () => ({ default: (await import('./annual-inspection-panel.js')).AnnualReturnPanel })),
  fields: {
    conclude: conclusionFields,
    supersede: conclusionFields,
    decideExtension: lazy(async () => ({
      default: (await import('./annual-inspection-extension-fields.js')).DecideExtensionFields,
    })),
    noteFindings: lazy(async () => ({
      default: (await import('./annual-inspection-findings-fields.js')).FindingsFields,
    })),
    noticeTalk: lazy(async () => ({
      default: (await import('./annual-inspection-talk-notice-fields.js')).TalkNoticeFields,
    })),
    recordTalk: lazy(async () => ({ default: (await import('./annual-inspection-talk-fields.js')).TalkFields })),
    setRectification: lazy(async () => ({
      default: (await import('./annual-inspection-rectification-fields.js')).WantedFields,
    })),
    handIn: lazy(async () => ({ default: (await import('./annual-inspection-hand-in-fields.js')).HandInFields })),
    verifyRectification: lazy(async () => ({
      default: (await import('./annual-inspection-verify-fields.js')).VerifyFields,
    })),
  },
  usual: { ends: ['PUBLISHED'], onlyOnce: ['CONCLUDED'] },
  elsewhere: { submitReturn: returnPage, submitLate: returnPage, resubmit: returnPage },
  items: { supplement: RETURN_SUPPLEMENT_ITEMS },
  // Two officers each verify, on whichever of the two tasks.
  alike: ['VERIFY_RECTIFICATION'],
};
