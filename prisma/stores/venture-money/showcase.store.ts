import { VentureRoundRefusal } from '#domain/venture-round/errors.js';
import { assertMayBeShown } from '#domain/venture-round/showcase-picture.rule.js';
import { stateOf } from '#domain/process/transitions.js';
import { PROJECT_TRANSITIONS, type ProjectState } from '#domain/venture-round/states.js';
import type { Database } from '../../client.js';
import { epochMs, sqlTime } from '../record/sql-time.js';
import type { By } from './execution.store.js';

/** A project that was funded or adopted, as the showcase tells everybody of it. Money in fen; activities count when a report has counted them. */
export interface ShownProject {
  readonly caseNo: string;
  readonly title: string;
  readonly class: string;
  readonly organisation: string | null;
  readonly state: string;
  readonly fen: number;
  readonly sources: readonly string[];
  readonly sponsors: readonly { readonly name: string; readonly fen: number }[];
  readonly activities: number;
  readonly personTimes: number;
  readonly persons: number;
  readonly pictures: readonly ShownPicture[];
  /** 0: a picture of it was shown at the moment that the order goes by; 1: none was. */
  readonly unpictured: number;
}

/**
 * Where a page of the showcase goes on. Projects with pictures come first, as things were at `asOf` (epoch ms), when the first page was read: a picture
 * that is published or taken back while somebody turns pages moves no project past them.
 */
export interface ShownAfter {
  readonly asOf: number;
  /** Of the last project seen; null: from the first on. */
  readonly last: Pick<ShownProject, 'unpictured' | 'caseNo'> | null;
}

/** A photograph that everybody sees. Pixels of the copy that is shown. */
export interface ShownPicture {
  readonly id: string;
  readonly caption: string;
  readonly width: number;
  readonly height: number;
}

/** A photograph that was published, and whether it was taken back. Epoch ms. */
export interface PublishedPicture {
  readonly id: string;
  readonly uploadId: string;
  readonly caption: string;
  readonly publishedBy: string;
  readonly publishedAt: number;
  readonly withdrawnBy: string | null;
  readonly withdrawnAt: number | null;
  readonly withdrawReason: string | null;
}

/** A completed project as its organiser chooses photographs of it. */
export interface CompletedProject {
  readonly caseNo: string;
  readonly title: string;
  readonly organisation: string | null;
  /** Photographs that were handed in with its activities. */
  readonly photographs: number;
  readonly pictures: readonly PublishedPicture[];
}

/** A photograph to be shown: the file that was handed in, and the copy that was made of it. */
export interface NewShowcasePicture {
  readonly id: string;
  readonly roundId: string;
  readonly projectId: string;
  readonly uploadId: string;
  readonly caption: string;
  readonly consent: boolean;
  readonly copy: { readonly sha256: string; readonly width: number; readonly height: number };
}

const SHOWN = `SELECT p."caseNo", p."title", p."class", o."name" AS "organisation", k."state",
    CASE WHEN a."outcome" = 'FUNDED' THEN a."fen" ELSE 0 END::float8 AS "fen",
    COALESCE((SELECT jsonb_agg(e->>'source') FROM jsonb_array_elements(a."bySource") e WHERE a."outcome" = 'FUNDED'), '[]') AS "sources",
    COALESCE(deeds."sponsors", '[]') AS "sponsors", COALESCE(done."activities", 0) AS "activities", COALESCE(done."personTimes", 0) AS "personTimes",
    COALESCE(done."persons", 0) AS "persons",
    COALESCE((SELECT jsonb_agg(jsonb_build_object('id', s."id", 'caption', s."caption", 'width', s."width", 'height', s."height") ORDER BY s."publishedAt", s."id")
      FROM "ShowcasePicture" s WHERE s."projectId" = p."caseId" AND s."withdrawnAt" IS NULL), '[]') AS "pictures", place."unpictured"
  FROM "Project" p JOIN "Case" k ON k."id" = p."caseId" LEFT JOIN "Organisation" o ON o."id" = p."organisationId" LEFT JOIN "Award" a ON a."projectId" = p."caseId"
  LEFT JOIN LATERAL (SELECT jsonb_agg(jsonb_build_object('name', s."name", 'fen', d."fen") ORDER BY d."sponsorSignedAt") AS "sponsors"
    FROM "Adoption" d JOIN "Sponsor" s ON s."id" = d."sponsorId" WHERE d."projectId" = p."caseId" AND d."status" IN ('SIGNED', 'PAID')) deeds ON true
  LEFT JOIN LATERAL (SELECT count(*)::int AS "activities", sum(v."personTimes")::int AS "personTimes", sum(v."newPersons")::int AS "persons"
    FROM "ProjectActivity" v WHERE v."projectId" = p."caseId" AND v."reportNo" IS NOT NULL) done ON true
  CROSS JOIN LATERAL (SELECT (NOT EXISTS (SELECT FROM "ShowcasePicture" s WHERE s."projectId" = p."caseId" AND s."publishedAt" <= $2::timestamp(3)
      AND (s."withdrawnAt" IS NULL OR s."withdrawnAt" > $2::timestamp(3))))::int AS "unpictured") place
 WHERE p."roundId" = $1 AND (a."outcome" = 'FUNDED' OR deeds."sponsors" IS NOT NULL) AND (place."unpictured", p."caseNo") > ($3::int, $4::text)
 ORDER BY place."unpictured", p."caseNo" LIMIT $5`;

