import { Injectable } from '@nestjs/common';
import type { Client, ScheduleOptions } from '@temporalio/client';
import { ScheduleAlreadyRunning, ScheduleNotFoundError, ScheduleOverlapPolicy } from '@temporalio/client';

import { AuthNotAllowed } from '#domain/errors.js';
import { asId } from '#domain/ids.js';
import type { UnitId } from '#domain/ids.js';
import type { Database } from '#prisma/client.js';
import { inspectionSettings } from '#prisma/stores/inspection-season/create-season.js';
import type { ActiveGrant } from '#prisma/stores/identity.store.js';
import type { ScheduledSeasonInput } from '#workflows/inspection-season/contract.js';
import { SCHEDULED_SEASON_WORKFLOW, seasonScheduleId } from '#workflows/inspection-season/contract.js';
import { CASE_QUEUE } from '#workflows/steps/contract.js';
import type { RequestActor } from '../identity/actor.js';
import { requireSecondFactor } from '../identity/second-factor.js';
import { UseClock, UseDatabase } from '../resources.js';
import type { Clock } from '../resources.js';
import { Temporal } from '../temporal/temporal.js';
import { REGISTRY_ROLES } from './season-access.js';
import type { ScheduleView } from './season.schemas.js';

/** Whether a registry's season is opened each year by itself: a Temporal Schedule of the registry, and nothing in our tables. */
@Injectable()
export class SeasonScheduleService {
  constructor(
    @UseDatabase() private readonly database: Database,
    @UseClock() private readonly clock: Clock,
    private readonly temporal: Temporal,
  ) {}

  async one(actor: RequestActor): Promise<ScheduleView> {
    const { unitId } = registryOf(actor);
    return this.temporal.call(async ({ schedule }) => {
      try {
        const { spec, info } = await schedule.getHandle(seasonScheduleId(unitId)).describe();
        const day = spec.calendars?.[0];
        const [month, dayOfMonth] = [numberOf(day?.month), numberOf(day?.dayOfMonth)];
        const [next] = info.nextActionTimes;
        return {
          registryUnitId: unitId,
          scheduled: true,
          opens: `${month}-${dayOfMonth}`,
          nextAt: next?.toISOString() ?? null,
        };
      } catch (error) {
        if (!(error instanceof ScheduleNotFoundError)) throw error;
        return { registryUnitId: unitId, scheduled: false, opens: null, nextAt: null };
      }
    });
  }

  /** Any number of times is once: the schedule has the registry's id. Only the leader of a registry sets it. */
  async set(actor: RequestActor, scheduled: boolean): Promise<ScheduleView> {
    const { unitId, role } = registryOf(actor, true);
    requireSecondFactor(actor, role);
    const { userId, personId } = actor;
    const { opens } = await inspectionSettings(this.database.pool, this.clock());
    const by = { userId, personId, role, unitId, onBehalfOf: null };
    await this.temporal.call((client) =>
      scheduled ? put(client, optionsOf({ registryUnitId: unitId, by }, opens)) : remove(client, unitId),
    );
    return this.one(actor);
  }
}

function registryOf(
  actor: RequestActor,
  leader = false,
): { readonly unitId: UnitId; readonly role: ActiveGrant['role'] } {
  const roles = leader ? ['REGISTRY_LEADER'] : REGISTRY_ROLES;
  const grant = actor.grants.find(({ role, unitId }) => roles.includes(role) && unitId !== null);
  if (grant?.unitId == null) throw new AuthNotAllowed({ action: 'update', resource: 'Season' });
  return { unitId: asId<UnitId>(grant.unitId), role: grant.role };
}

/** Five minutes into the opening day in Shanghai; a server that was away then does it within the month. */
function optionsOf(input: ScheduledSeasonInput, opens: string) {
  const [month = '01', day = '01'] = opens.split('-');
  const scheduleId = seasonScheduleId(input.registryUnitId);
  return {
    scheduleId,
    spec: {
      calendars: [{ month: MONTHS[Number(month) - 1] ?? 'JANUARY', dayOfMonth: Number(day), hour: 0, minute: 5 }],
      timezone: 'Asia/Shanghai',
    },
    action: {
      type: 'startWorkflow',
      workflowType: SCHEDULED_SEASON_WORKFLOW,
      workflowId: scheduleId,
      taskQueue: CASE_QUEUE,
      args: [input],
    },
    policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '31 days' },
  } as const satisfies ScheduleOptions;
}

async function put({ schedule }: Client, options: ReturnType<typeof optionsOf>): Promise<void> {
  try {
    await schedule.create(options);
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error;
    const { spec, action, policies } = options;
    await schedule.getHandle(options.scheduleId).update(({ state }) => ({ spec, action, policies, state }));
  }
}

async function remove({ schedule }: Client, unitId: string): Promise<void> {
  await schedule
    .getHandle(seasonScheduleId(unitId))
    .delete()
    .catch((error: unknown) => {
      if (!(error instanceof ScheduleNotFoundError)) throw error;
    });
}

const MONTHS = [
  'JANUARY',
  'FEBRUARY',
  'MARCH',
  'APRIL',
  'MAY',
  'JUNE',
  'JULY',
  'AUGUST',
  'SEPTEMBER',
  'OCTOBER',
  'NOVEMBER',
  'DECEMBER',
] as const;

/** A field of a schedule's calendar as two digits. */
function numberOf(field: readonly { readonly start: unknown }[] | undefined): string {
  const start = field?.[0]?.start;
  const number = typeof start === 'number' ? start : MONTHS.findIndex((name) => name === start) + 1;
  return String(number).padStart(2, '0');
}
