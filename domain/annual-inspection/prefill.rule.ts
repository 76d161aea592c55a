import type { InspectionConclusion } from './consequence.js';
import { owesRectification } from './return-checks.rule.js';
import type { AnnualReturnForm, PartySection } from './return-form.js';

/** What the system holds of the organisation at the start of a season. */
export interface RegisterFacts {
  readonly leaders: AnnualReturnForm['basics']['leaders'];
  readonly councilTermEnd: string | null;
  /** Changes of registration in the inspected year, in words. */
  readonly changes: readonly string[];
  readonly partyOrg: PartySection['partyOrg'] | null;
  readonly instructorPersonId: string | null;
  readonly membersTotal: number;
  readonly membersTransferred: number;
  readonly charterPartyBuilding: boolean;
  /** Activities, organisation-life sessions, theme days and M07 matters that were logged in the inspected year. */
  readonly logged: {
    readonly activities: number;
    readonly personTimes: number;
    readonly lifeSessions: number;
    readonly themeDays: number;
    readonly majorMatters: number;
  };
  readonly threeOnes: PartySection['threeOnes'];
  readonly lastConclusion: InspectionConclusion | null;
  /** What last year's rectification asked for, with what was handed in. */
  readonly rectification: NonNullable<AnnualReturnForm['lastYearRectification']>['items'];
}

/** Where a prefilled value comes from, shown beside its field. */
export type PrefillSource = 'LAST_YEAR' | 'REGISTER';

/** Counts that nobody stated yet are absent, not 0. */
type PrefilledBasics = Partial<AnnualReturnForm['basics']>;

/** A return that is begun: values to be confirmed or changed, by section, and where each came from, by path. */
export interface PrefilledReturn {
  readonly form: {
    readonly basics: PrefilledBasics;
    readonly activities: Pick<AnnualReturnForm['activities'], 'count' | 'personTimes'>;
    readonly finance: Partial<AnnualReturnForm['finance']>;
    readonly partyBuilding: Omit<PartySection, 'workFundsFen'>;
    readonly lastYearRectification?: AnnualReturnForm['lastYearRectification'];
  };
  readonly sources: Readonly<Record<string, PrefillSource>>;
}

/**
 * What a return is begun with (specification M02; 上年数据带入): people, Party organisation, members and logged activities
 * from the register, which is newer than last year's return; staff, members and branches from that return, and its
 * closing net assets as the opening ones. Amounts of the year itself, and statements that somebody answers for (activities
 * inside the charter, fees, audit, the secretary's report), are never taken over.
 */
export function prefillReturn(last: AnnualReturnForm | null, register: RegisterFacts): PrefilledReturn {
  const { logged } = register;
  const rectified = owesRectification(register.lastConclusion);
  return {
    form: {
      basics: prefilledBasics(last, register),
      activities: { count: logged.activities, personTimes: logged.personTimes },
      finance: last === null ? {} : { openingNetAssetsFen: last.finance.closingNetAssetsFen },
      partyBuilding: prefilledParty(register),
      ...(rectified ? { lastYearRectification: { items: [...register.rectification] } } : {}),
    },
    sources: sourcesOf(last !== null, rectified),
  };
}

function prefilledBasics(last: AnnualReturnForm | null, register: RegisterFacts): PrefilledBasics {
  return {
    changes: [...register.changes],
    leaders: [...register.leaders],
    ...(register.councilTermEnd === null ? {} : { councilTermEnd: register.councilTermEnd }),
    ...(last === null
      ? {}
      : { staff: last.basics.staff, members: last.basics.members, branches: last.basics.branches }),
  };
}

function prefilledParty(register: RegisterFacts): Omit<PartySection, 'workFundsFen'> {
  const { lifeSessions, themeDays, majorMatters } = register.logged;
  return {
    ...(register.partyOrg === null ? {} : { partyOrg: register.partyOrg }),
    ...(register.instructorPersonId === null ? {} : { instructorPersonId: register.instructorPersonId }),
    membersTotal: register.membersTotal,
    membersTransferred: register.membersTransferred,
    charterPartyBuilding: register.charterPartyBuilding,
    lifeSessions,
    themeDays,
    majorMatters,
    threeOnes: register.threeOnes,
  };
}

function sourcesOf(hasLast: boolean, rectified: boolean): Record<string, PrefillSource> {
  const fromLast = ['basics.staff', 'basics.members', 'basics.branches', 'finance.openingNetAssetsFen'];
  const fromRegister = ['basics.changes', 'basics.leaders', 'basics.councilTermEnd', 'activities', 'partyBuilding'];
  return {
    ...Object.fromEntries(fromRegister.map((path) => [path, 'REGISTER' as const])),
    ...(rectified ? { lastYearRectification: 'REGISTER' as const } : {}),
    ...(hasLast ? Object.fromEntries(fromLast.map((path) => [path, 'LAST_YEAR' as const])) : {}),
  };
}
