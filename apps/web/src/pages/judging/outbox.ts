import type { QueryClient } from '@tanstack/react-query';

import { answered, api, keyed, newKey } from '../../api/client.js';
import { ProblemError } from '../../api/problem.js';
import { keepWaiting, keptWaiting } from './outbox-copy.js';
import { packQuery } from './queries.js';

/** What was typed into a sheet: only what was touched. */
export interface Change {
  readonly values: Readonly<Record<string, number>>;
  readonly comment?: string;
}

/** Something that the server does not have yet. `key` belongs to what is on its way, so that sent again it is still once. */
export interface Waiting {
  readonly roundNo: string;
  readonly projectId: string;
  readonly sending: { readonly key: string; readonly change: Change } | null;
  readonly next: Change | null;
}

/** Where the marks are: on the server, on their way, only on this device, or refused. */
export type SaveState = 'SAVED' | 'SAVING' | 'LOCAL' | 'REFUSED';

/** A sheet as the outbox knows it. */
interface Kept {
  /** What is to be laid over the server's sheet. */
  readonly change: Change;
  readonly state: SaveState;
  readonly error: unknown;
}

const TYPING_MS = 400;
const AGAIN_MS = 3_000;
const NOTHING: Kept = { change: { values: {} }, state: 'SAVED', error: null };

/**
 * Marks on their way to the server. Each entry names only the criteria that were touched and has one Idempotency-Key, however often it is sent;
 * all of it lies in the browser's storage until the server has it, whatever page is open and over a reload.
 */
export class Outbox {
  #waiting: ReadonlyMap<string, Waiting>;
  readonly #sheets = new Map<string, Kept>();
  readonly #listeners = new Set<() => void>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #flying = false;

  constructor(
    private readonly userId: string,
    private readonly queries: QueryClient,
  ) {
    this.#waiting = keptWaiting(userId);
    for (const [id, one] of this.#waiting) this.#sheets.set(id, { change: whole(one), state: 'LOCAL', error: null });
    window.addEventListener('online', () => this.#schedule(0));
    if (this.#waiting.size > 0) this.#schedule(0);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly at = (projectId: string): Kept => this.#sheets.get(projectId) ?? NOTHING;

  /** How many sheets have something that only this device has. */
  readonly local = (): number => [...this.#sheets.values()].filter(({ state }) => state === 'LOCAL').length;

  /** Keeps what was typed, here at once and on the server in a moment. */
  put(roundNo: string, projectId: string, change: Change): void {
    const before = this.#waiting.get(projectId);
    const next = merged(before?.next ?? null, change);
    this.#set(
      projectId,
      { roundNo, projectId, sending: before?.sending ?? null, next },
      this.#stateWhileTyping(projectId),
    );
    this.#schedule(TYPING_MS);
  }

  #stateWhileTyping(projectId: string): SaveState {
    return this.at(projectId).state === 'LOCAL' ? 'LOCAL' : 'SAVING';
  }

  #schedule(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#flush(), ms);
  }

  /** Sends one sheet after the other; where the network is away, all of them wait. */
  async #flush(): Promise<void> {
    if (this.#flying) return;
    this.#flying = true;
    let again = false;
    for (const id of [...this.#waiting.keys()]) again = !(await this.#send(id)) || again;
    this.#flying = false;
    if (again) this.#schedule(AGAIN_MS);
    // More may have been typed meanwhile.
    else if (this.#waiting.size > 0) this.#schedule(0);
  }

  /** Whether the server has dealt with it, in whatever way. */
  async #send(projectId: string): Promise<boolean> {
    const one = this.#waiting.get(projectId);
    if (one === undefined) return true;
    const sending = one.sending ?? { key: newKey(), change: one.next ?? { values: {} } };
    const { roundNo } = one;
    this.#set(
      projectId,
      { ...one, sending, next: one.sending === null ? null : one.next },
      this.#stateWhileTyping(projectId),
    );
    try {
      const params = { path: { id: roundNo, projectId }, header: keyed(sending.key) };
      const body = { ...sending.change, values: { ...sending.change.values } };
      const sheet = await answered(api.PUT('/api/v1/rounds/{id}/sheets/{projectId}', { params, body }));
      const { queryKey } = packQuery(roundNo, projectId);
      // What was asked for before would bring the marks back to what they were.
      await this.queries.cancelQueries({ queryKey });
      this.queries.setQueryData(queryKey, (pack) => (pack === undefined ? pack : { ...pack, sheet }));
      this.#sent(projectId);
      return true;
    } catch (error) {
      if (isPassing(error)) {
        this.#mark(projectId, 'LOCAL');
        return false;
      }
      this.#drop(projectId, error);
      void this.queries.invalidateQueries({ queryKey: ['live', 'judging'] });
      return true;
    }
  }

  #sent(projectId: string): void {
    const one = this.#waiting.get(projectId);
    if (one?.next != null) this.#set(projectId, { ...one, sending: null }, 'SAVING');
    else this.#drop(projectId, null);
  }

  #drop(projectId: string, error: unknown): void {
    const rest = new Map(this.#waiting);
    rest.delete(projectId);
    this.#sheets.set(projectId, { ...NOTHING, state: error === null ? 'SAVED' : 'REFUSED', error });
    this.#keep(rest);
  }

  #set(projectId: string, waiting: Waiting, state: SaveState): void {
    this.#sheets.set(projectId, { change: whole(waiting), state, error: null });
    this.#keep(new Map(this.#waiting).set(projectId, waiting));
  }

  #mark(projectId: string, state: SaveState): void {
    this.#sheets.set(projectId, { ...this.at(projectId), state });
    this.#tell();
  }

  #keep(waiting: ReadonlyMap<string, Waiting>): void {
    this.#waiting = waiting;
    keepWaiting(this.userId, waiting);
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

const outboxes = new Map<string, Outbox>();

/** The outbox of a person in this browser; what another judge left here is not sent in this one's name. */
export function outboxOf(userId: string, queries: QueryClient): Outbox {
  const known = outboxes.get(userId) ?? new Outbox(userId, queries);
  outboxes.set(userId, known);
  return known;
}

const merged = (one: Change | null, other: Change | null): Change => ({
  ...one,
  ...other,
  values: { ...one?.values, ...other?.values },
});

const whole = ({ sending, next }: Waiting): Change => merged(sending?.change ?? null, next);

/** What the server would take another time: it was away, busy, or the session has ended. */
function isPassing(error: unknown): boolean {
  if (!(error instanceof ProblemError)) return true;
  const { status } = error.problem;
  return status === 401 || status === 429 || status >= 500;
}
