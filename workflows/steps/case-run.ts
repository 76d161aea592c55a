import { allHandlersFinished, condition, continueAsNew, proxyLocalActivities, setHandler } from '@temporalio/workflow';

import type { RecordActivities } from '#activities/record/record.activities.js';
import { asId, type TaskId, type UserId } from '#domain/ids.js';
import type { Act } from '#domain/process/act.js';
import type { Assignee } from '#domain/process/assignee.js';
import type { CaseRecord, Cause, TaskChanged } from '#domain/process/record.js';
import { isFinal, next, stateOf, type TransitionTable } from '#domain/process/transitions.js';
import { Answers } from './answers.js';
import { type Change, isEmpty, nothingChanged, noteChange } from './change.js';
import { CaseClock } from './clock.js';
import { act, type CaseInput, caseView } from './contract.js';
import { Desk } from './desk.js';
import { Duties } from './duties.js';
import type { OpenTask, TaskSpec } from './open-task.js';
import { Pulse } from './pulse.js';
import { Turns } from './turns.js';
import { type NextInput, Renewal } from './renewal.js';

const { record } = proxyLocalActivities<RecordActivities>({
  startToCloseTimeout: '10s',
  retry: { initialInterval: '200ms', maximumInterval: '10s' },
});

/**
 * One case on its way: its state, its open tasks, and the only place from which anything of it is written.
 * Acts and times are taken one at a time (`turn`); each turn that changed something leaves exactly one record.
 */
export class CaseRun<State extends string = string, Event extends string = string> {
  readonly tasks = new Map<TaskId, OpenTask>();
  readonly desk: Desk;
  readonly duties: Duties;
  stage = '';
  /** When the story wants to be woken at the latest (a term's end); its own wait says what for. */
  alarmAt: number | null = null;
  #state: State;
  #seq: number;
  #hash: string;
  #tasksMade: number;
  #change: Change = nothingChanged();
  #moved = false;
  /** Whether the story of this run has come to its first rest. */
  #begun = false;
  readonly #turns = new Turns();
  #told = false;
  readonly #answers: Answers;
  readonly #pulse = new Pulse();
  readonly #renewal = new Renewal();
  readonly #clock: CaseClock;

