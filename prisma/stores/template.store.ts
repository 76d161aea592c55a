import { readFile } from 'node:fs/promises';

import { PAPER_KINDS, type PaperKind } from '#domain/paper/paper-kind.js';
import type { Database } from '../client.js';
import type { ContentStore } from '../files/content-store.js';

/** Word templates: the office's own where it has uploaded one, else the product's. */
export function templateStore({ rows }: Database, files: ContentStore, shipped: URL) {
  return {
    /** The template in force for a kind of paper at a unit. */
    async inForce(kind: PaperKind, unitId: string): Promise<{ bytes: Uint8Array; version: string }> {
      const own = await rows.paperTemplate.findFirst({
        where: { kind, unitId, retiredAt: null },
        orderBy: { version: 'desc' },
      });
      const bytes = own && (await files.read(own.sha256));
      if (bytes) return { bytes, version: `${unitId}:${own.version}` };
      const { templateFile } = PAPER_KINDS[kind];
      return { bytes: await readFile(new URL(templateFile, shipped)), version: `banjie:${templateFile}` };
    },
  };
}
