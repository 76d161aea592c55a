import { allUnits } from '../reference/units.js';
import { DEMONSTRATION_PASSWORD, needsSecondFactor, totpSecretOf } from './accounts.js';
import type { InventedAccount, SignIn } from './accounts.js';
import { ORG, USER, applicantOf, usernameOf } from './handles.js';
import type { InventedOfficial } from './officials.js';
import { INVENTED_ORGANISATIONS } from './organisations.js';
import { VENTURE_PLACES, ventureUser } from './venture.js';
import type { VenturePlace } from './venture.js';

/** The sign-ins worth showing: the applicants of a few organisations, then every official with a handle. */
export function featuredSignIns(officials: readonly InventedOfficial[]): SignIn[] {
  const applicants = [ORG.eligible, ORG.twoMembers, ORG.village].map(applicantSignIn);
  const named = [...Object.values<string>(USER), ...VENTURE_PLACES.flatMap(featuredOf)];
  const accounts = officials.map(({ account }) => account).filter(({ userId }) => named.includes(userId));
  return [...applicants, ...accounts.map(officialSignIn)];
}

/** Of each office of a place's rounds the first. */
const featuredOf = (place: VenturePlace): string[] =>
  ['organiser', 'finance', 'judge', 'evaluator', 'sponsor', 'venture-auditor'].map((duty) =>
    ventureUser(place, duty, 1),
  );

function applicantSignIn(organisationId: string): SignIn {
  const unit = INVENTED_ORGANISATIONS.find(({ id }) => id === organisationId)?.name ?? '';
  const username = usernameOf(applicantOf(organisationId));
  return { username, password: DEMONSTRATION_PASSWORD, role: 'APPLICANT_USER', unit };
}

function officialSignIn(account: InventedAccount): SignIn {
  const username = usernameOf(account.userId);
  const [grant] = account.grants;
  const unit = allUnits().find(({ id }) => id === grant?.unitId)?.name ?? '';
  const signIn = { username, password: DEMONSTRATION_PASSWORD, role: grant?.role ?? 'ADMIN', unit };
  return needsSecondFactor(account) ? { ...signIn, totpSecret: totpSecretOf(username) } : signIn;
}
