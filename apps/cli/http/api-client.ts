import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { Agent, IncomingMessage, request } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';

import { Secret, TOTP } from 'otpauth';
import { z } from 'zod';

/** Connections are kept: a person at a browser does not open a new one for every press. So many people at the same moment. */
const AGENT = new Agent({ keepAlive: true, maxSockets: 600 });

/** What the API answered: JSON as it was meant, a picture as its bytes, anything else as text. */
export interface Answer<Body = unknown> {
  readonly status: number;
  readonly body: Body;
}

/** How somebody signs in. */
export interface Account {
  readonly username: string;
  readonly password: string;
  /** Base32; only for roles that sign. */
  readonly totpSecret?: string | undefined;
}

/** Thrown when a call that had to succeed did not: what was asked, and the problem that was answered. */
export class CallFailed extends Error {
  constructor(
    readonly what: string,
    readonly answer: Answer,
  ) {
    super(`${what} → ${answer.status} ${JSON.stringify(answer.body)}`);
  }
}

const TooMany = z.object({ details: z.object({ retryAfter: z.number() }) });

/** A person at the API: a session of their own, as a browser would hold it. */
export class ApiClient {
  readonly #cookies = new Map<string, string>();

  private constructor(private readonly address: string) {}

  /** Signs in, with the second factor where the account has one. */
  static async signIn(address: string, { username, password, totpSecret }: Account): Promise<ApiClient> {
    const client = new ApiClient(address);
    await client.#admitted({ username, password });
    if (totpSecret !== undefined) {
      const code = new TOTP({ secret: Secret.fromBase32(totpSecret) }).generate();
      await client.must('POST', '/auth/two-factor/verify-totp', { code });
    }
    return client;
  }

  /** Signs in by password; when too many did from here within the minute, after the seconds that the answer names. */
  async #admitted(credentials: { readonly username: string; readonly password: string }): Promise<void> {
    const address = '/auth/sign-in/username';
    const { status, body } = await this.call('POST', address, credentials);
    const told = TooMany.safeParse(body);
    if (status === 429 && told.success) {
      await setTimeout(told.data.details.retryAfter * 1000);
      await this.must('POST', address, credentials);
    } else if (status >= 300) throw new CallFailed(`POST ${address}`, { status, body });
  }

  /** Somebody without a session: the public. */
  static anonymous(address: string): ApiClient {
    return new ApiClient(address);
  }

  /** Calls the API and answers whatever it says, with an Idempotency-Key on every write. */
  async call(method: string, path: string, body?: unknown, key: string = randomUUID()): Promise<Answer> {
    const headers: Record<string, string> = { cookie: this.#cookieLine(), origin: this.address };
    if (method !== 'GET') headers['idempotency-key'] = key;
    if (body instanceof Uint8Array) headers['content-type'] = 'application/octet-stream';
    else if (body !== undefined) headers['content-type'] = 'application/json';
    const sent = body instanceof Uint8Array ? body : body === undefined ? '' : JSON.stringify(body);
    headers['content-length'] = String(Buffer.byteLength(sent));
    const asked = request(`${this.address}/api/v1${path}`, { method, headers, agent: AGENT });
    // A connection that breaks after the head of the answer shows when its body is read.
    asked.on('error', () => undefined);
    asked.end(sent);
    // `once` rejects when the connection breaks.
    const [response] = z.tuple([z.instanceof(IncomingMessage)]).parse(await once(asked, 'response'));
    for (const line of response.headers['set-cookie'] ?? []) this.#keep(line);
    const answered = bodyOf(response.headers['content-type'] ?? '', await buffer(response));
    return { status: response.statusCode ?? 0, body: answered };
  }

  /** As `call`, but anything other than success is thrown. The body is what the caller's schema makes of it. */
  async must(method: string, path: string, body?: unknown, key?: string): Promise<unknown> {
    const answer = await this.call(method, path, body, key);
    if (answer.status >= 300) throw new CallFailed(`${method} ${path}`, answer);
    return answer.body;
  }

  #keep(line: string): void {
    const [pair = ''] = line.split(';');
    const at = pair.indexOf('=');
    this.#cookies.set(pair.slice(0, at), pair.slice(at + 1));
  }

  #cookieLine(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }
}

function bodyOf(type: string, bytes: Buffer): unknown {
  if (type.startsWith('image/')) return bytes;
  const answered = bytes.toString('utf8');
  return type.includes('json') && answered !== '' ? JSON.parse(answered) : answered;
}
