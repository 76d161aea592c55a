import { Injectable } from '@nestjs/common';

import { NotFound } from '#domain/errors.js';
import { isCaseNumber } from '#domain/identifier/case-number.js';
import type { Database } from '#prisma/client.js';
import { assigneeStore } from '#prisma/stores/assignee.store.js';
import type { CaseContext } from '#prisma/stores/case-context.store.js';
import type { CaseRow } from '#prisma/stores/case/case-row.js';
import type { CaseFilter } from '#prisma/stores/case-list.store.js';
import { caseListStore } from '#prisma/stores/case-list.store.js';
import { caseFilter, keysOf, organisationsOf, unitsOf } from '../access/case-filter.js';
import type { RequestActor } from '../identity/actor.js';
import { UseClock, UseDatabase } from '../resources.js';
import type { Clock } from '../resources.js';

const FRESH_MS = 5_000;
const CAPACITY = 10_000;

/** Whose to-do lists somebody sees: their own, those of the pools of their roles, and those of whom they stand in for. */
interface Known {
  readonly principals: readonly { readonly principalId: string; readonly pools: readonly string[] }[];
  readonly readAt: number;
}

/** Which cases somebody may see. What they may not see does not exist: NOT_FOUND (404). */
@Injectable()
export class CaseAccess {
  readonly #known = new Map<string, Known>();

  constructor(
    @UseDatabase() private readonly database: Database,
    @UseClock() private readonly clock: Clock,
  ) {}

  /** The case of a number, or NOT_FOUND. */
  async readable(actor: RequestActor, caseNo: string): Promise<CaseRow> {
    const found = isCaseNumber(caseNo)
      ? await caseListStore(this.database).readable(caseNo, await this.filterOf(actor))
      : null;
    if (found === null) throw new NotFound('Case');
    return found;
  }

  /** Whether the case of a context may be seen; what the context says already costs no query. */
  async mayRead(actor: RequestActor, { case: row, task, standIns }: CaseContext): Promise<boolean> {
    const known =
      row.applicantUserId === actor.userId ||
      standIns.length > 0 ||
      unitsOf(actor).includes(row.unitId) ||
      (row.organisationId !== null && organisationsOf(actor).includes(row.organisationId)) ||
      (task !== null && keysOf(actor).includes(task.assigneeKey));
    return known || (await caseListStore(this.database).readable(row.caseNo, await this.filterOf(actor))) !== null;
  }

  /** What the lists are asked with. */
  async filterOf(actor: RequestActor): Promise<CaseFilter> {
    const filter = caseFilter(actor);
    return 'all' in filter ? filter : { ...filter, keys: await this.keysOf(actor) };
  }

  /** Every key under which tasks reach somebody, those of principals too; from memory for five seconds. */
  async keysOf(actor: RequestActor): Promise<string[]> {
    const principals = await this.#principalsOf(actor.userId);
    const theirs = principals.flatMap(({ principalId, pools }) => [`user:${principalId}`, ...pools]);
    return [...new Set([...keysOf(actor), ...theirs])];
  }

  async #principalsOf(userId: string): Promise<Known['principals']> {
    const now = this.clock();
    const known = this.#known.get(userId);
    if (known !== undefined && now - known.readAt < FRESH_MS) return known.principals;
    const principals = await assigneeStore(this.database).principals(userId, now);
    const [oldest] = this.#known.keys();
    if (this.#known.size >= CAPACITY && oldest !== undefined) this.#known.delete(oldest);
    this.#known.set(userId, { principals, readAt: now });
    return principals;
  }
}
