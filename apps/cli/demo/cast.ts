import { DEMONSTRATION_PASSWORD, totpSecretOf } from '#prisma/demonstration/accounts.js';
import { usernameOf } from '#prisma/demonstration/handles.js';
import { ApiClient } from '../http/api-client.js';

/** Everybody who appears in the demonstration, each with a session of their own; signed in when first needed. */
export class Cast {
  readonly #sessions = new Map<string, Promise<ApiClient>>();

  /** `signIn`: how an account comes by its session. */
  constructor(
    readonly address: string,
    private readonly signIn: typeof ApiClient.signIn = (at, account) => ApiClient.signIn(at, account),
  ) {}

  /** The session of a demonstration account. `signs`: it holds a role that signs, so it has a second factor. */
  of(userId: string, signs = false): Promise<ApiClient> {
    const known = this.#sessions.get(userId);
    if (known) return known;
    const username = usernameOf(userId);
    const totpSecret = signs ? totpSecretOf(username) : undefined;
    const session = this.signIn(this.address, { username, password: DEMONSTRATION_PASSWORD, totpSecret });
    this.#sessions.set(userId, session);
    return session;
  }

  official(userId: string): Promise<ApiClient> {
    return this.of(userId, true);
  }
}
