import type { OrganisationId, PersonId, RequestId, TaskId, UnitId, UserId } from '../ids.js';
import type { Role } from '../roles.js';
import type { Assignee } from './assignee.js';
import { assigneeKey } from './assignee.js';

/** Who acts, in which capacity. The API has checked the session, the grant and the deputation; `onBehalfOf` is the principal of a deputy. */
export interface Actor {
  readonly userId: UserId;
  readonly personId: PersonId | null;
  readonly role: Role;
  readonly unitId: UnitId | null;
  /** The organisation for which one acts in this role; absent for an office. */
  readonly organisationId?: OrganisationId;
  readonly onBehalfOf: UserId | null;
}

/** The human act that moves a case: what it is, on which task, and only the facts that decide branches. Words stay in PostgreSQL. */
export interface Act<Kind extends string = string, Facts = unknown> {
  readonly requestId: RequestId;
  readonly fingerprint: string;
  readonly kind: Kind;
  readonly actor: Actor;
  readonly taskId: TaskId | null;
  /** The `seq` that the actor saw; a stale one is refused (VERSION_CONFLICT). null = do not care. */
  readonly seenSeq: number | null;
  readonly facts: Facts;
  /** Sent again by us: its record is in the tables, but the worker died before the workflow knew (see docs/decisions). */
  readonly again?: true;
}

/** What the API answers an act with. The same request gets the same answer for ever. */
export interface ActResult {
  readonly caseNo: string;
  readonly seq: number;
  readonly state: string;
  readonly fingerprint: string;
}

/** Is this actor, or the principal whom a deputy stands for, the one that the task waits for? */
export function isFor(assignee: Assignee, actor: Actor): boolean {
  if (assignee.kind === 'USER') return assignee.userId === (actor.onBehalfOf ?? actor.userId);
  if (assignee.kind === 'ORGANISATION')
    return assignee.organisationId === actor.organisationId && assignee.role === actor.role;
  return assigneeKey(assignee) === `pool:${actor.unitId ?? ''}:${actor.role}`;
}
