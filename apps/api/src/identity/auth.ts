import { betterAuth } from 'better-auth';
import { prismaAdapter } from 'better-auth/adapters/prisma';
import { APIError } from 'better-auth/api';
import { genericOAuth, twoFactor, username } from 'better-auth/plugins';
import { z } from 'zod';

import type { Database } from '#prisma/client.js';
import { identityStore } from '#prisma/stores/identity.store.js';
import type { ApiConfig } from '../config.js';
import { COOKIE_PREFIX } from './session-cookie.js';
import { SESSION_IDLE_MS } from './sessions.js';

/** Where the sign-in lives. */
export const AUTH_PATH = '/api/v1/auth';
/** Header by which our own server, and nobody else, tells the address of the client. */
export const CLIENT_IP_HEADER = 'x-banjie-client-ip';
export const PASSWORD_MIN = 10;
export const PASSWORD_MAX = 128;

const TOTP_ATTEMPTS = 10;
const LOCK_SECONDS = 900;
const MINUTE = 60;

/** The origin that the sign-in believes to be at; without a public address it is never shown to anybody. */
export const authOrigin = (config: ApiConfig) => config.publicUrl ?? 'http://localhost';

/** better-auth: username and password, a second factor (TOTP with backup codes), sessions, and an office's own OIDC when it is configured. */
export function createAuth(config: ApiConfig, database: Database) {
  const store = identityStore(database);
  return betterAuth({
    appName: '办结',
    baseURL: authOrigin(config),
    basePath: AUTH_PATH,
    secret: config.secret,
    database: prismaAdapter(database.rows, { provider: 'postgresql' }),
    telemetry: { enabled: false },
    logger: { disabled: true },
    onAPIError: { throw: true },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_MIN,
      maxPasswordLength: PASSWORD_MAX,
    },
    session: {
      expiresIn: SESSION_IDLE_MS / 1000,
      updateAge: 5 * MINUTE,
      freshAge: 0,
      additionalFields: { secondFactorAt: { type: 'date', required: false, input: false } },
    },
    rateLimit: {
      enabled: true,
      storage: 'database',
      window: MINUTE,
      max: 600,
      customRules: {
        '/sign-in/*': { window: MINUTE, max: 300 },
        '/two-factor/*': { window: MINUTE, max: 300 },
        '/change-password': { window: MINUTE, max: 20 },
      },
    },
    advanced: {
      cookiePrefix: COOKIE_PREFIX,
      useSecureCookies: authOrigin(config).startsWith('https://'),
      ipAddress: { ipAddressHeaders: [CLIENT_IP_HEADER] },
    },
    databaseHooks: {
      session: {
        create: {
          before: async (session, context) => {
            if (await store.isDisabled(session.userId)) throw new APIError('FORBIDDEN', { code: 'USER_DISABLED' });
            return { data: { ...session, secondFactorAt: secondFactorAt(context) } };
          },
        },
      },
    },
    plugins: [
      username({ minUsernameLength: 2, maxUsernameLength: 40, usernameValidator: isUsername }),
      twoFactor({
        issuer: '办结',
        accountLockout: { enabled: true, maxFailedAttempts: TOTP_ATTEMPTS, durationSeconds: LOCK_SECONDS },
      }),
      ...officeSignIn(config),
    ],
  });
}

export type Auth = ReturnType<typeof createAuth>;

/** Names that people sign in with: Latin letters in lower case, digits, dot, hyphen, underscore. */
export const isUsername = (text: string) => /^[a-zA-Z0-9][\w.-]{1,39}$/.test(text);

const Origin = z.object({
  path: z.string().optional(),
  context: z.object({ session: z.object({ session: z.object({ secondFactorAt: z.date().nullish() }) }).nullish() }),
});

/** A session that is made by checking a code has passed the second factor; one that replaces it after a change of password keeps that. */
function secondFactorAt(context: unknown): Date | null {
  const origin = Origin.safeParse(context);
  if (!origin.success) return null;
  const { path = '', context: inner } = origin.data;
  if (path.startsWith('/two-factor/verify-')) return new Date();
  return path === '/change-password' ? (inner.session?.session.secondFactorAt ?? null) : null;
}

function officeSignIn({ oidc }: ApiConfig) {
  if (oidc === undefined) return [];
  const { discoveryUrl, clientId, clientSecret } = oidc;
  return [
    genericOAuth({
      config: [
        {
          providerId: 'office',
          discoveryUrl,
          clientId,
          clientSecret,
          scopes: ['openid', 'profile', 'email'],
          pkce: true,
          disableSignUp: true,
        },
      ],
    }),
  ];
}