const COMPLETED = `SELECT p."caseNo", p."title", o."name" AS "organisation",
    (SELECT count(*)::int FROM "ActivityEvidence" e WHERE e."projectId" = p."caseId" AND e."kind" = 'PHOTO') AS "photographs",
    COALESCE((SELECT jsonb_agg(jsonb_build_object('id', s."id", 'uploadId', s."uploadId", 'caption', s."caption", 'publishedBy', COALESCE(by."name", ''),
        'publishedAt', ${epochMs('s."publishedAt"')}, 'withdrawnBy', back."name", 'withdrawnAt', ${epochMs('s."withdrawnAt"')},
        'withdrawReason', s."withdrawReason") ORDER BY s."publishedAt", s."id")
      FROM "ShowcasePicture" s LEFT JOIN "User" by ON by."id" = s."publishedBy" LEFT JOIN "User" back ON back."id" = s."withdrawnBy"
     WHERE s."projectId" = p."caseId"), '[]') AS "pictures"
  FROM "Project" p JOIN "Case" k ON k."id" = p."caseId" LEFT JOIN "Organisation" o ON o."id" = p."organisationId"
 WHERE p."roundId" = $1 AND k."state" = 'COMPLETED' AND p."caseNo" > $2 ORDER BY p."caseNo" LIMIT $3`;

/** 成果展: what was chosen to be shown of the projects of a round. Changing methods belong in a transaction together with the log of them. */
export function showcaseStore({ rows, pool }: Pick<Database, 'rows' | 'pool'>) {
  const photographOf = async (projectId: string, uploadId: string) => {
    const found = await rows.activityEvidence.findFirst({ where: { projectId, uploadId, kind: 'PHOTO' } });
    if (found === null) return null;
    const { sha256 } = found;
    const sheets = await rows.activityEvidence.count({ where: { sha256, kind: 'SIGN_IN_SHEET' } });
    return sheets > 0 ? null : sha256;
  };

  return {
    /** Projects with pictures first, within both by case number. */
    async shown(roundId: string, { asOf, last }: ShownAfter, limit: number): Promise<ShownProject[]> {
      const { unpictured, caseNo } = last ?? { unpictured: -1, caseNo: '' };
      return (await pool.query<ShownProject>(SHOWN, [roundId, sqlTime(asOf), unpictured, caseNo, limit])).rows;
    },

    completed: async (roundId: string, after: string, limit: number): Promise<CompletedProject[]> =>
      (await pool.query<CompletedProject>(COMPLETED, [roundId, after, limit])).rows,

    /** The project of a round by its number, with what says whether a photograph of it may be shown; null: there is none. */
    async project(roundId: string, caseNo: string) {
      const found = await rows.project.findFirst({ where: { roundId, caseNo } });
      if (found === null) return null;
      const { state } = await rows.case.findUniqueOrThrow({ where: { id: found.caseId } });
      return { id: found.caseId, state: stateOf<ProjectState>(PROJECT_TRANSITIONS, state) };
    },

    /** The content of a photograph of the project's activities; null for a file that is none, or that is a sign-in sheet somewhere. */
    photographOf,

    /**
     * Shows a photograph; the one that is shown already stays, whoever asks again at the same time. Throws what `assertMayBeShown` throws, and
     * VEN_SHOWCASE_SHOWN when it is shown under another caption.
     */
    async publish(picture: NewShowcasePicture, by: By): Promise<{ readonly id: string; readonly isNew: boolean }> {
      const { id, roundId, projectId, uploadId, caption, consent, copy } = picture;
      await rows.$queryRaw`SELECT 1 FROM "Project" WHERE "caseId" = ${projectId} FOR UPDATE`;
      const { state } = await rows.case.findUniqueOrThrow({ where: { id: projectId } });
      const shown = await rows.showcasePicture.findMany({ where: { projectId, withdrawnAt: null } });
      const same = shown.find((one) => one.uploadId === uploadId);
      if (same !== undefined && same.caption !== caption)
        throw new VentureRoundRefusal('VEN_SHOWCASE_SHOWN', {}, 'uploadId');
      if (same !== undefined) return { id: same.id, isNew: false };
      const isPhotograph = (await photographOf(projectId, uploadId)) !== null;
      const projectState = stateOf<ProjectState>(PROJECT_TRANSITIONS, state);
      assertMayBeShown({ projectState, consent, isPhotograph, shown: shown.length });
      const data = { id, roundId, projectId, uploadId, caption, ...copy };
      await rows.showcasePicture.create({ data: { ...data, publishedBy: by.userId, publishedAt: new Date(by.at) } });
      return { id, isNew: true };
    },

    /** Takes a picture of the round back; the first time stays. Null: there is none. */
    async withdraw(roundId: string, id: string, reason: string, by: By) {
      const data = { withdrawnBy: by.userId, withdrawnAt: new Date(by.at), withdrawReason: reason };
      const { count } = await rows.showcasePicture.updateMany({ where: { id, roundId, withdrawnAt: null }, data });
      const found = await rows.showcasePicture.findFirst({ where: { id, roundId } });
      return found === null ? null : { id, projectId: found.projectId, uploadId: found.uploadId, isNew: count > 0 };
    },

    /** The content of a picture that is shown now; null for one that never was, or was taken back. */
    async contentOf(id: string): Promise<string | null> {
      const found = await rows.showcasePicture.findFirst({ where: { id, withdrawnAt: null } });
      return found?.sha256 ?? null;
    },
  };
}
