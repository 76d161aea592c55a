import { z } from 'zod';

import { type Latency, latency, round, underLoad } from './load.js';
import { atLeast, atMost, type BenchPart, type Bound, type Ground, sized } from './part.js';
import { type Ready, RoundLoad } from './round-load.js';
import { gather } from './venture-crowd.js';

const IN_TIME = 500;
/** Sent when the deadline is over. */
const LATE = 50;
const APPLICANTS = 40;
const WINDOW_MS = 10_000;
/** Before the window begins: the amendment is published meanwhile. */
const AHEAD_MS = 5_000;
/** The last of the late ones is sent so long after the deadline. */
const LATE_WITHIN_MS = 2_000;

const Receipt = z.looseObject({
  caseNo: z.string(),
  receipt: z.looseObject({ receivedAt: z.string(), sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
});
const Refused = z.looseObject({ code: z.string(), messageZh: z.string() });

/** What one applicant was told. */
interface Told {
  readonly draftId: string;
  readonly status: number;
  readonly caseNo: string | null;
  readonly receivedAt: number | null;
  readonly code: string | null;
}

/** 500 applications in the last ten seconds of a call, and fifty after it: everybody gets a receipt or a clear refusal. */
export const burst: BenchPart = {
  name: 'burst',
  async run(ground) {
    const { instance, started, cast } = ground;
    const [inTime, late] = [sized(ground, IN_TIME), sized(ground, LATE)];
    const size = { organisations: inTime + late, applicants: APPLICANTS, judges: 1 };
    const { applicants } = await gather(instance.databaseUrl, size);
    const load = new RoundLoad(cast, instance.databaseUrl);
    started.push({ stop: () => load.close() });
    await load.signIn(applicants.map(({ userId }) => userId));
    await load.plan(EDITION);
    await load.publishCall();
    const ready: Ready[] = [];
    await underLoad(8, applicants.length, async (n) => {
      const applicant = applicants[n];
      if (applicant !== undefined) ready[n] = await load.draft(applicant, n);
    });
    ground.say(`  ${ready.length} drafts are ready`);
    const closesAt = Math.ceil((Date.now() + AHEAD_MS + WINDOW_MS) / 1000) * 1000;
    await load.closeCallAt(closesAt);
    // All of the last second is in time.
    const end = closesAt + 999;
    const sent = ready.map((one, n) => ({
      one,
      at: n < inTime ? spread(n, inTime, end) : after(n - inTime, late, end),
    }));
    const times: number[] = [];
    const told = await Promise.all(sent.map(({ one, at }) => submit(ground, one, at, times)));
    ground.say(`  all were answered after ${round((Date.now() - end) / 1000)} s`);
    const takenOverMs = await load.until(async () => (await load.projectsIn(null)) >= receipts(told).length);
    return measured(load, { told, end, inTime, late, answers: latency(times), takenOverMs });
  },
};

/** Its own edition, so that it stands beside the round of another part. */
const EDITION = 2;

const spread = (n: number, of: number, end: number): number => end - WINDOW_MS + (n * (WINDOW_MS - ARRIVES_MS)) / of;
const after = (n: number, of: number, end: number): number => end + ARRIVES_MS + (n * LATE_WITHIN_MS) / of;
/** A request is under way for less than this before the server notes its arrival, even on a busy machine. */
const ARRIVES_MS = 500;

async function submit({ cast }: Ground, { userId, draftId }: Ready, at: number, times: number[]): Promise<Told> {
  const client = await cast.of(userId);
  await new Promise((resolve) => setTimeout(resolve, Math.max(0, at - Date.now())));
  const begun = performance.now();
  const answer = await client.call('POST', `/drafts/${draftId}/submission`, {}).catch(() => ({ status: 0, body: {} }));
  times.push(performance.now() - begun);
  const receipt = Receipt.safeParse(answer.body).data;
  return {
    draftId,
    status: answer.status,
    caseNo: receipt?.caseNo ?? null,
    receivedAt: receipt === undefined ? null : Date.parse(receipt.receipt.receivedAt),
    code: Refused.safeParse(answer.body).data?.code ?? null,
  };
}

const receipts = (told: readonly Told[]): readonly Told[] => told.filter(({ status }) => status === 201);

interface Burst {
  readonly told: readonly Told[];
  readonly end: number;
  readonly inTime: number;
  readonly late: number;
  readonly answers: Latency;
  readonly takenOverMs: number;
}

async function measured(load: RoundLoad, { told, end, inTime, late, answers, takenOverMs }: Burst) {
  const received = receipts(told);
  const kept = await load.rows<{ caseNo: string; draftId: string }>(
    `SELECT k."caseNo", d."id" AS "draftId" FROM "Project" p JOIN "Round" r ON r."caseId" = p."roundId" JOIN "Case" k ON k."id" = p."caseId"
      LEFT JOIN "Draft" d ON d."caseId" = k."id" WHERE r."caseNo" = $1`,
    [load.roundNo],
  );
  const drafts = new Map(kept.map(({ caseNo, draftId }) => [caseNo, draftId]));
  const count = (holds: (one: Told) => boolean): number => told.filter(holds).length;
  const unanswered = count(({ status, caseNo, code }) => (status === 201 ? caseNo === null : code === null));
  const lost = received.filter(({ caseNo, draftId }) => drafts.get(caseNo ?? '') !== draftId).length;
  const figures = {
    ...{ inTime, late, receipts: received.length, unanswered, lost },
    refused: tally(told.flatMap(({ code }) => (code === null ? [] : [code]))),
    kept: kept.length,
    lateReceipts: received.filter(({ receivedAt }) => (receivedAt ?? 0) > end).length,
    answers,
    takenOverMs: round(takenOverMs),
  };
  return { figures, bounds: boundsOf(figures, inTime) };
}

function boundsOf(
  { receipts: received, unanswered, lost, kept, lateReceipts, refused }: Figures,
  inTime: number,
): Bound[] {
  const unclear = Object.entries(refused).reduce((sum, [code, n]) => (code === 'DEADLINE_PASSED' ? sum : sum + n), 0);
  return [
    atMost(0, 'the last ten seconds of a call: submissions without a receipt or a refusal', unanswered),
    atMost(0, 'receipts without a project', lost),
    atMost(0, 'projects beyond the receipts (doubled)', kept - received),
    atMost(0, 'receipts for what arrived after the deadline', lateReceipts),
    atMost(0, 'refusals for another reason than the deadline', unclear),
    atLeast(inTime, 'submissions of the last ten seconds with a receipt', received),
  ];
}

interface Figures {
  readonly receipts: number;
  readonly unanswered: number;
  readonly lost: number;
  readonly kept: number;
  readonly lateReceipts: number;
  readonly refused: Readonly<Record<string, number>>;
}

function tally(codes: readonly string[]): Record<string, number> {
  const counted: Record<string, number> = {};
  for (const code of codes) counted[code] = (counted[code] ?? 0) + 1;
  return counted;
}
