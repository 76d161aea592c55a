import { z } from 'zod';

import type { AnnualReturnForm } from '#domain/annual-inspection/return-form.js';
import { SAMPLE_RETURN } from '#domain/annual-inspection/sample-return.js';
import { applicantOf, UNIT, USER } from '#prisma/demonstration/handles.js';
import type { Cast } from '../demo/cast.js';
import type { ApiClient } from '../http/api-client.js';
import { type Asking, ONCE } from '../http/asking.js';

const Created = z.looseObject({ caseNo: z.string() });
const Uploaded = z.looseObject({ id: z.string() });
const Task = z.looseObject({ taskId: z.string(), kind: z.string(), assigneeKey: z.string(), status: z.string() });
const CaseView = z.looseObject({
  state: z.looseObject({ slug: z.string() }),
  seq: z.int(),
  tasks: z.array(Task),
});
const Row = z.looseObject({
  organisation: z.looseObject({ id: z.string() }),
  standing: z.string(),
  caseNo: z.string().nullable(),
  state: z.looseObject({ slug: z.string() }).nullable(),
  due: z.string().nullable(),
  closes: z.string().nullable(),
});
const Board = z.looseObject({ items: z.array(Row), nextCursor: z.string().nullable() });
const SeasonView = z.looseObject({
  state: z.looseObject({ slug: z.string() }),
  opening: z.looseObject({ done: z.boolean() }).nullable(),
  returns: z.looseObject({ required: z.int(), exempt: z.int(), undecided: z.int() }),
});
const Prefill = z.looseObject({
  form: z.looseObject({ partyBuilding: z.looseObject({ membersTotal: z.int(), membersTransferred: z.int() }) }),
});
const Bulk = z.looseObject({
  concluded: z.array(z.looseObject({ caseNo: z.string() })),
  leftOut: z.array(z.looseObject({ caseNo: z.string(), ground: z.string() })),
  refused: z.array(z.unknown()),
});
type Bulk = z.output<typeof Bulk>;
const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');

/** A return as its organisation has it before it. */
export interface OwnReturn {
  readonly organisationId: string;
  readonly caseNo: string;
  /** Filed with a supervisory unit first, whose closing day is the earlier one. */
  readonly supervised: boolean;
}

/** What an act says beside its kind. */
export interface Said {
  readonly facts?: object;
  readonly form?: object;
  readonly opinion?: string;
}

/** The registry of 集美 and its organisations at work on one season, over HTTP. */
export class SeasonDesk {
  #caseNo = '';

  constructor(
    private readonly cast: Cast,
    private readonly ask: Asking = ONCE,
  ) {}

  get caseNo(): string {
    return this.#caseNo;
  }

  get workflowId(): string {
    return `inspection-season:${this.#caseNo}`;
  }

  leader(): Promise<ApiClient> {
    return this.cast.official(USER.jimeiRegistryLeader);
  }

  /** The season of an inspected year is created; it opens on its day. */
  async create(inspectedYear: number): Promise<void> {
    const asked = { inspectedYear, registryUnitId: UNIT.jimeiCivilAffairs };
    this.#caseNo = Created.parse(await this.ask.post(await this.leader(), '/seasons', asked)).caseNo;
  }

  async view(): Promise<z.output<typeof SeasonView>> {
    return SeasonView.parse(await this.ask.get(await this.leader(), `/seasons/${this.#caseNo}`));
  }

  /** The returns that are owed, once each of them has a task for its organisation. */
  async opened(withinMs: number): Promise<OwnReturn[]> {
    await until(async () => (await this.view()).opening?.done === true, withinMs);
    const rows = await this.board('standing=REQUIRED');
    const own = rows.flatMap(({ organisation, caseNo, due, closes }) =>
      caseNo === null ? [] : [{ organisationId: organisation.id, caseNo, supervised: due !== closes }],
    );
    await inParallel(own, ({ caseNo }) => until(async () => (await this.caseOf(caseNo)).tasks.length > 0, withinMs));
    return own;
  }

  /** Every row of the season's board that a filter leaves. */
  async board(filter: string): Promise<z.output<typeof Row>[]> {
    const leader = await this.leader();
    const rows: z.output<typeof Row>[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const from: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
      const page = Board.parse(
        await this.ask.get(leader, `/seasons/${this.#caseNo}/returns?limit=100&${filter}${from}`),
      );
      rows.push(...page.items);
      cursor = page.nextCursor;
    }
    return rows;
  }

  async caseOf(caseNo: string): Promise<z.output<typeof CaseView>> {
    return CaseView.parse(await this.ask.get(await this.leader(), `/cases/${caseNo}`));
  }

