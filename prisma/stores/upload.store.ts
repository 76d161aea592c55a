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

    /** These files by name, in this order; those that are not there are left out. */
    async named(ids: readonly string[]): Promise<{ uploadId: string; name: string }[]> {
      const found = await rows.upload.findMany({ where: { id: { in: [...ids] } }, select: { id: true, name: true } });
      return ids.flatMap((uploadId) =>
        found.filter(({ id }) => id === uploadId).map(({ name }) => ({ uploadId, name })),
      );
    },

    /** The cases that hold a file: among their papers, or as the proof of an activity, a spending, an account, money that came back or an objection. */
    async casesHolding(uploadId: string): Promise<HoldingCase[]> {
      const [held, activities, vouchers, returns, accounts, objections] = await Promise.all([
        rows.caseFile.findMany({ where: { uploadId }, select: { caseId: true } }),
        rows.activityEvidence.findMany({ where: { uploadId }, select: { projectId: true } }),
        rows.voucher.findMany({ where: { uploadId }, select: { projectId: true } }),
        rows.moneyReturn.findMany({ where: { uploadId }, select: { projectId: true } }),
        rows.fundingAgreement.findMany({
          where: { account: { path: ['proofUploadId'], equals: uploadId } },
          select: { projectId: true },
        }),
        rows.objection.findMany({ where: { evidenceUploadIds: { has: uploadId } }, select: { caseId: true } }),
      ]);
      const proved = [...activities, ...vouchers, ...returns, ...accounts].map(({ projectId }) => projectId);
      const ids = [...new Set([...[...held, ...objections].map(({ caseId }) => caseId), ...proved])];
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
