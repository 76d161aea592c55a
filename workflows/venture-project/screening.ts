import { shanghaiDate } from '#domain/calendar/shanghai-day.js';
import { DomainError } from '#domain/errors.js';
import { Resubmit } from '#domain/process/acts.js';
import { person } from '#domain/process/assignee.js';
import { SupplementUsed } from '#domain/process/errors.js';
import {
  DecideRefusal,
  MoveClass,
  ProposeRefusal,
  ReturnForCure,
  Shortlist,
} from '#domain/venture-round/project-acts.js';
import type { ScreenFacts } from '#domain/venture-round/case-facts.js';
import type { OpenTask } from '../steps/open-task.js';
import { ask } from '../venture-round/round.js';
import type { ProjectStory } from './project.js';

/**
 * 资格审查: machine checks with the clause that each rests on; an officer shortlists, returns once for correction, or proposes a refusal
 * that a second officer checks. Begins when the call has closed.
 */
export async function screening(story: ProjectStory): Promise<void> {
  await story.hear('SCREENING_BEGAN');
  const { screenWD } = await checked(story);
  const desk = new ScreeningDesk(story, screenWD);
  try {
    await story.run.until(() => desk.isDone);
  } finally {
    desk.close();
  }
}

const checked = (story: ProjectStory): Promise<ScreenFacts> =>
  ask.screen({ caseId: story.input.caseId, on: shanghaiDate(Date.now()) });

/** The officer's desk: one task until the project is in or out. */
class ScreeningDesk {
  isDone = false;
  #returned = false;
  #answer: OpenTask | null = null;
  #refusal: OpenTask | null = null;
  readonly #task: OpenTask;
  readonly #closing: readonly (() => void)[];

  constructor(
    private readonly story: ProjectStory,
    screenWD: number,
  ) {
    this.#task = story.run.open({
      kind: 'SCREEN',
      assignee: story.organisers,
      duty: 'REVIEW',
      limit: story.workingDays(screenWD),
    });
    this.#closing = [this.#offerShortlist(), this.#offerClass(), ...this.#offerReturn(), ...this.#offerRefusal()];
  }

  close(): void {
    for (const close of this.#closing) close();
  }

  #offerShortlist(): () => void {
    const { run } = this.story;
    return run.desk.offerOnTask(Shortlist, {
      concerns: (task) => task === this.#task,
      take: async () => {
        const { refusal } = await checked(this.story);
        if (refusal) throw new DomainError(refusal);
        run.move('shortlist');
        run.effect('venture-project/shortlisted', {});
        this.#tellApplicant('SHORTLISTED');
        this.#end('SHORTLISTED');
      },
    });
  }

  #offerClass(): () => void {
    const { run, input } = this.story;
    return run.desk.offerOnTask(MoveClass, {
      concerns: (task) => task === this.#task,
      take: async ({ class: to }, { requestId }) => {
        const refusal = await ask.classMove({ caseId: input.caseId, class: to });
        if (refusal) throw new DomainError(refusal);
        run.effect('venture-project/class', { to, requestId });
        this.#tellApplicant('CLASS_MOVED', { class: to });
      },
    });
  }

  #offerReturn(): (() => void)[] {
    const { run, input } = this.story;
    const applicant = person(input.applicant.userId);
    return [
      run.desk.offerOnTask(ReturnForCure, {
        concerns: (task) => task === this.#task,
        check: () => {
          if (this.#returned) throw new SupplementUsed();
        },
        take: () => {
          this.#returned = true;
          run.move('returnOnce');
          run.suspend(this.#task, 'SUPPLEMENT', null);
          this.#answer = run.open({
            kind: 'SUPPLEMENT',
            assignee: applicant,
            duty: 'SUBMIT',
            limit: this.story.workingDays(input.settings.cureWD),
            onLapse: () => {
              run.move('lapse');
              this.#out();
            },
          });
          this.#tellApplicant('SUPPLEMENT_NEEDED');
        },
      }),
      run.desk.offerOnTask(Resubmit, {
        concerns: (task) => task === this.#answer,
        take: async ({ formVersion }, _act, task) => {
          await checked(this.story);
          run.effect('venture-project/resubmitted', { formVersion });
          run.move('resubmit');
          run.close(task, 'RESUBMITTED');
          this.#answer = null;
          run.resume(this.#task);
        },
      }),
    ];
  }

  #offerRefusal(): (() => void)[] {
    const { run, input } = this.story;
    return [
      run.desk.offerOnTask(ProposeRefusal, {
        concerns: (task) => task === this.#task,
        take: () => {
          run.suspend(this.#task, 'SECOND_CHECK', null);
          const limit = this.#task.limit;
          this.#refusal = run.open({ kind: 'CHECK_REFUSAL', assignee: this.story.organisers, duty: 'SIGN', limit });
          run.notify(this.story.organisers, 'TASK_ASSIGNED', { caseNo: input.caseNo, taskId: this.#refusal.taskId });
        },
      }),
      run.desk.offerOnTask(DecideRefusal, {
        concerns: (task) => task === this.#refusal,
        take: ({ verdict }, _act, task) => {
          run.close(task, verdict);
          this.#refusal = null;
          if (verdict === 'SEND_BACK') {
            run.resume(this.#task);
            return;
          }
          run.move('screenOut');
          this.#out();
        },
      }),
    ];
  }

  #out(): void {
    this.story.stepDown();
    this.#tellApplicant('SCREENED_OUT');
    this.#end('SCREENED_OUT');
  }

  #end(outcome: string): void {
    this.story.run.close(this.#task, outcome);
    this.isDone = true;
  }

  #tellApplicant(kind: string, more: Readonly<Record<string, string>> = {}): void {
    const { run, input } = this.story;
    run.notify(person(input.applicant.userId), kind, { caseNo: input.caseNo, ...more });
  }
}
