import type { z } from 'zod';

import { AuthNotAllowed, CaseStateConflict, type DomainError } from '#domain/errors.js';
import { type Act, type Actor, isFor } from '#domain/process/act.js';
import type { ActKind, Duty } from '#domain/process/acts.js';
import { RecusalRequired, SlotNotOpen } from '#domain/process/errors.js';
import type { Duties } from './duties.js';
import type { OpenTask } from './open-task.js';

/** One act that a step is ready to answer just now. `check` refuses without a trace; `take` carries it out. */
interface Offer {
  readonly kind: string;
  readonly duty: Duty | null;
  readonly concerns: (task: OpenTask | null) => boolean;
  readonly check: (act: Act, task: OpenTask | null) => void;
  readonly take: (act: Act, task: OpenTask | null) => void | Promise<void>;
}

/**
 * The facts of an act. The API parsed them by the kind's own schema before it sent the act; here they are only taken, because
 * making schemas is most of what a case would cost.
 */
export const factsIn = <F extends z.ZodType>(_kind: ActKind<string, F>, act: Act): z.output<F> =>
  act.facts as z.output<F>;

/** How a step answers an act on one of its own tasks. */
export interface TaskOffer<Facts> {
  readonly concerns: (task: OpenTask) => boolean;
  /** Absent: the task's holder only. */
  readonly mayAct?: (act: Act, task: OpenTask) => boolean;
  /** Also while the task is suspended. */
  readonly whileSuspended?: true;
  /** Also for those who may not decide on it because of a conflict of interest. */
  readonly evenIfBarred?: true;
  readonly duty?: Duty;
  readonly check?: (facts: Facts, act: Act, task: OpenTask) => void;
  readonly take: (facts: Facts, act: Act, task: OpenTask) => void | Promise<void>;
}

/** How a step answers an act on the case as a whole. */
export interface CaseOffer<Facts> {
  readonly check?: (facts: Facts, act: Act) => void;
  readonly take: (facts: Facts, act: Act) => void | Promise<void>;
}

export interface Found {
  readonly offer: Offer;
  readonly task: OpenTask | null;
}

/** The counter of a case: which acts are possible now, on which task, by whom. What nobody offers is refused. */
export class Desk {
  readonly #offers = new Set<Offer>();

  constructor(
    private readonly tasks: ReadonlyMap<string, OpenTask>,
    private readonly duties: Duties,
    private readonly state: () => string,
  ) {}

  /** Offers an act on tasks until the returned function is called. */
  offerOnTask<K extends string, F extends z.ZodType>(kind: ActKind<K, F>, answer: TaskOffer<z.output<F>>): () => void {
    const duty = answer.duty ?? kind.duty ?? null;
    return this.#put({
      kind: kind.kind,
      duty,
      concerns: (task) => task !== null && answer.concerns(task),
      check: (act, task) => {
        if (task === null) throw new SlotNotOpen();
        this.#checkHolder(act, task, duty, answer);
        answer.check?.(factsIn(kind, act), act, task);
      },
      take: (act, task) => {
        if (task === null) throw new SlotNotOpen();
        return answer.take(factsIn(kind, act), act, task);
      },
    });
  }

  /** Offers an act on the case until the returned function is called. */
  offerOnCase<K extends string, F extends z.ZodType>(kind: ActKind<K, F>, answer: CaseOffer<z.output<F>>): () => void {
    return this.#put({
      kind: kind.kind,
      duty: kind.duty ?? null,
      concerns: () => true,
      check: (act) => answer.check?.(factsIn(kind, act), act),
      take: (act) => answer.take(factsIn(kind, act), act),
    });
  }

  /** The offer that answers this act, checked; throws the refusal otherwise. */
  find(act: Act): Found {
    const ofKind = [...this.#offers].filter((offer) => offer.kind === act.kind);
    if (ofKind.length === 0) throw new CaseStateConflict(this.state(), act.kind);
    const task = act.taskId === null ? null : this.tasks.get(act.taskId);
    if (task === undefined) throw new SlotNotOpen();
    const offer = ofKind.find(({ concerns }) => concerns(task));
    if (!offer) throw new CaseStateConflict(this.state(), act.kind);
    offer.check(act, task);
    return { offer, task };
  }

  #put(offer: Offer): () => void {
    this.#offers.add(offer);
    return () => this.#offers.delete(offer);
  }

  #checkHolder(
    act: Act,
    task: OpenTask,
    duty: Duty | null,
    { mayAct, whileSuspended, evenIfBarred }: Pick<TaskOffer<never>, 'mayAct' | 'whileSuspended' | 'evenIfBarred'>,
  ): void {
    const { actor } = act;
    if (!(mayAct ? mayAct(act, task) : isFor(task.assignee, actor))) throw notTheirs(task, actor);
    if (task.personal && actor.onBehalfOf !== null) throw new AuthNotAllowed();
    if (task.suspended && !whileSuspended) throw new SlotNotOpen();
    const barred =
      task.excluded.has(actor.userId) || (actor.onBehalfOf !== null && task.excluded.has(actor.onBehalfOf));
    if (barred && !evenIfBarred) throw new RecusalRequired('RECUSED');
    if (duty) this.duties.assertFree(actor, duty);
  }
}

/** A colleague of the same pool was quicker, or the task is nobody's business of theirs. */
const notTheirs = (task: OpenTask, actor: Actor): DomainError =>
  task.claimedBy !== null && isFor(task.origin, actor) ? new SlotNotOpen() : new AuthNotAllowed();
