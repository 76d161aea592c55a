import { randomUUID } from 'node:crypto';

import type { Database } from '../client.js';

/** A template that an office uploaded; its bytes lie in the content store under `sha256`. */
export interface OfficeTemplate {
  readonly id: string;
  readonly kind: string;
  readonly unitId: string;
  readonly version: number;
  readonly sha256: string;
  readonly uploadedBy: string;
  readonly uploadedAt: Date;
}

/** The offices' own templates; each upload is a version, and the newest is in force. */
export function templateRegister({ rows }: Database) {
  return {
    /** Those in force, of the given units (null = of all). */
    async inForce(unitIds: readonly string[] | null): Promise<OfficeTemplate[]> {
      const where = { retiredAt: null, ...(unitIds === null ? {} : { unitId: { in: [...unitIds] } }) };
      return rows.paperTemplate.findMany({ where, orderBy: [{ unitId: 'asc' }, { kind: 'asc' }] });
    },

    /** Adds the next version, which is in force from `at` on; the one before is retired. Call it within a transaction. */
    async add(template: Omit<OfficeTemplate, 'id' | 'version' | 'uploadedAt'>, at: Date): Promise<OfficeTemplate> {
      const { kind, unitId } = template;
      // The unit's row stays locked until the end, so that two uploads get two versions.
      await rows.$queryRaw`SELECT 1 FROM "Unit" WHERE id = ${unitId} FOR UPDATE`;
      const { _max } = await rows.paperTemplate.aggregate({ where: { kind, unitId }, _max: { version: true } });
      await rows.paperTemplate.updateMany({ where: { kind, unitId, retiredAt: null }, data: { retiredAt: at } });
      const version = (_max.version ?? 0) + 1;
      return rows.paperTemplate.create({ data: { id: randomUUID(), ...template, version, uploadedAt: at } });
    },
  };
}
