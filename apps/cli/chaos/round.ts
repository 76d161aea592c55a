import pg from 'pg';

import { Cast } from '../demo/cast.js';
import { FastClock } from '../demo/clock.js';
import { ventureExecution } from '../demo/venture-execution.js';
import type { Instance } from '../embedded/instance.js';
import type { Say } from '../embedded/progress.js';
import { PATIENTLY } from '../http/asking.js';
import { signInPatiently } from '../http/patient-client.js';
import { verify } from '../verify.js';
import { Disturbed } from './disturbed.js';
import type { ChaosPart } from './part.js';
import { onServers, type Victim } from './torment.js';

/** What is killed, and in which step of the round: while applications come in, sheets are locked, money is paid and reports are evaluated. */
const KILLS: readonly (readonly [step: string, victims: readonly Victim[]])[] = [
  ['个项目申报', ['worker']],
  ['线上评分', ['temporal']],
  ['首期拨付', ['api']],
  ['第二期拨付', ['postgres']],
];

/** A round played twice from its call to its showcase, undisturbed and with every server killed once in between: the same in the end. */
export const ventureRound: ChaosPart = {
  name: 'round',
  async run(ground) {
    const played = (disturbed: boolean) =>
      onServers(ground, { timeSkipping: true }, (instance, folder) => ended(instance, folder, disturbed, ground.say));
    const [undisturbed, disturbed] = [await played(false), await played(true)];
    const same = JSON.stringify(disturbed.figures) === JSON.stringify(undisturbed.figures);
    const isWhole = same && !disturbed.chainsBroken && !undisturbed.chainsBroken;
    return { figures: { same, undisturbed, disturbed }, isWhole };
  },
};

/** What the round came to in the end, and whether every ledger holds. */
async function ended(instance: Instance, folder: string, disturbed: boolean, say: Say) {
  const { address, databaseUrl, temporalAddress } = instance;
  const clock = await FastClock.at(temporalAddress);
  try {
    const progress = new Disturbed(disturbed ? new Map(KILLS) : new Map(), instance, folder, say);
    const { figures } = await ventureExecution(
      { cast: new Cast(address, signInPatiently), clock, progress },
      PATIENTLY,
    );
    const said = Object.fromEntries(figures.map(({ figure, actual }) => [figure, actual]));
    const env = { DATABASE_URL: databaseUrl, TEMPORAL_ADDRESS: temporalAddress, BANJIE_HOME: folder };
    const chainsBroken = (await verify([], env)) !== 0;
    return { figures: { ...said, projects: await projectsOf(databaseUrl) }, chainsBroken };
  } finally {
    await clock.close();
  }
}

/** Every project by its title: state, place, sheets, money and activities, each counted in its own table. */
async function projectsOf(databaseUrl: string): Promise<object[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<object>(
      `SELECT p."title", k."state", x."rank", x."score", a."outcome", a."fen"::text AS "awardedFen",
         (SELECT count(*)::int FROM "ScoreSheet" s WHERE s."projectId" = k."id" AND s."status" = 'LOCKED') AS sheets,
         (SELECT count(*)::int FROM "SheetChainEntry" e JOIN "ScoreSheet" s ON s."judgeId" = e."judgeId" AND s."roundId" = e."roundId"
           WHERE s."projectId" = k."id") AS "chainEntries",
         (SELECT count(*)::int FROM "PaymentOrder" o WHERE o."projectId" = k."id") AS orders,
         (SELECT sum(o."fen")::text FROM "PaymentOrder" o WHERE o."projectId" = k."id") AS "paidFen",
         (SELECT count(*)::int FROM "ProjectActivity" v WHERE v."projectId" = k."id") AS activities,
         (SELECT count(*)::int FROM "Decision" d WHERE d."caseId" = k."id") AS decisions
       FROM "Project" p JOIN "Case" k ON k."id" = p."caseId" LEFT JOIN "Award" a ON a."projectId" = k."id"
       LEFT JOIN LATERAL (SELECT r."rank", r."score" FROM "RoundResult" r WHERE r."projectId" = k."id" ORDER BY r."seq" DESC LIMIT 1) x ON true
       ORDER BY p."title"`,
    );
    return rows;
  } finally {
    await client.end();
  }
}
