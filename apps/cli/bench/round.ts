import { VENTURE_ROUND } from '#domain/venture-round/states.js';
import { workflowIdOf } from '#workflows/steps/contract.js';
import type { Say } from '../embedded/progress.js';
import { historyOf } from './histories.js';
import { type Latency, latency, round, underLoad } from './load.js';
import { atMost, type BenchPart, type Bound, sized } from './part.js';
import { RoundLoad } from './round-load.js';
import { gather } from './venture-crowd.js';

const PROJECTS = 1_000;
const JUDGES = 100;
const APPLICANTS = 40;
const JUDGES_A_PROJECT = 5;
const CLIENTS = 32;
/** The amendment that ends the call leaves it open for so long. */
const CLOSES_IN_MS = 3_000;

/** One phase of the round: how long it took in all, and each of its requests. */
interface Phase {
  readonly phase: string;
  readonly seconds: number;
  readonly requests: Latency;
}

/** A round of many projects with five judges each, from its call to its published ranking, over HTTP. */
export const ventureRound: BenchPart = {
  name: 'round',
  async run(ground) {
    const { instance, started } = ground;
    const projects = sized(ground, PROJECTS);
    const judges = Math.max(JUDGES_A_PROJECT, Math.round((JUDGES * projects) / PROJECTS));
    const crowd = await gather(instance.databaseUrl, { organisations: projects, applicants: APPLICANTS, judges });
    const load = new RoundLoad(ground.cast, instance.databaseUrl);
    started.push({ stop: () => load.close() });
    await load.signIn([...crowd.applicants, ...crowd.judges].map(({ userId }) => userId));
    const phases = await new Played(load, ground.say).play(crowd, projects);
    const workflowId = workflowIdOf(VENTURE_ROUND.slug, load.roundNo);
    const history = await historyOf(instance.temporalAddress, workflowId);
    const figures = { projects, judges, sheets: projects * JUDGES_A_PROJECT, clients: CLIENTS, phases, history };
    const rows = phases.map(({ phase, seconds, requests: { count, p50, p95, max } }) => [
      ...[phase, String(seconds), String(count), `${p50} / ${p95} / ${max}`],
    ]);
    const head = ['phase', 'seconds', 'requests', 'each p50/p95/max ms'];
    return { figures, shown: { head, rows }, bounds: boundsOf(phases, history.longest) };
  },
};

function boundsOf(phases: readonly Phase[], longest: number): Bound[] {
  const lock = phases.find(({ phase }) => phase === 'lock')?.requests.max ?? 1e9;
  const close = phases.find(({ phase }) => phase === 'close scoring')?.requests.max ?? 1e9;
  return [
    atMost(2_000, 'locking the sheets of a round: none over 2 s at 32 clients (ms)', lock),
    atMost(10_000, 'closing the scoring and ranking every project within 10 s (ms)', close),
    atMost(10_000, "events of the round's own history", longest),
  ];
}

class Played {
  readonly #phases: Phase[] = [];

  constructor(
    private readonly load: RoundLoad,
    private readonly say: Say,
  ) {}

  async play(crowd: Awaited<ReturnType<typeof gather>>, projects: number): Promise<readonly Phase[]> {
    const { load } = this;
    await load.plan(1);
    const ready: Awaited<ReturnType<typeof load.draft>>[] = [];
    await this.#each('draft', crowd.applicants, async (applicant, n) => {
      ready[n] = await load.draft(applicant, n);
    });
    await this.#once('publish the call', () => load.publishCall());
    await this.#each('submit', ready, (one) => load.submit(one));
    await this.#until('projects taken over', async () => (await load.projectsIn(null)) === projects);
    await this.#once('amend the deadline', () => load.closeCallAt(Date.now() + CLOSES_IN_MS));
    await this.#until('screening begins', async () => (await load.toScreen()).length === projects);
    await this.#each('shortlist', await load.toScreen(), (one) => load.shortlist(one));
    await this.#once('finish the screening', () => load.finishScreening());
    await this.#judge(crowd, projects * JUDGES_A_PROJECT);
    await this.#once('read the ranking', async () => {
      if ((await load.published()) !== projects) throw new Error('not every project is ranked');
    });
    await this.#until('projects are told', async () => (await load.projectsIn('SCORED')) === projects);
    return this.#phases;
  }

  async #judge(crowd: Awaited<ReturnType<typeof gather>>, sheets: number): Promise<void> {
    const { load } = this;
    await this.#once('form the panel', () => load.formPanel(crowd));
    let jobId = '';
    await this.#once('compute the assignment', async () => {
      jobId = await load.assignment(JUDGES_A_PROJECT, 'SUM');
    });
    await this.#once('accept it', () => load.acceptAssignment(jobId));
    await this.#until('tasks of the judges', async () => (await load.toScore()).length === sheets);
    const toScore = await load.toScore();
    await this.#each('type', toScore, (sheet) => load.type(sheet));
    await this.#each('lock', toScore, (sheet) => load.lock(sheet));
    await this.#once('close scoring', () => load.closeScoring());
  }

  async #each<One>(phase: string, all: readonly One[], run: (one: One, n: number) => Promise<void>): Promise<void> {
    const begun = performance.now();
    let done = 0;
    const { decision } = await underLoad(CLIENTS, all.length, async (n, _client, timed) => {
      const one = all[n];
      if (one !== undefined) await timed(() => run(one, n));
      done += 1;
      if (done % SHOW_EVERY === 0) this.say(`  ${phase}: ${done} / ${all.length}`);
    });
    this.#keep(phase, performance.now() - begun, decision);
  }

  async #once(phase: string, run: () => Promise<void>): Promise<void> {
    const begun = performance.now();
    await run();
    const took = performance.now() - begun;
    this.#keep(phase, took, latency([took]));
  }

  async #until(phase: string, holds: () => Promise<boolean>): Promise<void> {
    const took = await this.load.until(holds);
    this.#keep(phase, took, latency([took]));
  }

  #keep(phase: string, ms: number, requests: Latency): void {
    this.#phases.push({ phase, seconds: round(ms / 1000), requests });
    this.say(`  ${phase}: ${round(ms / 1000)} s, p95 ${requests.p95} ms, max ${requests.max} ms`);
  }
}

const SHOW_EVERY = 500;
