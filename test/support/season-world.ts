import { randomInt, randomUUID } from 'node:crypto';

import { shanghaiDate } from '#domain/calendar/shanghai-day.js';
import { asId, type CaseId, type RequestId, type UnitId } from '#domain/ids.js';
import type { ActResult } from '#domain/process/act.js';
import { UNIT } from '#prisma/demonstration/handles.js';
import { caseStore } from '#prisma/stores/case.store.js';
import type { CaseRow } from '#prisma/stores/case/case-row.js';
import { createSeason, type NewSeason } from '#prisma/stores/inspection-season/create-season.js';
import type { ReturnInput } from '#workflows/annual-inspection/contract.js';
import { INSPECTION_SEASON_WORKFLOW } from '#workflows/inspection-season/contract.js';
import { workflowIdOf } from '#workflows/steps/contract.js';
import { StartFacts } from '../../apps/api/src/cases/start-facts.js';
import { type CaseUnderWay, REGISTRY_LEADER, type ReturnCase, ReturnWorld } from './return-world.js';

const REGISTRY = asId<UnitId>(UNIT.jimeiCivilAffairs);

/** A season of 集美's registry on the real servers, with the returns that it starts. */
export class SeasonWorld {
  private constructor(readonly returns: ReturnWorld) {}

  static async open(): Promise<SeasonWorld> {
    const world = new SeasonWorld(await ReturnWorld.open());
    // A division of its own, so that its case numbers are those of no other test on this Temporal server.
    await world.change('UPDATE "Unit" SET "divisionCode" = $2 WHERE "id" = $1', [
      REGISTRY,
      `350211${randomInt(10_000, 99_999)}2`,
    ]);
    return world;
  }

  close(): Promise<void> {
    return this.returns.close();
  }

  /** More organisations of the registry, registered years ago: `org-more-001` and so on. */
  async addOrganisations(n: number, registeredAt: string | null = '2020-05-04', prefix = 'org-more'): Promise<void> {
    await this.change(
      `INSERT INTO "Organisation" ("id", "name", "nameKey", "type", "legalStatus", "registeredAt", "level", "divisionCode", "address", "registryUnitId")
       SELECT $1 || '-' || lpad(n::text, 3, '0'), '某某协会' || n, $1 || n, 'SOCIAL_GROUP', 'REGISTERED', $2::date, 'COUNTY', '350211', '示例路', $3
       FROM generate_series(1, $4::int) n`,
      [prefix, registeredAt, REGISTRY, n],
    );
  }

  /** Leaves the registry only the organisations of these ids. */
  async leaveOnly(ids: readonly string[]): Promise<void> {
    await this.change(
      'UPDATE "Organisation" SET "registryUnitId" = NULL WHERE "registryUnitId" = $1 AND "id" <> ALL($2)',
      [REGISTRY, ids],
    );
  }

  create(inspectedYear: number, over: Partial<NewSeason> = {}): Promise<CaseRow> {
    return createSeason(this.returns.database.pool, {
      registryUnitId: REGISTRY,
      inspectedYear,
      by: REGISTRY_LEADER,
      requestId: asId<RequestId>(randomUUID()),
      fingerprint: 'test',
      workflow: INSPECTION_SEASON_WORKFLOW,
      at: Date.now(),
      ...over,
    });
  }

  /** Starts a season's workflow as the API does. */
  async start(row: CaseRow): Promise<CaseUnderWay> {
    const { workflow, input } = StartFacts.parse(row.facts);
    const { id: caseId, caseNo, matter, startRequestId: requestId } = row;
    const handle = await this.returns.client.workflow.start(workflow, {
      taskQueue: this.returns.queue,
      workflowId: workflowIdOf(matter, caseNo),
      args: [{ ...input, caseId, caseNo, requestId }],
    });
    const started = { caseId, caseNo, handle: this.returns.client.workflow.getHandle(handle.workflowId) };
    await this.returns.until(async () => (await this.seq(caseId)) > 0);
    return started;
  }

