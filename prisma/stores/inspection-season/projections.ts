import { z } from 'zod';

import type { Projection, Projections } from '../record.store.js';

const On = z.looseObject({ on: z.iso.date() });
const Dates = z.looseObject({
  dates: z.object({
    toSupervisor: z.iso.date(),
    toRegistry: z.iso.date(),
    foundationToRegistry: z.iso.date(),
    extensionBefore: z.iso.date(),
  }),
});

const pause: Projection = async (tx, caseId, _at, data) => {
  const { on } = On.parse(data);
  await tx.query('UPDATE "Season" SET "pausedOn" = $2::date WHERE "caseId" = $1', [caseId, on]);
};

/** The days as they are after the pause. */
const resume: Projection = async (tx, caseId, _at, data) => {
  const { toSupervisor, toRegistry, foundationToRegistry, extensionBefore } = Dates.parse(data).dates;
  await tx.query(
    `UPDATE "Season" SET "pausedOn" = NULL, "toSupervisor" = $2::date, "toRegistry" = $3::date, "foundationToRegistry" = $4::date,
       "extensionBefore" = $5::date WHERE "caseId" = $1`,
    [caseId, toSupervisor, toRegistry, foundationToRegistry, extensionBefore],
  );
};

/** A season that never opened makes room for another one of its registry and year. */
const cancel: Projection = async (tx, caseId) => {
  await tx.query('UPDATE "Season" SET "key" = NULL WHERE "caseId" = $1', [caseId]);
};

/** The tables of a season that a record shows in its own transaction. */
export const INSPECTION_SEASON_PROJECTIONS: Projections = {
  'inspection-season/paused': pause,
  'inspection-season/resumed': resume,
  'inspection-season/cancelled': cancel,
};
