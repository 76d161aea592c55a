import { addCalendarDays } from '#domain/calendar/iso-date.js';
import { addMonths } from '#domain/calendar/terms.js';
import type { IssuedPaper } from '#domain/paper/paper-request.js';
import type { Act } from '#domain/process/act.js';
import { person } from '#domain/process/assignee.js';
import { RecusalRequired } from '#domain/process/errors.js';
import { DeclineAward, SignAgreement } from '#domain/venture-round/money-acts.js';
import { VentureRoundRefusal } from '#domain/venture-round/errors.js';
import type { AgreementTerms } from '#domain/venture-round/money-facts.js';
import { scheduleOf } from '#domain/venture-round/settlement.rule.js';
import { issuePaper } from '../steps/issue-paper.js';
import type { OpenTask } from '../steps/open-task.js';
import { recorded } from '../steps/recorded.js';
import { offerAdoptions } from './adoptions.js';
import { askMoney, today } from './money.js';
import { Payments } from './payments.js';
import type { ProjectStory } from './project.js';
import { offerTermination } from './termination.js';

/**
 * 签约: the agreement is a paper whose hash both sides sign, or declined; one that the applicant does not sign
 * in time is declined. What changes meanwhile (an adoption, an award whose notice ends) makes a new agreement, which
 * both sign anew. Ends in CONTRACTED, DECLINED, NOT_FUNDED or TERMINATED.
 */
export async function agreement(story: ProjectStory): Promise<void> {
  const { run, input } = story;
  let changed = false;
  let drawn: Drawn | null = null;
  const adopted = (): void => {
    changed = true;
    // It may be goods, which the terms do not count.
    drawn = null;
  };
  const closing = [offerAdoptions(story, adopted), offerTermination(story)];
  const news = (): boolean => story.isTold('RERANKED', 'PUBLICITY_ENDED', 'AWARDED');
  const isOver = (): boolean => run.state !== 'FUNDED' || changed || news();
  const isFunded = (): boolean => run.state === 'FUNDED';
  try {
    while (isFunded()) {
      changed = false;
      while (story.take('AWARDS_PROPOSED', 'RERANKED', 'PUBLICITY_ENDED', 'AWARDED') !== null);
      // What led here (an award, an adoption) is in the tables only after its record.
      await recorded(run);
      if (!isFunded()) break;
      const terms = await askMoney.agreementTerms(input.caseId);
      if (terms.underNotice) await run.until(isOver);
      else {
        drawn = await drawnUp(story, terms, drawn);
        await signed(story, drawn, isOver);
      }
    }
  } finally {
    for (const close of closing) close();
  }
  const tell = async (): Promise<void> => {
    await recorded(run);
    await story.tellRound();
  };
  // Without its last source it may be adopted again at once; a case that ends tells before it does.
  if (run.state === 'NOT_FUNDED') run.beside(tell);
  else await tell();
}

/** An agreement as it was drawn up. */
interface Drawn {
  readonly terms: AgreementTerms;
  readonly paper: IssuedPaper;
}

/** The paper of these terms: the one there is when nothing in it changed. */
async function drawnUp({ run, input }: ProjectStory, terms: AgreementTerms, before: Drawn | null): Promise<Drawn> {
  if (before !== null && JSON.stringify(before.terms) === JSON.stringify(terms)) return before;
  const { agreed, executionMonths, signWD: signDays } = terms;
  const amounts = agreed.map(({ source, fen }) => `${source}:${fen}`);
  const paper = await issuePaper(run, {
    ...{ kind: 'FUNDING_AGREEMENT', organUnitId: input.unitId, requestId: null },
    facts: { amounts, executionMonths, signDays },
    tell: person(input.applicant.userId),
  });
  return { terms, paper };
}

