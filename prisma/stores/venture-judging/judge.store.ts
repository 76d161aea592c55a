import { randomUUID } from 'node:crypto';

import { FieldInvalid, NotFound } from '#domain/errors.js';
import { VENTURE_THEMES } from '#domain/venture-round/terms.js';
import type { VentureTheme } from '#domain/venture-round/terms.js';
import { readTerm } from '#domain/terms/term.js';
import type { Database, Rows } from '../../client.js';
import { sqlTime } from '../record/sql-time.js';

/** A judge of the pool (评委库). */
export interface Judge {
  readonly id: string;
  readonly userId: string;
  readonly name: string;
  readonly fields: readonly VentureTheme[];
  readonly employerId: string | null;
  readonly employerName: string | null;
  readonly evaluatedOrganisationIds: readonly string[];
  /** Most projects of one round. */
  readonly maxLoad: number;
  readonly retired: boolean;
}

/** What is recorded of a judge. */
export interface JudgeEntry {
  readonly fields: readonly VentureTheme[];
  readonly employerId: string | null;
  readonly employerName: string | null;
  readonly evaluatedOrganisationIds: readonly string[];
  readonly maxLoad: number;
}

/** Somebody who may enter the pool. */
export interface JudgeCandidate {
  readonly userId: string;
  readonly name: string;
  readonly unitName: string | null;
}

const CANDIDATES = `SELECT u."id" AS "userId", u."name", min(n."name") AS "unitName"
  FROM "User" u JOIN "Grant" g ON g."userId" = u."id" LEFT JOIN "Unit" n ON n."id" = g."unitId"
  WHERE g."role" = 'JUDGE' AND g."validFrom" <= $1 AND (g."validTo" IS NULL OR g."validTo" > $1) AND u."disabledAt" IS NULL
    AND NOT EXISTS (SELECT FROM "Judge" j WHERE j."userId" = u."id" AND j."retiredAt" IS NULL)
  GROUP BY u."id", u."name" ORDER BY u."name", u."id" LIMIT 500`;

/** The pool of judges: plain data, kept by those who organise rounds. */
export function judgeStore({ rows, pool }: Database) {
  return {
    /** A user with the role of a judge enters the pool, or comes back to it. Throws FIELD_INVALID for any other user. */
    async enter(
      userId: string,
      entry: JudgeEntry,
      by: { readonly userId: string; readonly at: number },
    ): Promise<Judge> {
      const user = await rows.user.findFirst({
        where: { id: userId, disabledAt: null, grants: { some: { role: 'JUDGE' } } },
      });
      if (user === null)
        throw new FieldInvalid(
          'userId',
          '没有该用户,或其未被授予评委角色。',
          'There is no such user with the role of a judge.',
        );
      const data = { ...columnsOf(entry), personId: user.personId, retiredAt: null };
      await rows.judge.upsert({
        where: { userId },
        create: { ...data, id: randomUUID(), userId, createdBy: by.userId, createdAt: new Date(by.at) },
        update: data,
      });
      return judgeOf(rows, { userId });
    },

    /** Throws NOT_FOUND. */
    async change(id: string, entry: JudgeEntry): Promise<Judge> {
      const { count } = await rows.judge.updateMany({ where: { id, retiredAt: null }, data: columnsOf(entry) });
      if (count === 0) throw new NotFound('Judge');
      return judgeOf(rows, { id });
    },

    /** The judge is drawn and assigned no more; what was scored stays. Throws NOT_FOUND. */
    async retire(id: string, at: number): Promise<Judge> {
      const { count } = await rows.judge.updateMany({
        where: { id, retiredAt: null },
        data: { retiredAt: new Date(at) },
      });
      if (count === 0) throw new NotFound('Judge');
      return judgeOf(rows, { id });
    },

    /** By id, `limit` of them; `field`: who knows that theme. */
    async list(asked: {
      readonly field?: VentureTheme;
      readonly after: string | null;
      readonly limit: number;
    }): Promise<Judge[]> {
      const { field, after, limit } = asked;
      const found = await rows.judge.findMany({
        where: {
          retiredAt: null,
          ...(field === undefined ? {} : { fields: { has: field } }),
          ...(after === null ? {} : { id: { gt: after } }),
        },
        orderBy: { id: 'asc' },
        take: limit,
      });
      const names = await namesOf(
        rows,
        found.map(({ userId }) => userId),
      );
      return found.map((row) => shown(row, names));
    },

    /** Users who hold the role of a judge at this time and are not in the pool, by name. */
    async candidates(at: number): Promise<JudgeCandidate[]> {
      return (await pool.query<JudgeCandidate>({ name: 'judge-candidates', text: CANDIDATES, values: [sqlTime(at)] }))
        .rows;
    },

    async ofUser(userId: string): Promise<Judge | null> {
      const row = await rows.judge.findUnique({ where: { userId } });
      return row === null ? null : shown(row, await namesOf(rows, [userId]));
    },
  };
}

type Row = NonNullable<Awaited<ReturnType<Rows['judge']['findUnique']>>>;

const columnsOf = ({ fields, employerId, employerName, evaluatedOrganisationIds, maxLoad }: JudgeEntry) => ({
  fields: [...fields],
  employerId,
  employerName,
  evaluatedOrganisationIds: [...evaluatedOrganisationIds],
  maxLoad,
});

async function judgeOf(rows: Rows, where: { readonly id: string } | { readonly userId: string }): Promise<Judge> {
  const row = await rows.judge.findUniqueOrThrow({ where });
  return shown(row, await namesOf(rows, [row.userId]));
}

async function namesOf(rows: Rows, userIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const users = await rows.user.findMany({ where: { id: { in: [...userIds] } }, select: { id: true, name: true } });
  return new Map(users.map(({ id, name }) => [id, name]));
}

const shown = (row: Row, names: ReadonlyMap<string, string>): Judge => ({
  id: row.id,
  userId: row.userId,
  name: names.get(row.userId) ?? '',
  fields: row.fields.map((field) => readTerm(VENTURE_THEMES, field)),
  employerId: row.employerId,
  employerName: row.employerName,
  evaluatedOrganisationIds: row.evaluatedOrganisationIds,
  maxLoad: row.maxLoad,
  retired: row.retiredAt !== null,
});
