import { Client, Connection } from '@temporalio/client';

import { CASE_QUEUE } from '#workflows/steps/contract.js';

const DEADLINE_MS = 10_000;
const HEALTH_MS = 2_000;
/** A worker that polls is seen at least once a minute. */
const POLLER_SEEN_MS = 120_000;

/** How the workflow service is, for the health page. */
export interface TemporalHealth {
  readonly reachable: boolean;
  readonly worker: boolean;
}

/** The way to the workflow service. It connects at the first call, so that the API starts and reads work while the service is away. */
export class Temporal {
  readonly #connection: Connection;
  readonly #client: Client;
  readonly #namespace: string;

  constructor({ address, namespace }: { readonly address: string; readonly namespace: string }) {
    this.#namespace = namespace;
    this.#connection = Connection.lazy({ address, connectTimeout: DEADLINE_MS });
    this.#client = new Client({ connection: this.#connection, namespace });
  }

  /** Calls the service with a deadline of 10 s in all; what fails is answered by the filter as TEMPORAL_AWAY (503). */
  call<Result>(run: (client: Client) => Promise<Result>): Promise<Result> {
    return this.#connection.withDeadline(Date.now() + DEADLINE_MS, () => run(this.#client));
  }

  /** Whether the service answers, and whether a worker has asked it for work lately. */
  async health(): Promise<TemporalHealth> {
    try {
      const { pollers } = await this.#connection.withDeadline(Date.now() + HEALTH_MS, () =>
        this.#connection.workflowService.describeTaskQueue({
          namespace: this.#namespace,
          taskQueue: { name: CASE_QUEUE },
        }),
      );
      const since = Date.now() / 1000 - POLLER_SEEN_MS / 1000;
      return { reachable: true, worker: pollers.some(({ lastAccessTime }) => Number(lastAccessTime?.seconds) > since) };
    } catch {
      return { reachable: false, worker: false };
    }
  }

  /** Ends the connection. */
  close(): Promise<void> {
    return this.#connection.close();
  }
}
