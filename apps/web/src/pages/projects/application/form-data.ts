import { z } from 'zod';

import { LINE_SOURCES } from '#domain/venture-round/application-form.js';
import { slugs } from '#domain/terms/term.js';
import { PROJECT_CLASSES, VENTURE_THEMES } from '#domain/venture-round/terms.js';
import '../../../api/no-run-time-code.js';

const words = z.string().optional().catch(undefined);
const count = z.number().optional().catch(undefined);
const strings = z.array(z.string()).catch([]);

const Person = z.object({ personId: words, duty: words }).catch({ personId: undefined, duty: undefined });
const Indicator = z
  .object({ indicator: words, target: count, unit: words })
  .catch({ indicator: undefined, target: undefined, unit: undefined });
const Planned = z
  .object({ name: words, month: words, times: count })
  .catch({ name: undefined, month: undefined, times: undefined });
const Line = z
  .object({
    category: words,
    item: words,
    quantity: count,
    unitPriceFen: count,
    source: z.enum(LINE_SOURCES).catch('GRANT'),
  })
  .catch({ category: undefined, item: undefined, quantity: undefined, unitPriceFen: undefined, source: 'GRANT' });

/** An application that is still being written: as the schema of the application, every field optional. */
const Unfinished = z.object({
  title: words,
  class: z.enum(slugs(PROJECT_CLASSES)).optional().catch(undefined),
  themes: z.array(z.enum(slugs(VENTURE_THEMES))).catch([]),
  leader: z.object({ personId: words, phone: words }).catch({ personId: undefined, phone: undefined }),
  siteDivision: words,
  need: words,
  beneficiaries: z
    .object({ group: words, persons: count, personTimes: count })
    .catch({ group: undefined, persons: undefined, personTimes: undefined }),
  objectives: z.array(Indicator).catch([]),
  activities: z.array(Planned).catch([]),
  team: z.array(Person).catch([]),
  budget: z.array(Line).catch([]),
  requestedFen: count,
  ownFundsFen: count,
  risks: words,
  partyContribution: words,
  attachmentUploadIds: strings,
  pledgeUploadId: words,
});
export type ProjectForm = z.output<typeof Unfinished>;
export type FormLine = ProjectForm['budget'][number];

/** Reads what was kept; whatever does not fit counts as not written. A new form begins with one row of each list. */
export function projectFormOf(data: unknown): ProjectForm {
  const form = Unfinished.parse(typeof data === 'object' && data !== null ? data : {});
  return {
    ...form,
    objectives: form.objectives.length > 0 ? form.objectives : [Indicator.parse(null)],
    activities: form.activities.length > 0 ? form.activities : [Planned.parse(null)],
    budget: form.budget.length > 0 ? form.budget : [Line.parse(null)],
  };
}

/** Quantity × unit price in whole fen; null while one is missing, or where no computer counts exactly any more. */
export function amountOf({ quantity, unitPriceFen }: FormLine): number | null {
  if (quantity === undefined || unitPriceFen === undefined) return null;
  const amount = quantity * unitPriceFen;
  return Number.isSafeInteger(amount) ? amount : null;
}

/** What the lines of a source come to so far. */
export const sumOf = (budget: readonly FormLine[], source: FormLine['source']): number =>
  budget.filter((line) => line.source === source).reduce((sum, line) => sum + (amountOf(line) ?? 0), 0);

/** What is kept and sent: amounts computed, rows that hold nothing left out. */
export function projectDataOf(form: ProjectForm, roundNo: string): Record<string, unknown> {
  const budget = form.budget.filter(isWritten).map((line) => ({ ...line, amountFen: amountOf(line) ?? undefined }));
  const entries: [string, unknown][] = Object.entries({
    ...form,
    roundNo,
    budget,
    objectives: form.objectives.filter(isWritten),
    activities: form.activities.filter(isWritten),
    team: form.team.filter(isWritten),
  });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined && value !== ''));
}

/** Whether anything but the source, which always has a value, was filled in. */
const isWritten = (row: object): boolean =>
  Object.entries(row).some(([name, value]) => name !== 'source' && value !== undefined && value !== '');
