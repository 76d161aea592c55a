import { getExternalWorkflowHandle, isCancellation, setHandler } from '@temporalio/workflow';

import { AuthNotAllowed } from '#domain/errors.js';
import { type Actor, isFor } from '#domain/process/act.js';
import { type Assignee, pool } from '#domain/process/assignee.js';
import type { Limit } from '#domain/process/record.js';
import { PROJECT_TRANSITIONS, VENTURE_ROUND } from '#domain/venture-round/states.js';
import type { ProjectEvent, ProjectState } from '#domain/venture-round/states.js';
import type { CaseRun } from '../steps/case-run.js';
import { workflowIdOf } from '../steps/contract.js';
import { projectMoved } from '../venture-round/contract.js';
import type { Contract } from './money.js';
import type { Payments } from './payments.js';
import { roundMoved, type RoundNews, type VentureProjectInput } from './contract.js';

export type ProjectRun = CaseRun<ProjectState, ProjectEvent>;

/** A project under way: its case, and what its round has said so far. */
export class ProjectStory {
  readonly #news: RoundNews[];
  /** From the moment at which both sides have signed. */
  contract: Contract | null = null;
  payments: Payments | null = null;

  constructor(
    readonly run: ProjectRun,
    readonly input: VentureProjectInput,
  ) {
    this.#news = [...(input.news ?? [])];
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

  listen(): void {
    setHandler(roundMoved, (news) =>
      this.run.turn({ kind: 'CASE', event: news, caseNo: this.input.round.caseNo }, () => {
        this.#news.push(news);
        if (news === 'CANCELLED') this.cancel();
      }),
    );
    if (this.#news.includes('CANCELLED')) this.cancel();
  }

  /** Whether one of these was told and not yet taken. */
  isTold(...news: readonly RoundNews[]): boolean {
    return this.#news.some((one) => news.includes(one));
  }

  /** Takes the oldest of these that was told; null when none was. */
  take(...news: readonly RoundNews[]): RoundNews | null {
    const at = this.#news.findIndex((one) => news.includes(one));
    return at < 0 ? null : (this.#news.splice(at, 1)[0] ?? null);
  }

  /** Waits until one of these is told, and takes it. */
  async hear(...news: readonly RoundNews[]): Promise<RoundNews> {
    await this.run.until(() => this.isTold(...news));
    const told = this.take(...news);
    if (told === null) throw new Error('news that were told are gone');
    return told;
  }

  /** Tells the round that it may look at this project again. */
  async tellRound(): Promise<void> {
    const handle = getExternalWorkflowHandle(workflowIdOf(VENTURE_ROUND.slug, this.input.round.caseNo));
    try {
      await handle.signal(projectMoved, { caseId: this.input.caseId, state: this.run.state });
    } catch (error) {
      // A round that has ended needs to know nothing.
      if (isCancellation(error)) throw error;
    }
  }

  /** The project stands no more: its title is free again. Beside the move that ends it. */
  stepDown(): void {
    this.run.effect('venture-project/gone', {});
  }

  /** The round was cancelled: whatever the project waits for will not come. */
  cancel(): void {
    if (!Object.hasOwn(PROJECT_TRANSITIONS[this.run.state], 'roundCancelled')) return;
    this.run.move('roundCancelled');
    this.stepDown();
    this.run.closeAll('ROUND_CANCELLED');
    this.run.stop();
  }
}
