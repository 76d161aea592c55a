import { setHandler } from '@temporalio/workflow';

import { endOfDayShanghai } from '#domain/calendar/shanghai-day.js';
import { daysBetween, type IsoDate, parseIsoDate } from '#domain/calendar/iso-date.js';
import { AuthNotAllowed } from '#domain/errors.js';
import type { RequestId } from '#domain/ids.js';
import { type Actor, isFor } from '#domain/process/act.js';
import { person, pool } from '#domain/process/assignee.js';
import {
  Convert,
  CouncilPostponed,
  CouncilReElected,
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
import type { OpenTask } from '../steps/open-task.js';
import type { CouncilTerm } from './application.js';
import { ask, issue, issueOrRefuse, today, type TempPartyOrgRun } from './case.js';
import { renewalEnded, type TempPartyOrgInput } from './contract.js';
import { askForRoster } from './roster.js';
import { startSuccessor } from './successor.js';

/**
 * The life of a temporary Party organisation: it follows the council's term, loses or regains its members, and ends by
 * renewal, conversion, revocation, or thirty days after its term because nobody did anything.
 */
export async function live(
  run: TempPartyOrgRun,
  input: TempPartyOrgInput,
  begun: LifeFacts,
  repliedTo: CouncilTerm | null,
): Promise<void> {
  run.stage = 'life';
  const life = new Life(run, input, begun);
  life.listen();
  if (repliedTo) await life.catchUp(repliedTo);
  if (!life.expiring) life.mayGoOnAsNew();
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
  #keepThisRun: () => void = () => undefined;

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

  /** While it is active and nothing is under way, a long life goes on in a new run that begins with its facts. */
  mayGoOnAsNew(): void {
    this.#keepThisRun = this.run.allowRenewal(
      (carried): TempPartyOrgInput => ({ ...this.input, carried, life: this.facts }),
      this.input.actsPerRun,
    );
  }

  /** A council that changed between the reply and the filing told nobody: its term is looked up once. */
  async catchUp(repliedTo: CouncilTerm): Promise<void> {
    const { council } = await ask.loadApplication(this.input.caseId, today());
    if (!council || council.termEnd === repliedTo.termEnd) return;
    if (council.termStart !== repliedTo.termStart) this.#reElected(today());
    else if (council.termEnd > repliedTo.termEnd) this.#postponed(repliedTo.termEnd, council.termEnd);
  }

  listen(): void {
    const { desk } = this.run;
    desk.offerOnCase(CouncilReElected, { take: ({ heldOn }) => this.#reElected(parseIsoDate(heldOn, 'heldOn')) });
    desk.offerOnCase(CouncilPostponed, {
      take: ({ endBefore, endAfter }) => this.#postponed(parseIsoDate(endBefore), parseIsoDate(endAfter, 'newTermEnd')),
    });
    desk.offerOnCase(MembersChanged, { take: () => this.#countMembers() });
    desk.offerOnCase(Renew, {
      check: ({ successor }, { actor }) => this.#assertMayRenew(actor, successor.caseNo),
      take: async ({ successor }) => {
        await startSuccessor(this.input, successor);
        this.#set({ renewal: successor.caseNo });
      },
    });
    desk.offerOnCase(Convert, {
      check: (_facts, { actor }) => this.#assertSuperior(actor),
      take: async (_facts, { requestId, actor }) => {
        const { transferred } = await this.#assess();
        const required = this.input.settings.formalMin;
        if (transferred < required) throw new TempPartyOrgRefusal('TPO_CONVERSION_TOO_FEW', { transferred, required });
        await issueOrRefuse(...this.#notice('CONVERTED', actor, requestId));
        this.#end('convert', 'CONVERTED');
      },
    });
    desk.offerOnCase(Revoke, {
      check: (_facts, { actor }) => this.#assertSuperior(actor),
      take: async (_facts, { requestId, actor }) => {
        await issueOrRefuse(...this.#notice('REVOKED', actor, requestId));
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

  /** A council that was re-elected before its time ends the term that day; later, the term has ended already. */
  #reElected(heldOn: IsoDate): void {
    if (heldOn > today()) throw new TempPartyOrgRefusal('DATE_ORDER', { heldOn, today: today() }, 'heldOn');
    const { term } = this.facts;
    if (heldOn > term.termEnd) return;
    // The end of the term is told once, with the expiry; the notices that lead up to it come too late.
    this.#set({ term: endedByReElection(term, heldOn), noticed: this.input.settings.noticeCD });
    this.#expire('COUNCIL_RE_ELECTED');
  }

  #postponed(endBefore: IsoDate, endAfter: IsoDate): void {
    const { term, councilTermEnd } = this.facts;
    // The next council's term is nothing to an organisation that ended with the one before.
    if (endBefore !== councilTermEnd || this.#cause === 'COUNCIL_RE_ELECTED')
      throw new TempPartyOrgRefusal('TPO_TERM_MISMATCH', { typed: endBefore, councilTermEnd }, 'endBefore');
    const extended = extendedByPostponement(term, endBefore, endAfter);
    this.#set({ term: extended, councilTermEnd: endAfter, noticed: [] });
    this.run.effect('temp-party-org/term', { ...extended });
    this.#reconsider();
  }

  /** From here on the superior has to see to its renewal, conversion or revocation. */
  #expire(cause: ExpiryCause): void {
    if (this.#cause === null) this.run.move('expire');
    this.#cause = cause;
    this.#graceOver = false;
    this.#keepThisRun();
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
    this.#graceOver = false;
    this.run.effect('temp-party-org/status', { status: 'ACTIVE', countsInCoverage: true });
    if (this.facts.renewal === null) this.mayGoOnAsNew();
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
    askForRoster(this.run, this.input);
    if (this.#cause === 'MEMBERS_LOST') this.#reconsider();
  }

  async #renewalEnded(caseNo: string, active: boolean): Promise<void> {
    if (this.over || this.facts.renewal !== caseNo) return;
    if (active) {
      await issue(...this.#notice('RENEWED', null, null));
      // The council's term was extended meanwhile: with the renewal it ends all the same.
      if (!this.expiring) this.run.move('expire');
      this.#end('renew', 'RENEWED');
      return;
    }
    this.#set({ renewal: null });
    if (this.#graceOver) this.#end('graceOver', 'EXPIRED');
    else if (!this.expiring) this.mayGoOnAsNew();
  }

  #end(event: 'renew' | 'convert' | 'revoke' | 'graceOver', status: string): void {
    this.run.move(event);
    this.run.closeAll(status);
    this.run.effect('temp-party-org/status', { status, countsInCoverage: false, endedOn: today() });
    this.run.notify(person(this.input.applicant.userId), status, { caseNo: this.input.caseNo });
    this.over = true;
  }

  #notice(event: string, actor: Actor | null, requestId: RequestId | null): Parameters<typeof issue> {
    const { term, renewal } = this.facts;
    const facts = { event, signer: actor?.userId ?? null, newCaseNo: renewal, ...term };
    return [this.run, 'NOTICE', this.input.unitId, requestId, facts];
  }

  /** Whoever sits in the council counts, listed in the application or not, except those who declined. */
  #assess(): ReturnType<typeof ask.assess> {
    const { caseId } = this.input;
    return ask.assess({ caseId, on: today(), whom: 'COUNCIL', confirmed: null, declined: this.facts.declined });
  }

  /** One renewal at a time, and only the organisation's own. */
  #assertMayRenew(actor: Actor, caseNo: string): void {
    if (actor.role !== 'APPLICANT_USER' && actor.role !== 'PARTY_SECRETARY') throw new AuthNotAllowed();
    this.run.assertPossible('renew');
    const { renewal } = this.facts;
    if (renewal !== null && renewal !== caseNo) throw new TempPartyOrgRefusal('TPO_DUPLICATE_ACTIVE', { renewal });
  }

  /** Conversion and revocation are the superior's. */
  #assertSuperior(actor: Actor): void {
    if (!isFor(this.#superior, actor)) throw new AuthNotAllowed();
  }
}
