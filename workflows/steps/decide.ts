import type { z } from 'zod';

import { AuthNotAllowed } from '#domain/errors.js';
import { type Act, isFor } from '#domain/process/act.js';
import { type ActKind, AddSigner, type Duty, RemoveSigner, toAssignee, Vote } from '#domain/process/acts.js';
import { type Assignee, assigneeKey } from '#domain/process/assignee.js';
import {
  addSigner,
  type Ballot,
  castVote,
  openBallot,
  openSlots,
  outcome,
  reassign,
  removeSigner,
  type Rule,
  type Signer,
  type Slot,
  type SlotId,
} from '#domain/process/ballot.js';
import { SlotNotOpen } from '#domain/process/errors.js';
import type { Limit } from '#domain/process/record.js';
import type { Returned } from '#domain/process/route.js';
import type { CaseRun } from './case-run.js';
import { Ending } from './ending.js';
import type { OpenTask } from './open-task.js';
import { offerReturn, type ReturnSpec } from './return.js';
import type { StageMemory } from './stages.js';

export interface DecisionSpec<Stage extends string> {
  /** The act by which a signer votes: 签批 unless the matter has a fuller one of its own (批复). */
  readonly vote?: VoteKind;
  readonly kind: string;
  readonly rule: Rule;
  readonly signers: readonly Signer[];
  readonly duty: Duty;
  readonly limit: Limit | null;
  readonly returnTo?: ReturnSpec<Stage>;
  /** Runs before a vote counts: re-checks what must hold at the decision. Throws the refusal. */
  readonly guard?: (verdict: 'AGREE' | 'REFUSE' | 'ABSTAIN', act: Act) => void | Promise<void>;
}

/** An act that carries a verdict, whatever else it says. */
export type VoteKind = ActKind<string, z.ZodType<{ verdict: 'AGREE' | 'REFUSE' | 'ABSTAIN' }>>;

export type DecisionEnd<Stage extends string> =
  { readonly kind: 'AGREED' | 'REFUSED'; readonly by: Act } | Returned<Stage>;

/**
 * A decision by one or several signers under 会签, 或签, 票签 or 依次, with signers added before, after and beside,
 * removed, and their tasks transferred. docs/decision-rules.md says what each rule does in the odd cases.
 */
export async function decide<Stage extends string>(
  run: CaseRun,
  memory: StageMemory,
  spec: DecisionSpec<Stage>,
): Promise<DecisionEnd<Stage>> {
  const seats = new Seats(run, spec, memory);
  const ending = new Ending<DecisionEnd<Stage>>();
  const closing = [
    run.desk.offerOnTask(spec.vote ?? Vote, {
      concerns: seats.has,
      duty: spec.duty,
      check: ({ verdict }, asked, task) => {
        castVote(seats.ballot, seats.slotOf(task), voteOf(verdict, asked));
      },
      take: ({ verdict }, asked, task) => {
        const count = (): void => {
          seats.ballot = castVote(seats.ballot, seats.slotOf(task), voteOf(verdict, asked));
          seats.leave(task, verdict);
          const reached = outcome(seats.ballot);
          if (reached === 'OPEN') seats.fill();
          else ending.set({ kind: reached, by: asked });
        };
        const guarded = spec.guard?.(verdict, asked);
        if (guarded) return guarded.then(count);
        count();
      },
    }),
    run.desk.offerOnTask(AddSigner, {
      concerns: seats.has,
      check: ({ place, to, weight }, _asked, task) => {
        addSigner(seats.ballot, seats.slotOf(task), place, signerOf(to, weight));
      },
      take: ({ place, to, weight }, _asked, task) => {
        seats.ballot = addSigner(seats.ballot, seats.slotOf(task), place, signerOf(to, weight));
        seats.fill();
      },
    }),
    run.desk.offerOnTask(RemoveSigner, {
      concerns: seats.has,
      mayAct: ({ actor }, task) => isFor(task.assignee, actor) || isFor(run.input.leader, actor),
      check: ({ signer }, { actor }, task) => {
        const slot = seats.find(assigneeKey(toAssignee(signer)));
        const byOneself = slot.addedBy === seats.slotOf(task) && isFor(task.assignee, actor);
        if (!byOneself && !(slot.addedBy !== null && isFor(run.input.leader, actor))) throw new AuthNotAllowed();
        removeSigner(seats.ballot, slot.id);
      },
      take: ({ signer }) => {
        seats.ballot = removeSigner(seats.ballot, seats.find(assigneeKey(toAssignee(signer))).id);
        seats.fill();
      },
    }),
  ];
  if (spec.returnTo) {
    closing.push(
      offerReturn(run, spec.returnTo, seats.has, (returned) => {
        seats.forget();
        ending.set(returned);
      }),
    );
  }
  try {
    seats.fill();
    await run.until(ending.reached);
    seats.clear();
    return ending.get();
  } finally {
    for (const close of closing) close();
  }
}

