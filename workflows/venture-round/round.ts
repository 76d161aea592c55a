import { proxyActivities, setHandler } from '@temporalio/workflow';

import type { VentureRoundActivities } from '#activities/venture-round/venture-round.activities.js';
import { type Actor, isFor } from '#domain/process/act.js';
import { AuthNotAllowed } from '#domain/errors.js';
import { type Assignee, pool } from '#domain/process/assignee.js';
import type { Limit } from '#domain/process/record.js';
import type { RoundCall } from '#domain/venture-round/case-facts.js';
import type { RoundEvent, RoundState } from '#domain/venture-round/states.js';
import { VENTURE_PROJECT } from '#domain/venture-round/states.js';
import { announce, broadcast } from '../steps/broadcast.js';
import type { CaseRun } from '../steps/case-run.js';
import { workflowIdOf } from '../steps/contract.js';
import { PAGE, startInPage } from '../steps/start-page.js';
import { type RoundNews, roundMoved, VENTURE_PROJECT_WORKFLOW } from '../venture-project/contract.js';
import { projectMoved, projectSubmitted, type RoundMemory, type VentureRoundInput } from './contract.js';

export type RoundRun = CaseRun<RoundState, RoundEvent>;

/** What the two matters of a round ask of the world. Retried for as long as it takes. */
export const ask = proxyActivities<VentureRoundActivities>({
  startToCloseTimeout: '30s',
  retry: { initialInterval: '500ms', maximumInterval: '1 minute' },
});

/** What the workflow of a project is started with, as it was handed over. */
type Project = Readonly<Record<string, unknown>> & { readonly caseNo: string };

/** A round under way: its case, what it remembers, and its talk with its projects. */
export class RoundStory {
  #call: RoundCall | null;
  #told: number;
  /** Counts what projects have said, so that a phase that waits for them looks at the tables again. */
  #heard = 0;
  readonly #waiting: Project[] = [];
  #starting: Promise<void> | null = null;
  #pages = 0;
  /** Of the plan of awards that was proposed last, and of its notice. */
  planNo = 0;

  constructor(
    readonly run: RoundRun,
    readonly input: VentureRoundInput,
  ) {
    this.#call = input.round?.call ?? null;
    this.#told = input.round?.told ?? 0;
  }

  /** The published call. Only after it. */
  get call(): RoundCall {
    if (!this.#call) throw new Error('the round has no published call');
    return this.#call;
  }

  set call(call: RoundCall) {
    this.#call = call;
  }

  /** Everybody who organises the round. */
  get organisers(): Assignee {
    return pool(this.input.unitId, 'ROUND_ORGANISER');
  }

  /** Refuses whoever does not organise the round (AUTH_NOT_ALLOWED). */
  assertOrganiser(actor: Actor): void {
    if (!isFor(this.organisers, actor)) throw new AuthNotAllowed();
  }

  workingDays(length: number, from: number = Date.now()): Limit {
    return { unit: 'WD', length, from };
  }

  /** In a phase without a task: lets a round with a long history go on in a new run, which enters the same phase again. */
  allowRenewal(): () => void {
    const memory = (): RoundMemory => ({ call: this.#call, told: this.#told });
    const next = (carried: NonNullable<VentureRoundInput['carried']>): VentureRoundInput => ({
      ...this.input,
      carried,
      round: memory(),
    });
    return this.run.allowRenewal(next, this.input.actsPerRun);
  }

  /** How often a project has moved so far: a phase compares it with what it saw when it last looked. */
  get heard(): number {
    return this.#heard;
  }

  listen(): void {
    setHandler(projectSubmitted, (project) => this.#takeOver(project));
    setHandler(projectMoved, ({ state }) =>
      this.run.turn({ kind: 'TIME', event: `PROJECT_${state}` }, () => {
        this.#heard += 1;
      }),
    );
  }

  /** Tells all projects of the round; those that were being handed over are there by then. */
  async tell(news: RoundNews): Promise<void> {
    await this.#starting;
    await broadcast(...this.#newsOf(news));
  }

  /** Begins to tell them and does not wait: the act that brings the news is answered at once, however many projects there are. */
  async announce(news: RoundNews): Promise<void> {
    await this.#starting;
    await announce(...this.#newsOf(news));
  }

  #newsOf(news: RoundNews): Parameters<typeof broadcast> {
    this.#told += 1;
    const { caseId, matter, caseNo } = this.input;
    const name = `${workflowIdOf(matter, caseNo)}:news-${this.#told}`;
    return [name, { audience: 'round-projects', of: caseId, signal: roundMoved.name, args: [news] }];
  }

  /** What comes while a page is being started goes together with the next one. */
  async #takeOver(project: Project): Promise<void> {
    this.#waiting.push(project);
    this.#starting ??= this.#startWaiting();
    await this.#starting;
  }

  async #startWaiting(): Promise<void> {
    const { matter, caseNo } = this.input;
    while (this.#waiting.length > 0) {
      const page = this.#waiting.splice(0, PAGE).map((project) => ({
        workflow: VENTURE_PROJECT_WORKFLOW,
        workflowId: workflowIdOf(VENTURE_PROJECT.slug, project.caseNo),
        input: { ...project, news: this.#newsSoFar() },
      }));
      this.#pages += 1;
      await startInPage(`${workflowIdOf(matter, caseNo)}:projects-${this.#pages}`, page);
    }
    this.#starting = null;
  }

  /** A project that comes after the deadline was submitted before it: the API looked at the time of its arrival. */
  #newsSoFar(): readonly RoundNews[] {
    const { state } = this.run;
    if (state === 'CANCELLED') return ['CANCELLED'];
    return state === 'PLANNED' || state === 'CALL_OPEN' ? [] : ['SCREENING_BEGAN'];
  }
}