  act(on: CaseUnderWay, kind: string, by = REGISTRY_LEADER): Promise<ActResult> {
    return this.returns.act(on, { kind, by });
  }

  /** The return of an organisation in a season. */
  async returnOf(season: CaseUnderWay, organisationId: string): Promise<ReturnCase> {
    const text = 'SELECT "caseId" FROM "SeasonMember" WHERE "seasonId" = $1 AND "organisationId" = $2';
    const [member] = await this.ask<{ caseId: CaseId }>(text, [season.caseId, organisationId]);
    const row = member === undefined ? null : await caseStore(this.returns.database).byId(member.caseId);
    if (row === null) throw new Error(`${organisationId} has no return`);
    const { id: caseId, caseNo, matter, startRequestId } = row;
    const { input } = StartFacts.parse(row.facts);
    // What the season started the return with.
    const whole = { ...input, caseId, caseNo, requestId: startRequestId } as unknown as ReturnInput;
    return {
      caseId,
      caseNo,
      input: whole,
      handle: this.returns.client.workflow.getHandle(workflowIdOf(matter, caseNo)),
    };
  }

  /** The open tasks of a case with the day on which each is due, by kind. */
  async dues(on: CaseUnderWay): Promise<{ kind: string; due: string }[]> {
    const open = (await this.returns.tasks(on)).map(({ kind, dueAt }) => ({ kind, due: shanghaiDate(dueAt ?? 0) }));
    return open.sort((one, other) => one.kind.localeCompare(other.kind));
  }

  /** The days of a season as its row shows them. */
  async datesOf(season: CaseUnderWay): Promise<Record<string, unknown> | undefined> {
    const text = 'SELECT to_jsonb(s) AS row FROM "Season" s WHERE "caseId" = $1';
    return (await this.ask<{ row: Record<string, unknown> }>(text, [season.caseId]))[0]?.row;
  }

  /** Waits until every return that is owed has a task for its organisation. */
  async untilOpened(season: CaseUnderWay, withinMs = 120_000): Promise<void> {
    await this.returns.until(async () => (await this.openedAt(season)) && (await this.unheard(season)) === 0, withinMs);
  }

  async openedAt(season: CaseUnderWay): Promise<boolean> {
    const text = 'SELECT "openedAt" IS NOT NULL AS opened FROM "Season" WHERE "caseId" = $1';
    return (await this.ask<{ opened: boolean }>(text, [season.caseId]))[0]?.opened ?? false;
  }

  /** Returns of which nothing is recorded yet. */
  async unheard(season: CaseUnderWay): Promise<number> {
    const text = `SELECT count(*)::int AS n FROM "SeasonMember" m JOIN "Case" c ON c."id" = m."caseId" WHERE m."seasonId" = $1 AND c."seq" = 0`;
    return (await this.ask<{ n: number }>(text, [season.caseId]))[0]?.n ?? -1;
  }

  /** How many members stand how: `{ REQUIRED: 281, EXEMPT: 3 }`. */
  async standings(season: CaseUnderWay): Promise<Record<string, number>> {
    const text = `SELECT "standing", count(*)::int AS n FROM "SeasonMember" WHERE "seasonId" = $1 GROUP BY 1`;
    const rows = await this.ask<{ standing: string; n: number }>(text, [season.caseId]);
    return Object.fromEntries(rows.map(({ standing, n }) => [standing, n]));
  }

  async seq(caseId: string): Promise<number> {
    return (await this.ask<{ seq: number }>('SELECT "seq" FROM "Case" WHERE "id" = $1', [caseId]))[0]?.seq ?? -1;
  }

  async ask<Row extends object>(text: string, values: unknown[]): Promise<Row[]> {
    return (await this.returns.database.pool.query<Row>(text, values)).rows;
  }

  async change(text: string, values: unknown[]): Promise<void> {
    await this.returns.database.pool.query(text, values);
  }
}
