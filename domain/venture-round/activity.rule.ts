import type { IsoDate } from '#domain/calendar/iso-date.js';
import { z } from 'zod';
import { VentureRoundRefusal } from './errors.js';
import { wholeFen } from './fen.js';

const id = z.string().min(1).max(128);

/** A record of an activity (活动记录). Days are those of Asia/Shanghai; spent money is in fen. */
export const ActivityRecord = z.strictObject({
  activityId: id,
  startsOn: z.iso.date(),
  endsOn: z.iso.date(),
  place: z.string().trim().min(1).max(200),
  topic: z.string().trim().min(1).max(200),
  milestone: z.string().trim().min(1).max(60).optional(),
  personTimes: z.int().min(0).max(1_000_000),
  /** Persons who were not reached before; at most the person-times. */
  newPersons: z.int().min(0).max(1_000_000),
  volunteers: z.int().min(0).max(100_000),
  hours: z.number().min(0).max(10_000).multipleOf(0.5),
  photoUploadIds: z.array(id).max(50),
  signInUploadId: id.optional(),
  spentFen: wholeFen(),
});
export type ActivityRecord = z.output<typeof ActivityRecord>;

/** First and last day on which activities count, both included. */
export interface ExecutionTerm {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** Where activities are counted already, of all projects. */
export type CountedActivities = ReadonlyMap<string, string>;

/**
 * Refuses an activity that may not count for the project (specification M03 "Execution"): outside the term or ending
 * before it begins (ACT_DATE_OUT_OF_RANGE), more new persons than person-times (VEN_PERSONS_OVER_TIMES), counted for
 * another project (VEN_ACTIVITY_COUNTED_ELSEWHERE). `counted` maps activities to their projects.
 */
export function assertActivity(
  record: Pick<ActivityRecord, 'activityId' | 'startsOn' | 'endsOn' | 'personTimes' | 'newPersons'>,
  project: { readonly projectId: string; readonly term: ExecutionTerm },
  counted: CountedActivities,
): void {
  const { activityId, startsOn, endsOn, personTimes, newPersons } = record;
  const { from, to } = project.term;
  if (startsOn < from || endsOn > to || endsOn < startsOn)
    throw new VentureRoundRefusal('ACT_DATE_OUT_OF_RANGE', { startsOn, endsOn, from, to }, 'startsOn');
  if (newPersons > personTimes)
    throw new VentureRoundRefusal('VEN_PERSONS_OVER_TIMES', { newPersons, personTimes }, 'newPersons');
  const other = counted.get(activityId);
  if (other !== undefined && other !== project.projectId)
    throw new VentureRoundRefusal('VEN_ACTIVITY_COUNTED_ELSEWHERE', { activityId, projectId: other });
}

/** The papers that an activity still lacks before it counts: photographs, two unless configured, and the sign-in sheet. */
export function missingEvidence(
  { photoUploadIds, signInUploadId }: Pick<ActivityRecord, 'photoUploadIds' | 'signInUploadId'>,
  photosMin: number,
): readonly ('PHOTO' | 'SIGN_IN_SHEET')[] {
  const photos = new Set(photoUploadIds).size < photosMin ? (['PHOTO'] as const) : [];
  return signInUploadId === undefined ? [...photos, 'SIGN_IN_SHEET'] : photos;
}