  /** A complete return, begun with what the system holds of the organisation. */
  async formOf({ organisationId, caseNo }: OwnReturn): Promise<AnnualReturnForm> {
    const applicant = await this.clientOf(applicantOf(organisationId));
    const uploadId = await this.upload(organisationId);
    const { form } = Prefill.parse(await this.ask.get(applicant, `/returns/${caseNo}/prefill`));
    const { membersTotal, membersTransferred } = form.partyBuilding;
    const { leaders: _theirs, ...basics } = SAMPLE_RETURN.basics;
    const { partyBuilding } = SAMPLE_RETURN;
    return {
      ...SAMPLE_RETURN,
      basics: { ...basics, leaders: [] },
      finance: { ...SAMPLE_RETURN.finance, auditUploadId: uploadId },
      ...(partyBuilding === undefined
        ? {}
        : { partyBuilding: { ...partyBuilding, membersTotal, membersTransferred, secretaryReportUploadId: uploadId } }),
    };
  }

  /** A file of the organisation's. */
  async upload(organisationId: string): Promise<string> {
    const applicant = await this.clientOf(applicantOf(organisationId));
    return Uploaded.parse(await this.ask.post(applicant, '/uploads', PDF)).id;
  }

  /** 报送. */
  async file(own: OwnReturn, form?: AnnualReturnForm): Promise<void> {
    const filled = form ?? (await this.formOf(own));
    await this.actOn(own.caseNo, applicantOf(own.organisationId), 'submitReturn', 'FILE_RETURN', { form: filled });
  }

  /** 初审 where there is a supervisory unit, then 受理 by the registry. */
  async takeIn(own: OwnReturn): Promise<void> {
    if (own.supervised) await this.preliminary(own, 'AGREE');
    await this.actOn(own.caseNo, USER.jimeiRegistry, 'accept', 'INTAKE');
  }

  /** 初审 by the officer of the organisation's supervisory unit. */
  async preliminary({ caseNo }: OwnReturn, verdict: 'AGREE' | 'RETURN', opinion?: string): Promise<void> {
    const { tasks } = await this.caseOf(caseNo);
    const task = tasks.find(({ kind, status }) => kind === 'PRELIMINARY' && status === 'OPEN');
    const [, unitId = ''] = task?.assigneeKey.split(':') ?? [];
    const said = { facts: { verdict }, ...(opinion === undefined ? {} : { opinion }) };
    await this.actOn(caseNo, unitId.replace(/^unit-/, 'user-'), 'preliminary', 'PRELIMINARY', said);
  }

  /** 批量作出结论: those of which every rule says PASS; who was left out is named. */
  async concludeInBulk(caseNos: readonly string[]): Promise<Bulk> {
    const items = await inParallel(caseNos, async (caseNo) => ({ caseNo, seenSeq: (await this.caseOf(caseNo)).seq }));
    const answers: Bulk[] = [];
    for (let from = 0; from < items.length; from += 100)
      answers.push(await this.decideInBulk(items.slice(from, from + 100)));
    return {
      concluded: answers.flatMap(({ concluded }) => concluded),
      leftOut: answers.flatMap(({ leftOut }) => leftOut),
      refused: answers.flatMap(({ refused }) => refused),
    };
  }

  /** One bulk decision, over returns as they were seen. */
  async decideInBulk(items: readonly { readonly caseNo: string; readonly seenSeq: number }[]): Promise<Bulk> {
    const path = `/seasons/${this.#caseNo}/bulk-conclusions`;
    return Bulk.parse(await this.ask.post(await this.leader(), path, { items }));
  }

  /** An act on the open task of a kind, or on the case when that is null. */
  async actOn(caseNo: string, userId: string, kind: string, taskKind: string | null, said: Said = {}): Promise<void> {
    const client = await this.clientOf(userId);
    const task =
      taskKind === null
        ? undefined
        : (await this.caseOf(caseNo)).tasks.find((each) => each.kind === taskKind && each.status === 'OPEN');
    if (taskKind !== null && task === undefined) throw new Error(`${caseNo} has no open task ${taskKind}`);
    await this.ask.post(client, `/cases/${caseNo}/acts`, { kind, ...(task ? { taskId: task.taskId } : {}), ...said });
  }

  clientOf(userId: string): Promise<ApiClient> {
    return userId === USER.jimeiRegistryLeader ? this.leader() : this.cast.of(userId);
  }
}

/** How many requests of a season are under way at once. */
const AT_ONCE = 8;

/** Does the same for each, a few at a time; the results are in the order of the items. */
export async function inParallel<Item, Result>(
  items: readonly Item[],
  carryOut: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const left = items.entries();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const [place, item] of left) results[place] = await carryOut(item);
    }),
  );
  return results;
}

/** Waits for what a workflow brings about. */
export async function until(holds: () => Promise<boolean>, withinMs: number): Promise<void> {
  const end = Date.now() + withinMs;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`nothing came of it within ${withinMs / 1000} s`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
