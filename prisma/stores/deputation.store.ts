import { randomUUID } from 'node:crypto';

import type { Database } from '../client.js';

/** A standing deputy (代理): `deputyId` acts for `principalId` from `from` to `to`, in `matters` (empty = every one). */
export interface Deputation {
  readonly id: string;
  readonly principalId: string;
  readonly principalName: string;
  readonly deputyId: string;
  readonly deputyName: string;
  readonly matters: readonly string[];
  readonly from: Date;
  readonly to: Date;
  readonly revokedAt: Date | null;
}

export type NewDeputation = Pick<Deputation, 'principalId' | 'deputyId' | 'matters' | 'from' | 'to'>;

/** Somebody at the same unit. */
export interface Colleague {
  readonly userId: string;
  readonly name: string;
}

const COLLEAGUES_MAX = 500;

/** Standing deputies. They never cascade: only the principal's own tasks are meant, never those of somebody the principal stands in for. */
export function deputationStore({ rows }: Database) {
  const named = async (found: readonly Row[]): Promise<Deputation[]> => {
    const ids = found.flatMap(({ principalId, deputyId }) => [principalId, deputyId]);
    const users = await rows.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
    const nameOf = (id: string) => users.find((user) => user.id === id)?.name ?? '';
    return found.map((row) => ({
      ...row,
      principalName: nameOf(row.principalId),
      deputyName: nameOf(row.deputyId),
    }));
  };
  return {
    /** Those that a user gave or received, newest first. */
    async of(userId: string): Promise<Deputation[]> {
      const where = { OR: [{ principalId: userId }, { deputyId: userId }] };
      return named(await rows.deputation.findMany({ where, orderBy: [{ from: 'desc' }, { id: 'asc' }], take: 200 }));
    },

    async byId(id: string): Promise<Deputation | null> {
      const row = await rows.deputation.findUnique({ where: { id } });
      return row === null ? null : ((await named([row]))[0] ?? null);
    },

    /** Whether the same two have one that is not revoked and shares a moment with these dates. */
    async overlaps({ principalId, deputyId, from, to }: NewDeputation): Promise<boolean> {
      const where = { principalId, deputyId, revokedAt: null, from: { lt: to }, to: { gt: from } };
      return (await rows.deputation.count({ where })) > 0;
    },

    /** Whether both hold some role at a unit in common, now. */
    async shareUnit(principalId: string, deputyId: string, now: Date): Promise<boolean> {
      const inForce = { validFrom: { lte: now }, OR: [{ validTo: null }, { validTo: { gt: now } }] };
      const held = await rows.grant.findMany({
        where: { userId: principalId, unitId: { not: null }, ...inForce },
        select: { unitId: true },
      });
      const units = held.flatMap(({ unitId }) => unitId ?? []);
      const where = { userId: deputyId, unitId: { in: units }, user: { disabledAt: null }, ...inForce };
      return (await rows.grant.count({ where })) > 0;
    },

    /** Everybody else who holds a role at a unit of the user's now, by name: whom a task may be handed to and who may stand in. */
    async colleagues(userId: string, unitIds: readonly string[], now: Date): Promise<Colleague[]> {
      const inForce = { validFrom: { lte: now }, OR: [{ validTo: null }, { validTo: { gt: now } }] };
      const found = await rows.user.findMany({
        where: {
          id: { not: userId },
          disabledAt: null,
          grants: { some: { unitId: { in: [...unitIds] }, ...inForce } },
        },
        select: { id: true, name: true },
        orderBy: [{ name: 'asc' }, { id: 'asc' }],
        take: COLLEAGUES_MAX,
      });
      return found.map(({ id, name }) => ({ userId: id, name }));
    },

    async create({ matters, ...data }: NewDeputation): Promise<string> {
      const created = await rows.deputation.create({ data: { id: randomUUID(), matters: [...matters], ...data } });
      return created.id;
    },

    async revoke(id: string, at: Date): Promise<void> {
      await rows.deputation.updateMany({ where: { id, revokedAt: null }, data: { revokedAt: at } });
    },

    /** Whom a user stands in for at `now`, in `matter` (null = in any). */
    async principalsOf(userId: string, now: Date, matter: string | null): Promise<string[]> {
      const scope = matter === null ? {} : { OR: [{ matters: { isEmpty: true } }, { matters: { has: matter } }] };
      const where = { deputyId: userId, revokedAt: null, from: { lte: now }, to: { gt: now }, ...scope };
      const found = await rows.deputation.findMany({ where, select: { principalId: true } });
      return [...new Set(found.map(({ principalId }) => principalId))];
    },
  };
}

type Row = Omit<Deputation, 'principalName' | 'deputyName'>;
