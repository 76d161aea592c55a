import { Injectable } from '@nestjs/common';

import { AuthNotAllowed, NotFound } from '#domain/errors.js';
import type { Database } from '#prisma/client.js';
import { panelStore } from '#prisma/stores/venture-judging/panel.store.js';
import { judgedRound } from '#prisma/stores/venture-judging/round-facts.js';
import type { JudgedRound } from '#prisma/stores/venture-judging/round-facts.js';
import type { RequestActor } from '../identity/actor.js';
import { UseDatabase } from '../resources.js';

/** A judge in the panel of a round. */
export interface Member {
  readonly round: JudgedRound;
  readonly judgeId: string;
}

/** Who may see and do what of a round's judging. A round that is not theirs does not exist: NOT_FOUND (404). */
@Injectable()
export class JudgingRights {
  constructor(@UseDatabase() private readonly database: Database) {}

  /** The round of who organises it. */
  async organised(actor: RequestActor, id: string): Promise<JudgedRound> {
    const round = await judgedRound(this.database.pool, id);
    if (!organises(actor, round)) throw isAuditor(actor) ? new AuthNotAllowed() : new NotFound('Round');
    return round;
  }

  /** The round of who organises or audits it. */
  async overseen(actor: RequestActor, id: string): Promise<JudgedRound> {
    const round = await judgedRound(this.database.pool, id);
    if (!organises(actor, round) && !isAuditor(actor)) throw new NotFound('Round');
    return round;
  }

  /** The round of an auditor, who witnesses draws. */
  async audited(actor: RequestActor, id: string): Promise<JudgedRound> {
    const round = await judgedRound(this.database.pool, id);
    if (isAuditor(actor)) return round;
    throw organises(actor, round) ? new AuthNotAllowed() : new NotFound('Round');
  }

  /** The round of a judge who sits in its panel. */
  async judged(actor: RequestActor, id: string): Promise<Member> {
    const round = await judgedRound(this.database.pool, id);
    const member = await panelStore(this.database).memberOf(round.roundId, actor.userId);
    if (member === null) throw new NotFound('Round');
    return { round, judgeId: member.judgeId };
  }
}

/** The pool of judges is kept by those who organise rounds, and read by auditors: AUTH_NOT_ALLOWED (403) for anybody else. */
export function ensureKeepsPool(actor: RequestActor, write: boolean): void {
  const keeps = actor.grants.some(({ role }) => role === 'ROUND_ORGANISER');
  if (!keeps && (write || !isAuditor(actor))) throw new AuthNotAllowed({ resource: 'Judge' });
}

const organises = ({ grants }: RequestActor, { unitId }: JudgedRound): boolean =>
  grants.some((grant) => grant.role === 'ROUND_ORGANISER' && grant.unitId === unitId);

const isAuditor = ({ grants }: RequestActor): boolean => grants.some(({ role }) => role === 'SUPERVISOR_AUDITOR');
