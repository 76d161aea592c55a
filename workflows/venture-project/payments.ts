import { patched } from '@temporalio/workflow';

import { AuthNotAllowed } from '#domain/errors.js';
import { type Act, type Actor, isFor } from '#domain/process/act.js';
import { type Assignee, person, pool } from '#domain/process/assignee.js';
import { AlreadyVoted } from '#domain/process/errors.js';
import { VentureRoundRefusal } from '#domain/venture-round/errors.js';
import { sumFen } from '#domain/venture-round/fen.js';
import { ConfirmMilestone, FreezePayments, SignPayment, UnfreezePayments } from '#domain/venture-round/money-acts.js';
import { type AgreementFacts, assertPayable } from '#domain/venture-round/payment.rule.js';
import {
  acceptedBySource,
  lastPayment,
  scheduleOf,
  type SourceFen,
  type SourceInstalment,
} from '#domain/venture-round/settlement.rule.js';
import type { FundingSource } from '#domain/venture-round/terms.js';
import type { OpenTask } from '../steps/open-task.js';
import { recorded } from '../steps/recorded.js';
import { offerConfirmation } from './adoptions.js';
import { askMoney, type Contract } from './money.js';
import type { ProjectStory } from './project.js';

/** 拨付签批(财务): the finance's own, beside that of the organisers. Either of them may give the first of the two signatures. */
const FINANCE_TASK = 'SIGN_PAYMENT_FINANCE';

interface Signing {
  readonly instalment: SourceInstalment;
  readonly tasks: OpenTask[];
  /** Users, principals and people who have signed it. */
  readonly signers: string[];
  readonly by: string[];
}

/**
 * 拨付: each instalment of each source is released by its evidence, signed by two different people and ordered once. The
 * auditor may freeze all of it. From the agreement to the end of the project.
 */
export class Payments {
  #frozen = false;
  readonly #evidence = new Set<string>(['AGREEMENT_SIGNED']);
  readonly #open = new Map<OpenTask, Signing>();
  readonly #schedule: readonly SourceInstalment[];
  readonly #closing: readonly (() => void)[];

