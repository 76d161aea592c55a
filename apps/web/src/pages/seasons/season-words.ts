import type { Texts } from '../../text/language.js';

/** Whether an organisation owes a return. */
export const STANDINGS = {
  REQUIRED: ['应报送', 'Owes a return'],
  EXEMPT: ['免检', 'Exempt'],
  OUTSIDE: ['不在年检范围', 'Outside'],
  UNDECIDED: ['待核实', 'To be verified'],
} as const satisfies Texts;

/** Why it owes one, or none. */
export const GROUNDS = {
  REGISTERED_IN_TIME: ['基准日前登记', 'registered before the base day'],
  REGISTERED_LATER: ['基准日后登记', 'registered after the base day'],
  ENDED_IN_SEASON: ['年检期间注销或撤销', 'ended in the season'],
  ENDED_BEFORE_SEASON: ['年检前注销或撤销', 'ended before the season'],
  NOT_REGISTERED: ['不属于登记的组织', 'not registered'],
  REGISTRATION_DATE_MISSING: ['缺少登记日期', 'the registration date is missing'],
} as const satisfies Texts;

/** When a return came. */
export const TIMELINESS = {
  IN_TIME: ['按时', 'In time'],
  LATE: ['逾期', 'Late'],
  AFTER_CLOSE: ['截止后报送', 'After the end'],
} as const satisfies Texts;

/** What a return was concluded to be. */
export const CONCLUSIONS = {
  PASS: ['合格', 'Pass'],
  BASIC_PASS: ['基本合格', 'Basic pass'],
  FAIL: ['不合格', 'Fail'],
  NOT_PARTICIPATED: ['未参检', 'Did not take part'],
  EXEMPT: ['免检', 'Exempt'],
} as const satisfies Texts;

/** Whether a slug of the interface has words; one that this release does not know is left out. */
export const isKeyOf = <Words extends Texts>(words: Words, slug: string): slug is keyof Words & string =>
  Object.hasOwn(words, slug);
