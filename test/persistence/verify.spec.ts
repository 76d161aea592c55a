import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { jest } from '@jest/globals';

import { asId } from '#domain/ids.js';
import type { RequestId, UserId } from '#domain/ids.js';
import { openDatabase } from '#prisma/client.js';
import { administrationStore } from '#prisma/stores/administration.store.js';
import { caseContextStore } from '#prisma/stores/case-context.store.js';
import { recordStore } from '#prisma/stores/record.store.js';
import { verify } from '../../apps/cli/verify.js';
import { givenDatabase, NOW, recordOf } from './given.js';

type Given = Awaited<ReturnType<typeof givenDatabase>>;

describe('verify', () => {
  let given: Given;
  let folder: string;
  let said: string;
  let id: string;
  let env: NodeJS.ProcessEnv;
  beforeEach(async () => {
    given = await givenDatabase();
    folder = await mkdtemp(path.join(os.tmpdir(), 'banjie-verify-'));
    said = '';
    jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
      said += String(text);
      return true;
    });
    env = { DATABASE_URL: given.url };
    const records = recordStore(given);
    for (let n = 0; n < 3; n += 1) {
      const born = await given.newCase();
      id = born.id;
      const requestId = asId<RequestId>(`${born.id}-r2`);
      const request = {
        id: requestId,
        caseId: id,
        userId: asId<UserId>('official'),
        fingerprint: 'f',
        opinion: '同意',
        fileIds: [],
        ip: null,
      };
      await caseContextStore(given).saveActRequest(request, NOW);
      const first = await records.record(recordOf(born.id, 1, ''));
      const second = await records.record(recordOf(born.id, 2, first.hash));
      await records.record(recordOf(born.id, 3, second.hash));
    }
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await rm(folder, { recursive: true });
    await given.end();
  });

  /** What only the owner of the database could do: the trigger out of the way, and back. */
  const tamper = async (table: string, change: string) => {
    await given.pool.query(
      `ALTER TABLE "${table}" DISABLE TRIGGER USER; ${change}; ALTER TABLE "${table}" ENABLE ALWAYS TRIGGER append_only`,
    );
  };

  it('finds nothing in cases as they were recorded', async () => {
    expect(await verify([], env)).toBe(0);
    expect(said).toContain('3 办件 cases, 9 台账 ledger entries');
  });

  it('names an entry that was changed, removed, or whose opinion was rewritten', async () => {
    await tamper(
      'LedgerEntry',
      `UPDATE "LedgerEntry" SET "payload" = replace("payload", 'AGREE', 'REFUSE') WHERE "caseId" = '${id}' AND "seq" = 2`,
    );
    expect(await verify([], env)).toBe(1);
    expect(said).toContain('entry 2 does not hold (CHANGED)');
    await tamper('LedgerEntry', `DELETE FROM "LedgerEntry" WHERE "caseId" = '${id}' AND "seq" = 2`);
    expect(await verify([], env)).toBe(1);
    expect(said).toContain('entry 2 does not hold (REMOVED)');
    await tamper('ActRequest', `UPDATE "ActRequest" SET "opinion" = '不同意' WHERE "caseId" <> '${id}'`);
    expect(await verify([], env)).toBe(1);
    expect(said).toContain('the opinion of entry 2 was changed');
  });

  it.each([
    [`UPDATE "Case" SET "state" = 'APPROVED' WHERE "id" = `, 'the state is APPROVED'],
    [`UPDATE "Task" SET "assigneeKey" = 'user:thief' WHERE "caseId" = `, 'the open tasks are not those'],
    [`UPDATE "Case" SET "seq" = 2 WHERE "id" = `, 'INSERTED'],
  ])('sees that the tables left the ledger: %s', async (change, sentence) => {
    await given.pool.query(`${change}'${id}'`);
    expect(await verify([], env)).toBe(1);
    expect(said).toContain(sentence);
    expect(said).toContain('1 有误 faulty');
  });

  it('proves an export without the database, and sees what was changed in it', async () => {
    const file = path.join(folder, 'export.json');
    expect(await verify(['--export', file], env)).toBe(0);
    expect(await verify(['--file', file], {})).toBe(0);
    await writeFile(file, (await readFile(file, 'utf8')).replace('STATE_2', 'STATE_9'));
    expect(await verify(['--file', file], {})).toBe(1);
    await writeFile(file, '{}\n');
    await expect(verify(['--file', file], {})).rejects.toMatchObject({ code: 'FIELD_INVALID' });
  });

  it('finds an entry of the administration that was rewritten', async () => {
    const database = openDatabase(given.url);
    try {
      const entry = { act: 'GRANT', actorId: 'admin', subject: 'li', facts: {}, at: NOW };
      for (let n = 0; n < 2; n += 1) await database.transact((tx) => administrationStore(tx).log(entry));
    } finally {
      await database.close();
    }
    expect(await verify([], env)).toBe(0);
    await tamper(
      'LedgerEntry',
      `UPDATE "LedgerEntry" SET "payload" = '{"seq":1}' WHERE "caseId" = 'administration' AND "seq" = 1`,
    );
    expect(await verify([], env)).toBe(1);
    expect(said).toContain("entry 1 of the administration's ledger");
  });

  it('says that a paper cannot be read while the folder is away, and misses one that the folder does not hold', async () => {
    await given.pool
      .query(`INSERT INTO "Document" ("id", "caseId", "seq", "kind", "sha256", "size", "code", "templateVersion", "disclosure", "organUnitId", "issuedAt")
      VALUES ('d', '${id}', 1, 'REPLY', '${'a'.repeat(64)}', 1, 'code', '1', 'PARTIES', 'unit', now())`);
    expect(await verify([], { ...env, BANJIE_HOME: folder })).toBe(1);
    expect(said).toContain('the file of paper REPLY cannot be read');
    await mkdir(path.join(folder, 'files'));
    expect(await verify([], { ...env, BANJIE_HOME: folder })).toBe(1);
    expect(said).toContain('the file of paper REPLY is missing');
  });
});
