import { createHash, randomUUID } from 'node:crypto';

import { canonicalJson } from '#domain/ledger/canonical-json.js';
import { ledgerHash } from '#domain/ledger/ledger-entry.js';
import type { Role } from '#domain/roles.js';
import type { Database } from '../client.js';

/** The chain in the ledger that says what administrators did; it has no case. */
export const ADMINISTRATION = 'administration';

/** One act of an administrator, ids only. `at` is epoch ms. */
export interface AdministrationEntry {
  readonly act: string;
  readonly actorId: string;
  readonly at: number;
  readonly subject: string;
  readonly facts: Readonly<Record<string, string | number | null>>;
}

export interface UserRow {
  readonly id: string;
  readonly username: string | null;
  readonly name: string;
  readonly personId: string | null;
  readonly disabledAt: Date | null;
  readonly twoFactorEnabled: boolean;
}

export interface GrantRow {
  readonly id: string;
  readonly userId: string;
  readonly role: string;
  readonly unitId: string | null;
  readonly unitName: string | null;
  readonly organisationId: string | null;
  readonly organisationName: string | null;
  readonly validFrom: Date;
  readonly validTo: Date | null;
}

export interface NewUser {
  readonly username: string;
  readonly name: string;
  readonly personId: string | null;
  readonly passwordHash: string;
}

export interface NewGrant {
  readonly userId: string;
  readonly role: Role;
  readonly unitId: string | null;
  readonly organisationId: string | null;
  readonly validFrom: Date;
  readonly validTo: Date | null;
}

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');
const USER = {
  id: true,
  username: true,
  name: true,
  personId: true,
  disabledAt: true,
  twoFactorEnabled: true,
} as const;

/** Users, their roles, and the log of what was done to them. Changing methods belong in a transaction together with `log`. */
export function administrationStore({ rows }: Database) {
  return {
    /** Users by id, after `after`; `limit + 1` at most. `named`: a part of the name or the username. */
    async users(after: string | null, limit: number, named?: string): Promise<UserRow[]> {
      const part = { contains: named ?? '', mode: 'insensitive' } as const;
      const where = {
        ...(after === null ? {} : { id: { gt: after } }),
        ...(named === undefined ? {} : { OR: [{ name: part }, { username: part }] }),
      };
      const found = await rows.user.findMany({ where, orderBy: { id: 'asc' }, take: limit + 1, select: USER });
      return found.map(userRow);
    },

    async user(id: string): Promise<UserRow | null> {
      const row = await rows.user.findUnique({ where: { id }, select: USER });
      return row === null ? null : userRow(row);
    },

    async usernameTaken(username: string): Promise<boolean> {
      return (await rows.user.count({ where: { username } })) > 0;
    },

    async createUser({ username, name, personId, passwordHash }: NewUser): Promise<UserRow> {
      const id = randomUUID();
      const row = await rows.user.create({
        data: {
          id,
          name,
          username,
          displayUsername: username,
          email: `${id}@user.invalid`,
          personId,
          accounts: { create: { id: randomUUID(), accountId: id, providerId: 'credential', password: passwordHash } },
        },
        select: USER,
      });
      return userRow(row);
    },

    /** Disabling ends the user's sessions. */
    async setDisabled(id: string, at: Date | null): Promise<void> {
      await rows.user.update({ where: { id }, data: { disabledAt: at } });
      if (at !== null) await rows.session.deleteMany({ where: { userId: id } });
    },

    /** Opens the second factor again after too many wrong codes. */
    async unlockSecondFactor(userId: string): Promise<void> {
      await rows.twoFactor.updateMany({ where: { userId }, data: { lockedUntil: null, failedVerificationCount: 0 } });
    },

    /** Roles of users, past ones too, with the names of units and organisations. */
    async grants(...userIds: readonly string[]): Promise<GrantRow[]> {
      const where = { userId: { in: [...userIds] } };
      const grants = await rows.grant.findMany({ where, orderBy: [{ validFrom: 'asc' }, { id: 'asc' }] });
      const ids = (key: 'unitId' | 'organisationId') => grants.flatMap((grant) => grant[key] ?? []);
      const select = { id: true, name: true } as const;
      const [units, organisations] = await Promise.all([
        rows.unit.findMany({ where: { id: { in: ids('unitId') } }, select }),
        rows.organisation.findMany({ where: { id: { in: ids('organisationId') } }, select }),
      ]);
      const nameIn = (named: readonly { id: string; name: string }[], id: string | null) =>
        named.find((one) => one.id === id)?.name ?? null;
      return grants.map((grant) => ({
        ...grant,
        unitName: nameIn(units, grant.unitId),
        organisationName: nameIn(organisations, grant.organisationId),
      }));
    },

    async grantOf(id: string): Promise<{ readonly userId: string; readonly role: string } | null> {
      return rows.grant.findUnique({ where: { id }, select: { userId: true, role: true } });
    },

    async createGrant(grant: NewGrant): Promise<string> {
      return (await rows.grant.create({ data: { id: randomUUID(), ...grant }, select: { id: true } })).id;
    },

    /** A role ends; that it was held stays on record. */
    async endGrant(id: string, at: Date): Promise<void> {
      await rows.grant.update({ where: { id }, data: { validTo: at } });
    },

    /** Which of the three exist. */
    async exist(ids: { readonly unitId: string | null; readonly organisationId: string | null }) {
      const { unitId, organisationId } = ids;
      return {
        unit: unitId === null || (await rows.unit.count({ where: { id: unitId } })) > 0,
        organisation: organisationId === null || (await rows.organisation.count({ where: { id: organisationId } })) > 0,
      };
    },

    async personExists(id: string): Promise<boolean> {
      return (await rows.person.count({ where: { id } })) > 0;
    },

    /** Adds a line to the chain of administration; racing writers wait for each other. */
    async log(entry: AdministrationEntry): Promise<void> {
      await rows.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${ADMINISTRATION}))`;
      const last = await rows.ledgerEntry.findFirst({ where: { caseId: ADMINISTRATION }, orderBy: { seq: 'desc' } });
      const [seq, prevHash] = [(last?.seq ?? 0) + 1, last?.hash ?? ''];
      const payload = canonicalJson({ ...entry, seq });
      await rows.ledgerEntry.create({
        data: {
          caseId: ADMINISTRATION,
          seq,
          at: new Date(entry.at),
          kind: entry.act,
          actorId: entry.actorId,
          payload,
          prevHash,
          hash: ledgerHash(prevHash, payload, sha256),
        },
      });
    },
  };
}

function userRow(row: Omit<UserRow, 'twoFactorEnabled'> & { readonly twoFactorEnabled: boolean | null }): UserRow {
  return { ...row, twoFactorEnabled: row.twoFactorEnabled === true };
}
