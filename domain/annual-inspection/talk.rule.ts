import { z } from 'zod';
import type { IsoDate } from '#domain/calendar/iso-date.js';
import type { WorkCalendar } from '#domain/calendar/work-calendar.js';
import { addWorkingDays } from '#domain/calendar/working-days.js';
import { AnnualInspectionRefusal } from './errors.js';
import { assertOfficers } from './officers.rule.js';
import { DEFAULT_SETTINGS, type AnnualInspectionSettings } from './settings.js';

const id = z.string().min(1).max(128);
const text = (max: number) => z.string().trim().min(1).max(max);

/** Who came for the organisation: its leader, or a proxy with the written reason. */
const Attendance = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('LEADER'), personId: id }),
  z.strictObject({
    by: z.literal('PROXY'),
    personId: id,
    writtenReason: z.string().trim().max(1000).optional(),
    reasonUploadId: id.optional(),
  }),
]);

/** The record is signed, or the officers note that signing was refused. */
const Signature = z.discriminatedUnion('signed', [
  z.strictObject({ signed: z.literal(true) }),
  z.strictObject({ signed: z.literal(false), refusalNote: z.string().trim().max(1000).optional() }),
]);

/** The record of a talk (约谈记录, specification M02). */
export const TalkRecord = z.strictObject({
  noticeOn: z.iso.date(),
  heldOn: z.iso.date(),
  place: text(200),
  attendance: Attendance,
  officers: z.array(id).max(20),
  problems: z.array(text(1000)).min(1).max(50),
  legalBasis: z.array(text(500)).min(1).max(20),
  commitments: z.array(text(1000)).min(1).max(50),
  rectifyBy: z.iso.date(),
  signature: Signature,
});
export type TalkRecord = z.output<typeof TalkRecord>;

/** The first day on which a talk may be held after its notice (specification M02: ≥3 WD before). */
export function earliestTalk(
  noticeOn: IsoDate,
  calendar: WorkCalendar,
  settings: AnnualInspectionSettings = DEFAULT_SETTINGS,
): IsoDate {
  return addWorkingDays(calendar, noticeOn, settings.talkNoticeWD);
}

/** Refuses a talk too soon after its notice. Throws AI_TALK_NOTICE_SHORT with the first possible day. */
export function assertTalkNotice(
  { noticeOn, heldOn }: { readonly noticeOn: IsoDate; readonly heldOn: IsoDate },
  calendar: WorkCalendar,
  settings: AnnualInspectionSettings = DEFAULT_SETTINGS,
): void {
  const earliest = earliestTalk(noticeOn, calendar, settings);
  if (heldOn < earliest) throw new AnnualInspectionRefusal('AI_TALK_NOTICE_SHORT', { noticeOn, earliest }, 'heldOn');
}

/**
 * Refuses a record that does not stand (specification M02, Talk; P11): the leader comes in person, a proxy only with a
 * written reason; two officers at least, none of whom must stay away; signed, or the refusal noted; the day until which
 * to rectify lies after the talk.
 */
export function assertTalkRecord(
  record: TalkRecord,
  recused: readonly string[] = [],
  settings: AnnualInspectionSettings = DEFAULT_SETTINGS,
): void {
  const { attendance, officers, signature, heldOn, rectifyBy } = record;
  if (attendance.by === 'PROXY' && !attendance.writtenReason && attendance.reasonUploadId === undefined) {
    throw new AnnualInspectionRefusal('AI_TALK_ATTENDANCE', {}, 'attendance.writtenReason');
  }
  assertOfficers(officers, { least: settings.talkOfficers, excluded: [...recused, attendance.personId] });
  if (!signature.signed && !signature.refusalNote) {
    throw new AnnualInspectionRefusal('AI_TALK_UNSIGNED', {}, 'signature.refusalNote');
  }
  if (rectifyBy <= heldOn) throw new AnnualInspectionRefusal('DATE_ORDER', { heldOn, rectifyBy }, 'rectifyBy');
}
