import { Injectable } from '@nestjs/common';
import type { OnApplicationShutdown } from '@nestjs/common';
import { Subject } from 'rxjs';
import type { Observable } from 'rxjs';

import { listenToCases } from '#prisma/case-events.js';
import type { CaseEvent, CaseListener } from '#prisma/case-events.js';
import type { ApiConfig } from '../config.js';
import { UseConfig } from '../resources.js';

const REMEMBERED = 1_000;

/** A record that was heard, under a number that grows; the numbers of one process. */
export interface HeardEvent extends CaseEvent {
  readonly id: number;
}

/** What the workflows record, as it happens, for every reader that is connected to this process. */
@Injectable()
export class CaseEvents implements OnApplicationShutdown {
  readonly #heard = new Subject<HeardEvent>();
  readonly #recent: HeardEvent[] = [];
  readonly #listener: CaseListener;
  // Begins at the clock, so that the numbers of a process that starts again are later than those it gave before.
  #last = Date.now() * 1_000;

  constructor(@UseConfig() config: ApiConfig) {
    this.#listener = listenToCases(config.databaseUrl, (event) => this.#hear(event));
  }

  /** Everything from now on. */
  get stream(): Observable<HeardEvent> {
    return this.#heard.asObservable();
  }

  /** What was heard after the event of this number, as far as it is remembered. */
  since(id: number): readonly HeardEvent[] {
    return this.#recent.filter((event) => event.id > id);
  }

  async onApplicationShutdown(): Promise<void> {
    this.#heard.complete();
    await this.#listener.close();
  }

  #hear(event: CaseEvent): void {
    this.#last += 1;
    const heard = { ...event, id: this.#last };
    this.#recent.push(heard);
    if (this.#recent.length > REMEMBERED) this.#recent.shift();
    this.#heard.next(heard);
  }
}