  constructor(
    readonly input: CaseInput,
    private readonly table: TransitionTable<State, Event>,
    initial: State,
  ) {
    const { carried } = input;
    this.#state = carried ? stateOf(table, carried.state) : initial;
    this.#seq = carried?.seq ?? 0;
    this.#hash = carried?.hash ?? '';
    this.#tasksMade = carried?.tasksMade ?? 0;
    this.duties = new Duties(carried?.duties);
    if (!carried && input.openedByOffice !== true) this.duties.note(input.applicant, 'SUBMIT');
    this.desk = new Desk(this.tasks, this.duties, () => this.#state);
    this.#answers = new Answers(this, () => this.#renewal.countAct());
    this.#clock = new CaseClock(this);
  }

  get state(): State {
    return this.#state;
  }

  /** Tells the story of the case from here to its end, or to where it continues as new. */
  async carryOut(story: () => Promise<void>): Promise<void> {
    const begun = this.turn(this.#startCause(), () => {
      this.#tell(story);
    });
    // Only now: an act that waited for its handler takes its turn at once, and the story's beginning comes before it.
    this.#listen();
    await begun;
    this.#begun = true;
    // A case may end, or be renewed, by a time and without a handler: its last record must be written all the same.
    const isQuiet = (): boolean => this.#turns.count === 0 && allHandlersFinished();
    await condition(() => (this.#told || (this.tasks.size === 0 && this.#renewal.isDue)) && isQuiet());
    const next = this.#told ? null : this.#renewal.next;
    if (next) await continueAsNew(next(this.carry()));
  }

  /**
   * The record with which the case begins, without a workflow: for the transaction in which the case is born, so that its tasks are there
   * at once. The workflow makes the same record later, which is a repetition then. Only of a story that comes to rest without an activity.
   */
  async firstRecord(story: () => Promise<void>): Promise<CaseRecord> {
    this.#tell(story);
    await this.#pulse.rest();
    const first = this.#nextRecord(this.#startCause());
    if (!first) throw new Error(`case ${this.input.caseNo} does not begin here`);
    return first;
  }

  /**
   * While the story rests in a long phase without a task: lets the case go on in a new run (continue-as-new) when its
   * history grows long, at the latest after `afterActs` acts. `next` says where the story takes up. Until the returned function is called.
   */
  allowRenewal(next: NextInput, afterActs = 1000): () => void {
    return this.#renewal.allow(next, afterActs);
  }

  /** Moves along the declared transitions; an event that the state does not know is refused. */
  move(event: Event): void {
    this.#state = next(this.table, this.#state, event);
    this.#moved = true;
  }

  /** Refuses an event that the present state does not allow, before anything is done. */
  assertPossible(event: Event): void {
    next(this.table, this.#state, event);
  }

  open(spec: TaskSpec): OpenTask {
    this.#tasksMade += 1;
    const task: OpenTask = {
      ...spec,
      taskId: asId<TaskId>(`${this.input.caseId}-t${this.#tasksMade}`),
      stage: this.stage,
      openedAt: Date.now(),
      origin: spec.assignee,
      dueAt: spec.dueAt ?? null,
      remindersSent: spec.remindersSent ?? 0,
      pausedMs: spec.pausedMs ?? 0,
      claimedBy: null,
      excluded: new Set(),
      suspended: null,
    };
    this.tasks.set(task.taskId, task);
    const { taskId, stage, kind, assignee, limit, dueAt } = task;
    this.#change.opened.push({ taskId, stage, kind, assignee, limit, ...(dueAt === null ? {} : { dueAt }) });
    return task;
  }

  close(task: OpenTask, outcome: string): void {
    if (!this.tasks.delete(task.taskId)) return;
    // A task that opens and closes within one turn was never there for anybody.
    const unseen = this.#change.opened.findIndex(({ taskId }) => taskId === task.taskId);
    this.#change.changed = this.#change.changed.filter(({ taskId }) => taskId !== task.taskId);
    if (unseen >= 0) this.#change.opened.splice(unseen, 1);
    else this.#change.closedTasks.push({ taskId: task.taskId, outcome });
  }

  closeAll(outcome: string): void {
    for (const task of [...this.tasks.values()]) this.close(task, outcome);
  }

  reassign(task: OpenTask, to: Assignee, claimedBy: UserId | null = null): void {
    task.onReassign?.(to);
    task.assignee = to;
    task.claimedBy = claimedBy;
    this.#note({ taskId: task.taskId, assignee: to, claimedBy });
  }

  /** Stops a task's clock for a legal ground; it starts again by itself at `until`, or when its step resumes it. */
  suspend(task: OpenTask, ground: string, until: number | null): void {
    task.suspended = { ground, since: Date.now(), until };
    this.#note({ taskId: task.taskId, suspend: { ground } });
  }

  resume(task: OpenTask): void {
    if (task.suspended) task.pausedMs += Date.now() - task.suspended.since;
    task.suspended = null;
    this.#note({ taskId: task.taskId, resume: true });
  }

  /** Asks for the due date of a task again whose calendar year was not loaded. */
  askDueAgain(task: OpenTask): void {
    if (task.limit) this.#note({ taskId: task.taskId, limit: task.limit });
  }

  /** Gives a task another end (epoch ms) and other reminders: an extension, a closing day that moved. */
  postpone(task: OpenTask, dueAt: number, remindAt: readonly number[]): void {
    task.remindAt = remindAt;
    task.remindersSent = remindAt.filter((instant) => instant <= Date.now()).length;
    this.#note({ taskId: task.taskId, dueAt });
  }

  markEscalated(task: OpenTask): void {
    this.#note({ taskId: task.taskId, escalated: true });
  }

  notify(to: Assignee, kind: string, params: Readonly<Record<string, string | number | null>> = {}): void {
    this.#change.notices.push({ to, kind, params });
  }

  copy(to: Assignee): void {
    this.#change.copies.push(to);
  }

  exclude(task: OpenTask, userId: UserId, ground: string): void {
    task.excluded.add(userId);
    this.#change.recusals.push({ taskId: task.taskId, userId, ground });
  }

  /** What a matter's own tables show too, in the same transaction as the record. */
  effect(kind: string, data: Readonly<Record<string, unknown>>): void {
    this.#change.effects.push({ kind, data });
  }

  /** Waits, within the story, until an act or a time makes `ready` hold. */
  until(ready: () => boolean): Promise<void> {
    return this.#pulse.until(ready);
  }

  /** Runs a second strand of the story beside the first (a limit of the whole case, a parallel step). */
  beside(strand: () => Promise<void>): void {
    this.#pulse.run(strand);
  }

  /** The number of the last record. */
  get seq(): number {
    return this.#seq;
  }

  /** The number that the record of the present turn will have; papers issued in it are keyed by it. */
  get nextSeq(): number {
    return this.#seq + 1;
  }

  /** Ends the story from outside: nothing waits any more. */
  stop(): void {
    this.#pulse.stop();
  }

  /** Takes one act or time: changes, lets the story go on until it rests, records. Throwing before a change changes nothing. */
  async turn(cause: Cause, body: () => void | Promise<void>, recorded?: () => void, again = false): Promise<void> {
    await this.#turns.take(cause.kind === 'ACT' && again);
    try {
      try {
        const pending = this.#pulse.take(body);
        if (pending) await pending;
      } catch (error) {
        this.#unlessChanged(error);
      }
      const resting = this.#pulse.rest();
      if (resting) await resting;
      const next = this.#nextRecord(cause);
      if (next) await this.#write(next);
      recorded?.();
      this.#clock.arm();
    } finally {
      this.#turns.leave();
    }
  }

  /** What the next run needs to go on where this one stops. Only between turns, with no task open. */
  carry(): NonNullable<CaseInput['carried']> {
    return {
      state: this.#state,
      seq: this.#seq,
      hash: this.#hash,
      tasksMade: this.#tasksMade,
      handled: this.#answers.entries(),
      duties: this.duties.entries(),
    };
  }

  #tell(story: () => Promise<void>): void {
    this.#pulse.run(async () => {
      try {
        await story();
      } finally {
        this.#told = true;
        this.closeAll('NOT_NEEDED');
        this.stop();
      }
    });
  }

