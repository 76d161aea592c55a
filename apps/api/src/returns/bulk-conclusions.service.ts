import { Injectable } from '@nestjs/common';

import type { BulkCandidate, LeftOut } from '#domain/annual-inspection/bulk-decision.rule.js';
import { BULK_GROUND_LABELS, selectForBulk } from '#domain/annual-inspection/bulk-decision.rule.js';
import type { AnnualInspectionSettings } from '#domain/annual-inspection/settings.js';
import { ANNUAL_INSPECTION, RETURN_TRANSITIONS } from '#domain/annual-inspection/states.js';
import { shanghaiDate } from '#domain/calendar/shanghai-day.js';
import { AuthNotAllowed, NotFound } from '#domain/errors.js';
import { stateOf } from '#domain/process/transitions.js';
import type { Role } from '#domain/roles.js';
import type { Database } from '#prisma/client.js';
import { annualInspectionStore } from '#prisma/stores/annual-inspection.store.js';
import { bulkReturnStore } from '#prisma/stores/annual-inspection/bulk.store.js';
import type { BulkReturn, BulkSeason } from '#prisma/stores/annual-inspection/bulk.store.js';
import { caseContextStore } from '#prisma/stores/case-context.store.js';
import { ActsService } from '../cases/acts.service.js';
import { requestIdOf } from '../http/idempotency-key.js';
import type { TimedRequest } from '../http/idempotency-key.js';
import { refusedBy } from '../http/refused-by.js';
import { unitsOf } from '../access/case-filter.js';
import type { RequestActor } from '../identity/actor.js';
import { Settings } from '../matters/settings.service.js';
import { UseClock, UseDatabase } from '../resources.js';
import type { Clock } from '../resources.js';
import type {
  BulkAnswer,
  BulkAsked,
  BulkPreview,
  BulkPreviewAsked,
  BulkPublicationAnswer,
  BulkPublicationAsked,
} from './return.schemas.js';
import { settingsOf } from './returns.service.js';

type Listed = { readonly caseNo: string; readonly seenSeq?: number | undefined };
type Refused = BulkAnswer['refused'][number];
type Done = BulkAnswer['concluded'][number];

/** An act that is sent to many cases: on the task of that kind. */
interface BulkAct {
  readonly kind: string;
  readonly taskKind: string;
  readonly facts: object;
  readonly seenSeq?: number;
  readonly opinion?: string;
}

const CONCLUDING: BulkAct = { kind: 'conclude', taskKind: 'CONCLUDE', facts: { conclusion: 'PASS', deviates: false } };
const PUBLISHING: BulkAct = { kind: 'publishConclusion', taskKind: 'PUBLISH', facts: {} };

const UNEXAMINED: Pick<BulkCandidate, 'checks' | 'proposal'> = {
  checks: [],
  proposal: { conclusion: 'FAIL', reasons: [], examined: [], late: false },
};

/** How many of the acts of one request are under way at once. */
const AT_ONCE = 16;

/** 批量作出结论: only what every rule says PASS of; each item is looked at again, decided by an act of its own, and answered on its own. */
@Injectable()
export class BulkConclusions {
  constructor(
    @UseDatabase() private readonly database: Database,
    @UseClock() private readonly clock: Clock,
    private readonly acts: ActsService,
    private readonly settings: Settings,
  ) {}

  /** The list as the leader sees it before deciding: each item with its checks, or why it is left out. */
  async preview(actor: RequestActor, seasonNo: string, { items }: BulkPreviewAsked): Promise<BulkPreview> {
    const season = await this.#season(actor, seasonNo);
    const { qualified, leftOut } = await this.#select(actor, season, items);
    return {
      qualified: qualified.map(({ caseNo, seq, checks, proposal }) => ({
        ...{ caseNo, seq, checks: [...checks] },
        proposal: { ...proposal, examined: [...proposal.examined] },
      })),
      leftOut: leftOut.map(leftOutView),
    };
  }

  /** Decides each that still qualifies. The same request again gets, item by item, what it got before. */
  async conclude(
    actor: RequestActor,
    seasonNo: string,
    { items, opinion }: BulkAsked,
    request: TimedRequest,
  ): Promise<BulkAnswer> {
    const season = await this.#season(actor, seasonNo);
    const decided = await bulkReturnStore(this.database).decidedBy(
      items.map(({ caseNo }) => requestIdOf(actor.userId, keyOf(request, caseNo))),
    );
    const again = items.filter(({ caseNo }) => decided.has(requestIdOf(actor.userId, keyOf(request, caseNo))));
    const fresh = items.filter((item) => !again.includes(item));
    const { qualified, leftOut } = await this.#select(actor, season, fresh);
    const chosen = [...again.map(({ caseNo, seenSeq }) => ({ caseNo, seq: seenSeq })), ...qualified];
    const words = opinion === undefined ? {} : { opinion };
    const tasks = await this.#tasks(chosen, CONCLUDING);
    const answers = await inGroups(chosen, AT_ONCE, ({ caseNo, seq }) =>
      this.#send(actor, caseNo, { ...CONCLUDING, seenSeq: seq, ...words, taskId: tasks.get(caseNo) ?? null }, request),
    );
    return { concluded: done(answers), leftOut: leftOut.map(leftOutView), refused: refused(answers) };
  }

