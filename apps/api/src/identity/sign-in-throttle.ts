import type { Database } from '#prisma/client.js';
import { signInFailureStore } from '#prisma/stores/sign-in-failure.store.js';
import { TooManyAttempts } from '../http/errors.js';

const QUARTER_MS = 900_000;
const FROM_ONE_ADDRESS = { max: 10, windowMs: QUARTER_MS };
const FROM_ANYWHERE = { max: 50, windowMs: QUARTER_MS };

/** The beginning of every key under which attempts on an account are counted. */
export const attemptsOf = (username: string) => `attempt|${username.toLowerCase()}|`;

/**
 * Throttles guessing at one account: ten attempts in a row from one address, fifty from anywhere, then a quarter of an hour's wait.
 * Two counts, so that a stranger cannot shut a user out from the user's own desk.
 */
export function signInThrottle(database: Database, clock: () => number) {
  const store = signInFailureStore(database);
  return {
    /** Counts the attempt, or throws TOO_MANY_ATTEMPTS (429) with the seconds to wait. */
    async attempt(username: string, ip: string): Promise<void> {
      const now = clock();
      const waits = await Promise.all([
        store.attempt(`${attemptsOf(username)}${ip}`, FROM_ONE_ADDRESS, now),
        store.attempt(`${attemptsOf(username)}*`, FROM_ANYWHERE, now),
      ]);
      const wait = Math.max(...waits);
      if (wait > 0) throw new TooManyAttempts(Math.ceil(wait / 1000));
    },

    /** The password was right. */
    async succeeded(username: string): Promise<void> {
      await store.forget(attemptsOf(username));
    },
  };
}
