import createClient from 'openapi-fetch';

import type { paths } from '../../generated/api.js';
import { Away, ProblemError, problemOf } from './problem.js';

/** The interface, typed by its own document. */
export const api = createClient<paths>({ baseUrl: '', fetch: (request: Request) => send(request) });

/** A new Idempotency-Key: one for each press, kept when the same press is sent again. */
export const newKey = (): string => crypto.randomUUID();

/** The header of a write. */
export const keyed = (key: string) => ({ 'Idempotency-Key': key });

/** What a call answered, or a thrown `ProblemError`. */
export async function answered<Data>(
  call: Promise<{ data?: Data; error?: unknown; response: Response }>,
): Promise<Data> {
  const { data, error, response } = await call;
  if (!response.ok || data === undefined) throw new ProblemError(problemOf(error, response));
  return data;
}

/** A call whose success has no body. */
export async function done(call: Promise<{ error?: unknown; response: Response }>): Promise<void> {
  const { error, response } = await call;
  if (!response.ok) throw new ProblemError(problemOf(error, response));
}

/** An answer outside the typed client (a file, the sign-in): the response, or a thrown `ProblemError`. */
export async function fetched(address: string, init: RequestInit = {}): Promise<Response> {
  const response = await send(new Request(new URL(address, location.href), init));
  if (response.ok) return response;
  const body: unknown = await response.json().catch(() => null);
  throw new ProblemError(problemOf(body, response));
}

let onSignedOut: () => void = () => undefined;

/** Told when the server does not know the session any more. */
export function whenSignedOut(listener: () => void): void {
  onSignedOut = listener;
}

async function send(request: Request): Promise<Response> {
  const isSignIn = new URL(request.url).pathname.startsWith('/api/v1/auth/');
  try {
    const response = await fetch(request);
    if (response.status === 401 && !isSignIn) onSignedOut();
    return response;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new Away();
  }
}
