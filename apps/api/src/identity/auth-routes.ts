import { z } from 'zod';

import { PASSWORD_MAX, PASSWORD_MIN } from './auth.js';

/** One address of the sign-in that is open; every other one of better-auth is closed. */
export interface AuthRoute {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly summary: string;
  readonly body: z.ZodObject | null;
  /** Sessions of the caller may end or change by it. */
  readonly changesSessions: boolean;
}

const Password = z.string().min(1).max(PASSWORD_MAX);
const NewPassword = z.string().min(PASSWORD_MIN).max(PASSWORD_MAX);
const Code = z.string().regex(/^\d{6}$/);
const Nothing = z.strictObject({});
const Token = z.string().regex(/^[\w-]{8,128}$/);
const LocalPath = z.string().regex(/^\/[\w\-./?=&%]{0,200}$/);

/** Body of the sign-in with a password. */
export const SignIn = z.strictObject({ username: z.string().min(1).max(40), password: Password });

/** The addresses below /api/v1/auth. `:name` stands for one part of the path. */
export const AUTH_ROUTES: readonly AuthRoute[] = [
  post('/sign-in/username', '登录 Sign in; answers twoFactorRedirect when a code is needed', SignIn, false),
  post(
    '/two-factor/verify-totp',
    '输入动态验证码 Second step of the sign-in, or end of enrolment',
    z.strictObject({ code: Code }),
  ),
  post(
    '/two-factor/verify-backup-code',
    '使用备用码 Second step of the sign-in with a backup code',
    z.strictObject({ code: z.string().min(4).max(40) }),
  ),
  post('/two-factor/enable', '绑定动态验证码 Enrol a second factor', z.strictObject({ password: Password })),
  post('/two-factor/disable', '解除动态验证码 Remove the second factor', z.strictObject({ password: Password })),
  post(
    '/two-factor/generate-backup-codes',
    '重新生成备用码 New backup codes',
    z.strictObject({ password: Password }),
    false,
  ),
  get('/get-session', '当前会话 The session'),
  get('/list-sessions', '会话列表 Sessions of the user'),
  post('/revoke-session', '注销一个会话 End one session', z.strictObject({ token: Token })),
  post('/revoke-other-sessions', '注销其他会话 End the other sessions', Nothing),
  post('/revoke-sessions', '注销全部会话 End all sessions', Nothing),
  post(
    '/change-password',
    '修改密码 Change the password; the other sessions end',
    z.strictObject({ currentPassword: Password, newPassword: NewPassword }),
  ),
  post('/sign-out', '退出登录 Sign out', Nothing),
  post(
    '/sign-in/oauth2',
    '单位统一登录 Sign in at the office (OIDC)',
    z.strictObject({ providerId: z.literal('office'), callbackURL: LocalPath.optional() }),
    false,
  ),
  get('/oauth2/callback/:provider', '单位统一登录回调 Return from the office'),
];

/** The route of a method and a path below /api/v1/auth, if it is open. */
export function authRoute(method: string, path: string): AuthRoute | undefined {
  return AUTH_ROUTES.find((route) => route.method === method && matches(route.path, path));
}

/** The methods that a path below /api/v1/auth has. */
export function authMethods(path: string): string[] {
  return AUTH_ROUTES.filter((route) => matches(route.path, path)).map(({ method }) => method);
}

function matches(pattern: string, path: string): boolean {
  const [wanted, given] = [pattern.split('/'), path.split('/')];
  return wanted.length === given.length && wanted.every((part, at) => part.startsWith(':') || part === given[at]);
}

function post(path: string, summary: string, body: z.ZodObject, changesSessions = true): AuthRoute {
  return { method: 'POST', path, summary, body, changesSessions };
}

function get(path: string, summary: string): AuthRoute {
  return { method: 'GET', path, summary, body: null, changesSessions: false };
}
