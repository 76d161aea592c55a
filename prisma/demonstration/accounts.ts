import { createHash } from 'node:crypto';

import { SIGNING_ROLES } from '#domain/roles.js';
import type { Role } from '#domain/roles.js';
import { symmetricEncrypt } from 'better-auth/crypto';
import type { Database } from '../client.js';
import { addAll } from './add-all.js';
import { usernameOf } from './handles.js';

/** A role of an account, at a unit or for an organisation. */
export interface InventedGrant {
  readonly role: Role;
  readonly unitId?: string;
  readonly organisationId?: string;
}

/** An account of an invented person. */
export interface InventedAccount {
  readonly userId: string;
  readonly name: string;
  readonly personId: string | null;
  readonly grants: readonly InventedGrant[];
}

/** How somebody signs in to the demonstration. */
export interface SignIn {
  readonly username: string;
  readonly password: string;
  readonly role: Role;
  /** The unit or organisation of the role; empty for a role that has none. */
  readonly unit: string;
  /** Base32, for an authenticator; only for roles that sign. */
  readonly totpSecret?: string;
}

/** Everybody's password in the demonstration. */
export const DEMONSTRATION_PASSWORD = 'Banjie-2026-yanshi';

/** Long ago, so that tests with a clock of their own find the roles in force. */
const GRANTED = new Date('2020-01-01T00:00:00+08:00');
const MADE = { createdAt: GRANTED, updatedAt: GRANTED };

/** The second factor of a demonstration account: 32 characters of base32, always the same for the same name. */
export function totpSecretOf(username: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bytes = createHash('sha256').update(`demonstration ${username}`).digest();
  return [...bytes].map((byte) => alphabet.charAt(byte & 31)).join('');
}

/** Whether the account holds a role that signs, so that it needs a second factor. */
export function needsSecondFactor({ grants }: InventedAccount): boolean {
  return grants.some(({ role }) => SIGNING_ROLES.includes(role));
}

/** Adds the accounts that are not there yet. `secret` signs sessions and seals second factors. */
export async function loadAccounts(
  tx: Database,
  accounts: readonly InventedAccount[],
  sealing: { readonly secret: string; readonly passwordHash: string },
): Promise<void> {
  await addAll(tx, 'User', accounts.map(userRow));
  await addAll(
    tx,
    'Account',
    accounts.map(({ userId }) => ({
      id: `account-${userId}`,
      accountId: userId,
      providerId: 'credential',
      userId,
      password: sealing.passwordHash,
      ...MADE,
    })),
  );
  const secondFactors = accounts.filter(needsSecondFactor).map((account) => secondFactorRow(account, sealing.secret));
  await addAll(tx, 'TwoFactor', await Promise.all(secondFactors));
  await addAll(
    tx,
    'Grant',
    accounts.flatMap(({ userId, grants }) =>
      grants.map((grant) => ({ id: grantId(userId, grant), userId, validFrom: GRANTED, ...grant })),
    ),
  );
}

function userRow(account: InventedAccount) {
  const username = usernameOf(account.userId);
  return {
    id: account.userId,
    name: account.name,
    username,
    displayUsername: username,
    email: `${username}@demonstration.invalid`,
    emailVerified: true,
    twoFactorEnabled: needsSecondFactor(account),
    personId: account.personId,
    ...MADE,
  };
}

async function secondFactorRow({ userId }: InventedAccount, secret: string) {
  const username = usernameOf(userId);
  const codes = [1, 2, 3].map((n) => createHash('sha256').update(`${username} ${n}`).digest('hex').slice(0, 10));
  return {
    id: `two-factor-${userId}`,
    userId,
    // The prefix is better-auth's mark for a secret that is base32 text rather than raw characters.
    secret: await symmetricEncrypt({ key: secret, data: `base32:${totpSecretOf(username)}` }),
    backupCodes: await symmetricEncrypt({ key: secret, data: JSON.stringify(codes) }),
    verified: true,
  };
}

function grantId(userId: string, { role, unitId, organisationId }: InventedGrant): string {
  return ['grant', userId, role, unitId ?? organisationId ?? 'everywhere'].join('-');
}
