import { z } from 'zod';

const Value = z.union([z.number(), z.string(), z.null(), z.array(z.int()), z.record(z.string(), z.string())]);
const Dated = z.object({ value: Value, from: z.iso.date() });

/** A default: what is in force and since when (null = as shipped), and what will be. */
export const SettingView = z.object({
  key: z.string(),
  matter: z.string(),
  value: Value,
  since: z.iso.date().nullable(),
  shipped: Value,
  planned: z.array(Dated).describe('Values that begin later, the next first'),
});
export type SettingView = z.output<typeof SettingView>;

export const SettingList = z.object({ items: z.array(SettingView) });
export type SettingList = z.output<typeof SettingList>;

/** A value from a day on, today or later; cases that run keep the one they started with. */
export const SettingBody = z.strictObject({ value: Value, from: z.iso.date() });
export type SettingBody = z.output<typeof SettingBody>;

export const SettingParams = z.strictObject({ key: z.string().regex(/^[a-zA-Z]{1,20}\.[a-zA-Z]{1,40}$/) });
export type SettingParams = z.output<typeof SettingParams>;
