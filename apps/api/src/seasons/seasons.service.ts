import { Injectable } from '@nestjs/common';
import { z } from 'zod';

import { assertReturnOwed } from '#domain/annual-inspection/base.rule.js';
import type { DutyGround } from '#domain/annual-inspection/base.rule.js';
import { lastClosing } from '#domain/annual-inspection/season-agenda.rule.js';
import type { SeasonDates } from '#domain/annual-inspection/season-calendar.rule.js';
import { assertSeasonKnown } from '#domain/annual-inspection/season.rule.js';
import { RETURN_STATE_LABELS, SEASON_STATE_LABELS } from '#domain/annual-inspection/states.js';
import { parseIsoDate } from '#domain/calendar/iso-date.js';
import { shanghaiDate } from '#domain/calendar/shanghai-day.js';
import { AuthNotAllowed, FieldInvalid, NotFound } from '#domain/errors.js';
import { asId } from '#domain/ids.js';
import type { UnitId } from '#domain/ids.js';
import type { Database } from '#prisma/client.js';
import { IdempotencyKeyReused } from '#prisma/stores/idempotency.store.js';
import { createSeason, plannedDates } from '#prisma/stores/inspection-season/create-season.js';
import type { BoardStoreRow, SeasonCount, SeasonRow } from '#prisma/stores/season-reading.store.js';
import { seasonReadingStore } from '#prisma/stores/season-reading.store.js';
import { INSPECTION_SEASON_WORKFLOW } from '#workflows/inspection-season/contract.js';
import { organisationsOf, unitsOf } from '../access/case-filter.js';
import { CaseStarter } from '../cases/case-starter.js';
import { linksOf } from '../cases/links.js';
import { StartFacts } from '../cases/start-facts.js';
import { requestIdOf } from '../http/idempotency-key.js';
import type { IdempotentRequest } from '../http/idempotency-key.js';
import type { Page } from '../http/paging.js';
import { keyOf, page } from '../http/paging.js';
import type { RequestActor } from '../identity/actor.js';
import { requireSecondFactor } from '../identity/second-factor.js';
import { UseClock, UseDatabase } from '../resources.js';
import type { Clock } from '../resources.js';
import { REGISTRY_ROLES, SeasonAccess } from './season-access.js';
import type {
  BoardQuery,
  BoardRow,
  NewSeason,
  OwedReturn,
  ReturnParams,
  SeasonPlan,
  SeasonProgress,
  SeasonQuery,
  SeasonView,
} from './season.schemas.js';

const LastSeason = z.tuple([z.int(), z.string().max(100)]);
const LastOrganisation = z.tuple([z.string().max(100)]);

/** Seasons of the annual inspection over HTTP: opened, listed, looked into; everything else is an act on the season's case. */
@Injectable()
export class SeasonsService {
  constructor(
    @UseDatabase() private readonly database: Database,
    @UseClock() private readonly clock: Clock,
    private readonly access: SeasonAccess,
    private readonly starter: CaseStarter,
  ) {}

  /** Throws AUTH_NOT_ALLOWED, AI_SEASON_DUPLICATE (409), FIELD_INVALID for a year whose season would be over. */
  async open(
    actor: RequestActor,
    { inspectedYear, registryUnitId }: NewSeason,
    request: IdempotentRequest,
  ): Promise<SeasonView> {
    const grant = actor.grants.find(
      ({ role, unitId }) => REGISTRY_ROLES.includes(role) && unitId !== null && (registryUnitId ?? unitId) === unitId,
    );
    if (grant?.unitId == null) throw new AuthNotAllowed({ action: 'create', resource: 'Season' });
    requireSecondFactor(actor, grant.role);
    const unitId = asId<UnitId>(grant.unitId);
    await this.#assertAhead(inspectedYear);
    const row = await createSeason(this.database.pool, {
      registryUnitId: unitId,
      inspectedYear,
      by: { userId: actor.userId, personId: actor.personId, role: grant.role, unitId, onBehalfOf: null },
      requestId: requestIdOf(actor.userId, request.key),
      fingerprint: request.fingerprint,
      workflow: INSPECTION_SEASON_WORKFLOW,
      at: this.clock(),
    });
    if (StartFacts.parse(row.facts).fingerprint !== request.fingerprint) throw new IdempotencyKeyReused();
    if (row.startedAt === null) await this.starter.startAndSee(row);
    return this.one(actor, row.caseNo);
  }

