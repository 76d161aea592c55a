import { TempPartyOrgRefusal } from './errors.js';

/** Who is proposed or designated to lead: person ids. */
export interface Committee {
  readonly secretary: string;
  readonly deputy?: string | undefined;
  readonly committee: readonly string[];
}

/** From this many members on there is a committee (specification M01, APPLICATION). */
const COMMITTEE_FROM = 7;
const SMALLEST = 3;
const LARGEST = 7;

/** Secretary, deputy and committee are counted members, each person once; the committee's size follows the members. */
export function assertCommittee(proposed: Committee, countedPersons: readonly string[]): void {
  const people = [proposed.secretary, ...(proposed.deputy === undefined ? [] : [proposed.deputy])];
  const strangers = [...people, ...proposed.committee].filter((person) => !countedPersons.includes(person));
  const twice = new Set(people).size < people.length || new Set(proposed.committee).size < proposed.committee.length;
  if (strangers.length > 0 || twice) throw new TempPartyOrgRefusal('TPO_POST_NOT_MEMBER', { persons: strangers });
  const size = proposed.committee.length;
  const fits = countedPersons.length < COMMITTEE_FROM ? size === 0 : size >= SMALLEST && size <= LARGEST;
  if (!fits)
    throw new TempPartyOrgRefusal(
      'TPO_COMMITTEE_SIZE',
      { members: countedPersons.length, committee: size },
      'committee',
    );
}
