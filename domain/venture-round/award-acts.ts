import { z } from 'zod';

import { defineAct } from '../process/acts.js';

/** 拟定资助名单: the walk by rank becomes the proposal and is published. `hash`: of the plan that the host saw; another one is refused. */
export const ProposeAwards = defineAct({
  kind: 'proposeAwards',
  zh: '拟定并公示资助名单',
  en: 'propose the awards',
  facts: () =>
    z.strictObject({
      hash: z
        .string()
        .regex(/^[0-9a-f]{64}$/)
        .optional(),
    }),
});

/** 举办成果展: the showcase was held; it ends the round. It may launch the next edition. */
export const HoldShowcase = defineAct({
  kind: 'holdShowcase',
  zh: '举办成果展',
  en: 'hold the showcase',
  facts: () => z.strictObject({ heldOn: z.iso.date(), launchesNext: z.boolean().default(false) }),
});

/** The acts on a round after its ranking. */
export const ROUND_AWARD_ACTS = [ProposeAwards, HoldShowcase] as const;
