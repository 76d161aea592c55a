import type { RequestId } from '#domain/ids.js';
import type { Act, ActResult } from '#domain/process/act.js';
import { VersionConflict } from '#domain/process/errors.js';
import type { Cause } from '#domain/process/record.js';
import type { CaseRun } from './case-run.js';
import type { Found } from './desk.js';
import { refuse } from './refuse.js';

/** How a case answers acts: each request is carried out once, and answered alike however often it comes. */
export class Answers {
  readonly #given: Map<RequestId, ActResult>;

  constructor(
    private readonly run: Pick<CaseRun, 'input' | 'state' | 'seq' | 'desk' | 'duties' | 'turn'>,
    private readonly answered: () => void,
  ) {
    this.#given = new Map(run.input.carried?.handled);
  }

  /** Whether the very request was carried out before. */
  has(requestId: RequestId): boolean {
    return this.#given.has(requestId);
  }

  /** What the next run carries along: Temporal forgets the ids of Updates at continue-as-new. */
  entries(): readonly (readonly [RequestId, ActResult])[] {
    return [...this.#given.entries()];
  }

  /** Refuses, without a trace, what nothing offers to answer just now. */
  validate(asked: Act): void {
    if (this.has(asked.requestId)) return;
    try {
      this.#find(asked);
    } catch (error) {
      throw refuse(error);
    }
  }

  /** Takes the act in its turn, and answers when its record is written. */
  async give(asked: Act): Promise<ActResult> {
    const { actor, requestId, kind, taskId, facts } = asked;
    const cause: Cause = { kind: 'ACT', act: kind, actor, requestId, taskId, verdict: verdictOf(facts) };
    const recorded = (): void => this.#remember(asked);
    try {
      await this.run.turn(cause, () => this.#carryOut(asked), recorded, asked.again === true);
    } catch (error) {
      throw refuse(error);
    }
    const result = this.#given.get(requestId);
    if (!result) throw new Error(`no result was kept for request ${requestId}`);
    return result;
  }

  #carryOut(asked: Act): void | Promise<void> {
    if (this.has(asked.requestId)) return;
    const { offer, task } = this.#find(asked);
    const done = (): void => {
      if (offer.duty) this.run.duties.note(asked.actor, offer.duty);
    };
    const pending = offer.take(asked, task);
    if (pending) return pending.then(done);
    done();
  }

  #remember({ requestId, fingerprint }: Act): void {
    if (this.has(requestId)) return;
    const { input, seq, state } = this.run;
    this.#given.set(requestId, { caseNo: input.caseNo, seq, state, fingerprint });
    this.answered();
  }

  /** What cannot be done any more says so; what still can, but was decided on an older version of the case, is to be looked at again. */
  #find(asked: Act): Found {
    const found = this.run.desk.find(asked);
    const { seenSeq } = asked;
    if (seenSeq !== null && seenSeq !== this.run.seq) throw new VersionConflict(seenSeq, this.run.seq);
    return found;
  }
}

/** What an act says, under whichever of these names its facts say it. */
function verdictOf(facts: unknown): string | null {
  if (typeof facts !== 'object' || facts === null) return null;
  const said = Object.entries(facts).find(([name]) => ['verdict', 'answer', 'result'].includes(name));
  return typeof said?.[1] === 'string' ? said[1] : null;
}
