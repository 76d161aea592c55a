import { Controller, Headers, Req, Sse } from '@nestjs/common';
import type { MessageEvent } from '@nestjs/common';
import type { Request } from 'express';
import { catchError, concatMap, EMPTY, filter, from, interval, map, merge, startWith } from 'rxjs';
import type { Observable } from 'rxjs';

import { keysOf } from '../access/case-filter.js';
import { DeputationsService } from '../deputations/deputations.service.js';
import { Answers } from '../http/answers.js';
import { Actor } from '../identity/actor.js';
import type { RequestActor } from '../identity/actor.js';
import { sessionCookie } from '../identity/session-cookie.js';
import { Sessions } from '../identity/sessions.js';
import { UseClock } from '../resources.js';
import type { Clock } from '../resources.js';
import { CaseEvents } from './case-events.js';
import type { HeardEvent } from './case-events.js';

const HEARTBEAT_MS = 15_000;
const HEARTBEAT: MessageEvent = { type: 'heartbeat', data: '' };

@Controller('events')
export class EventsController {
  constructor(
    private readonly events: CaseEvents,
    private readonly sessions: Sessions,
    private readonly deputations: DeputationsService,
    @UseClock() private readonly clock: Clock,
  ) {}

  /** A reader hears of the cases whose keys are their own; the stream ends with the session. */
  @Sse()
  @Answers('实时变动 Server-sent events: `case` {caseId}, `reload`, `heartbeat`')
  async stream(
    @Actor() actor: RequestActor,
    @Req() request: Request,
    @Headers('last-event-id') lastEventId: string | undefined,
  ): Promise<Observable<MessageEvent>> {
    const principals = await this.deputations.principalsOf(actor.userId, this.clock(), null);
    const keys = new Set(keysOf(actor, principals));
    const follower = `follow:${actor.userId}`;
    const missed = lastEventId === undefined ? [] : this.events.since(Number(lastEventId));
    const told = merge(from(missed), this.events.stream).pipe(
      filter((event) => event.keys === null || event.keys.some((key) => key === follower || keys.has(key))),
      map((event) => messageOf(event, event.keys?.some((key) => keys.has(key)) === true)),
    );
    const cookie = sessionCookie(request.headers.cookie)?.value ?? '';
    const beats = interval(HEARTBEAT_MS).pipe(concatMap(() => this.sessions.of(cookie).then(() => HEARTBEAT)));
    return merge(told, beats.pipe(startWith(HEARTBEAT))).pipe(catchError(() => EMPTY));
  }
}

/** A case whose readers are too many to name is told to everybody, and one to its followers, without saying which. */
function messageOf({ id, caseId }: HeardEvent, isNamed: boolean): MessageEvent {
  return isNamed ? { id: String(id), type: 'case', data: { caseId } } : { id: String(id), type: 'reload', data: {} };
}
