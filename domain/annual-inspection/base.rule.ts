import type { IsoDate } from '#domain/calendar/iso-date.js';
import { parseIsoDate } from '#domain/calendar/iso-date.js';
import type { LegalStatus, OrganisationType } from '#domain/terms/organisation-terms.js';
import { ORGANISATION_TYPES } from '#domain/terms/organisation-terms.js';
import { AnnualInspectionRefusal } from './errors.js';
import { DEFAULT_SETTINGS, type AnnualInspectionSettings } from './settings.js';

/** What decides whether an organisation belongs to a season. */
export interface BaseCandidate {
  readonly organisationId: string;
  readonly type: OrganisationType;
  /** Recognised as a charity (慈善组织), an attribute that any legal type can have. */
  readonly charity: boolean;
  readonly legalStatus: LegalStatus;
  readonly registeredAt: IsoDate | null;
  /** The day of its cancellation or revocation. */
  readonly endedOn: IsoDate | null;
}

/** A season as the base rule sees it. */
export interface BaseSeason {
  readonly inspectedYear: number;
  /** The first day of the season; who had ended before is not looked at. */
  readonly opensOn: IsoDate;
}

/**
 * REQUIRED owes a return; EXEMPT is listed with that conclusion; OUTSIDE is not of this inspection; UNDECIDED has a row
 * that somebody must put right first, because a missing registration date is never guessed.
 */
export type DutyStanding = 'REQUIRED' | 'EXEMPT' | 'OUTSIDE' | 'UNDECIDED';

export type DutyGround =
  | 'REGISTERED_IN_TIME'
  | 'REGISTERED_LATER'
  | 'ENDED_IN_SEASON'
  | 'ENDED_BEFORE_SEASON'
  | 'NOT_REGISTERED'
  | 'REGISTRATION_DATE_MISSING';

/** Whether a return is owed, why, and the base date that it was judged by. */
export interface InspectionDuty {
  readonly organisationId: string;
  readonly standing: DutyStanding;
  readonly ground: DutyGround;
  readonly baseDate: IsoDate;
}

/** The type without its subtype: an industry association is a social group. */
export function legalTypeOf(type: OrganisationType): OrganisationType {
  const term = ORGANISATION_TYPES.find(({ slug }) => slug === type);
  return term !== undefined && 'parent' in term ? term.parent : type;
}

/** Foundations and charities have their own base date and closing date (specification M02, Base and Clock). */
export const isFoundationOrCharity = ({ type, charity }: Pick<BaseCandidate, 'type' | 'charity'>): boolean =>
  charity || type === 'CHARITY' || legalTypeOf(type) === 'FOUNDATION';

/** The day by which an organisation must have been registered to owe a return (specification M02, Base). */
export function baseDateOf(
  organisation: Pick<BaseCandidate, 'type' | 'charity'>,
  inspectedYear: number,
  settings: AnnualInspectionSettings = DEFAULT_SETTINGS,
): IsoDate {
  const monthDay = isFoundationOrCharity(organisation) ? settings.charityBaseDate : settings.baseDate;
  return parseIsoDate(`${inspectedYear}-${monthDay}`, 'baseDate');
}

/**
 * Whether the organisation owes a return for the inspected year (specification M02, Base and edge cases): registered on
 * the base date or before; later ones, and those cancelled in the season, are EXEMPT; filed community organisations are
 * OUTSIDE. One that is ordered to stop its activity is still registered and owes one.
 */
export function inspectionDuty(
  organisation: BaseCandidate,
  season: BaseSeason,
  settings: AnnualInspectionSettings = DEFAULT_SETTINGS,
): InspectionDuty {
  const { organisationId } = organisation;
  const baseDate = baseDateOf(organisation, season.inspectedYear, settings);
  const [standing, ground] = judged(organisation, season, baseDate);
  return { organisationId, standing, ground, baseDate };
}

function judged(organisation: BaseCandidate, season: BaseSeason, baseDate: IsoDate): [DutyStanding, DutyGround] {
  const { legalStatus, registeredAt, endedOn, type } = organisation;
  const ended = legalStatus === 'CANCELLED' || legalStatus === 'REVOKED';
  const registered = legalStatus === 'REGISTERED' || legalStatus === 'SUSPENDED';
  if ((!ended && !registered) || NEVER_REGISTERED.includes(type)) return ['OUTSIDE', 'NOT_REGISTERED'];
  if (ended) {
    const inSeason = endedOn !== null && endedOn >= season.opensOn;
    return inSeason ? ['EXEMPT', 'ENDED_IN_SEASON'] : ['OUTSIDE', 'ENDED_BEFORE_SEASON'];
  }
  if (registeredAt === null) return ['UNDECIDED', 'REGISTRATION_DATE_MISSING'];
  return registeredAt <= baseDate ? ['REQUIRED', 'REGISTERED_IN_TIME'] : ['EXEMPT', 'REGISTERED_LATER'];
}

const NEVER_REGISTERED: readonly OrganisationType[] = [
  'COMMUNITY_SOCIAL_ORG',
  'VOLUNTEER_TEAM',
  'ENTERPRISE',
  'SUPPORT_PLATFORM',
];

/** Refuses a return that is not owed. Throws AI_EXEMPT or AI_OUTSIDE with the ground. */
export function assertReturnOwed({ standing, ground, baseDate }: InspectionDuty): void {
  if (standing === 'EXEMPT') throw new AnnualInspectionRefusal('AI_EXEMPT', { ground, baseDate });
  if (standing === 'OUTSIDE') throw new AnnualInspectionRefusal('AI_OUTSIDE', { ground, baseDate });
}

/** Refuses a second return of one organisation and year. Throws AI_DUPLICATE_YEAR. */
export function assertFirstReturn(inspectedYear: number, existingCaseNo: string | null): void {
  if (existingCaseNo === null) return;
  throw new AnnualInspectionRefusal('AI_DUPLICATE_YEAR', { inspectedYear, caseNo: existingCaseNo });
}
