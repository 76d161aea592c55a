import { Injectable, Logger } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { WorkflowNotFoundError } from '@temporalio/client';

import { ANNUAL_INSPECTION } from '#domain/annual-inspection/states.js';
import { shanghaiDate } from '#domain/calendar/shanghai-day.js';
import type { OrganisationId } from '#domain/ids.js';
import type { Database } from '#prisma/client.js';
import { returnsOfEnded } from '#prisma/stores/annual-inspection/ended-organisations.store.js';
import { organisationEnded } from '#workflows/annual-inspection/contract.js';
import { workflowIdOf } from '#workflows/steps/contract.js';
import { UseClock, UseDatabase } from '../resources.js';
import type { Clock } from '../resources.js';
import { Temporal } from '../temporal/temporal.js';

/** How often returns are looked for that have not heard yet. */
const SWEEP_MS = 60_000;

interface Ears {
  readonly database: Database;
  readonly temporal: Temporal;
  readonly clock: Clock;
}

/**
 * Tells running returns that their organisation was cancelled or revoked, so that they are exempt (specification M02, edge cases): those of one
 * organisation, or (null) of all. A return whose workflow has not begun is told by a later sweep; told twice is once.
 */
export async function tellEnded(
  { database, temporal, clock }: Ears,
  organisationId: OrganisationId | null,
): Promise<void> {
  for (const { caseNo, endedOn } of await returnsOfEnded(database, organisationId)) {
    const on = endedOn ?? shanghaiDate(clock());
    const workflowId = workflowIdOf(ANNUAL_INSPECTION.slug, caseNo);
    await temporal
      .call(({ workflow }) => workflow.getHandle(workflowId).signal(organisationEnded, { on }))
      .catch((error: unknown) => {
        if (!(error instanceof WorkflowNotFoundError)) throw error;
      });
  }
}

/** Repeats what could not be told when the register changed, and finds what changed in another way. */
@Injectable()
export class EndedOrganisations implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #log = new Logger('ended organisations');
  #timer: NodeJS.Timeout | null = null;
  #sweeping: Promise<void> = Promise.resolve();

  constructor(
    @UseDatabase() readonly database: Database,
    @UseClock() readonly clock: Clock,
    readonly temporal: Temporal,
  ) {}

  onApplicationBootstrap(): void {
    this.#timer = setInterval(() => {
      this.#sweeping = this.#sweeping
        .then(() => tellEnded(this, null))
        .catch((error: unknown) => {
          this.#log.warn(`returns have not heard: ${error instanceof Error ? error.name : typeof error}`);
        });
    }, SWEEP_MS);
    this.#timer.unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    if (this.#timer !== null) clearInterval(this.#timer);
    await this.#sweeping;
  }
}