  /** A season begins before its last closing day: nobody could hand anything in after it. */
  async #assertAhead(inspectedYear: number): Promise<void> {
    const { dates, past } = await this.plan(inspectedYear);
    if (!past) return;
    throw new FieldInvalid(
      'inspectedYear',
      '该年度的报送期限已过,不能再开启年检季。请核对年度。',
      'The last closing day of that year has passed. Check the year.',
      { closed: lastClosing(dates) },
    );
  }

  /** The days that the season of a year would have. */
  async plan(inspectedYear: number): Promise<SeasonPlan & { readonly dates: SeasonDates }> {
    const now = this.clock();
    const { dates } = await plannedDates(this.database.pool, inspectedYear, now);
    return { inspectedYear, dates, past: lastClosing(dates) < shanghaiDate(now) };
  }

  async list(actor: RequestActor, { inspectedYear, limit, cursor }: SeasonQuery): Promise<Page<SeasonView>> {
    const after = keyOf(cursor, LastSeason);
    const asked = { year: inspectedYear ?? null, after, limit: limit + 1 };
    const found = await seasonReadingStore(this.database).list(await this.access.filterOf(actor), asked);
    return page(found, limit, (row) => [row.inspectedYear, row.caseId], viewOf);
  }

  async one(actor: RequestActor, caseNo: string): Promise<SeasonView> {
    return viewOf(await this.access.readable(actor, caseNo));
  }

  /** Who has handed in and who has not. */
  async board(actor: RequestActor, caseNo: string, query: BoardQuery): Promise<Page<BoardRow>> {
    const { caseId } = await this.access.readable(actor, caseNo);
    const { limit, cursor, standing, state, filed, timeliness, conclusion, published, search } = query;
    const after = keyOf(cursor, LastOrganisation)?.[0] ?? '';
    const found = await seasonReadingStore(this.database).board(caseId, after, limit + 1, {
      standing: standing ?? null,
      state: state ?? null,
      filed: filed === undefined ? null : filed === 'YES',
      timeliness: timeliness ?? null,
      conclusion: conclusion ?? null,
      published: published === undefined ? null : published === 'YES',
      search: search ?? null,
    });
    return page(found, limit, ({ organisationId }) => [organisationId], boardRowOf);
  }

  /** How many returns stand where, and how the filings came in. */
  async progress(actor: RequestActor, caseNo: string): Promise<SeasonProgress> {
    const { caseId } = await this.access.readable(actor, caseNo);
    const counts = await seasonReadingStore(this.database).counts(caseId);
    const of = (what: SeasonCount['of']) =>
      counts.filter((each) => each.of === what).map(({ name, count }) => ({ name, count }));
    const states = of('STATE');
    return {
      states: Object.keys(RETURN_STATE_LABELS).flatMap((state) =>
        states.filter(({ name }) => name === state).map(({ count }) => ({ ...returnLabel(state), count })),
      ),
      standings: of('STANDING'),
      filed: of('FILED'),
      timeliness: of('TIMELINESS'),
      conclusions: of('CONCLUSION'),
      published: of('PUBLISHED'),
      filedOn: of('DAY').map(({ name, count }) => ({ day: name, count })),
    };
  }

  /** The return that an organisation owes for a year. Throws AI_SEASON_UNKNOWN (404), AI_EXEMPT, AI_OUTSIDE, NOT_FOUND. */
  async owed(actor: RequestActor, { id, inspectedYear }: ReturnParams): Promise<OwedReturn> {
    const may = organisationsOf(actor).includes(id) || unitsOf(actor).length > 0;
    const organisation = may ? await this.database.rows.organisation.findUnique({ where: { id } }) : null;
    if (organisation === null) throw new NotFound('Organisation');
    const found = await seasonReadingStore(this.database).membership(id, inspectedYear);
    assertSeasonKnown(organisation.registryUnitId ?? '', inspectedYear, found?.season ?? null);
    if (found?.standing == null) throw new NotFound('AnnualReturn');
    const { season, standing, baseDate, caseNo, state, due, closes } = found;
    assertReturnOwed({
      organisationId: id,
      standing,
      ground: groundOf(found.ground),
      baseDate: parseIsoDate(baseDate),
    });
    if (caseNo === null || state === null || due === null || closes === null) throw new NotFound('AnnualReturn');
    return { caseNo, season, state: returnLabel(state), due, closes, links: linksOf(caseNo) };
  }
}

const GROUNDS: readonly DutyGround[] = [
  'REGISTERED_IN_TIME',
  'REGISTERED_LATER',
  'ENDED_IN_SEASON',
  'ENDED_BEFORE_SEASON',
  'NOT_REGISTERED',
  'REGISTRATION_DATE_MISSING',
];

const groundOf = (kept: string): DutyGround => GROUNDS.find((ground) => ground === kept) ?? 'NOT_REGISTERED';

type Labels = Readonly<Record<string, { readonly zh: string; readonly en: string }>>;

const labelled = (labels: Labels, slug: string) => ({ slug, ...(labels[slug] ?? { zh: slug, en: slug }) });
const returnLabel = (state: string) => labelled(RETURN_STATE_LABELS, state);

function viewOf(row: SeasonRow): SeasonView {
  const { caseNo, registryUnitId, registry, inspectedYear, pausedOn, base, opened, judged, started } = row;
  const { opensOn, toSupervisor, toRegistry, foundationToRegistry, extensionBefore } = row;
  const { required, exempt, undecided, filed, late, ended } = row;
  return {
    caseNo,
    state: labelled(SEASON_STATE_LABELS, row.state),
    registry: { id: registryUnitId, name: registry },
    inspectedYear,
    dates: { opensOn, toSupervisor, toRegistry, foundationToRegistry, extensionBefore },
    pausedOn,
    opening: base === null ? null : { base, judged, started, done: opened },
    returns: { required, exempt, undecided, filed, late, ended },
    links: linksOf(caseNo),
  };
}

function boardRowOf({ organisationId, name, uscc, state, ...row }: BoardStoreRow): BoardRow {
  return {
    organisation: { id: organisationId, name, uscc },
    state: state === null ? null : returnLabel(state),
    ...row,
  };
}
