import { Injectable } from '@nestjs/common';
import { auditTime, concatMap, filter, finalize, from, shareReplay, startWith, tap } from 'rxjs';
import type { Observable } from 'rxjs';

import { NotFound } from '#domain/errors.js';
import type { Database } from '#prisma/client.js';
import { stageStore } from '#prisma/stores/venture-judging/stage.store.js';
import type { Hall } from '#prisma/stores/venture-judging/stage.store.js';
import { CaseEvents } from '../events/case-events.js';
import { UseClock, UseDatabase } from '../resources.js';
import type { Clock } from '../resources.js';

/** Records that come together are shown together: the hall is looked up at most so often, however many screens there are. */
const TOGETHER_MS = 100;

/** The stage as everybody in the hall may see it; every message is the whole of it, so that a connection that drops loses nothing. */
@Injectable()
export class HallService {
  readonly #screens = new Map<string, Observable<Hall & { now: number }>>();

  constructor(
    @UseDatabase() private readonly database: Database,
    @UseClock() private readonly clock: Clock,
    private readonly events: CaseEvents,
  ) {}

  /** NOT_FOUND before the judging, and for a round that is judged online. */
  async hall(id: string): Promise<Hall & { now: number }> {
    const hall = await stageStore(this.database).hall(id);
    if (hall === null) throw new NotFound('Stage');
    return { ...hall, now: this.clock() };
  }

  /** The stage now, and again whenever something of the round or its projects is recorded. */
  async live(id: string): Promise<Observable<Hall & { now: number }>> {
    const { roundId, slots } = await this.hall(id);
    const known = this.#screens.get(roundId);
    if (known !== undefined) return known;
    const watched = new Set([roundId, ...slots.map(({ projectId }) => projectId)]);
    const screen = this.events.stream.pipe(
      filter(({ caseId }) => watched.has(caseId)),
      auditTime(TOGETHER_MS),
      startWith(null),
      concatMap(() => from(this.hall(roundId))),
      // The projects are there once the order is drawn, which a screen may be waiting for.
      tap((hall) => hall.slots.forEach(({ projectId }) => watched.add(projectId))),
      finalize(() => this.#screens.delete(roundId)),
      shareReplay({ bufferSize: 1, refCount: true }),
    );
    this.#screens.set(roundId, screen);
    return screen;
  }
}
