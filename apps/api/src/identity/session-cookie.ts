import { createHmac, timingSafeEqual } from 'node:crypto';

/** Prefix of every cookie of the sign-in. */
export const COOKIE_PREFIX = 'banjie';

const NAMES = [`__Secure-${COOKIE_PREFIX}.session_token`, `${COOKIE_PREFIX}.session_token`];

/** A session cookie as it was sent: `value` is still encoded. */
export interface SessionCookie {
  readonly name: string;
  readonly value: string;
}

/** Finds the session's cookie in a Cookie header. */
export function sessionCookie(header: string | undefined): SessionCookie | null {
  for (const part of (header ?? '').split(';')) {
    const [name, value] = splitOnce(part.trim());
    if (NAMES.includes(name) && value !== '') return { name, value };
  }
  return null;
}

/** The session token of a cookie whose signature is ours (better-auth's form: token, a dot, HMAC-SHA256 in base64), else null. */
export function signedToken(cookie: string, secret: string): string | null {
  const decoded = decodedOrNull(cookie);
  const dot = decoded?.lastIndexOf('.') ?? -1;
  if (decoded === null || dot < 1) return null;
  const token = decoded.slice(0, dot);
  const given = Buffer.from(decoded.slice(dot + 1), 'base64');
  const expected = createHmac('sha256', secret).update(token).digest();
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : null;
}

function splitOnce(part: string): [string, string] {
  const at = part.indexOf('=');
  return at < 0 ? [part, ''] : [part.slice(0, at), part.slice(at + 1)];
}

function decodedOrNull(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
