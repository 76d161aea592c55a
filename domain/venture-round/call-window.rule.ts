import { VentureRoundRefusal } from './errors.js';
import type { RoundConfiguration } from './round-configuration.js';

/** The time within which a round takes applications; epoch ms, both ends in time. */
export interface CallWindow {
  readonly opensAt: number;
  readonly closesAt: number;
}

/** The window of a configuration: the deadline holds to the second, so all of its last second is in time (specification M03 "submit before deadline"). */
export function callWindow({ calendar }: Pick<RoundConfiguration, 'calendar'>): CallWindow {
  const closes = Date.parse(calendar.callCloses);
  return { opensAt: Date.parse(calendar.callOpens), closesAt: closes - (closes % 1000) + 999 };
}

/** Refuses an application that arrived too early (VEN_CALL_NOT_OPEN) or too late (DEADLINE_PASSED); the time is the server's, at its arrival. */
export function assertInTime(receivedAt: number, { opensAt, closesAt }: CallWindow): void {
  if (receivedAt < opensAt) throw new VentureRoundRefusal('VEN_CALL_NOT_OPEN', { opensAt: iso(opensAt) });
  if (receivedAt > closesAt)
    throw new VentureRoundRefusal('DEADLINE_PASSED', { receivedAt: iso(receivedAt), closesAt: iso(closesAt) });
}

const iso = (at: number): string => new Date(at).toISOString();
