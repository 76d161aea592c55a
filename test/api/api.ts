import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import type { NestExpressApplication } from '@nestjs/platform-express';
import { hashPassword } from 'better-auth/crypto';
import request from 'supertest';
import { z } from 'zod';

import type { Role } from '#domain/roles.js';
import { openDatabase } from '#prisma/client.js';
import type { Database } from '#prisma/client.js';
import { administrationStore } from '#prisma/stores/administration.store.js';
import type { ApiConfig } from '../../apps/api/src/config.js';
import { createApp } from '../../apps/api/src/create-app.js';
import { freshDatabase } from '../support/database.js';

export const PASSWORD = 'a password for tests';

/** A role in a test's words; officials are at unit-1 and applicants of org-1 unless it says otherwise. */
export interface TestGrant {
  readonly role: Role;
  readonly unitId?: string;
  readonly organisationId?: string;
}

/** The application on a database of its own; Temporal is away unless `temporalAddress` is given. */
export interface Api {
  readonly database: Database;
  readonly config: ApiConfig;
  /** Moves the API's clock. */
  readonly clock: { now: number };
  /** `http://127.0.0.1:PORT`. */
  readonly origin: string;
  readonly http: () => ReturnType<typeof request>;
  readonly user: (username: string, ...grants: readonly TestGrant[]) => Promise<string>;
  /** Makes the user, signs in and keeps the cookie. */
  readonly signedIn: (username: string, ...grants: readonly TestGrant[]) => Promise<Signed>;
  readonly signIn: (username: string) => Promise<Signed>;
  readonly close: () => Promise<void>;
}

/** A browser of somebody who signed in. */
export interface Signed {
  readonly userId: string;
  readonly agent: ReturnType<typeof request.agent>;
}

const WithId = z.object({ id: z.string() });

/** The id in an answer's body. */
export const idIn = ({ text }: { readonly text: string }) => WithId.parse(JSON.parse(text)).id;

/** A new Idempotency-Key. */
export const key = () => randomUUID();

let passwordHash: Promise<string> | null = null;

export async function openApi(overrides: Partial<ApiConfig> = {}): Promise<Api> {
  const fresh = await freshDatabase();
  const home = await mkdtemp(path.join(os.tmpdir(), 'banjie-api-'));
  const clock = { now: Date.now() };
  const config: ApiConfig = {
    databaseUrl: fresh.url,
    temporalAddress: '127.0.0.1:1',
    temporalNamespace: 'default',
    host: '127.0.0.1',
    port: 0,
    home,
    secret: 'a secret of at least thirty-two characters',
    dataKey: new Uint8Array(32),
    ...overrides,
  };
  const database = openDatabase(fresh.url);
  const app = await createApp(config, () => clock.now);
  await app.listen(0, '127.0.0.1');
  const origin = await app.getUrl();
  await givenPlaces(database);
  return {
    database,
    config,
    clock,
    origin,
    ...people(app, database),
    close: () => closeAll(app, database, () => fresh.drop(), home),
  };
}

async function closeAll(app: NestExpressApplication, database: Database, drop: () => Promise<void>, home: string) {
  await app.close();
  await database.close();
  await drop();
  await rm(home, { recursive: true, force: true });
}

function people(app: NestExpressApplication, database: Database) {
  const server = app.getHttpServer();
  const user = async (username: string, ...grants: readonly TestGrant[]): Promise<string> => {
    passwordHash ??= hashPassword(PASSWORD);
    const store = administrationStore(database);
    const { id } = await store.createUser({
      username,
      name: username,
      personId: null,
      passwordHash: await passwordHash,
    });
    for (const { role, unitId = null, organisationId = null } of grants) {
      const validFrom = new Date('2020-01-01T00:00:00Z');
      await store.createGrant({ userId: id, role, unitId, organisationId, validFrom, validTo: null });
    }
    return id;
  };
  const signIn = async (username: string): Promise<Signed> => {
    const agent = request.agent(server);
    await agent.post('/api/v1/auth/sign-in/username').send({ username, password: PASSWORD }).expect(200);
    const { text } = await agent.get('/api/v1/me').expect(200);
    return { agent, userId: idIn({ text }) };
  };
  return {
    http: () => request(server),
    user,
    signIn,
    signedIn: async (username: string, ...grants: readonly TestGrant[]): Promise<Signed> => {
      await user(username, ...grants);
      return signIn(username);
    },
  };
}

async function givenPlaces({ rows }: Database): Promise<void> {
  const unit = { agencyType: 'TWO_NEW_COMMITTEE', level: 'COUNTY', divisionCode: '330411' };
  await rows.unit.createMany({
    data: [
      { id: 'unit-1', name: '秀洲区委两新工委', ...unit },
      { id: 'unit-2', name: '平湖市委两新工委', ...unit },
    ],
  });
}
