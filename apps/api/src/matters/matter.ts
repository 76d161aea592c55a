import { CaseStateConflict } from '#domain/errors.js';
import type { ActKind } from '#domain/process/acts.js';
import { COMMON_ACTS } from '#domain/process/acts.js';
import type { TransitionTable } from '#domain/process/transitions.js';
import type { Role } from '#domain/roles.js';
import type { Label } from '#domain/terms/term.js';
import type { Opening } from '#prisma/stores/case-opening.store.js';
import { ANNUAL_RETURN_MATTER } from './annual-return.matter.js';
import { GENERAL_APPROVAL_MATTER } from './general-approval.matter.js';
import { INSPECTION_SEASON_MATTER } from './inspection-season.matter.js';
import { DRAWN_CHECK_MATTER, RANDOM_CHECK_MATTER } from './random-check.matter.js';
import { TEMP_PARTY_ORG_MATTER } from './temp-party-org.matter.js';
import { VENTURE_PROJECT_MATTER } from './venture-project.matter.js';
import { VENTURE_ROUND_MATTER } from './venture-round.matter.js';

/** A kind of task of a matter, and the matter's own acts on it. */
export interface TaskKind extends Label {
  readonly acts: readonly string[];
  /** One person's own statement: it is neither transferred nor given to a deputy. */
  readonly personal?: true;
  /** The applicant's own step: no official may hand it on. */
  readonly ofApplicant?: true;
}

/** Who may carry out an act on the case as a whole: the applicant's side, or the unit that handles it. */
export interface CaseAct {
  readonly kind: string;
  readonly by: 'APPLICANT' | 'HANDLER' | 'READER';
  /** The event of the state table that must be possible; null = in every state of a running case. */
  readonly event: string | null;
  /** Of the handlers these alone; absent: all of them. */
  readonly roles?: readonly Role[];
  /** What there has to be beside the state, so that the act is about something. */
  readonly opening?: Opening;
}

/** What the interface knows of a matter (事项): data that the domain declares, by the names that requests use. */
export interface Matter extends Label {
  readonly slug: string;
  /** Begins its case numbers. */
  readonly code: string;
  /** The name under which the worker knows its workflow. */
  readonly workflow: string;
  readonly needsOrganisation: boolean;
  /** Roles at the handling unit that act on the case as a whole; absent: the approvers. */
  readonly handlers?: readonly Role[];
  /** An office's own case: whoever began it acts on it in that office, never as an applicant. */
  readonly ofOffice?: true;
  readonly states: Readonly<Record<string, Label>>;
  readonly transitions: TransitionTable<string>;
  /** The acts that it adds to the common ones. */
  readonly acts: readonly ActKind[];
  readonly taskKinds: Readonly<Record<string, TaskKind>>;
  readonly caseActs: readonly CaseAct[];
  /** Acts that take a case up again which has ended, where the state table knows their event of the same name. */
  readonly reopenedBy?: readonly string[];
  /** The stages to which the holder of a task may return the case. */
  readonly returnTo: (task: { readonly kind: string; readonly stage: string }) => readonly string[];
  /** Acts whose words are meant for the applicant; other opinions of officials stay among officials. */
  readonly toldToApplicant: readonly string[];
  /** Who carries out tasks and acts of these kinds is not named to the applicant's side: the office and the role are. */
  readonly unnamed?: { readonly role: Role; readonly kinds: readonly string[] };
  /** The top-level fields that its form knows; a draft may hold any of them, unfinished. */
  readonly formFields: readonly string[];
}

export const MATTERS: readonly Matter[] = [
  TEMP_PARTY_ORG_MATTER,
  GENERAL_APPROVAL_MATTER,
  VENTURE_ROUND_MATTER,
  VENTURE_PROJECT_MATTER,
  RANDOM_CHECK_MATTER,
  DRAWN_CHECK_MATTER,
  ANNUAL_RETURN_MATTER,
  INSPECTION_SEASON_MATTER,
];

/** Acts that the system sends when something else happened; no client may. */
export const SYSTEM_ACTS: readonly string[] = [
  'renew',
  'membersChanged',
  'councilReElected',
  'councilPostponed',
  'objectTo',
];

/** Roles at the handling unit that act on a case of the matter as a whole. */
export const handlersOf = ({ handlers }: Matter): readonly Role[] => handlers ?? ['TWO_NEW_APPROVER'];

/** Every act that a client may send, of all matters. */
export const CLIENT_ACTS: readonly ActKind[] = [
  ...new Map<string, ActKind>(
    [...COMMON_ACTS, ...MATTERS.flatMap(({ acts }) => acts)].map((act): [string, ActKind] => [act.kind, act]),
  ).values(),
].filter(({ kind }) => !SYSTEM_ACTS.includes(kind));

/** The matter of a slug. A case of a matter that this release does not know is a newer release's. */
export function matterOf(slug: string): Matter {
  const matter = MATTERS.find((one) => one.slug === slug);
  if (matter === undefined) throw new Error(`this release does not know the matter ${slug}`);
  return matter;
}

/** The act of a name in a matter; CASE_STATE_CONFLICT (409) for one that the matter does not have at all. */
export function actOf(matter: Matter, kind: string, state: string): ActKind {
  const act = [...COMMON_ACTS, ...matter.acts].find((one) => one.kind === kind);
  if (act === undefined) throw new CaseStateConflict(state, kind);
  return act;
}

/** Whether the state table knows the event in that state. */
export function isPossible({ transitions }: Matter, state: string, event: string): boolean {
  return transitions[state]?.[event] !== undefined;
}
