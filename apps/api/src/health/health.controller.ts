import { Controller, Get, Res } from '@nestjs/common';
import type { Response } from 'express';
import { z } from 'zod';

import type { Database } from '#prisma/client.js';
import { calendarStore } from '#prisma/stores/calendar.store.js';
import { Answers } from '../http/answers.js';
import { Public } from '../identity/actor.js';
import { UseClock, UseDatabase } from '../resources.js';
import type { Clock } from '../resources.js';
import { Temporal } from '../temporal/temporal.js';

const Health = z.object({
  ok: z.boolean().describe('Whether cases can be handled: database, Temporal and a worker are there'),
  database: z.boolean(),
  temporal: z.boolean(),
  worker: z.boolean(),
  calendarYears: z.array(z.int()).describe('Years with holiday data'),
  calendarMissing: z.array(z.int()).describe('This year and the next, where they have none'),
});

type Health = z.infer<typeof Health>;

@Controller('health')
export class HealthController {
  constructor(
    @UseDatabase() private readonly database: Database,
    @UseClock() private readonly clock: Clock,
    private readonly temporal: Temporal,
  ) {}

  @Get()
  @Public()
  @Answers('运行状态 Health: 200 when cases can be handled, else 503', Health)
  async health(@Res({ passthrough: true }) response: Response): Promise<Health> {
    const [years, { reachable, worker }] = await Promise.all([this.#years(), this.temporal.health()]);
    const thisYear = new Date(this.clock()).getUTCFullYear();
    const ok = years !== null && reachable && worker;
    response.status(ok ? 200 : 503);
    return {
      ok,
      database: years !== null,
      temporal: reachable,
      worker,
      calendarYears: years ?? [],
      calendarMissing: [thisYear, thisYear + 1].filter((year) => years?.includes(year) !== true),
    };
  }

  /** null = the database is away. */
  #years(): Promise<number[] | null> {
    return calendarStore(this.database)
      .years()
      .catch(() => null);
  }
}
