import { Injectable } from '@nestjs/common';

import type { Database } from '#prisma/client.js';
import { identityStore } from '#prisma/stores/identity.store.js';
import type { IdentityStore, SignedIn } from '#prisma/stores/identity.store.js';
import type { ApiConfig } from '../config.js';
import { SessionExpired } from '../http/errors.js';
import { UseClock, UseConfig, UseDatabase } from '../resources.js';
import type { Clock } from '../resources.js';
import { signedToken } from './session-cookie.js';

/** A session ends when it is idle for so long. */
export const SESSION_IDLE_MS = 8 * 3_600_000;
/** How long another process may go on with what was revoked here. */
const FRESH_MS = 5_000;
/** A session in use is prolonged at most this often. */
const PROLONG_EVERY_MS = 5 * 60_000;
const CAPACITY = 10_000;

interface Known {
  readonly signedIn: SignedIn;
  readonly readAt: number;
}

/** A session that holds, and whether its end was just pushed, so that its cookie must be sent again. */
export interface Presented {
  readonly signedIn: SignedIn;
  readonly prolonged: boolean;
}

/** Who a cookie belongs to: from memory for five seconds, else one query. What is revoked in this process is forgotten at once. */
@Injectable()
export class Sessions {
  readonly #known = new Map<string, Known>();
  readonly #store: IdentityStore;

  constructor(
    @UseDatabase() database: Database,
    @UseConfig() private readonly config: ApiConfig,
    @UseClock() private readonly clock: Clock,
  ) {
    this.#store = identityStore(database);
  }

  /** The session of a cookie's value, or SESSION_EXPIRED (401). */
  async of(cookie: string): Promise<Presented> {
    const now = this.clock();
    const known = this.#known.get(cookie);
    if (known !== undefined && now - known.readAt < FRESH_MS && known.signedIn.expiresAt > now) {
      return { signedIn: known.signedIn, prolonged: false };
    }
    return this.#read(cookie, now);
  }

  /** Forgets every session of a user: a grant changed, the user was disabled, sessions were revoked. */
  forgetUser(userId: string): void {
    for (const [cookie, { signedIn }] of this.#known) if (signedIn.userId === userId) this.#known.delete(cookie);
  }

  /** Forgets the sessions of whoever this cookie belongs to. */
  forgetHolder(cookie: string): void {
    const known = this.#known.get(cookie);
    if (known !== undefined) this.forgetUser(known.signedIn.userId);
  }

  async #read(cookie: string, now: number): Promise<Presented> {
    this.#known.delete(cookie);
    const token = signedToken(cookie, this.config.secret);
    const found = token === null ? null : await this.#store.bySessionToken(token, now);
    if (found === null) throw new SessionExpired();
    const prolonged = found.expiresAt - now < SESSION_IDLE_MS - PROLONG_EVERY_MS;
    const signedIn = prolonged ? { ...found, expiresAt: now + SESSION_IDLE_MS } : found;
    if (prolonged) await this.#store.prolong(found.sessionId, now, signedIn.expiresAt);
    this.#remember(cookie, { signedIn, readAt: now });
    return { signedIn, prolonged };
  }

  /** The oldest entry makes room. */
  #remember(cookie: string, known: Known): void {
    const [oldest] = this.#known.keys();
    if (this.#known.size >= CAPACITY && oldest !== undefined) this.#known.delete(oldest);
    this.#known.set(cookie, known);
  }
}
