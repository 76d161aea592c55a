import { createHash } from 'node:crypto';

import { parseIsoDate } from '#domain/calendar/iso-date.js';
import { canonicalJson } from '#domain/ledger/canonical-json.js';
import { CaseStateConflict, FieldInvalid } from '#domain/errors.js';
import { type ActivityRecord, assertActivity, missingEvidence } from '#domain/venture-round/activity.rule.js';
import { VentureRoundRefusal } from '#domain/venture-round/errors.js';
import type { Database } from '../../client.js';
import { sqlTime } from '../record/sql-time.js';
import { agreedLines, Change } from './budget-lines.js';

/** Who writes, and when (epoch ms). */
export interface By {
  readonly userId: string;
  readonly at: number;
}

/** A project as its execution records need it. */
export interface ExecutedProject {
  readonly projectId: string;
  readonly roundId: string;
  readonly organisationId: string;
}

/** A voucher of a line of the budget, counted from 0. */
export interface NewVoucher {
  readonly line: number;
  readonly fen: number;
  readonly spentOn: string;
  readonly payee: string;
  readonly uploadId: string;
  readonly activityId?: string | undefined;
}

/** What a report freezes: counted from records, so every count is exact. Money in fen. */
export interface ReportFigures {
  readonly activityIds: readonly string[];
  readonly activities: number;
  readonly personTimes: number;
  readonly persons: number;
  readonly volunteers: number;
  readonly spentFen: number;
  readonly voucherFen: number;
}

const TERM = `SELECT to_char("termFrom", 'YYYY-MM-DD') AS "from", to_char("termTo", 'YYYY-MM-DD') AS "to" FROM "FundingAgreement"
  WHERE "projectId" = $1 AND "status" = 'SIGNED'`;

