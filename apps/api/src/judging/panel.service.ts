import { Injectable } from '@nestjs/common';

import { shanghaiDate } from '#domain/calendar/shanghai-day.js';
import type { Database } from '#prisma/client.js';
import { conflictsOf } from '#prisma/stores/venture-judging/conflict-facts.js';
import { panelStore } from '#prisma/stores/venture-judging/panel.store.js';
import { judgedProjects, judgedRound, namesIn } from '#prisma/stores/venture-judging/round-facts.js';
import type { IdempotentRequest } from '../http/idempotency-key.js';
import { onceFor } from '../http/once-for.js';
import type { RequestActor } from '../identity/actor.js';
import { Settings } from '../matters/settings.service.js';
import { UseClock, UseDatabase } from '../resources.js';
import type { Clock } from '../resources.js';
import { JudgingRights } from './judging-rights.js';
import type { Declaration, DrawParams, MemberParams, NewDraw, NewMembers, Witnessing } from './panel.schemas.js';

/** The panel of a round: who sits in it, how it was drawn, and who may not score what. */
@Injectable()
export class PanelService {
  constructor(
    @UseDatabase() private readonly database: Database,
    @UseClock() private readonly clock: Clock,
    private readonly rights: JudgingRights,
    private readonly settings: Settings,
  ) {}

  async list(actor: RequestActor, id: string) {
    const { roundId } = await this.rights.overseen(actor, id);
    return { items: await panelStore(this.database).list(roundId) };
  }

  async add(actor: RequestActor, id: string, { judgeIds }: NewMembers, request: IdempotentRequest): Promise<unknown> {
    const { roundId } = await this.rights.organised(actor, id);
    await onceFor(this.database, actor, request, async (tx) => {
      await panelStore(tx).add(roundId, judgeIds, this.#by(actor));
      return {};
    });
    return this.list(actor, id);
  }

  async remove(actor: RequestActor, { id, judgeId }: MemberParams, request: IdempotentRequest): Promise<unknown> {
    const { roundId } = await this.rights.organised(actor, id);
    await onceFor(this.database, actor, request, async (tx) => {
      await panelStore(tx).remove(roundId, judgeId);
      return {};
    });
    return this.list(actor, id);
  }

  async draws(actor: RequestActor, id: string) {
    const { roundId } = await this.rights.overseen(actor, id);
    return { items: await panelStore(this.database).draws(roundId) };
  }

  /** What everybody may read of draws: the commitment at once, secret and word after the draw, so that it can be run again. */
  async publicDraws(id: string) {
    const { roundId } = await judgedRound(this.database.pool, id);
    const draws = await panelStore(this.database).draws(roundId);
    return { items: draws.map(({ witnessedBy: _person, ...draw }) => draw) };
  }

  async openDraw(actor: RequestActor, id: string, { size, candidateIds }: NewDraw, request: IdempotentRequest) {
    const { roundId } = await this.rights.organised(actor, id);
    const asked = { size, candidates: candidateIds };
    return onceFor(this.database, actor, request, (tx) => panelStore(tx).openDraw(roundId, asked, this.#by(actor)));
  }

  async witness(actor: RequestActor, { id, drawId }: DrawParams, { word }: Witnessing, request: IdempotentRequest) {
    const { roundId } = await this.rights.audited(actor, id);
    return onceFor(this.database, actor, request, (tx) =>
      panelStore(tx).witness(roundId, drawId, word, this.#by(actor)),
    );
  }

  /** Declared and detected conflicts of everybody in the panel, with their grounds. */
  async conflicts(actor: RequestActor, id: string) {
    const { roundId } = await this.rights.overseen(actor, id);
    const members = await panelStore(this.database).list(roundId);
    const when = { today: shanghaiDate(this.clock()), recusalYears: await this.settings.recusalYears() };
    const judgeIds = members.map(({ judgeId }) => judgeId);
    const items = await conflictsOf(this.database.pool, roundId, judgeIds, when);
    return { items, ...(await namesIn(this.database.pool, roundId, items)) };
  }

  /** The applicants of the round by name, so that a judge can say to whom they are tied; not which project is whose. */
  async applicants(actor: RequestActor, id: string) {
    const { round } = await this.rights.judged(actor, id);
    const projects = await judgedProjects(this.database.pool, round.roundId);
    const ids = [...new Set(projects.map(({ organisationId }) => organisationId))];
    const where = { id: { in: ids } };
    const found = await this.database.rows.organisation.findMany({ where, orderBy: { name: 'asc' } });
    return { items: found.map((one) => ({ organisationId: one.id, name: one.name })) };
  }

  async declare(actor: RequestActor, id: string, { organisationIds }: Declaration, request: IdempotentRequest) {
    const { round, judgeId } = await this.rights.judged(actor, id);
    const projects = await judgedProjects(this.database.pool, round.roundId);
    const tied = projects.filter(({ organisationId }) => organisationIds.includes(organisationId));
    const projectIds = tied.map(({ projectId }) => projectId);
    return onceFor(this.database, actor, request, async (tx) => {
      await panelStore(tx).declare(round.roundId, judgeId, projectIds, this.clock());
      return { declared: projectIds.length };
    });
  }

  #by({ userId }: RequestActor) {
    return { userId, at: this.clock() };
  }
}
