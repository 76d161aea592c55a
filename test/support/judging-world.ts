import { randomInt, randomUUID } from 'node:crypto';

import type { Role } from '#domain/roles.js';
import type { VentureTheme } from '#domain/venture-round/terms.js';
import { judgeStore } from '#prisma/stores/venture-judging/judge.store.js';
import { freshDatabase } from './database.js';
import { productWorker } from './product-worker.js';
import { JudgedRounds, type Place } from './judged-rounds.js';

/** The unit that organises every round of these tests. */
export const HOST = 'unit-host';

/** Rounds at their judging: a database and a worker of their own. */
export class JudgingWorld extends JudgedRounds {
  private constructor(
    place: Place,
    readonly close: () => Promise<void>,
  ) {
    super(place);
  }

  static async open(): Promise<JudgingWorld> {
    const { database, client, queue, close } = await productWorker(await freshDatabase());
    const division = `330402${randomInt(100, 999)}`;
    await database.pool.query(
      `INSERT INTO "Unit" ("id", "name", "agencyType", "level", "divisionCode") VALUES ($1, '解放街道', 'STREET', 'TOWN', $2)`,
      [HOST, division],
    );
    return new JudgingWorld({ database, client, queue, division, host: HOST, organiser: 'organiser' }, close);
  }

  /** A judge of the pool who knows these fields. */
  async judge(name: string, fields: readonly VentureTheme[] = [], maxLoad = 50): Promise<string> {
    await this.user(name, 'JUDGE');
    const entry = { fields, employerId: null, employerName: null, evaluatedOrganisationIds: [], maxLoad };
    const { id } = await judgeStore(this.database).enter(name, entry, { userId: 'organiser', at: Date.now() });
    return id;
  }

  async user(id: string, role: Role, unitId: string | null = null): Promise<void> {
    const { rows } = this.database;
    await rows.user.create({
      data: { id, name: id, email: `${id}@example.invalid`, grants: { create: { id: randomUUID(), role, unitId } } },
    });
  }
}
