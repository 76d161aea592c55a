import { DomainError } from '#domain/errors.js';

/** Nobody is signed in. */
export class SignInRequired extends DomainError {
  constructor() {
    super({
      code: 'SIGN_IN_REQUIRED',
      status: 401,
      messageZh: '请先登录。',
      messageEn: 'Sign in first.',
    });
  }
}

/** A session was presented, but it ended, was revoked or never existed. */
export class SessionExpired extends DomainError {
  constructor() {
    super({
      code: 'SESSION_EXPIRED',
      status: 401,
      messageZh: '登录已过期,请重新登录。尚未提交的内容可从草稿恢复。',
      messageEn: 'Your session has ended. Sign in again; unsent text is kept in drafts.',
    });
  }
}

/** A role that signs acts only in a session that passed the second factor. `enrolled` tells whether to set it up or to sign in again. */
export class TwoFactorRequired extends DomainError {
  constructor(enrolled: boolean) {
    super({
      code: 'TWO_FACTOR_REQUIRED',
      status: 403,
      messageZh: enrolled
        ? '签批须通过双因素验证。请退出后重新登录并输入动态验证码。'
        : '签批须启用双因素验证。请先在“账号安全”中绑定动态验证码。',
      messageEn: enrolled
        ? 'Signing needs the second factor. Sign out, sign in again and enter the code.'
        : 'Signing needs a second factor. Set it up in your account first.',
      details: { enrolled },
    });
  }
}

/** An action came without its Idempotency-Key, or with one of a wrong form. */
export class IdempotencyKeyMissing extends DomainError {
  constructor() {
    super({
      code: 'IDEMPOTENCY_KEY_MISSING',
      status: 400,
      messageZh:
        '请求缺少有效的 Idempotency-Key 请求头(8–128 个可打印 ASCII 字符)。每个操作请生成一个新的键值,重试时沿用。',
      messageEn:
        'The Idempotency-Key header is missing or malformed (8 to 128 printable ASCII characters). Make one for each action and keep it when you retry.',
      field: 'Idempotency-Key',
    });
  }
}

/** The body is longer than this route takes. `limit` is in bytes. */
export class BodyTooLarge extends DomainError {
  constructor(limit: number) {
    super({
      code: 'BODY_TOO_LARGE',
      status: 413,
      messageZh: `内容过大(上限 ${limit / 1024} KiB)。请压缩或分次提交。`,
      messageEn: `The body is too large (limit ${limit / 1024} KiB). Make it smaller or send it in parts.`,
      details: { limit },
    });
  }
}

/** Too many attempts; `seconds` until the next one is looked at. */
export class TooManyAttempts extends DomainError {
  constructor(seconds: number) {
    super({
      code: 'TOO_MANY_ATTEMPTS',
      status: 429,
      messageZh: `尝试次数过多,请在 ${seconds} 秒后重试;如忘记密码,请联系管理员。`,
      messageEn: `Too many attempts. Try again in ${seconds} seconds, or ask the administrator if you forgot the password.`,
      details: { retryAfter: seconds },
    });
  }
}
