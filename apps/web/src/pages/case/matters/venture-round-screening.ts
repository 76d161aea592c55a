import { lazy } from 'react';

import type { MatterPages } from '../matter.js';

/** What the screening and judging of a project bring to its case. */
export const VENTURE_SCREENING = {
  fields: {
    proposeRefusal: lazy(async () => ({ default: (await import('./venture-round-refusal-fields.js')).RefusalFields })),
    moveClass: lazy(async () => ({ default: (await import('./venture-round-move-fields.js')).MoveClassFields })),
    askUnlock: lazy(async () => ({ default: (await import('./venture-round-unlock-fields.js')).UnlockFields })),
  },
  items: {
    returnForCure: {
      FORM: '申报书内容',
      BUDGET: '预算',
      TEAM: '项目团队',
      PLEDGE: '承诺书',
      ATTACHMENTS: '证明材料',
      OTHER: '其他材料',
    },
  },
} as const satisfies Pick<MatterPages, 'fields' | 'items'>;