/** One agreement, until both sides have signed it or it is no longer the one to sign. */
async function signed(story: ProjectStory, drawn: Drawn, isOver: () => boolean): Promise<void> {
  const { run, input } = story;
  const { terms, paper } = drawn;
  const desk = new SigningDesk(story, drawn);
  try {
    await run.until(() => desk.isSigned || isOver());
    if (!desk.isSigned || run.state !== 'FUNDED') return;
    const from = today();
    const to = addCalendarDays(addMonths(from, terms.executionMonths), -1);
    story.contract = { terms, from, to, extended: false, paid: [], returned: [], accepted: null, breach: null };
    story.payments = new Payments(story, story.contract);
    run.move('sign');
    run.effect('venture-project/contracted', { contentHash: paper.sha256, termFrom: from, termTo: to });
    run.notify(person(input.applicant.userId), 'CONTRACTED', { caseNo: input.caseNo, termFrom: from, termTo: to });
  } finally {
    desk.close();
  }
}

/** Both sides' tasks, beside each other. */
class SigningDesk {
  readonly #applicant: OpenTask;
  readonly #host: OpenTask;
  readonly #signers: string[] = [];
  readonly #closing: readonly (() => void)[];
  /** Of the paper that is signed. */
  readonly #hash: string;

  constructor(
    private readonly story: ProjectStory,
    { terms, paper }: Drawn,
  ) {
    const { run, input } = story;
    this.#hash = paper.sha256;
    const limit = story.workingDays(terms.signWD);
    const assignee = person(input.applicant.userId);
    run.effect('venture-project/agreement-offered', {
      contentHash: paper.sha256,
      documentId: paper.documentId,
      agreed: terms.agreed,
      instalments: scheduleOf(terms.agreed, terms.schedule),
    });
    this.#applicant = run.open({
      kind: 'SIGN_AGREEMENT',
      assignee,
      duty: 'SUBMIT',
      limit,
      onLapse: () => this.#decline('LAPSED'),
    });
    this.#host = run.open({ kind: 'COUNTERSIGN_AGREEMENT', assignee: story.organisers, duty: null, limit });
    run.notify(assignee, 'SIGNING_DUE', { caseNo: input.caseNo });
    this.#closing = [this.#offerSignature(), this.#offerDecline()];
  }

  get isSigned(): boolean {
    const { tasks } = this.story.run;
    return this.#signers.length > 0 && !tasks.has(this.#applicant.taskId) && !tasks.has(this.#host.taskId);
  }

  close(): void {
    for (const close of this.#closing) close();
    for (const task of [this.#applicant, this.#host]) this.story.run.close(task, 'NOT_NEEDED');
  }

  #offerSignature(): () => void {
    const { run } = this.story;
    return run.desk.offerOnTask(SignAgreement, {
      concerns: (task) => task === this.#applicant || task === this.#host,
      check: ({ hash }, asked) => {
        if (hash !== this.#hash) throw new VentureRoundRefusal('VEN_AGREEMENT_CHANGED', { hash: this.#hash }, 'hash');
        // Nobody signs for both sides.
        if (namesOf(asked).some((name) => this.#signers.includes(name))) throw new RecusalRequired('ACTED_BEFORE');
      },
      take: ({ hash }, asked, task) => {
        this.#signers.push(...namesOf(asked));
        run.close(task, 'SIGNED');
        const side = task === this.#applicant ? 'APPLICANT' : 'HOST';
        run.effect('venture-project/agreement-signed', { side, hash, by: asked.actor.userId });
      },
    });
  }

  #offerDecline(): () => void {
    return this.story.run.desk.offerOnTask(DeclineAward, {
      concerns: (task) => task === this.#applicant,
      take: () => this.#decline('DECLINED'),
    });
  }

  #decline(outcome: string): void {
    const { run, input } = this.story;
    run.move('decline');
    run.close(this.#applicant, outcome);
    run.effect('venture-project/declined', { outcome });
    this.story.stepDown();
    run.notify(this.story.organisers, 'AWARD_DECLINED', { caseNo: input.caseNo });
  }
}

const namesOf = ({ actor }: Act): string[] =>
  [actor.userId, actor.onBehalfOf, actor.personId].filter((name) => name !== null);
