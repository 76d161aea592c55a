import pg from 'pg';

import { UNIT } from '#prisma/demonstration/handles.js';
import { annualInspection } from '../demo/annual-inspection.js';
import { Cast } from '../demo/cast.js';
import { FastClock } from '../demo/clock.js';
import type { Instance } from '../embedded/instance.js';
import type { Say } from '../embedded/progress.js';
import { PATIENTLY } from '../http/asking.js';
import { signInPatiently } from '../http/patient-client.js';
import { Disturbed } from './disturbed.js';
import type { ChaosPart } from './part.js';
import { onServers, type Victim } from './torment.js';

/** Every so many organisations of the registry take part: enough for every way that a return can go. */
const EVERY = 7;

/** What is killed, and in which step of the season: while returns come in, are taken in, concluded and published. */
const KILLS: readonly (readonly [step: string, victims: readonly Victim[]])[] = [
  ['按期报送', ['worker', 'api']],
  ['初审、受理', ['postgres']],
  ['批量作出', ['temporal']],
];

/** A small season played twice, undisturbed and with every server killed once in its midst: its figures must be the same. */
export const season: ChaosPart = {
  name: 'season',
  async run(ground) {
    const played = (disturbed: boolean) =>
      onServers(ground, { timeSkipping: true }, (instance, folder) =>
        figuresOf(instance, folder, disturbed, ground.say),
      );
    const [undisturbed, disturbed] = [await played(false), await played(true)];
    const isWhole = JSON.stringify(disturbed) === JSON.stringify(undisturbed);
    return { figures: { same: isWhole, undisturbed, disturbed }, isWhole };
  },
};

/** What the season came to in the end. */
async function figuresOf(instance: Instance, folder: string, disturbed: boolean, say: Say): Promise<object> {
  await leaveSome(instance.databaseUrl);
  const clock = await FastClock.at(instance.temporalAddress);
  try {
    const progress = new Disturbed(disturbed ? new Map(KILLS) : new Map(), instance, folder, say);
    const { figures } = await annualInspection(
      { cast: new Cast(instance.address, signInPatiently), clock, progress },
      PATIENTLY,
    );
    return Object.fromEntries(figures.map(({ figure, actual }) => [figure, actual]));
  } finally {
    await clock.close();
  }
}

async function leaveSome(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(
      `UPDATE "Organisation" SET "registryUnitId" = NULL WHERE "id" IN (
         SELECT "id" FROM (SELECT "id", row_number() OVER (ORDER BY "id") AS n FROM "Organisation" WHERE "registryUnitId" = $1) o WHERE n % $2 <> 0)`,
      [UNIT.jimeiCivilAffairs, EVERY],
    );
  } finally {
    await client.end();
  }
}
