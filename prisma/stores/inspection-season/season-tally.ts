import { z } from 'zod';

import type { ReturnFigureFacts, SeasonTally } from '#domain/annual-inspection/season-figures.js';
import { tallyOf } from '#domain/annual-inspection/season-figures.js';
import { SEASON_FACTS_SQL } from './season-figures.sql.js';
import type { Tx } from '../record/transaction.js';

const Facts = z.object({
  exempt: z.boolean(),
  timeliness: z.string().nullable(),
  conclusion: z.enum(['PASS', 'BASIC_PASS', 'FAIL', 'NOT_PARTICIPATED', 'EXEMPT']).nullable(),
  concludedOn: z.string().nullable(),
  talkHeld: z.boolean(),
  rectification: z.enum(['NONE', 'PENDING', 'IN_TIME', 'LATE', 'FAILED']),
  filed: z.boolean(),
  partySectionComplete: z.boolean(),
  closedOn: z.string(),
});

/** What the figures count of one organisation. */
function figureFactsOf(row: z.output<typeof Facts>): ReturnFigureFacts {
  const { exempt, timeliness, conclusion, concludedOn, closedOn, ...same } = row;
  const decided = conclusion !== null && conclusion !== 'NOT_PARTICIPATED';
  return {
    ...same,
    required: !exempt,
    conclusion: exempt ? 'EXEMPT' : conclusion,
    filedInTime: timeliness === 'IN_TIME',
    concludedInTime: decided && concludedOn !== null && concludedOn <= closedOn,
  };
}

/** Counts a season as the tables show it now. */
export async function seasonTally(tx: Tx, seasonId: string): Promise<SeasonTally> {
  const { rows } = await tx.query({ name: 'season-facts', text: SEASON_FACTS_SQL, values: [seasonId] });
  return tallyOf(z.array(Facts).parse(rows).map(figureFactsOf));
}
