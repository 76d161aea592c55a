import type { IsoDate } from '../calendar/iso-date.js';
import { daysBetween } from '../calendar/iso-date.js';
import { TempPartyOrgRefusal } from './errors.js';
import { DEFAULT_SETTINGS, type TempPartyOrgSettings } from './settings.js';

export type TempPartyOrgKind = 'TEMP_BRANCH' | 'TEMP_GENERAL_BRANCH';

/** One listed person as the rules see them. `personId` tells whether somebody is listed twice. */
export interface ListedMember {
  readonly personId: string;
  readonly memberStatus: string | null;
  readonly inCouncil: boolean;
  readonly relationTransferred: boolean;
  /** false: declined, or has not confirmed by the time it is needed. Absent: not asked yet. */
  readonly confirmed?: boolean;
  /** How many other councils the person counts in already (E6: allowed, with a warning). */
  readonly otherCouncils?: number;
}

export interface EligibilityInput {
  readonly kind?: TempPartyOrgKind;
  readonly members: readonly ListedMember[];
  /** A need that is stated for a general branch below fifty members. */
  readonly generalBranchNeed?: boolean;
  /** At the reply: the approver's explicit consent to it. */
  readonly generalBranchConsent?: boolean;
  readonly legalStatus?: string;
  /** Other temporary organisations of the same organisation that are active or pending. */
  readonly otherTemporary?: number;
  readonly councilTermEnd?: IsoDate | null;
  /** The day on which it is judged. */
  readonly on?: IsoDate;
}

/** Why a listed person does not count (E1, E6). */
export type ExclusionReason =
  'LISTED_TWICE' | 'NOT_FULL_MEMBER' | 'NOT_IN_COUNCIL' | 'RELATION_TRANSFERRED' | 'NOT_CONFIRMED';

export type Warning = 'DUP_MEMBER' | 'COUNTS_IN_OTHER_COUNCIL' | 'COUNCIL_TERM_ENDS_SOON';

/** What an organisation that does not qualify can do instead (E7, E2). */
export type Alternative = 'THREE_ONES' | 'JOINT_BRANCH' | 'FORMAL_BRANCH' | 'RE_ELECT_COUNCIL';

export interface Assessment {
  readonly eligible: boolean;
  /** u of the specification: full members of the council whose relation is elsewhere. */
  readonly counted: number;
  readonly countedPersons: readonly string[];
  /** t of the specification: full members whose relation is in this organisation. */
  readonly transferred: number;
  readonly excluded: readonly { readonly person: string; readonly reason: ExclusionReason }[];
  readonly problems: readonly TempPartyOrgRefusal[];
  readonly warnings: readonly Warning[];
  readonly alternatives: readonly Alternative[];
}

/** Days before its end at which a council term is warned about (specification E5, default). */
const TERM_WARNING_DAYS = 90;

/**
 * Whether an organisation may have a temporary Party organisation (specification M01 E1–E7), with everybody who does
 * not count and why. Judged at submission and again at the reply. 以上 includes the number: three is enough.
 */
export function assessEligibility(
  input: EligibilityInput,
  settings: TempPartyOrgSettings = DEFAULT_SETTINGS,
): Assessment {
  const seen = new Set<string>();
  const countedPersons: string[] = [];
  const transferred = new Set<string>();
  const excluded: { person: string; reason: ExclusionReason }[] = [];
  const warnings = new Set<Warning>();
  for (const member of input.members) {
    const reason = seen.has(member.personId) ? 'LISTED_TWICE' : exclusionOf(member);
    if (reason === 'LISTED_TWICE') warnings.add('DUP_MEMBER');
    seen.add(member.personId);
    if (isTransferredFullMember(member)) transferred.add(member.personId);
    if (reason !== null) excluded.push({ person: member.personId, reason });
    else {
      countedPersons.push(member.personId);
      if ((member.otherCouncils ?? 0) > 0) warnings.add('COUNTS_IN_OTHER_COUNCIL');
    }
  }
  const figures = { counted: countedPersons.length, transferred: transferred.size, excluded };
  const problems = problemsOf(input, figures, settings);
  if (termEndsSoon(input)) warnings.add('COUNCIL_TERM_ENDS_SOON');
  return {
    eligible: problems.length === 0,
    ...figures,
    countedPersons,
    problems,
    warnings: [...warnings],
    alternatives: alternativesTo(problems),
  };
}

