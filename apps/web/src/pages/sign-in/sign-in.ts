import { fetched } from '../../api/client.js';

const AUTH = '/api/v1/auth';

/** What the password alone led to. */
export type FirstStep = 'SIGNED_IN' | 'CODE_WANTED';

/** First step of the sign-in; throws `ProblemError`. */
export async function signIn(username: string, password: string): Promise<FirstStep> {
  const response = await post('/sign-in/username', { username, password });
  const body: unknown = await response.json();
  return typeof body === 'object' && body !== null && 'twoFactorRedirect' in body ? 'CODE_WANTED' : 'SIGNED_IN';
}

/** Second step: six digits of the authenticator, or a backup code. */
export async function verifyCode(code: string): Promise<void> {
  const isTotp = /^\d{6}$/.test(code);
  await post(isTotp ? '/two-factor/verify-totp' : '/two-factor/verify-backup-code', { code });
}

/** Begins to set up a second factor: the address for an authenticator and backup codes; it counts once a code was verified. */
export async function enrol(password: string): Promise<unknown> {
  const made: unknown = await (await post('/two-factor/enable', { password })).json();
  return made;
}

/** Changes the password; the other sessions end. */
export async function changePassword(currentPassword: string, newPassword: string): Promise<void> {
  await post('/change-password', { currentPassword, newPassword });
}

/** Ends the session. */
export async function signOut(): Promise<void> {
  await post('/sign-out', {});
}

function post(path: string, body: object): Promise<Response> {
  const headers = { 'Content-Type': 'application/json' };
  return fetched(`${AUTH}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
}