/** Records of execution: plain data until a report counts it. */
export function executionStore({ rows, pool }: Pick<Database, 'rows' | 'pool'>) {
  const termOf = async (projectId: string) => {
    const [term] = (await pool.query<{ from: string; to: string }>(TERM, [projectId])).rows;
    if (term === undefined) throw new CaseStateConflict('FUNDED', 'recordActivity');
    return { from: parseIsoDate(term.from), to: parseIsoDate(term.to) };
  };

  /** The content of each upload; FIELD_INVALID for one that is not there. */
  const contents = async (uploadIds: readonly string[], field: string): Promise<ReadonlyMap<string, string>> => {
    const found = await rows.upload.findMany({ where: { id: { in: [...uploadIds] } } });
    if (found.length < new Set(uploadIds).size)
      throw new FieldInvalid(field, '没有找到该文件,请重新上传。', 'This file was not found. Upload it again.');
    return new Map(found.map(({ id, sha256 }) => [id, sha256]));
  };

  return {
    /**
     * Keeps an activity of the project. Throws ACT_DATE_OUT_OF_RANGE, VEN_PERSONS_OVER_TIMES, and VEN_ACTIVITY_COUNTED_ELSEWHERE for one that,
     * or whose photographs, count for another project.
     */
    async saveActivity(
      { projectId, roundId }: ExecutedProject,
      record: ActivityRecord,
      by: By,
    ): Promise<{ id: string }> {
      const { activityId: id, photoUploadIds, signInUploadId } = record;
      const uploads = [...new Set([...photoUploadIds, ...(signInUploadId === undefined ? [] : [signInUploadId])])];
      const files = await contents(uploads, 'photoUploadIds');
      const known = await rows.projectActivity.findUnique({ where: { id } });
      const proofs = await rows.activityEvidence.findMany({
        where: { sha256: { in: [...files.values()] }, NOT: { projectId } },
      });
      const elsewhere = known?.projectId ?? proofs[0]?.projectId;
      assertActivity(
        record,
        { projectId, term: await termOf(projectId) },
        new Map(elsewhere === undefined ? [] : [[id, elsewhere]]),
      );
      if (known?.reportNo != null) throw new VentureRoundRefusal('VEN_RECORD_COUNTED', { activityId: id });
      const { startsOn, endsOn, place, topic, milestone = null, personTimes, newPersons, volunteers, hours } = record;
      const data = {
        ...{ projectId, roundId, startsOn: new Date(startsOn), endsOn: new Date(endsOn), place, topic, milestone },
        ...{
          personTimes,
          newPersons,
          volunteers,
          hours,
          spentFen: record.spentFen,
          signInUploadId: signInUploadId ?? null,
        },
        ...{ recordedBy: by.userId, recordedAt: new Date(by.at) },
      };
      await rows.projectActivity.upsert({
        where: { id },
        create: { id, ...data },
        update: { ...data, version: { increment: 1 } },
      });
      await rows.activityEvidence.deleteMany({ where: { activityId: id } });
      const kindOf = (uploadId: string) => (uploadId === signInUploadId ? 'SIGN_IN_SHEET' : 'PHOTO');
      await rows.activityEvidence.createMany({
        data: uploads.map((uploadId) => ({
          activityId: id,
          projectId,
          uploadId,
          kind: kindOf(uploadId),
          sha256: files.get(uploadId) ?? '',
        })),
      });
      return { id };
    },

    /** 现场确认: the community saw it. The first confirmation stays. */
    async confirmActivity(projectId: string, id: string, by: By): Promise<boolean> {
      const where = { id, projectId, confirmedAt: null };
      await rows.projectActivity.updateMany({ where, data: { confirmedBy: by.userId, confirmedAt: new Date(by.at) } });
      return (await rows.projectActivity.count({ where: { id, projectId } })) > 0;
    },

    /** Activities of a project, earliest first, after the one of that id. */
    activities: (projectId: string, after: string | null, limit: number) =>
      rows.projectActivity.findMany({
        where: { projectId, ...(after === null ? {} : { id: { gt: after } }) },
        orderBy: { id: 'asc' },
        take: limit,
      }),

    /** Keeps a voucher against a line of the budget; the same paper counts once. */
    async addVoucher({ projectId }: ExecutedProject, voucher: NewVoucher, id: string, by: By): Promise<{ id: string }> {
      const { line, fen, spentOn, payee, uploadId, activityId = null } = voucher;
      const budget = await agreedLines(pool, projectId);
      if (line >= budget.length) throw new FieldInvalid('line', '预算中没有这一行。', 'The budget has no such line.');
      const sha256 = (await contents([uploadId], 'uploadId')).get(uploadId) ?? '';
      const same = await rows.voucher.findUnique({ where: { projectId_sha256_line: { projectId, sha256, line } } });
      if (same !== null) return { id: same.id };
      const data = { id, projectId, line, fen, spentOn: new Date(spentOn), payee, sha256, uploadId, activityId };
      await rows.voucher.create({ data: { ...data, recordedBy: by.userId, recordedAt: new Date(by.at) } });
      return { id };
    },

    budget: (projectId: string) => agreedLines(pool, projectId),

    /** Writes a change down; what becomes of it is its act's business. */
    async writeChange(projectId: string, asked: unknown, id: string, by: By): Promise<{ id: string }> {
      const change = Change.parse(asked);
      const data = { id, projectId, kind: change.kind, change, status: 'WRITTEN' };
      await rows.changeRequest.upsert({
        where: { id },
        create: { ...data, askedBy: by.userId, askedAt: new Date(by.at) },
        update: {},
      });
      return { id };
    },

    /**
     * Draws the report up that is to be filed next: counts what no earlier report has counted. Throws VEN_EVIDENCE_MISSING naming the
     * activities that lack photographs or their sign-in sheet.
     */
    async drawReport(projectId: string, kind: 'MID_TERM' | 'FINAL', words: object, photosMin: number, by: By) {
      const open = await rows.projectActivity.findMany({
        where: { projectId, reportNo: null },
        orderBy: { id: 'asc' },
      });
      const proofs = await rows.activityEvidence.findMany({ where: { projectId } });
      const lacking = open.filter(({ id, signInUploadId }) => {
        const photoUploadIds = proofs
          .filter((one) => one.activityId === id && one.kind === 'PHOTO')
          .map(({ uploadId }) => uploadId);
        return missingEvidence({ photoUploadIds, signInUploadId: signInUploadId ?? undefined }, photosMin).length > 0;
      });
      if (lacking.length > 0)
        throw new VentureRoundRefusal('VEN_EVIDENCE_MISSING', {
          activities: lacking.slice(0, 50).map(({ id }) => id),
          of: lacking.length,
        });
      const counted =
        kind === 'FINAL' ? await rows.projectActivity.findMany({ where: { projectId }, orderBy: { id: 'asc' } }) : open;
      const sum = (of: (one: (typeof counted)[number]) => number): number =>
        counted.reduce((total, one) => total + of(one), 0);
      const vouchers = await rows.voucher.aggregate({ where: { projectId }, _sum: { fen: true } });
      const figures: ReportFigures = {
        activityIds: open.map(({ id }) => id),
        activities: counted.length,
        personTimes: sum(({ personTimes }) => personTimes),
        persons: sum(({ newPersons }) => newPersons),
        volunteers: sum(({ volunteers }) => volunteers),
        spentFen: sum(({ spentFen }) => Number(spentFen)),
        voucherFen: Number(vouchers._sum.fen ?? 0n),
      };
      const hash = createHash('sha256').update(canonicalJson({ projectId, kind, figures, words })).digest('hex');
      const { rows: numbered } = await pool.query<{ no: number }>(
        `INSERT INTO "ProjectReport" ("projectId", "no", "kind", "figures", "words", "hash", "filedBy", "filedAt")
         SELECT $1, COALESCE(max("no") FILTER (WHERE "takenAt" IS NOT NULL), 0) + 1, $2, $3, $4, $5, $6, $7 FROM "ProjectReport" WHERE "projectId" = $1
         ON CONFLICT ("projectId", "no") DO UPDATE SET "kind" = EXCLUDED."kind", "figures" = EXCLUDED."figures", "words" = EXCLUDED."words",
           "hash" = EXCLUDED."hash", "filedBy" = EXCLUDED."filedBy", "filedAt" = EXCLUDED."filedAt" WHERE "ProjectReport"."takenAt" IS NULL
         RETURNING "no"`,
        [projectId, kind, JSON.stringify(figures), JSON.stringify(words), hash, by.userId, sqlTime(by.at)],
      );
      const no = numbered[0]?.no;
      if (no === undefined) throw new VentureRoundRefusal('VEN_REPORT_WRONG', { kind }, 'kind');
      return { no, kind, figures, hash };
    },
  };
}