  /** 批量公告: publishes each conclusion that waits for it, by an act of its own. */
  async publish(
    actor: RequestActor,
    seasonNo: string,
    { items }: BulkPublicationAsked,
    request: TimedRequest,
  ): Promise<BulkPublicationAnswer> {
    const { caseId } = await this.#season(actor, seasonNo, 'REGISTRY_OFFICER');
    const caseNos = [...new Set(items.map(({ caseNo }) => caseNo))];
    const returns = await bulkReturnStore(this.database).returnsOf(caseId, caseNos);
    if (caseNos.some((caseNo) => !returns.has(caseNo))) throw new NotFound('Return');
    const tasks = await this.#tasks(
      caseNos.map((caseNo) => ({ caseNo })),
      PUBLISHING,
    );
    const answers = await inGroups(caseNos, AT_ONCE, (caseNo) =>
      this.#send(actor, caseNo, { ...PUBLISHING, taskId: tasks.get(caseNo) ?? null }, request),
    );
    return { published: done(answers), refused: refused(answers) };
  }

  /** One act on the task that it is made on, once for the whole request and this case; answered, not thrown. */
  async #send(
    actor: RequestActor,
    caseNo: string,
    { taskKind: _task, ...said }: BulkAct & { readonly taskId: string | null },
    request: TimedRequest,
  ): Promise<Done | Refused> {
    const body = { ...said, attachments: [] };
    try {
      const own = { ...request, key: keyOf(request, caseNo), fingerprint: `bulk:${said.kind}` };
      const { seq, state } = await this.acts.act(actor, caseNo, body, own);
      return { caseNo, seq, state };
    } catch (error) {
      const refusal = refusedBy(error)?.refusal;
      if (refusal === undefined) throw error;
      const { code, messageZh, messageEn } = refusal;
      return { caseNo, code, messageZh, messageEn };
    }
  }

  #tasks(cases: readonly Listed[], { taskKind }: BulkAct): Promise<ReadonlyMap<string, string>> {
    return bulkReturnStore(this.database).tasksOf(
      cases.map(({ caseNo }) => caseNo),
      taskKind,
    );
  }

  async #select(actor: RequestActor, { caseId }: BulkSeason, items: readonly Listed[]) {
    const returns = await bulkReturnStore(this.database).returnsOf(
      caseId,
      items.map(({ caseNo }) => caseNo),
    );
    const unknown = items.filter(({ caseNo }) => !returns.has(caseNo));
    if (unknown.length > 0) throw new NotFound('Return');
    const known = items.flatMap((item) => {
      const found = returns.get(item.caseNo);
      return found === undefined ? [] : [{ ...item, ...found }];
    });
    return selectForBulk(await this.#candidates(actor, known));
  }

  /** What decides of each, asked of all at once: a constant number of questions to the database. */
  async #candidates(actor: RequestActor, listed: readonly (Listed & BulkReturn)[]): Promise<BulkCandidate[]> {
    const now = this.clock();
    const store = annualInspectionStore(this.database);
    const settings = new Map<string, AnnualInspectionSettings>(listed.map(({ row }) => [row.id, settingsOf(row)]));
    const rows = await store.byCaseIds([...settings.keys()]);
    const toExamine = rows.flatMap((row) => {
      const own = settings.get(row.caseId);
      return own === undefined ? [] : [{ row, settings: own }];
    });
    const [examined, barred] = await Promise.all([
      store.examineMany(toExamine, shanghaiDate(now)),
      caseContextStore(this.database).barredFrom(listed, {
        ...{ userId: actor.userId, now, recusalYears: await this.settings.recusalYears() },
      }),
    ]);
    return listed.map(({ caseNo, seenSeq, row, reviewedBy }) => ({
      ...{ caseNo, state: stateOf(RETURN_TRANSITIONS, row.state), seenSeq: seenSeq ?? row.seq, seq: row.seq },
      // Without a form there is nothing that a rule could say PASS of; such a return is never under review.
      ...(examined.get(row.id) ?? UNEXAMINED),
      signerRecused: barred.has(caseNo) || reviewedBy.includes(actor.userId),
    }));
  }

  /** The season of one's own registry, for whoever holds the role there. */
  async #season(actor: RequestActor, seasonNo: string, role: Role = 'REGISTRY_LEADER'): Promise<BulkSeason> {
    const season = await bulkReturnStore(this.database).season(seasonNo);
    if (season === null || !unitsOf(actor).includes(season.registryUnitId)) throw new NotFound('Season');
    if (!unitsOf(actor, [role]).includes(season.registryUnitId)) {
      throw new AuthNotAllowed({ action: 'bulk', resource: ANNUAL_INSPECTION.slug });
    }
    return season;
  }
}

const done = (answers: readonly (Done | Refused)[]): Done[] =>
  answers.flatMap((answer) => ('state' in answer ? [answer] : []));

const refused = (answers: readonly (Done | Refused)[]): Refused[] =>
  answers.flatMap((answer) => ('code' in answer ? [answer] : []));

const keyOf = ({ key }: TimedRequest, caseNo: string): string => `${key}:${caseNo}`;

const leftOutView = ({ caseNo, ground, because }: LeftOut): BulkPreview['leftOut'][number] => ({
  caseNo,
  ground,
  because: [...because],
  ...BULK_GROUND_LABELS[ground],
});

/** Runs over all, so many at a time, and keeps the order. */
async function inGroups<Item, Result>(
  items: readonly Item[],
  size: number,
  run: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  for (let at = 0; at < items.length; at += size) {
    results.push(...(await Promise.all(items.slice(at, at + size).map(run))));
  }
  return results;
}