type SeatClock = Pick<OpenTask, 'dueAt' | 'remindersSent' | 'pausedMs'>;

/** The tasks of the signers whose turn it is: what the ballot says and what is open are brought together here. */
class Seats {
  readonly #taken = new Map<SlotId, OpenTask>();
  /** Kept in the stage's memory, so that a return that resumes finds the votes that were cast. */
  ballot: Ballot;
  /** How far the limit had run at each seat when its task closed: the step has one limit, whoever's turn it is. */
  readonly #clocks = new Map<SlotId, SeatClock>();

  constructor(
    private readonly run: CaseRun,
    private readonly spec: Pick<DecisionSpec<string>, 'kind' | 'duty' | 'limit' | 'rule' | 'signers'>,
    private readonly memory: StageMemory,
  ) {
    this.ballot = isBallot(memory.kept) ? memory.kept : openBallot(spec.rule, spec.signers);
  }

  readonly has = (task: OpenTask): boolean => [...this.#taken.values()].includes(task);

  slotOf(task: OpenTask): SlotId {
    for (const [slot, taken] of this.#taken) if (taken === task) return slot;
    throw new SlotNotOpen();
  }

  find(key: string): Slot {
    const slot = this.ballot.slots.find(({ assignee }) => assigneeKey(assignee) === key);
    if (!slot) throw new SlotNotOpen();
    return slot;
  }

  leave(task: OpenTask, result: string): void {
    const { dueAt, remindersSent, pausedMs } = task;
    const slot = this.slotOf(task);
    this.#clocks.set(slot, { dueAt, remindersSent, pausedMs });
    this.#taken.delete(slot);
    this.run.close(task, result);
  }

  /** Opens a task for every slot whose turn has come, closes those whose turn has gone. */
  fill(): void {
    this.memory.kept = this.ballot;
    const turn = openSlots(this.ballot);
    for (const [slot, task] of [...this.#taken]) {
      if (turn.some(({ id }) => id === slot)) continue;
      const after = this.ballot.slots.find(({ id }) => id === slot);
      if (!after) this.leave(task, 'REMOVED');
      else this.leave(task, waitsForAdded(this.ballot, after) ? 'WAITS_FOR_ADDED_SIGNER' : 'NOT_NEEDED');
    }
    for (const slot of turn) if (!this.#taken.has(slot.id)) this.#taken.set(slot.id, this.#open(slot));
  }

  /** The tasks were closed by a return. */
  forget(): void {
    this.#taken.clear();
  }

  clear(): void {
    for (const task of [...this.#taken.values()]) this.leave(task, 'NOT_NEEDED');
  }

  /** The clock that the turn takes over: of those it waited for, of whoever added it, or its own before them. */
  #clockOf(slot: Slot): SeatClock | null {
    const before = [slot.id, ...slot.waitsFor, ...(slot.addedBy === null ? [] : [slot.addedBy])];
    const clocks = before.flatMap((id) => this.#running(id) ?? this.#clocks.get(id) ?? []);
    return clocks.reduce<SeatClock | null>(
      (latest, clock) => (latest === null || (clock.dueAt ?? 0) > (latest.dueAt ?? 0) ? clock : latest),
      null,
    );
  }

  #running(id: SlotId): SeatClock | null {
    const task = this.#taken.get(id);
    return task ? { dueAt: task.dueAt, remindersSent: task.remindersSent, pausedMs: task.pausedMs } : null;
  }

  #open(slot: Slot): OpenTask {
    const { kind, duty, limit } = this.spec;
    return this.run.open({
      kind,
      duty,
      limit,
      assignee: slot.assignee,
      ...this.#clockOf(slot),
      accepts: (to) => !this.ballot.slots.some((other) => other.id !== slot.id && isSame(other.assignee, to)),
      onReassign: (to) => {
        this.ballot = reassign(this.ballot, slot.id, to);
        this.memory.kept = this.ballot;
      },
    });
  }
}

const voteOf = (verdict: 'AGREE' | 'REFUSE' | 'ABSTAIN', { actor }: Act): Parameters<typeof castVote>[2] => ({
  verdict,
  voter: actor.userId,
  person: actor.personId,
  onBehalfOf: actor.onBehalfOf,
});

const signerOf = (to: Parameters<typeof toAssignee>[0], weight: number | undefined): Signer => ({
  assignee: toAssignee(to),
  ...(weight === undefined ? {} : { weight }),
});

const isSame = (one: Assignee, other: Assignee): boolean => assigneeKey(one) === assigneeKey(other);

/** Its turn comes again, when those who were added before it have voted. */
const waitsForAdded = ({ slots }: Ballot, slot: Slot): boolean =>
  slots.some(({ id, vote }) => slot.waitsFor.includes(id) && vote === null);

const isBallot = (kept: unknown): kept is Ballot => typeof kept === 'object' && kept !== null && 'slots' in kept;
