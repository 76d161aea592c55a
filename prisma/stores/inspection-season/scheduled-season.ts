import type { Pool } from 'pg';
import { z } from 'zod';

import { AnnualInspectionRefusal } from '#domain/annual-inspection/errors.js';
import type { ScheduledSeason, SeasonToStart } from '#domain/annual-inspection/season-page.js';
import { seasonKey } from '#domain/annual-inspection/season.rule.js';
import type { RequestId } from '#domain/ids.js';
import { asId } from '#domain/ids.js';
import { createSeason } from './create-season.js';

const Facts = z.object({ workflow: z.string(), input: z.record(z.string(), z.unknown()) });

/** Creates the season that a schedule calls for, once per registry and year; null when somebody opened one by hand before. */
export async function createScheduledSeason(pool: Pool, asked: ScheduledSeason): Promise<SeasonToStart | null> {
  const requestId = asId<RequestId>(`schedule:${seasonKey(asked.registryUnitId, asked.inspectedYear)}`);
  try {
    const {
      id: caseId,
      caseNo,
      matter,
      facts,
    } = await createSeason(pool, { ...asked, requestId, fingerprint: requestId });
    const { workflow, input } = Facts.parse(facts);
    return { workflow, matter, caseNo, input: { ...input, caseId, caseNo, requestId } };
  } catch (error) {
    if (error instanceof AnnualInspectionRefusal && error.code === 'AI_SEASON_DUPLICATE') return null;
    throw error;
  }
}
