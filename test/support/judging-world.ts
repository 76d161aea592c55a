import { randomInt, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { Client, Connection } from '@temporalio/client';
import { NativeConnection, type Worker } from '@temporalio/worker';

import type { Role } from '#domain/roles.js';
import type { VentureTheme } from '#domain/venture-round/terms.js';
import { openDatabase } from '#prisma/client.js';
import { contentStore } from '#prisma/files/content-store.js';
import { judgeStore } from '#prisma/stores/venture-judging/judge.store.js';
import { createWorker } from '../../apps/worker/src/create-worker.js';
import { freshDatabase } from './database.js';
import { JudgedRounds, type Place } from './judged-rounds.js';
import { testServers } from './servers.js';
import { PRODUCT, quietRuntime, workflowCode } from './workflow-code.js';

const DATA_KEY = Buffer.alloc(32, 7).toString('base64');

/** The unit that organises every round of these tests. */
export const HOST = 'unit-host';

/** Rounds at their judging: a database and a worker of their own. */
export class JudgingWorld extends JudgedRounds {
  private constructor(
    place: Place,
    private readonly worker: Worker,
    private readonly running: Promise<void>,
    private readonly cleanUp: () => Promise<void>,
  ) {
    super(place);
  }

  static async open(): Promise<JudgingWorld> {
    quietRuntime();
    const { temporalAddress: address } = testServers();
    const fresh = await freshDatabase();
    const database = openDatabase(fresh.url);
    const home = await mkdtemp(path.join(tmpdir(), 'banjie-judging-'));
    const connection = await Connection.connect({ address });
    const native = await NativeConnection.connect({ address });
    const queue = `judging-${randomUUID()}`;
    const worker = await createWorker({
      connection: native,
      temporalAddress: address,
      database,
      dataKey: DATA_KEY,
      files: contentStore(home),
      templates: new URL('../../templates/', import.meta.url),
      workflows: { workflowBundle: await workflowCode(PRODUCT) },
      taskQueue: queue,
    });
    const running = worker.run();
    const cleanUp = async (): Promise<void> => {
      await native.close();
      await connection.close();
      await database.close();
      await fresh.drop();
      await rm(home, { recursive: true, force: true });
    };
    const division = `330402${randomInt(100, 999)}`;
    await database.pool.query(
      `INSERT INTO "Unit" ("id", "name", "agencyType", "level", "divisionCode") VALUES ($1, '解放街道', 'STREET', 'TOWN', $2)`,
      [HOST, division],
    );
    const place = { database, client: new Client({ connection }), queue, division, host: HOST, organiser: 'organiser' };
    return new JudgingWorld(place, worker, running, cleanUp);
  }

  async close(): Promise<void> {
    this.worker.shutdown();
    await this.running;
    await this.cleanUp();
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
