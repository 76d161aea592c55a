import type { SeasonDates } from '#domain/annual-inspection/season-calendar.rule.js';
import { parseIsoDate } from '#domain/calendar/iso-date.js';

/** SQL: the days of a season of that table or alias, as text; `asSeasonDates` reads them. */
export const seasonDateColumns = (of: string): string =>
  ['opensOn', 'toSupervisor', 'toRegistry', 'foundationToRegistry', 'extensionBefore']
    .map((name) => `${of}."${name}"::text AS "${name}"`)
    .concat(`${of}."inspectedYear"`)
    .join(', ');

/** What `seasonDateColumns` answers. */
export type SeasonDateRow = Readonly<Record<Exclude<keyof SeasonDates, 'inspectedYear'>, string>> & {
  readonly inspectedYear: number;
};

/** The days of such a row. */
export const asSeasonDates = (row: SeasonDateRow): SeasonDates => ({
  inspectedYear: row.inspectedYear,
  opensOn: parseIsoDate(row.opensOn),
  toSupervisor: parseIsoDate(row.toSupervisor),
  toRegistry: parseIsoDate(row.toRegistry),
  foundationToRegistry: parseIsoDate(row.foundationToRegistry),
  extensionBefore: parseIsoDate(row.extensionBefore),
});
