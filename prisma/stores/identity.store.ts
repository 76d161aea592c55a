import { asId } from '#domain/ids.js';
import type { OrganisationId, PersonId, UnitId, UserId } from '#domain/ids.js';
import { ROLES } from '#domain/roles.js';
import type { Role } from '#domain/roles.js';
import type { Database } from '../client.js';

/** A role in force: at a unit (officials), for an organisation (applicants), or both null (whole system). */
export interface ActiveGrant {
  readonly id: string;
  readonly role: Role;
  readonly unitId: UnitId | null;
  readonly organisationId: OrganisationId | null;
}

/** A session that holds now, and who it belongs to. */
export interface SignedIn {
  readonly sessionId: string;
  readonly userId: UserId;
  readonly name: string;
  readonly personId: PersonId | null;
  readonly grants: readonly ActiveGrant[];
  readonly twoFactorEnabled: boolean;
  readonly twoFactorPassed: boolean;
  /** Epoch ms. */
  readonly expiresAt: number;
}

const SIGNED_IN = `
  SELECT s.id AS "sessionId", s."expiresAt", s."secondFactorAt", u.id AS "userId", u.name, u."personId", u."twoFactorEnabled",
         COALESCE(g.grants, '[]') AS grants
    FROM "Session" s
    JOIN "User" u ON u.id = s."userId" AND u."disabledAt" IS NULL
    LEFT JOIN LATERAL (
      SELECT json_agg(json_build_object('id', id, 'role', role, 'unitId', "unitId", 'organisationId', "organisationId")) AS grants
        FROM "Grant"
       WHERE "userId" = u.id AND "validFrom" <= $2 AND ("validTo" IS NULL OR "validTo" > $2)
    ) g ON true
   WHERE s.token = $1 AND s."expiresAt" > $2`;

interface SignedInRow {
  readonly sessionId: string;
  readonly expiresAt: Date;
  readonly secondFactorAt: Date | null;
  readonly userId: string;
  readonly name: string;
  readonly personId: string | null;
  readonly twoFactorEnabled: boolean | null;
  readonly grants: readonly { id: string; role: string; unitId: string | null; organisationId: string | null }[];
}

/** Sessions and the grants of their users, in one query each. `now` is epoch ms. */
export function identityStore({ pool, rows }: Database) {
  return {
    /** The holder of a session token, or null when it ended, was revoked or its user is disabled. */
    async bySessionToken(token: string, now: number): Promise<SignedIn | null> {
      const found = await pool.query<SignedInRow>({
        name: 'signed-in',
        text: SIGNED_IN,
        values: [token, new Date(now)],
      });
      const row = found.rows[0];
      return row === undefined ? null : signedIn(row);
    },

    /** Pushes the end of a session that is in use; an ended one stays ended. */
    async prolong(sessionId: string, now: number, expiresAt: number): Promise<void> {
      await rows.session.updateMany({
        where: { id: sessionId, expiresAt: { gt: new Date(now) } },
        data: { expiresAt: new Date(expiresAt) },
      });
    },

    /** Whether the user may sign in at all. */
    async isDisabled(userId: string): Promise<boolean> {
      const user = await rows.user.findUnique({ where: { id: userId }, select: { disabledAt: true } });
      return user === null || user.disabledAt !== null;
    },
  };
}

export type IdentityStore = ReturnType<typeof identityStore>;

function signedIn(row: SignedInRow): SignedIn {
  return {
    sessionId: row.sessionId,
    userId: asId<UserId>(row.userId),
    name: row.name,
    personId: row.personId === null ? null : asId<PersonId>(row.personId),
    grants: row.grants.flatMap(activeGrant),
    twoFactorEnabled: row.twoFactorEnabled === true,
    twoFactorPassed: row.twoFactorEnabled === true && row.secondFactorAt !== null,
    expiresAt: row.expiresAt.getTime(),
  };
}

/** A role that the program does not know gives no right. */
function activeGrant({ id, role, unitId, organisationId }: SignedInRow['grants'][number]): ActiveGrant[] {
  const known = ROLES.find((one) => one === role);
  if (known === undefined) return [];
  return [
    {
      id,
      role: known,
      unitId: unitId === null ? null : asId<UnitId>(unitId),
      organisationId: organisationId === null ? null : asId<OrganisationId>(organisationId),
    },
  ];
}
