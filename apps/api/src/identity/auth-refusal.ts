import { z } from 'zod';

import type { Refusal } from '#domain/errors.js';

type Row = readonly [status: Refusal['status'], code: string, zh: string, en: string];

/** What better-auth refuses, in our own codes and words. */
const REFUSALS: Readonly<Record<string, Row>> = {
  INVALID_USERNAME_OR_PASSWORD: [
    401,
    'SIGN_IN_FAILED',
    '用户名或密码不正确。',
    'The username or the password is wrong.',
  ],
  INVALID_EMAIL_OR_PASSWORD: [401, 'SIGN_IN_FAILED', '用户名或密码不正确。', 'The username or the password is wrong.'],
  INVALID_USERNAME: [401, 'SIGN_IN_FAILED', '用户名或密码不正确。', 'The username or the password is wrong.'],
  USERNAME_TOO_SHORT: [401, 'SIGN_IN_FAILED', '用户名或密码不正确。', 'The username or the password is wrong.'],
  USERNAME_TOO_LONG: [401, 'SIGN_IN_FAILED', '用户名或密码不正确。', 'The username or the password is wrong.'],
  USER_DISABLED: [
    403,
    'USER_DISABLED',
    '该账号已停用,请联系管理员。',
    'This account is disabled. Ask the administrator.',
  ],
  INVALID_PASSWORD: [422, 'PASSWORD_WRONG', '当前密码不正确。', 'The password is wrong.'],
  PASSWORD_TOO_SHORT: [422, 'PASSWORD_WEAK', '密码至少 10 个字符。', 'A password has at least 10 characters.'],
  PASSWORD_TOO_LONG: [422, 'PASSWORD_WEAK', '密码至多 128 个字符。', 'A password has at most 128 characters.'],
  INVALID_CODE: [
    401,
    'CODE_INVALID',
    '动态验证码不正确或已过期,请输入最新的验证码。',
    'The code is wrong or too old. Enter the newest one.',
  ],
  INVALID_BACKUP_CODE: [401, 'CODE_INVALID', '备用码不正确或已使用。', 'The backup code is wrong or was used.'],
  INVALID_TWO_FACTOR_COOKIE: [
    401,
    'SIGN_IN_REQUIRED',
    '登录步骤已超时,请重新输入用户名和密码。',
    'The sign-in took too long. Start again with the password.',
  ],
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: [
    429,
    'TOO_MANY_ATTEMPTS',
    '验证码错误次数过多,请重新登录。',
    'Too many wrong codes. Sign in again.',
  ],
  ACCOUNT_TEMPORARILY_LOCKED: [
    429,
    'TOO_MANY_ATTEMPTS',
    '验证码错误次数过多,账号暂时锁定,请 15 分钟后重试或联系管理员解锁。',
    'Too many wrong codes: locked for 15 minutes. The administrator can unlock it.',
  ],
  TOTP_ALREADY_ENABLED: [
    409,
    'TWO_FACTOR_ALREADY_ENABLED',
    '动态验证码已启用。如需更换,请先解除。',
    'A second factor is in use. Remove it before you set up another.',
  ],
  TOTP_NOT_ENABLED: [
    409,
    'TWO_FACTOR_NOT_ENABLED',
    '尚未绑定动态验证码,请先绑定。',
    'No second factor is set up. Set it up first.',
  ],
  TWO_FACTOR_NOT_ENABLED: [
    409,
    'TWO_FACTOR_NOT_ENABLED',
    '尚未绑定动态验证码,请先绑定。',
    'No second factor is set up. Set it up first.',
  ],
  BACKUP_CODES_NOT_ENABLED: [
    409,
    'TWO_FACTOR_NOT_ENABLED',
    '尚未绑定动态验证码,请先绑定。',
    'No second factor is set up. Set it up first.',
  ],
};

const BY_STATUS: Readonly<Record<number, Row>> = {
  401: [401, 'SIGN_IN_REQUIRED', '请先登录。', 'Sign in first.'],
  403: [403, 'AUTH_NOT_ALLOWED', '不允许此操作。', 'This is not allowed.'],
  404: [404, 'NOT_FOUND', '没有这个接口地址。', 'No such address.'],
  415: [415, 'MEDIA_TYPE_UNSUPPORTED', '不支持的内容类型。', 'Unsupported media type.'],
  429: [429, 'TOO_MANY_ATTEMPTS', '请求过于频繁,请稍后再试。', 'Too many requests. Try again later.'],
};

const LOCK_SECONDS = 900;
const OTHER: Row = [
  400,
  'REQUEST_INVALID',
  '请求无法处理,请检查填写内容。',
  'The request cannot be handled. Check what you entered.',
];

const Failure = z.object({
  statusCode: z.number(),
  body: z.object({ code: z.string().optional() }).nullish(),
});

/** The refusal behind an error of better-auth, or null when it is none of its own (a database that is away, a defect). */
export function authRefusal(error: unknown): Refusal | null {
  const failure = Failure.safeParse(error);
  if (!failure.success || failure.data.statusCode >= 500) return null;
  return refusalOf(failure.data.body?.code, failure.data.statusCode);
}

/** The refusal for a code of better-auth, or for the status alone. `retryAfter` in seconds. */
export function refusalOf(authCode: string | undefined, httpStatus: number, retryAfter = LOCK_SECONDS): Refusal {
  const [status, code, messageZh, messageEn] = REFUSALS[authCode ?? ''] ?? BY_STATUS[httpStatus] ?? OTHER;
  const details = status === 429 ? { details: { retryAfter } } : {};
  return { status, code, messageZh, messageEn, ...details };
}
