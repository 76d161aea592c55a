import type { UserId } from '#domain/ids.js';
import { AnswerObjection, NoticeOver, ObjectionPending, ObjectTo } from '#domain/process/publicity-acts.js';
import type { Assignee } from '#domain/process/assignee.js';
import { person } from '#domain/process/assignee.js';
import type { Limit } from '#domain/process/record.js';
import type { CaseRun } from './case-run.js';
import type { OpenTask } from './open-task.js';

/** What became of something to which an objection was right. */
export type Remedy = 'OUT' | 'AGAIN';

export interface PublicitySpec {
  /** From 1; an objection names the notice that it is about. */
  readonly no: number;
  /** Keeps the notice and answers the objections. */
  readonly keeper: Assignee;
  readonly limit: (from: number) => Limit;
  readonly answerLimit: (from: number) => Limit;
  /** The notice has ended: everything in it stands, except what waits for an answer or was objected to rightly. */
  readonly onStands: (except: ReadonlySet<string>) => void | Promise<void>;
  /** The last objection to this one was rejected after the notice: it stands too. */
  readonly onCleared: (subject: string) => void | Promise<void>;
}

interface Objection {
  readonly objectionId: string;
  readonly subject: string;
  /** The person, or the account of somebody who is nobody in the records. */
  readonly by: string;
  readonly userId: UserId;
}

/**
 * 公示: a notice for so many working days. Whoever is named may object to one thing in it; every objection is a task of
 * its own with its own limit, and holds that one thing only. The notice ends by its time; the step ends when every
 * objection is answered too, and says to what one was right. An objection comes in one turn and the end in another, so
 * whichever is first counts: an objection is taken, or refused because the notice is over, and none gets lost.
 */
export async function publicity(run: CaseRun, spec: PublicitySpec): Promise<ReadonlyMap<string, Remedy>> {
  const notice = new PublicNotice(run, spec);
  const closing = [
    run.desk.offerOnCase(ObjectTo, {
      check: ({ notice: asked, subject }, { actor }) => {
        notice.assertOpen(asked);
        notice.assertFirst(subject, actor.personId ?? actor.userId);
      },
      take: ({ subject, objectionId }, { actor }) => {
        notice.object({ objectionId, subject, by: actor.personId ?? actor.userId, userId: actor.userId });
      },
    }),
    run.desk.offerOnTask(AnswerObjection, {
      concerns: notice.holds,
      take: ({ result, remedy }, { requestId }, task) =>
        notice.answer(task, result === 'UPHELD' ? remedy : null, requestId),
    }),
  ];
  try {
    notice.open();
    await run.until(() => notice.over);
    await spec.onStands(notice.doubtful());
    notice.told = true;
    await run.until(() => notice.isAnswered);
    run.effect('publicity/settled', { no: spec.no, upheld: notice.upheld.size });
    return notice.upheld;
  } finally {
    for (const close of closing) close();
  }
}

class PublicNotice {
  over = false;
  /** Whether everybody was told what stands. */
  told = false;
  readonly upheld = new Map<string, Remedy>();
  readonly #pending = new Map<OpenTask, Objection>();
  #task: OpenTask | null = null;

  constructor(
    private readonly run: CaseRun,
    private readonly spec: PublicitySpec,
  ) {}

  readonly holds = (task: OpenTask): boolean => this.#pending.has(task);

  get isAnswered(): boolean {
    return this.#pending.size === 0;
  }

  open(): void {
    const { no, keeper, limit } = this.spec;
    this.#task = this.run.open({
      kind: 'PUBLIC_NOTICE',
      assignee: keeper,
      duty: null,
      limit: limit(Date.now()),
      onLapse: () => {
        this.over = true;
        this.run.effect('publicity/ended', { no });
      },
    });
    this.run.effect('publicity/opened', { no, taskId: this.#task.taskId });
  }

  assertOpen(asked: number): void {
    const { no } = this.spec;
    const dueAt = this.#task?.dueAt ?? null;
    // The timer may fire a moment late: an objection after the last second is too late all the same.
    if (asked !== no || this.over || (dueAt !== null && Date.now() > dueAt)) throw new NoticeOver(asked, no);
  }

  assertFirst(subject: string, by: string): void {
    for (const known of this.#pending.values())
      if (known.subject === subject && known.by === by) throw new ObjectionPending(subject);
  }

  object(objection: Objection): void {
    const { keeper, answerLimit, no } = this.spec;
    const task = this.run.open({
      kind: 'ANSWER_OBJECTION',
      assignee: keeper,
      duty: null,
      limit: answerLimit(Date.now()),
    });
    this.#pending.set(task, objection);
    // Nobody answers their own objection.
    const { objectionId, subject, userId } = objection;
    this.run.exclude(task, userId, 'OBJECTOR');
    this.run.effect('publicity/objected', { no, objectionId, subject, taskId: task.taskId });
    this.run.notify(person(userId), 'OBJECTION_TAKEN', { caseNo: this.run.input.caseNo, objectionId });
    this.run.notify(keeper, 'OBJECTION_RAISED', { caseNo: this.run.input.caseNo, objectionId });
  }

  async answer(task: OpenTask, remedy: Remedy | null, requestId: string): Promise<void> {
    const objection = this.#pending.get(task);
    if (!objection) return;
    const { subject, objectionId, userId } = objection;
    this.#pending.delete(task);
    this.run.close(task, remedy === null ? 'REJECTED' : 'UPHELD');
    // Out is out, whatever another objection to the same led to.
    if (remedy !== null && this.upheld.get(subject) !== 'OUT') this.upheld.set(subject, remedy);
    const result = remedy === null ? 'REJECTED' : 'UPHELD';
    this.run.effect('publicity/answered', { objectionId, result, remedy, requestId });
    this.run.notify(person(userId), 'OBJECTION_ANSWERED', { caseNo: this.run.input.caseNo, objectionId, result });
    if (this.told && !this.doubtful().has(subject)) await this.spec.onCleared(subject);
  }

  /** What does not stand: it waits for an answer, or an objection to it was right. */
  doubtful(): ReadonlySet<string> {
    return new Set([...this.upheld.keys(), ...[...this.#pending.values()].map(({ subject }) => subject)]);
  }
}
