import { WorkflowExecutionAlreadyStartedError } from '@temporalio/common';
import { ParentClosePolicy, setHandler, startChild } from '@temporalio/workflow';

import { endOfDayShanghai } from '#domain/calendar/shanghai-day.js';
import { daysBetween, parseIsoDate } from '#domain/calendar/iso-date.js';
import { AuthNotAllowed } from '#domain/errors.js';
import { type Actor, isFor } from '#domain/process/act.js';
import { person, pool } from '#domain/process/assignee.js';
import {
  Convert,
  CouncilPostponed,
  CouncilReElected,
  FileRoster,
  MembersChanged,
  Renew,
  Revoke,
} from '#domain/temp-party-org/acts.js';
import { TempPartyOrgRefusal } from '#domain/temp-party-org/errors.js';
import {
  causeIsGone,
  type ExpiryCause,
  type LifeFacts,
  nextLifeEvent,
  noticesDue,
} from '#domain/temp-party-org/life.rule.js';
import { endedByReElection, extendedByPostponement } from '#domain/temp-party-org/term.rule.js';
import { workflowIdOf } from '../steps/contract.js';
import type { OpenTask } from '../steps/open-task.js';
import { ask, issue, today, type TempPartyOrgRun } from './case.js';
import { renewalEnded, TEMP_PARTY_ORG_WORKFLOW, type TempPartyOrgInput } from './contract.js';

/**
 * The life of a temporary Party organisation: it follows the council's term, loses or regains its members, and ends by
 * renewal, conversion, revocation, or thirty days after its term because nobody did anything.
 */
export async function live(run: TempPartyOrgRun, input: TempPartyOrgInput, begun: LifeFacts): Promise<void> {
  run.stage = 'life';
  const life = new Life(run, input, begun);
  life.listen();
  for (;;) {
    const next = nextLifeEvent(life.facts, life.expiring, input.settings);
    const seen = life.version;
    run.alarmAt = next?.at ?? null;
    await run.until(() => life.over || life.version !== seen || (next !== null && Date.now() >= next.at));
    if (life.over) return;
    if (next !== null && Date.now() >= next.at) life.pass(next.event);
  }
}

class Life {
  facts: LifeFacts;
  /** Counts what has changed, so that the story looks at its next time again. */
  version = 0;
  over = false;
  #cause: ExpiryCause | null = null;
  #choice: OpenTask | null = null;
  #graceOver = false;

  constructor(
    private readonly run: TempPartyOrgRun,
    private readonly input: TempPartyOrgInput,
    begun: LifeFacts,
  ) {
    this.facts = begun;
  }

  get expiring(): boolean {
    return this.#cause !== null;
  }

