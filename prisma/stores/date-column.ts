import { parseIsoDate } from '#domain/calendar/iso-date.js';
import type { IsoDate } from '#domain/calendar/iso-date.js';

/** A day as Prisma writes it into a `date` column: midnight UTC. */
export function dateColumn(day: IsoDate): Date;
export function dateColumn(day: IsoDate | null): Date | null;
export function dateColumn(day: IsoDate | null): Date | null {
  return day === null ? null : new Date(`${day}T00:00:00Z`);
}

/** The day that a `date` column holds. */
export function dayOf(column: Date): IsoDate;
export function dayOf(column: Date | null): IsoDate | null;
export function dayOf(column: Date | null): IsoDate | null {
  return column === null ? null : parseIsoDate(column.toISOString().slice(0, 10));
}
