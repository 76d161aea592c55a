import type { UserId } from '#domain/ids.js';
import { person } from '#domain/process/assignee.js';
import { Confirm } from '#domain/process/acts.js';
import type { OpenTask } from '../steps/open-task.js';
import { limitFrom, type ReturnRun } from './case.js';
import type { ReturnInput } from './contract.js';

type Answer = 'CONFIRMED' | 'DISPUTED' | 'NOT_CONFIRMED';

/**
 * 党建工作部分确认: where an organisation has no Party organisation, its instructor is asked whether the section is true (specification M02,
 * Actors). Beside the review: nothing waits for the answer, and whoever concludes sees whether there is one.
 */
export class PartyConfirmation {
  #task: OpenTask | null = null;

  constructor(
    private readonly run: ReturnRun,
    private readonly input: ReturnInput,
  ) {}

  /** Each filing is confirmed anew; null: there is nobody to ask. */
  ask(instructor: UserId | null): void {
    if (this.#task) this.run.close(this.#task, 'NOT_NEEDED');
    this.#task = null;
    if (instructor === null) return;
    this.#task = this.run.open({
      kind: 'CONFIRM_PARTY_SECTION',
      assignee: person(instructor),
      duty: null,
      limit: limitFrom('PRELIMINARY', this.input, Date.now()),
      personal: true,
      onLapse: () => {
        this.#settle('NOT_CONFIRMED');
      },
    });
    this.run.effect('annual-inspection/party-confirmation', { answer: 'ASKED' });
  }

  /** Until the returned function is called, which notes that there was no answer. */
  offer(): () => void {
    const close = this.run.desk.offerOnTask(Confirm, {
      concerns: (task) => task === this.#task,
      take: ({ answer }) => {
        this.#settle(answer === 'CONFIRM' ? 'CONFIRMED' : 'DISPUTED');
      },
    });
    return () => {
      close();
      this.#settle('NOT_CONFIRMED');
    };
  }

  #settle(answer: Answer): void {
    if (this.#task === null) return;
    this.run.close(this.#task, answer);
    this.#task = null;
    this.run.effect('annual-inspection/party-confirmation', { answer });
  }
}
