import { Injectable } from '@nestjs/common';

import type { BulkCandidate, LeftOut } from '#domain/annual-inspection/bulk-decision.rule.js';
import { BULK_GROUND_LABELS, selectForBulk } from '#domain/annual-inspection/bulk-decision.rule.js';
import { ANNUAL_INSPECTION, RETURN_TRANSITIONS } from '#domain/annual-inspection/states.js';
import { shanghaiDate } from '#domain/calendar/shanghai-day.js';
import { AuthNotAllowed, NotFound } from '#domain/errors.js';
import { stateOf } from '#domain/process/transitions.js';
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
import type { BulkAnswer, BulkAsked, BulkPreview, BulkPreviewAsked } from './return.schemas.js';
import { settingsOf } from './returns.service.js';

type Listed = { readonly caseNo: string; readonly seenSeq?: number | undefined };
type Refused = BulkAnswer['refused'][number];

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
    const answers = await inGroups(chosen, AT_ONCE, ({ caseNo, seq }) =>
      this.#decide(actor, caseNo, seq, opinion, request),
    );
    return {
      concluded: answers.flatMap((answer) => ('state' in answer ? [answer] : [])),
      leftOut: leftOut.map(leftOutView),
      refused: answers.flatMap((answer) => ('code' in answer ? [answer] : [])),
    };
  }

  async #decide(
    actor: RequestActor,
    caseNo: string,
    seenSeq: number,
    opinion: string | undefined,
    request: TimedRequest,
  ): Promise<BulkAnswer['concluded'][number] | Refused> {
    const taskId = await bulkReturnStore(this.database).concludingTask(caseNo);
    const facts = { conclusion: 'PASS', deviates: false };
    const words = opinion === undefined ? {} : { opinion };
    const body = { kind: 'conclude', facts, taskId, seenSeq, attachments: [], ...words };
    try {
      const own = { ...request, key: keyOf(request, caseNo), fingerprint: 'bulk-conclusion' };
      const { seq, state } = await this.acts.act(actor, caseNo, body, own);
      return { caseNo, seq, state };
    } catch (error) {
      const refusal = refusedBy(error)?.refusal;
      if (refusal === undefined) throw error;
      const { code, messageZh, messageEn } = refusal;
      return { caseNo, code, messageZh, messageEn };
    }
  }

  async #select(actor: RequestActor, { caseId }: BulkSeason, items: readonly Listed[]) {
    const returns = await bulkReturnStore(this.database).returnsOf(
      caseId,
      items.map(({ caseNo }) => caseNo),
    );
    const unknown = items.filter(({ caseNo }) => !returns.has(caseNo));
    if (unknown.length > 0) throw new NotFound('Return');
    const candidates = await inGroups(items, AT_ONCE, async (item) => {
      const found = returns.get(item.caseNo);
      return found === undefined ? [] : [await this.#candidate(actor, item, found)];
    });
    return selectForBulk(candidates.flat());
  }

  async #candidate(actor: RequestActor, { caseNo, seenSeq }: Listed, found: BulkReturn): Promise<BulkCandidate> {
    const { row, reviewedBy } = found;
    const store = annualInspectionStore(this.database);
    const theirs = await store.byCaseId(row.id);
    const on = shanghaiDate(this.clock());
    const examined = theirs === null ? null : await store.examine(theirs, on, settingsOf(row));
    const recusalYears = await this.settings.recusalYears();
    const asked = {
      caseNo,
      taskId: found.taskId,
      userId: actor.userId,
      requestId: null,
      now: this.clock(),
      recusalYears,
    };
    const context = await caseContextStore(this.database).find(asked);
    const tied =
      (context?.ties.length ?? 0) > 0 || (context?.recused.some(({ userId }) => userId === actor.userId) ?? false);
    return {
      caseNo,
      state: stateOf(RETURN_TRANSITIONS, row.state),
      seenSeq: seenSeq ?? row.seq,
      seq: row.seq,
      checks: examined?.checks ?? [],
      // Without a form there is nothing that a rule could say PASS of; such a return is never under review.
      proposal: examined?.proposal ?? { conclusion: 'FAIL', reasons: [], examined: [], late: false },
      signerRecused: tied || reviewedBy.includes(actor.userId),
    };
  }

  /** The season of one's own registry; its leader alone decides. */
  async #season(actor: RequestActor, seasonNo: string): Promise<BulkSeason> {
    const season = await bulkReturnStore(this.database).season(seasonNo);
    if (season === null || !unitsOf(actor).includes(season.registryUnitId)) throw new NotFound('Season');
    if (!unitsOf(actor, ['REGISTRY_LEADER']).includes(season.registryUnitId)) {
      throw new AuthNotAllowed({ action: 'conclude', resource: ANNUAL_INSPECTION.slug });
    }
    return season;
  }
}

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
