import type { IsoDate } from '#domain/calendar/iso-date.js';
import { FieldInvalid } from '#domain/errors.js';
import type { LegalStatus } from '#domain/terms/organisation-terms.js';

/** The ways in which a registered organisation ends: 注销 of its own will, 撤销登记 by its registry. */
export const ENDED_STATUS = ['CANCELLED', 'REVOKED'] as const satisfies readonly LegalStatus[];

/** Whether the organisation does not exist any more. */
export const isEnded = (status: LegalStatus): boolean => ENDED_STATUS.some((one) => one === status);

/** An ending as it is to be recorded. */
export interface OrganisationEnding {
  readonly legalStatus: LegalStatus;
  readonly registeredAt: IsoDate | null;
  readonly endedOn: IsoDate;
}

/** What is wrong with a day of ending, or null: only who has ended has one, after its registration, not in the future. */
export function endingFault(
  { legalStatus, registeredAt, endedOn }: OrganisationEnding,
  today: IsoDate,
): { readonly zh: string; readonly en: string } | null {
  if (!isEnded(legalStatus)) {
    return {
      zh: '仅注销或撤销登记的组织填写终止日期,请核对法律状态。',
      en: 'Only a cancelled or revoked organisation has a day of ending. Check its legal status.',
    };
  }
  if (endedOn > today) return { zh: '终止日期不能晚于今天。', en: 'The day of ending is in the future.' };
  if (registeredAt !== null && endedOn < registeredAt) {
    return {
      zh: `终止日期不能早于登记日期(${registeredAt})。`,
      en: `The day of ending is before the registration (${registeredAt}).`,
    };
  }
  return null;
}

/** Refuses an ending with a wrong day. Throws FIELD_INVALID for `endedOn`. */
export function assertEnding(ending: OrganisationEnding, today: IsoDate): void {
  const fault = endingFault(ending, today);
  if (fault !== null) throw new FieldInvalid('ending.endedOn', fault.zh, fault.en);
}