/**
 * What an organisation that does not qualify is told: the first rule that says no, who does not count and why, what else
 * is wrong, and what can be done instead. null when it qualifies.
 */
export function refusalOf({ problems, alternatives }: Assessment): TempPartyOrgRefusal | null {
  const [first, ...others] = problems;
  return first ? first.telling({ alternatives, alsoWrong: others.map(({ code }) => code) }) : null;
}

/** Refuses with the first thing that is wrong; the details of the others go along. */
export function assertEligible(assessment: Assessment): void {
  const refused = refusalOf(assessment);
  if (refused) throw refused;
}

function exclusionOf(member: ListedMember): ExclusionReason | null {
  if (member.memberStatus !== 'FULL') return 'NOT_FULL_MEMBER';
  if (!member.inCouncil) return 'NOT_IN_COUNCIL';
  if (member.relationTransferred) return 'RELATION_TRANSFERRED';
  return member.confirmed === false ? 'NOT_CONFIRMED' : null;
}

const isTransferredFullMember = (member: ListedMember): boolean =>
  member.memberStatus === 'FULL' && member.relationTransferred;

function problemsOf(
  input: EligibilityInput,
  { counted, transferred, excluded }: Pick<Assessment, 'counted' | 'transferred' | 'excluded'>,
  settings: TempPartyOrgSettings,
): TempPartyOrgRefusal[] {
  const problems: TempPartyOrgRefusal[] = [];
  if (input.legalStatus !== undefined && input.legalStatus !== 'REGISTERED')
    problems.push(new TempPartyOrgRefusal('TPO_NOT_REGISTERED', { legalStatus: input.legalStatus }));
  if ((input.otherTemporary ?? 0) > 0) problems.push(new TempPartyOrgRefusal('TPO_DUPLICATE_ACTIVE'));
  if (transferred >= settings.formalMin)
    problems.push(new TempPartyOrgRefusal('TPO_FORMAL_REQUIRED', { transferred, threshold: settings.formalMin }));
  if (counted < settings.minFullMembers) {
    const details = { counted, required: settings.minFullMembers, excluded };
    problems.push(new TempPartyOrgRefusal('TPO_MEMBERS_LT_3', details, 'members'));
  }
  if (lacksGeneralBranchGround(input, counted, settings)) {
    const details = { counted, required: settings.generalBranchMin };
    problems.push(new TempPartyOrgRefusal('TPO_GENERAL_BRANCH_LT_50', details, 'kind'));
  }
  if (termIsOver(input)) {
    const details = { councilTermEnd: input.councilTermEnd ?? null, on: input.on ?? null };
    problems.push(new TempPartyOrgRefusal('TPO_COUNCIL_TERM_EXPIRED', details));
  }
  return problems;
}

function lacksGeneralBranchGround(input: EligibilityInput, counted: number, settings: TempPartyOrgSettings): boolean {
  if (input.kind !== 'TEMP_GENERAL_BRANCH' || counted >= settings.generalBranchMin) return false;
  return input.generalBranchNeed !== true || input.generalBranchConsent === false;
}

/** The last day of the term still counts. */
function termIsOver({ councilTermEnd, on }: EligibilityInput): boolean {
  if (on === undefined || councilTermEnd === undefined) return false;
  return councilTermEnd === null || councilTermEnd < on;
}

function termEndsSoon({ councilTermEnd, on }: EligibilityInput): boolean {
  if (on === undefined || !councilTermEnd || councilTermEnd < on) return false;
  return daysBetween(on, councilTermEnd) < TERM_WARNING_DAYS;
}

function alternativesTo(problems: readonly TempPartyOrgRefusal[]): Alternative[] {
  const codes = new Set(problems.map(({ code }) => code));
  if (codes.has('TPO_FORMAL_REQUIRED')) return ['FORMAL_BRANCH'];
  const found: Alternative[] = [];
  if (codes.has('TPO_MEMBERS_LT_3')) found.push('THREE_ONES', 'JOINT_BRANCH');
  if (codes.has('TPO_NOT_REGISTERED') && !found.includes('JOINT_BRANCH')) found.push('JOINT_BRANCH');
  if (codes.has('TPO_COUNCIL_TERM_EXPIRED')) found.push('RE_ELECT_COUNCIL');
  return found;
}
