import type { IsoDate } from '#domain/calendar/iso-date.js';
import { FieldInvalid } from '#domain/errors.js';
import type { PartyMemberStatus } from '#domain/terms/party-terms.js';

/** What is known of a person's way into the Party. RESTRICTED (specification C8). */
export interface Membership {
  readonly status: PartyMemberStatus;
  /** The day from which the person is a full member (转正); null for everybody else. */
  readonly fullSince: IsoDate | null;
  readonly homePartyOrgId: string | null;
}

/**
 * A full member has a day since when, not after today; nobody else has one (specification M01, APPLICATION `fullSince`).
 * Throws FIELD_INVALID naming `fullSince`.
 */
export function assertMembership({ status, fullSince }: Membership, today: IsoDate): void {
  if (status === 'FULL' && fullSince === null) {
    throw new FieldInvalid('fullSince', '正式党员须填写转正日期。', 'A full member needs the day of full membership.');
  }
  if (status !== 'FULL' && fullSince !== null) {
    throw new FieldInvalid('fullSince', '非正式党员不填写转正日期。', 'Only a full member has this date.');
  }
  if (fullSince !== null && fullSince > today) {
    throw new FieldInvalid('fullSince', '转正日期不能晚于今天。', 'This date is in the future.', { fullSince });
  }
}
