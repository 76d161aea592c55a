import { randomUUID } from 'node:crypto';

import type { Database } from '../client.js';

/** A file that somebody sent; its bytes lie in the content store under `sha256`. */
export interface UploadRow {
  readonly id: string;
  readonly sha256: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly ownerUserId: string;
  readonly organisationId: string | null;
  readonly createdAt: Date;
}

/** What decides whether somebody may read a case that holds a file. */
export interface HoldingCase {
  readonly applicantUserId: string;
  readonly organisationId: string | null;
  readonly unitIds: readonly string[];
  readonly assigneeKeys: readonly string[];
}

/** Uploaded files. */
export function uploadStore({ rows }: Database) {
  return {
    async create(upload: Omit<UploadRow, 'id' | 'createdAt'>): Promise<UploadRow> {
      return rows.upload.create({ data: { id: randomUUID(), ...upload } });
    },

    async byId(id: string): Promise<UploadRow | null> {
      return rows.upload.findUnique({ where: { id } });
    },

    /** The cases that hold a file. */
    async casesHolding(uploadId: string): Promise<HoldingCase[]> {
      const held = await rows.caseFile.findMany({ where: { uploadId }, select: { caseId: true } });
      const ids = held.map(({ caseId }) => caseId);
      const inCases = { where: { caseId: { in: ids } } };
      const [cases, units, tasks, copies] = await Promise.all([
        rows.case.findMany({ where: { id: { in: ids } } }),
        rows.caseUnit.findMany(inCases),
        rows.task.findMany({ ...inCases, select: { caseId: true, assigneeKey: true } }),
        rows.copy.findMany({ ...inCases, select: { caseId: true, recipientKey: true } }),
      ]);
      return cases.map(({ id, applicantUserId, organisationId, unitId }) => ({
        applicantUserId,
        organisationId,
        unitIds: [unitId, ...units.filter(({ caseId }) => caseId === id).map((unit) => unit.unitId)],
        assigneeKeys: [
          ...tasks.filter(({ caseId }) => caseId === id).map(({ assigneeKey }) => assigneeKey),
          ...copies.filter(({ caseId }) => caseId === id).map(({ recipientKey }) => recipientKey),
        ],
      }));
    },
  };
}
