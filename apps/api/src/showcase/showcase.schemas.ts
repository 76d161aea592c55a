import { z } from 'zod';

import { SHOWCASE_CAPTION, SHOWCASE_REASON } from '#domain/venture-round/showcase-picture.rule.js';
import { Id, text } from '../http/clean.js';
import { pageOf } from '../http/paging.js';

const fen = z.number().describe('Fen');

/** A photograph to be shown to everybody. */
export const NewShowcasePicture = z.strictObject({
  project: z.string().max(64).describe('Case number of the project'),
  uploadId: Id.describe('A photograph of one of its activities'),
  caption: text(SHOWCASE_CAPTION.min, SHOWCASE_CAPTION.max).describe(
    'What is to be seen; read out to who cannot see it',
  ),
  consent: z
    .boolean()
    .default(false)
    .describe(
      '已取得照片中人物的同意 The people on it agreed to publication, for minors their guardians; without it: VEN_SHOWCASE_NO_CONSENT',
    ),
});
export type NewShowcasePicture = z.output<typeof NewShowcasePicture>;

export const Withdrawal = z.strictObject({ reason: text(SHOWCASE_REASON.min, SHOWCASE_REASON.max) });
export type Withdrawal = z.output<typeof Withdrawal>;

export const PictureParams = z.strictObject({ id: Id, pictureId: Id });
export type PictureParams = z.output<typeof PictureParams>;

export const Published = z.object({ id: z.string() });

/** A project of the showcase as everybody may read it. */
export const ShownProjectPage = pageOf(
  z.object({
    caseNo: z.string(),
    title: z.string(),
    class: z.string(),
    organisation: z.string().nullable(),
    state: z.object({ slug: z.string(), zh: z.string(), en: z.string() }),
    fen: fen.describe('Awarded from public money, in fen'),
    sources: z.array(z.string()),
    sponsors: z.array(z.object({ name: z.string(), fen })).describe('Enterprises that adopted it'),
    activities: z.int().describe('That a report has counted'),
    personTimes: z.int(),
    persons: z.int(),
    pictures: z.array(
      z.object({
        id: z.string(),
        address: z.string().describe('Where the picture is; 404 once it was taken back'),
        caption: z.string(),
        width: z.int(),
        height: z.int(),
      }),
    ),
  }),
);

/** A completed project as its organiser chooses photographs of it. */
export const CompletedProjectPage = pageOf(
  z.object({
    caseNo: z.string(),
    title: z.string(),
    organisation: z.string().nullable(),
    photographs: z.int().describe('That were handed in with its activities'),
    pictures: z
      .array(
        z.object({
          id: z.string(),
          uploadId: z.string(),
          caption: z.string(),
          publishedBy: z.string(),
          publishedAt: z.iso.datetime(),
          withdrawn: z.object({ by: z.string(), at: z.iso.datetime(), reason: z.string() }).nullable(),
        }),
      )
      .describe('Also those that were taken back'),
  }),
);