  listen(): void {
    const { desk } = this.run;
    desk.offerOnCase(CouncilReElected, {
      take: ({ heldOn }) => {
        const day = parseIsoDate(heldOn, 'heldOn');
        if (day > today()) throw new TempPartyOrgRefusal('DATE_ORDER', { heldOn, today: today() }, 'heldOn');
        this.#set({ term: endedByReElection(this.facts.term, day) });
        this.#expire('COUNCIL_RE_ELECTED');
      },
    });
    desk.offerOnCase(CouncilPostponed, {
      take: ({ endBefore, endAfter }) => {
        const councilTermEnd = parseIsoDate(endAfter, 'newTermEnd');
        const term = extendedByPostponement(this.facts.term, parseIsoDate(endBefore), councilTermEnd);
        this.#set({ term, councilTermEnd, noticed: [] });
        this.run.effect('temp-party-org/term', { ...term });
        this.#reconsider();
      },
    });
    desk.offerOnCase(MembersChanged, { take: () => this.#countMembers() });
    desk.offerOnCase(Renew, {
      check: (_facts, { actor }) => this.#assertMayRenew(actor),
      take: async ({ successor }) => {
        await this.#startSuccessor(successor.caseNo, successor);
        this.#set({ renewal: successor.caseNo });
      },
    });
    desk.offerOnCase(Convert, {
      check: (_facts, { actor }) => this.#assertSuperior(actor),
      take: async (_facts, { requestId, actor }) => {
        const { transferred } = await this.#assess();
        const required = this.input.settings.formalMin;
        if (transferred < required) throw new TempPartyOrgRefusal('TPO_CONVERSION_TOO_FEW', { transferred, required });
        await this.#notice('CONVERTED', actor, requestId);
        this.#end('convert', 'CONVERTED');
      },
    });
    desk.offerOnCase(Revoke, {
      check: (_facts, { actor }) => this.#assertSuperior(actor),
      take: async (_facts, { requestId, actor }) => {
        await this.#notice('REVOKED', actor, requestId);
        this.#end('revoke', 'REVOKED');
      },
    });
    setHandler(renewalEnded, ({ caseNo, active }) =>
      this.run.turn({ kind: 'CASE', event: 'RENEWAL_ENDED', caseNo }, () => this.#renewalEnded(caseNo, active)),
    );
  }

  /** Something that time alone brings. */
  pass(event: NonNullable<ReturnType<typeof nextLifeEvent>>['event']): void {
    if (event.kind === 'EXPIRE') {
      this.#expire(event.cause);
      return;
    }
    this.#set({ noticed: noticesDue(this.facts, Date.now(), this.input.settings) });
    const { termEnd } = this.facts.term;
    const params = { caseNo: this.input.caseNo, days: daysBetween(today(), termEnd), termEnd };
    this.run.notify(person(this.input.applicant.userId), 'TERM_ENDS', params);
    this.run.notify(this.#superior, 'TERM_ENDS', params);
  }

  get #superior(): ReturnType<typeof pool> {
    return pool(this.input.unitId, 'TWO_NEW_APPROVER');
  }

  #set(change: Partial<LifeFacts>): void {
    this.facts = { ...this.facts, ...change };
    this.version += 1;
  }

  /** From here on the superior has to see to its renewal, conversion or revocation. */
  #expire(cause: ExpiryCause): void {
    if (this.#cause === null) this.run.move('expire');
    this.#cause = cause;
    const { caseNo, settings } = this.input;
    const { termEnd } = this.facts.term;
    this.run.effect('temp-party-org/status', { status: 'EXPIRING', termEnd, countsInCoverage: true });
    this.run.notify(person(this.input.applicant.userId), 'EXPIRING', { caseNo, cause, termEnd });
    if (this.#choice) this.run.close(this.#choice, 'TERM_CHANGED');
    this.#choice = this.run.open({
      kind: 'TPO_RENEW_CONVERT_OR_REVOKE',
      assignee: this.#superior,
      duty: null,
      limit: { unit: 'CD', length: settings.graceCD, from: endOfDayShanghai(termEnd) },
      onLapse: () => {
        this.#choice = null;
        this.#graceOver = true;
        // A renewal that is under way is not nothing: its end decides.
        if (this.facts.renewal === null) this.#end('graceOver', 'EXPIRED');
      },
    });
    this.version += 1;
  }

  /** Back to ACTIVE when the cause of the expiry is gone. */
  #reconsider(): void {
    if (this.#cause === null) return;
    if (!causeIsGone(this.#cause, this.facts, today(), this.input.settings)) {
      this.#expire(this.#cause);
      return;
    }
    this.#cause = null;
    this.run.move('causeGone');
    if (this.#choice) this.run.close(this.#choice, 'CAUSE_GONE');
    this.#choice = null;
    this.run.effect('temp-party-org/status', { status: 'ACTIVE', countsInCoverage: true });
  }

  async #countMembers(): Promise<void> {
    const { counted } = await this.#assess();
    const enough = counted >= this.input.settings.minFullMembers;
    const applicant = person(this.input.applicant.userId);
    if (!enough && this.facts.lowSince === null) {
      this.#set({ lowSince: today() });
      this.run.notify(applicant, 'ELIGIBILITY_LOST', { caseNo: this.input.caseNo, counted });
      this.run.notify(this.#superior, 'ELIGIBILITY_LOST', { caseNo: this.input.caseNo, counted });
    } else if (enough && this.facts.lowSince !== null) this.#set({ lowSince: null });
    this.#askForRoster();
    if (this.#cause === 'MEMBERS_LOST') this.#reconsider();
  }

  /** A changed roster is filed within ten working days. One open task covers all changes until it is filed. */
  #askForRoster(): void {
    const waiting = [...this.run.tasks.values()].some(({ kind }) => kind === 'FILE_ROSTER');
    if (waiting) return;
    const task = this.run.open({
      kind: 'FILE_ROSTER',
      assignee: person(this.input.applicant.userId),
      duty: null,
      limit: { unit: 'WD', length: this.input.settings.rosterWD, from: Date.now() },
    });
    const close = this.run.desk.offerOnTask(FileRoster, {
      concerns: (asked) => asked === task,
      take: () => {
        this.run.close(task, 'FILED');
        this.run.effect('temp-party-org/roster', { on: today() });
        close();
      },
    });
  }

  async #startSuccessor(caseNo: string, successor: Readonly<Record<string, unknown>>): Promise<void> {
    try {
      await startChild(TEMP_PARTY_ORG_WORKFLOW, {
        workflowId: workflowIdOf(this.input.matter, caseNo),
        args: [{ ...successor, renews: workflowIdOf(this.input.matter, this.input.caseNo) }],
        parentClosePolicy: ParentClosePolicy.ABANDON,
      });
    } catch (error) {
      if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
    }
  }

  async #renewalEnded(caseNo: string, active: boolean): Promise<void> {
    if (this.over || this.facts.renewal !== caseNo) return;
    this.#set({ renewal: null });
    if (active) {
      await this.#notice('RENEWED', null, null);
      this.#end('renew', 'RENEWED');
    } else if (this.#graceOver) this.#end('graceOver', 'EXPIRED');
  }

  #end(event: 'renew' | 'convert' | 'revoke' | 'graceOver', status: string): void {
    this.run.move(event);
    this.run.closeAll(status);
    this.run.effect('temp-party-org/status', { status, countsInCoverage: false, endedOn: today() });
    this.run.notify(person(this.input.applicant.userId), status, { caseNo: this.input.caseNo });
    this.over = true;
  }

  #notice(event: string, actor: Actor | null, requestId: Parameters<typeof issue>[3]): Promise<string | null> {
    const { term, renewal } = this.facts;
    const facts = { event, signer: actor?.userId ?? null, newCaseNo: renewal, ...term };
    return issue(this.run, 'NOTICE', this.input.unitId, requestId, facts);
  }

  #assess(): ReturnType<typeof ask.assess> {
    return ask.assess({ caseId: this.input.caseId, on: today(), notConfirmed: [] });
  }

  #assertMayRenew(actor: Actor): void {
    if (actor.role !== 'APPLICANT_USER') throw new AuthNotAllowed();
    this.run.assertPossible('renew');
  }

  /** Conversion and revocation are the superior's. */
  #assertSuperior(actor: Actor): void {
    if (!isFor(this.#superior, actor)) throw new AuthNotAllowed();
  }
}
