import { Injectable } from '@nestjs/common';
import { z } from 'zod';

import { NotFound } from '#domain/errors.js';
import type { Database } from '#prisma/client.js';
import { roundDeskStore } from '#prisma/stores/venture-money/round-desk.store.js';
import { ventureRoundReadingStore } from '#prisma/stores/venture-round-reading.store.js';
import type { RoundRow } from '#prisma/stores/venture-round/round-row.js';
import { unitsOf } from '../access/case-filter.js';
import { taskLabel } from '../cases/act-labels.js';
import { keyOf, page, type PageQuery } from '../http/paging.js';
import type { RequestActor } from '../identity/actor.js';
import { VENTURE_PROJECT_MATTER } from '../matters/venture-project.matter.js';
import { UseDatabase } from '../resources.js';
import { projectState } from '../venture-rounds/round-views.js';

const IdCursor = z.tuple([z.string().max(128)]);

/** What those who run, audit and sponsor a round look at after its ranking. */
@Injectable()
export class RoundDeskService {
  constructor(@UseDatabase() private readonly database: Database) {}

  /** All objections for those who run or audit the round; one's own otherwise. */
  async objections(actor: RequestActor, id: string, { cursor, limit }: PageQuery) {
    const round = await this.#published(id);
    const by = keepsAccounts(actor, round) ? null : actor.userId;
    const rows = await this.#store.objections(round.caseId, by, afterOf(cursor), limit + 1);
    return page(
      rows,
      limit,
      (row) => [row.id],
      ({ filedAt, answeredAt, ...row }) => ({ ...row, filedAt: iso(filedAt), answeredAt: isoOrNull(answeredAt) }),
    );
  }

  /** Project by project what was agreed, paid and returned. */
  async accounts(actor: RequestActor, id: string, { cursor, limit }: PageQuery) {
    const round = await this.#own(actor, id);
    const rows = await this.#store.accounts(round.caseId, afterOf(cursor), limit + 1);
    return page(
      rows,
      limit,
      ({ caseNo }) => [caseNo],
      (row) => ({ ...row, state: projectState(row.state) }),
    );
  }

  /** What waits for a signature, a report or a decision. */
  async waiting(actor: RequestActor, id: string, { cursor, limit }: PageQuery) {
    const round = await this.#own(actor, id);
    const rows = await this.#store.waiting(round.caseId, afterOf(cursor), limit + 1);
    return page(
      rows,
      limit,
      ({ taskId }) => [taskId],
      ({ openedAt, dueAt, ...row }) => ({
        ...{ ...row, ...taskLabel(VENTURE_PROJECT_MATTER, row.kind) },
        ...{ openedAt: iso(openedAt), dueAt: isoOrNull(dueAt) },
      }),
    );
  }

  /** Projects of the published list with a gap: everybody who is signed in may read them, a sponsor may fill it. */
  async adoptable(id: string, { cursor, limit }: PageQuery) {
    const round = await this.#published(id);
    const rows = await this.#store.adoptable(round.caseId, afterOf(cursor), limit + 1);
    return page(
      rows,
      limit,
      ({ caseNo }) => [caseNo],
      (row) => row,
    );
  }

  /** The enterprise for which the actor speaks, with its deeds. */
  async sponsor({ userId }: RequestActor) {
    const found = await this.database.rows.sponsor.findUnique({ where: { userId } });
    if (found === null) return { sponsor: null, deeds: [] };
    const { id, uscc, name, representative } = found;
    const deeds = await this.#store.deedsOf(id);
    return {
      sponsor: { id, uscc, name, representative },
      deeds: deeds.map((deed) => ({ ...deed, signedAt: iso(deed.signedAt) })),
    };
  }

  get #store() {
    return roundDeskStore(this.database);
  }

  async #own(actor: RequestActor, id: string): Promise<RoundRow> {
    const round = await this.#published(id);
    if (!keepsAccounts(actor, round)) throw new NotFound('Round');
    return round;
  }

  async #published(id: string): Promise<RoundRow> {
    const round = await ventureRoundReadingStore(this.database).find(id);
    if (round === null || round.publishedAt === null) throw new NotFound('Round');
    return round;
  }
}

const keepsAccounts = (actor: RequestActor, { unitId }: RoundRow): boolean =>
  actor.grants.some(({ role }) => role === 'SUPERVISOR_AUDITOR') ||
  unitsOf(actor, ['ROUND_ORGANISER', 'FINANCE_SIGNER']).includes(unitId);

const afterOf = (cursor: string | undefined): string => keyOf(cursor, IdCursor)?.[0] ?? '';
const iso = (at: number): string => new Date(at).toISOString();
const isoOrNull = (at: number | null): string | null => (at === null ? null : iso(at));
