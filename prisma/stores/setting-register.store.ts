import type { Database } from '../client.js';

/** A value and when it begins, epoch ms. */
export interface SettingRow {
  readonly key: string;
  readonly value: unknown;
  readonly from: number;
}

/** The register of defaults with everything that it held, holds and will hold. */
export function settingRegister({ rows }: Database) {
  return {
    /** Every dated value, the earliest first. */
    async all(): Promise<SettingRow[]> {
      const found = await rows.setting.findMany({ orderBy: [{ key: 'asc' }, { effectiveFrom: 'asc' }] });
      return found.map(({ key, value, effectiveFrom }) => ({ key, value, from: effectiveFrom.getTime() }));
    },

    /** Sets a value from an instant on (epoch ms); one that was set for the same instant is replaced. */
    async put(key: string, value: unknown, from: number): Promise<void> {
      await rows.$executeRaw`INSERT INTO "Setting" ("key", "effectiveFrom", "value")
        VALUES (${key}, ${new Date(from)}, ${JSON.stringify(value)}::jsonb)
        ON CONFLICT ("key", "effectiveFrom") DO UPDATE SET "value" = EXCLUDED."value"`;
    },
  };
}