  constructor(
    private readonly story: ProjectStory,
    private readonly contract: Contract,
  ) {
    this.#schedule = scheduleOf(contract.terms.agreed, contract.terms.schedule);
    this.#closing = [
      this.#offerSignature(),
      ...this.#offerFreeze(),
      this.#offerMilestone(),
      offerConfirmation(story, () => story.run.beside(() => this.#openOnceRecorded())),
    ];
  }

  close(): void {
    for (const close of this.#closing) close();
    for (const task of this.#open.keys()) this.story.run.close(task, 'NOT_NEEDED');
    this.#open.clear();
  }

  /** Whether an instalment waits for its signatures. */
  get isWaiting(): boolean {
    return this.#open.size > 0;
  }

  /** Whether there is any money that this evidence releases, so that somebody pays before the project goes on. */
  isReleasedBy(evidence: string): boolean {
    return this.#schedule.some(
      ({ release, milestone, fen }) => fen > 0 && nameOf({ release, ...(milestone && { milestone }) }) === evidence,
    );
  }

  /** Named evidence is there: what it releases may be signed. */
  async release(evidence: string): Promise<void> {
    this.#evidence.add(evidence);
    await this.openReady();
  }

  /** Opens the signatures of the next instalment of each source for which everything is there. */
  async openReady(): Promise<void> {
    const { receivedFen } = await askMoney.paymentAccount(this.story.input.caseId);
    for (const { source } of this.contract.terms.agreed) {
      if ([...this.#open.values()].some(({ instalment }) => instalment.source === source)) continue;
      const next = this.#next(source);
      if (next && this.#isAtHand(next, receivedFen)) this.#openSignature(next);
    }
  }

  /** What a sponsor has paid in is in the tables only after its record. */
  async #openOnceRecorded(): Promise<void> {
    await recorded(this.story.run);
    await this.openReady();
  }

  /** What was paid of each source, in fen. */
  get paid(): readonly SourceFen[] {
    return this.contract.terms.agreed.map(({ source }) => ({ source, fen: this.#paidFen(source) }));
  }

  /** The first instalment of a source that was not paid and that its evidence releases; nothing to pay counts as paid. */
  #next(source: FundingSource): SourceInstalment | null {
    for (const planned of this.#schedule.filter((one) => one.source === source)) {
      if (this.contract.paid.some((one) => one.source === source && one.no === planned.no)) continue;
      if (!this.#evidence.has(nameOf(planned))) return null;
      const instalment = { ...planned, fen: this.#payable(planned) };
      if (instalment.fen > 0) return instalment;
      this.contract.paid.push({ source, no: planned.no, fen: 0 });
    }
    return null;
  }

  #payable({ source, fen }: SourceInstalment): number {
    const { accepted, terms } = this.contract;
    if (accepted === null) return fen;
    const own = acceptedBySource(terms.agreed, accepted).find((one) => one.source === source)?.fen ?? 0;
    return lastPayment(fen, this.#paidFen(source), own);
  }

  #paidFen(source: FundingSource): number {
    return sumFen(this.contract.paid.filter((one) => one.source === source).map(({ fen }) => fen));
  }

  #isAtHand({ source, fen }: SourceInstalment, receivedFen: number): boolean {
    return source !== 'ENTERPRISE_ADOPTION' || this.#paidFen(source) + fen <= receivedFen;
  }

  #openSignature(instalment: SourceInstalment): void {
    const { run, input } = this.story;
    const spec = { duty: null, limit: this.story.workingDays(this.contract.terms.signWD) };
    const task = run.open({ ...spec, kind: 'SIGN_PAYMENT', assignee: this.story.organisers });
    // A payment that was opened by an earlier release waits for the organisers alone.
    const ofFinance = patched('payment-waits-for-finance')
      ? run.open({ ...spec, kind: FINANCE_TASK, assignee: this.#finance })
      : null;
    const tasks = ofFinance === null ? [task] : [task, ofFinance];
    const signing: Signing = { instalment, tasks, signers: [], by: [] };
    for (const each of tasks) {
      this.#open.set(each, signing);
      if (this.#frozen) run.suspend(each, 'FROZEN', null);
    }
    const { source, no, fen, release } = instalment;
    const financeTask = ofFinance === null ? {} : { financeTaskId: ofFinance.taskId };
    run.effect('venture-project/payment-due', { taskId: task.taskId, source, no, fen, release, ...financeTask });
    for (const { assignee } of tasks) run.notify(assignee, 'PAYMENT_DUE', { caseNo: input.caseNo, source, no });
  }

  #offerSignature(): () => void {
    const { run } = this.story;
    return run.desk.offerOnTask(SignPayment, {
      concerns: (task) => this.#open.has(task),
      mayAct: ({ actor }, task) => isFor(task.assignee, actor) || isFor(this.#finance, actor),
      // A frozen payment says what stops it, rather than that its task is not open.
      whileSuspended: true,
      check: (_facts, asked, task) => {
        if (this.#frozen) throw new VentureRoundRefusal('VEN_PAYMENT_NOT_READY', { bars: ['FROZEN'] });
        this.#assertNotTwice(asked, task);
      },
      take: (_facts, asked, task) => this.#sign(asked, task),
    });
  }

  /** Whoever signs for the finance may be one of the two. */
  get #finance(): Assignee {
    return pool(this.story.input.unitId, 'FINANCE_SIGNER');
  }

  #assertNotTwice({ actor }: Act, task: OpenTask): void {
    const signing = this.#open.get(task);
    if (namesOf(actor).some((name) => signing?.signers.includes(name))) throw new AlreadyVoted();
  }

  async #sign(asked: Act, task: OpenTask): Promise<void> {
    const { run, input } = this.story;
    const signing = this.#open.get(task);
    if (!signing) return;
    const { instalment } = signing;
    const by = [...signing.by, asked.actor.userId];
    const facts = await this.#factsOf(instalment);
    // The first of two is told what is missing as the second would be.
    assertPayable(facts, instalment, by.length === 1 ? [...by, ''] : by);
    signing.signers.push(...namesOf(asked.actor));
    signing.by.push(asked.actor.userId);
    const { source, no, fen, release } = instalment;
    if (by.length === 1) {
      run.effect('venture-project/payment-signed', { source, no, by: asked.actor.userId });
      // Claimed by the first, it goes back to those of whom one has to be the second.
      if (task.claimedBy !== null && task.kind !== FINANCE_TASK) run.reassign(task, task.origin);
      // Whoever signs for the finance has done what the finance was asked for, on whichever task.
      const isFinance = task.kind === FINANCE_TASK || isFor(this.#finance, asked.actor);
      if (isFinance) this.#close(signing, ({ kind }) => kind === FINANCE_TASK, 'SIGNED');
      return;
    }
    this.#close(signing, () => true, 'ORDERED');
    this.contract.paid.push({ source, no, fen });
    run.effect('venture-project/payment-ordered', { source, no, fen, release, signers: by });
    run.notify(person(input.applicant.userId), 'PAYMENT_MADE', { caseNo: input.caseNo, source, no });
    if (run.state === 'CONTRACTED') run.move('pay');
    await this.openReady();
  }

  #close({ tasks }: Signing, which: (task: OpenTask) => boolean, outcome: string): void {
    for (const task of tasks.filter(which)) {
      this.#open.delete(task);
      this.story.run.close(task, outcome);
    }
  }

  async #factsOf({ source }: SourceInstalment): Promise<AgreementFacts> {
    const { caseId, organisationId } = this.story.input;
    const { holderId, receivedFen } = await askMoney.paymentAccount(caseId);
    return {
      agreementId: caseId,
      source,
      agreedFen: this.contract.terms.agreed.find((one) => one.source === source)?.fen ?? 0,
      paid: this.contract.paid.filter((one) => one.source === source),
      signedByBoth: true,
      frozen: this.#frozen,
      accountHolderId: holderId,
      organisationId: organisationId ?? '',
      evidence: [...this.#evidence],
      ...(source === 'ENTERPRISE_ADOPTION' ? { receivedFen } : {}),
    };
  }

  #offerFreeze(): (() => void)[] {
    const { run } = this.story;
    const assertAuditor = ({ role }: Actor): void => {
      if (role !== 'SUPERVISOR_AUDITOR') throw new AuthNotAllowed();
    };
    return [
      run.desk.offerOnCase(FreezePayments, {
        check: (_facts, { actor }) => assertAuditor(actor),
        take: () => this.#freeze(true),
      }),
      run.desk.offerOnCase(UnfreezePayments, {
        check: (_facts, { actor }) => assertAuditor(actor),
        take: () => this.#freeze(false),
      }),
    ];
  }

  #freeze(frozen: boolean): void {
    const { run, input } = this.story;
    if (frozen === this.#frozen) return;
    this.#frozen = frozen;
    for (const task of this.#open.keys()) {
      if (frozen && !task.suspended) run.suspend(task, 'FROZEN', null);
      else if (!frozen && task.suspended?.ground === 'FROZEN') run.resume(task);
    }
    run.effect('venture-project/frozen', { frozen });
    for (const to of [this.story.organisers, person(input.applicant.userId)])
      run.notify(to, frozen ? 'PAYMENTS_FROZEN' : 'PAYMENTS_RELEASED', { caseNo: input.caseNo });
  }

  #offerMilestone(): () => void {
    const { run } = this.story;
    return run.desk.offerOnCase(ConfirmMilestone, {
      check: ({ milestone }, { actor }) => {
        this.story.assertOrganiser(actor);
        if (!this.isReleasedBy(`MILESTONE:${milestone}`))
          throw new VentureRoundRefusal(
            'VEN_PAYMENT_NOT_READY',
            { milestone, bars: ['MILESTONE_UNKNOWN'] },
            'milestone',
          );
      },
      take: async ({ milestone, evidenceUploadId }) => {
        run.effect('venture-project/milestone', { milestone, evidenceUploadId });
        await this.release(`MILESTONE:${milestone}`);
      },
    });
  }
}

const nameOf = ({ release, milestone = '' }: Pick<SourceInstalment, 'release' | 'milestone'>): string =>
  release === 'MILESTONE' ? `MILESTONE:${milestone}` : release;

const namesOf = ({ userId, onBehalfOf, personId }: Actor): string[] =>
  [userId, onBehalfOf, personId].filter((name) => name !== null);
