import { lazy } from 'react';

import { VENTURE_PROJECT_ACTS } from '#domain/venture-round/project-acts.js';
import type { MatterPages } from '../matter.js';
import { VENTURE_MONEY_WORDS } from './venture-money-words.js';
import { VENTURE_SCREENING } from './venture-round-screening.js';
import { VENTURE_ROUND_WORDS } from './venture-round-words.js';

const deeds = () => import('./venture-money-deed-fields.js');
const returns = () => import('./venture-money-return-fields.js');

/** 公益创投的项目. */
export const VENTURE_PROJECT_PAGES: MatterPages = {
  acts: VENTURE_PROJECT_ACTS,
  words: [VENTURE_MONEY_WORDS, VENTURE_ROUND_WORDS],
  form: lazy(async () => ({ default: (await import('./venture-project-form.js')).VentureProjectForm })),
  panel: lazy(async () => ({ default: (await import('./venture-project-panel.js')).VentureProjectPanel })),
  items: VENTURE_SCREENING.items,
  fields: {
    ...VENTURE_SCREENING.fields,
    signAgreement: lazy(async () => ({
      default: (await import('./venture-money-agreement-fields.js')).AgreementFields,
    })),
    signPayment: lazy(async () => ({ default: (await import('./venture-money-payment-fields.js')).PaymentFields })),
    signAdoption: lazy(async () => ({ default: (await deeds()).SignAdoptionFields })),
    confirmAdoption: lazy(async () => ({ default: (await deeds()).ConfirmAdoptionFields })),
    withdrawAdoption: lazy(async () => ({ default: (await deeds()).WithdrawAdoptionFields })),
    confirmMilestone: lazy(async () => ({
      default: (await import('./venture-money-milestone-fields.js')).MilestoneFields,
    })),
    evaluate: lazy(async () => ({ default: (await import('./venture-money-evaluation-fields.js')).EvaluationFields })),
    decideChange: lazy(async () => ({ default: (await import('./venture-money-change-fields.js')).ChangeFields })),
    settleAccounts: lazy(async () => ({ default: (await returns()).SettlementFields })),
    recordReturn: lazy(async () => ({ default: (await returns()).ReturnFields })),
  },
  elsewhere: {
    resubmit: ({ caseNo }) => `/projects/${caseNo}/resubmit`,
    fileReport: ({ caseNo }) => `/projects/${caseNo}/reports`,
    requestChange: ({ caseNo }) => `/projects/${caseNo}/changes`,
    // Several sources may wait at once: each has its row there.
    signPayment: ({ caseNo }) => `/projects/${caseNo}/money`,
  },
};