  #note(change: TaskChanged): void {
    noteChange(this.#change, change);
  }

  /** A refusal leaves no trace. What a body changed before it threw would go into somebody else's record: a defect. */
  #unlessChanged(error: unknown): never {
    if (!this.#moved && isEmpty(this.#change)) throw error;
    throw new Error(`an act was refused after it had changed the case: ${String(error)}`, { cause: error });
  }

  #listen(): void {
    setHandler(caseView, () => ({
      caseNo: this.input.caseNo,
      state: this.#state,
      seq: this.#seq,
      hash: this.#hash,
      openTasks: [...this.tasks.keys()],
    }));
    setHandler(act, (asked) => this.#answers.give(asked), {
      validator: (asked: Act) => {
        // An act that comes with the first task of a run finds no step ready yet: its own turn judges it.
        if (this.#begun) this.#answers.validate(asked);
      },
    });
  }

  #startCause(): Cause {
    const { applicant, requestId, carried } = this.input;
    return carried ? { kind: 'TIME', event: 'CONTINUED' } : { kind: 'START', actor: applicant, requestId };
  }

  /** What the turn leaves to be written; null when it changed nothing, or was a repetition. */
  #nextRecord(cause: Cause): CaseRecord | null {
    const changed = this.#moved || !isEmpty(this.#change);
    if (cause.kind === 'TIME' && !changed) return null;
    if (cause.kind === 'ACT' && this.#answers.has(cause.requestId)) return null;
    const change = this.#change;
    this.#change = nothingChanged();
    this.#moved = false;
    return {
      caseId: this.input.caseId,
      seq: this.#seq + 1,
      at: Date.now(),
      prevHash: this.#hash,
      cause,
      stage: this.stage,
      state: this.#state,
      closed: this.#told || isFinal(this.table, this.#state),
      ...change,
    };
  }

  async #write(next: CaseRecord): Promise<void> {
    try {
      const { begun } = this.input;
      const { hash, due } = begun && next.seq === 1 ? begun : await record(next);
      this.#seq = next.seq;
      this.#hash = hash;
      for (const [taskId, dueAt] of Object.entries(due)) {
        const task = this.tasks.get(asId<TaskId>(taskId));
        if (task) task.dueAt = dueAt;
      }
    } catch (error) {
      // A record that cannot be written is a defect of ours: the workflow task fails and is tried again, the case does not.
      throw new Error(`record ${next.seq} of ${next.caseId} was not written: ${String(error)}`, { cause: error });
    }
  }
}
