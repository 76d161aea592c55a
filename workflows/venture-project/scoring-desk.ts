import { AuthNotAllowed } from '#domain/errors.js';
import { type Actor, isFor } from '#domain/process/act.js';
import { person, pool } from '#domain/process/assignee.js';
import { RecusalRequired, SlotNotOpen } from '#domain/process/errors.js';
import { AskUnlock, LockSheet, RecuseJudge, UnlockSheet } from '#domain/venture-round/judging-acts.js';
import type { OpenTask } from '../steps/open-task.js';
import { askAtOnce, granted } from '../venture-round/judging-world.js';
import type { ProjectStory } from './project.js';

interface JudgeTask {
  readonly judgeId: string;
  readonly userId: string;
  /** null once the sheet is locked. */
  task: OpenTask | null;
}

/** The judges of one project: each has a task of their own until the sheet is locked. Marks never come here. */
export class ScoringDesk {
  #judges: JudgeTask[] = [];

  constructor(private readonly story: ProjectStory) {}

  /** Looks the judges up: a task for each who has to score, none any more for those who were replaced. */
  async callJudges(): Promise<void> {
    const { run, input } = this.story;
    const wanted = await askAtOnce.judgesOf(input.caseId);
    for (const { judgeId, task } of this.#judges)
      if (task && !wanted.some((judge) => judge.judgeId === judgeId)) run.close(task, 'REPLACED');
    this.#judges = wanted.map(({ judgeId, userId, locked }) => {
      const known = this.#judges.find((judge) => judge.judgeId === judgeId);
      if (known) return known;
      return { judgeId, userId, task: locked ? null : this.#open(userId) };
    });
  }

  /** Offers locking, stepping back and unlocking until the returned function is called. */
  offer(): () => void {
    const closing = [this.#offerLock(), this.#offerRecuse(), this.#offerUnlock()];
    return () => closing.forEach((close) => close());
  }

  #open(userId: string): OpenTask {
    const { run, input } = this.story;
    const assignee = person(userId);
    run.notify(assignee, 'JUDGE_ASSIGNED', { caseNo: input.caseNo, roundNo: input.round.caseNo });
    return run.open({ kind: 'SCORE', assignee, duty: null, limit: null, personal: true });
  }

  #key(judgeId: string) {
    return { roundId: this.story.input.round.caseId, projectId: this.story.input.caseId, judgeId };
  }

  #judgeOf(task: OpenTask): JudgeTask {
    const judge = this.#judges.find((one) => one.task === task);
    if (!judge) throw new SlotNotOpen();
    return judge;
  }

  #offerLock(): () => void {
    const { run } = this.story;
    return run.desk.offerOnTask(LockSheet, {
      concerns: ({ kind }) => kind === 'SCORE',
      take: async ({ sheet = '' }, _act, task) => {
        const judge = this.#judgeOf(task);
        granted(await askAtOnce.holdForLock({ ...this.#key(judge.judgeId), sealId: sheet }));
        run.close(task, 'LOCKED');
        judge.task = null;
        run.effect('venture-project/sheet-locked', { judgeId: judge.judgeId, sealId: sheet });
      },
    });
  }

  #offerRecuse(): () => void {
    const { run, input } = this.story;
    return run.desk.offerOnTask(RecuseJudge, {
      concerns: ({ kind }) => kind === 'SCORE',
      take: ({ ground }, _act, task) => {
        const { judgeId } = this.#judgeOf(task);
        run.close(task, 'RECUSED');
        this.#judges = this.#judges.filter((judge) => judge.judgeId !== judgeId);
        run.effect('venture-project/judge-recused', { judgeId, ground });
        run.notify(this.story.organisers, 'JUDGE_RECUSED', { caseNo: input.caseNo, roundNo: input.round.caseNo });
      },
    });
  }

  /** 解锁: the organiser asks, the auditor decides; never one and the same person. */
  #offerUnlock(): () => void {
    const { run, input } = this.story;
    const asked = new Map<OpenTask, { readonly judge: JudgeTask; readonly by: Actor }>();
    const closing = [
      run.desk.offerOnCase(AskUnlock, {
        check: ({ judgeId }, { actor }) => {
          if (!isFor(this.story.organisers, actor)) throw new AuthNotAllowed();
          if (!this.#judges.some((judge) => judge.judgeId === judgeId && judge.task === null)) throw new SlotNotOpen();
          if ([...asked.values()].some(({ judge }) => judge.judgeId === judgeId)) throw new SlotNotOpen();
        },
        take: ({ judgeId }, { actor }) => {
          const judge = this.#judges.find((one) => one.judgeId === judgeId);
          if (!judge) throw new SlotNotOpen();
          const assignee = pool(input.unitId, 'SUPERVISOR_AUDITOR');
          const task = run.open({ kind: 'UNLOCK_SHEET', assignee, duty: null, limit: null });
          asked.set(task, { judge, by: actor });
        },
      }),
      run.desk.offerOnTask(UnlockSheet, {
        concerns: (task) => asked.has(task),
        check: (_facts, { actor }, task) => {
          const by = asked.get(task)?.by;
          if (by && isSamePerson(by, actor)) throw new RecusalRequired('ACTED_BEFORE');
        },
        take: async ({ verdict }, { actor }, task) => {
          const request = asked.get(task);
          if (!request) throw new SlotNotOpen();
          const { judge, by } = request;
          if (verdict === 'AGREE') granted(await askAtOnce.holdForUnlock(this.#key(judge.judgeId)));
          asked.delete(task);
          run.close(task, verdict);
          if (verdict === 'REFUSE') return;
          const parties = { organiserId: by.userId, auditorId: actor.userId };
          run.effect('venture-project/sheet-unlocked', { judgeId: judge.judgeId, ...parties });
          judge.task = this.#open(judge.userId);
        },
      }),
    ];
    return () => closing.forEach((close) => close());
  }
}

const isSamePerson = (one: Actor, other: Actor): boolean =>
  one.userId === other.userId || (one.personId !== null && one.personId === other.personId);
