import { AskExtension, DecideExtension, Submit } from '#domain/annual-inspection/acts.js';
import { AnnualInspectionRefusal } from '#domain/annual-inspection/errors.js';
import { assertExtension } from '#domain/annual-inspection/season-calendar.rule.js';
import { type IsoDate, parseIsoDate } from '#domain/calendar/iso-date.js';
import { CaseStateConflict } from '#domain/errors.js';
import { asId, type UserId } from '#domain/ids.js';
import { organisation, pool } from '#domain/process/assignee.js';
import { Ending } from '../steps/ending.js';
import type { OpenTask } from '../steps/open-task.js';
import { limitFrom, type ReturnRun, today } from './case.js';
import type { ReturnInput } from './contract.js';
import type { PartyConfirmation } from './party-confirmation.js';
import type { Season } from './season.js';

type Filed = 'FILED' | 'NOT_PARTICIPATED';

/** 报送: until the season closes for this organisation, the return is handed in; else the organisation did not take part. */
export async function fileReturn(
  run: ReturnRun,
  input: ReturnInput,
  season: Season,
  confirmation: PartyConfirmation,
): Promise<Filed> {
  run.stage = 'filing';
  const filing = new Filing(run, input, season, confirmation);
  const closing = filing.offer();
  try {
    filing.open();
    await run.until(filing.ending.reached);
    return filing.ending.get();
  } finally {
    for (const close of closing) close();
    season.filing = null;
  }
}

class Filing {
  readonly ending = new Ending<Filed>();
  #asked: { readonly task: OpenTask; readonly until: IsoDate } | null = null;

  constructor(
    private readonly run: ReturnRun,
    private readonly input: ReturnInput,
    private readonly season: Season,
    private readonly confirmation: PartyConfirmation,
  ) {}

  /** `clock`: until when; none while an organ has yet to say so. */
  open(clock: Partial<ReturnType<Season['clock']>> = this.season.clock()): void {
    this.season.filing = this.run.open({
      kind: 'FILE_RETURN',
      assignee: organisation(this.input.organisationId),
      duty: 'SUBMIT',
      limit: null,
      ...clock,
      onLapse: () => {
        this.#close();
      },
    });
  }

  offer(): readonly (() => void)[] {
    const isFiling = (task: OpenTask): boolean => task === this.season.filing;
    return [
      this.run.desk.offerOnTask(Submit, {
        concerns: isFiling,
        take: ({ formVersion, instructor }, _act, task) => {
          this.run.move('submit');
          this.run.effect('annual-inspection/filed', { formVersion, on: today() });
          this.run.close(task, 'SUBMITTED');
          this.confirmation.ask(instructor === undefined ? null : asId<UserId>(instructor));
          this.#forgetExtension();
          this.ending.set('FILED');
        },
      }),
      this.run.desk.offerOnTask(AskExtension, {
        concerns: isFiling,
        check: ({ until }) => {
          if (this.#asked) throw new CaseStateConflict(this.run.state, 'askExtension');
          const { inspectedYear, settings } = this.input;
          const extensionBefore = parseIsoDate(`${inspectedYear + 1}-${settings.extensionBefore}`);
          const asked = { askedOn: today(), until: parseIsoDate(until, 'until') };
          assertExtension(asked, this.season.closing, { extensionBefore });
        },
        take: ({ until }) => {
          const task = this.run.open({
            kind: 'EXTENSION',
            assignee: pool(this.input.unitId, 'REGISTRY_OFFICER'),
            duty: 'REVIEW',
            limit: limitFrom('INTAKE', this.input, Date.now()),
          });
          this.#asked = { task, until: parseIsoDate(until) };
        },
      }),
      this.run.desk.offerOnTask(DecideExtension, {
        concerns: (task) => task === this.#asked?.task,
        take: ({ verdict }, _act, task) => {
          this.#decide(verdict);
          this.run.close(task, verdict);
        },
      }),
    ];
  }

  #decide(verdict: 'GRANT' | 'REFUSE'): void {
    const until = this.#asked?.until;
    this.#asked = null;
    const { caseNo, organisationId } = this.input;
    this.run.notify(organisation(organisationId), 'EXTENSION_DECIDED', { caseNo, verdict, until: until ?? null });
    if (verdict === 'GRANT' && until !== undefined) this.season.move({ due: until, closes: until }, until);
    else if (this.season.closing.closes < today()) this.#close();
  }

  /** The closing has passed. A request that an organ has not answered keeps the return open: its delay never counts against the organisation. */
  #close(): void {
    if (this.#asked) {
      this.open({});
      return;
    }
    const { caseNo, inspectedYear, organisationId } = this.input;
    const { due } = this.season.closing;
    this.run.move('seasonCloses');
    if (this.season.filing) this.run.close(this.season.filing, 'LAPSED');
    const none = { conclusion: 'NOT_PARTICIPATED', on: today(), signer: null, requestId: null };
    this.run.effect('annual-inspection/concluded', none);
    this.run.notify(organisation(organisationId), 'NOT_PARTICIPATED', { caseNo, inspectedYear, due });
    this.ending.set('NOT_PARTICIPATED');
  }

  #forgetExtension(): void {
    if (this.#asked) this.run.close(this.#asked.task, 'NOT_NEEDED');
    this.#asked = null;
  }
}

/** Refuses a second return of one organisation and year, by the number of the case that holds the first. */
export function refuseSecond({ inspectedYear, caseNo }: ReturnInput): never {
  throw new AnnualInspectionRefusal('AI_DUPLICATE_YEAR', { inspectedYear, caseNo });
}
