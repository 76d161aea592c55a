import { Injectable } from '@nestjs/common';
import { z } from 'zod';

import { NotFound } from '#domain/errors.js';
import { placeName } from '#domain/identifier/place-name.js';
import type { RoundState } from '#domain/venture-round/states.js';
import type { Database } from '#prisma/client.js';
import { unitStore } from '#prisma/stores/unit.store.js';
import { ventureRoundReadingStore } from '#prisma/stores/venture-round-reading.store.js';
import type { RoundRow } from '#prisma/stores/venture-round/round-row.js';
import { organisationsOf, unitsOf } from '../access/case-filter.js';
import { keyOf, page } from '../http/paging.js';
import type { Page, PageQuery } from '../http/paging.js';
import type { RequestActor } from '../identity/actor.js';
import { UseClock, UseDatabase } from '../resources.js';
import type { Clock } from '../resources.js';
import { classTerm, projectLine, projectState, roundLine, roundView, shortlistLine } from './round-views.js';
import type {
  OwnRoundView,
  ProjectLine,
  ProjectQuery,
  ProjectView,
  RoundLine,
  RoundQuery,
  RoundView,
  ShortlistLine,
} from './round.schemas.js';

const RoundCursor = z.tuple([z.number(), z.string().max(128)]);
const NoCursor = z.tuple([z.string().max(64)]);

/** While judging has not been made public, marks are nobody's but the organisers' (specification M03: blind until RANKED). */
const HIDDEN: readonly RoundState[] = ['PLANNED', 'CALL_OPEN', 'SCREENING', 'SCORING', 'RANKED'];

/** Rounds and projects as people look at them. What is not theirs to see does not exist: NOT_FOUND (404). */
@Injectable()
export class RoundsService {
  constructor(
    @UseDatabase() private readonly database: Database,
    @UseClock() private readonly clock: Clock,
  ) {}

  /** Published rounds; for organisers and auditors also those that are planned. `actor` null: the public. */
  async list(actor: RequestActor | null, { cursor, limit, open }: RoundQuery): Promise<Page<RoundLine>> {
    const now = this.clock();
    const key = keyOf(cursor, RoundCursor);
    const after = key === null ? null : { opensAt: key[0], caseId: key[1] };
    const openAt = open === 'true' ? now : null;
    const ofUnits = actor === null ? [] : isAuditor(actor) ? 'ALL' : unitsOf(actor, ['ROUND_ORGANISER']);
    const rows = await this.#store.list({ ofUnits, openAt, after, limit: limit + 1 });
    return page(
      rows,
      limit,
      ({ opensAt, caseId }) => [opensAt, caseId],
      (row) => roundLine(row, now),
    );
  }

  /** A published round as everybody may read it. */
  async published(id: string): Promise<RoundView> {
    const round = await this.#store.find(id);
    if (round === null || round.publishedAt === null) throw new NotFound('Round');
    return this.#view(round);
  }

  async one(actor: RequestActor, id: string): Promise<OwnRoundView> {
    const round = await this.#store.find(id);
    const all = round !== null && seesAll(actor, round);
    if (round === null || (round.publishedAt === null && !all)) throw new NotFound('Round');
    const counts = all ? await this.#store.counts(round.caseId) : null;
    return {
      ...(await this.#view(round)),
      counts:
        counts?.map((count) => ({ ...count, class: classTerm(count.class), state: projectState(count.state) })) ?? null,
    };
  }

  async shortlist(id: string, { cursor, limit }: PageQuery): Promise<Page<ShortlistLine>> {
    const round = await this.#store.find(id);
    if (round === null || round.shortlistedAt === null) throw new NotFound('Shortlist');
    const after = keyOf(cursor, NoCursor)?.[0] ?? null;
    const rows = await this.#store.shortlist(round.caseId, after, limit + 1);
    return page(rows, limit, ({ caseNo }) => [caseNo], shortlistLine);
  }

  /** All projects of a round for those who organise or audit it; their own for those who apply. */
  async projects(actor: RequestActor, id: string, query: ProjectQuery): Promise<Page<ProjectLine>> {
    const round = await this.#store.find(id);
    if (round === null) throw new NotFound('Round');
    const all = seesAll(actor, round);
    if (!all && round.publishedAt === null) throw new NotFound('Round');
    const { limit, state = null, class: ofClass = null, waitsFor = null, words = null } = query;
    const rows = await this.#store.projects({
      roundId: round.caseId,
      organisationIds: all ? null : organisationsOf(actor),
      state,
      class: ofClass,
      waitsFor: all ? waitsFor : null,
      words,
      after: keyOf(query.cursor, NoCursor)?.[0] ?? null,
      limit: limit + 1,
    });
    const withResult = all || !HIDDEN.includes(round.state);
    return page(
      rows,
      limit,
      ({ caseNo }) => [caseNo],
      (row) => projectLine(row, withResult, all),
    );
  }

  /** A project for those who organise or audit its round, or apply with it. A judge reads the blind pack instead. */
  async project(actor: RequestActor, caseNo: string): Promise<ProjectView> {
    const found = await this.#store.project(caseNo);
    if (found === null) throw new NotFound('Project');
    const { project, round } = found;
    const all = seesAll(actor, round);
    if (!all && !organisationsOf(actor).includes(project.organisationId)) throw new NotFound('Project');
    const screening = await this.#store.screening(project.caseId);
    const { receivedAt, sha256, formVersion } = project;
    return {
      ...projectLine(project, all || !HIDDEN.includes(round.state), all),
      round: roundLine(round, this.clock()),
      appliedClass: classTerm(project.appliedClass),
      receipt: { receivedAt: new Date(receivedAt).toISOString(), sha256 },
      formVersion,
      screening: screening === null ? null : { checkedOn: screening.checkedOn, checks: screening.results },
    };
  }

  get #store(): ReturnType<typeof ventureRoundReadingStore> {
    return ventureRoundReadingStore(this.database);
  }

  async #view(round: RoundRow): Promise<RoundView> {
    const published = await this.#store.published(round.caseId);
    const cancelReasons = await this.#store.reasonsOf(round.cancelRequestId);
    const [hosts, divisionName] = await Promise.all([this.#hosts(round), this.#divisionName(round)]);
    return roundView(round, published, { cancelReasons, hosts, divisionName }, this.clock());
  }

  async #hosts({ configuration }: RoundRow): Promise<RoundView['hosts']> {
    const units = await Promise.all(configuration.hosts.map((id) => unitStore(this.database).byId(id)));
    return units.flatMap((unit) => (unit === null ? [] : [{ unitId: unit.id, name: unit.name }]));
  }

  async #divisionName({ configuration: { divisionCode } }: RoundRow): Promise<string | null> {
    return placeName(await unitStore(this.database).namesAt(divisionCode));
  }
}

const isAuditor = ({ grants }: RequestActor): boolean => grants.some(({ role }) => role === 'SUPERVISOR_AUDITOR');

const seesAll = (actor: RequestActor, { unitId }: RoundRow): boolean =>
  isAuditor(actor) || unitsOf(actor, ['ROUND_ORGANISER', 'FINANCE_SIGNER']).includes(unitId);
