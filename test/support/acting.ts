import { WorkflowUpdateFailedError } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';

import type { ApprovalStep } from '#domain/general-approval/approval.js';
import { asId, type PersonId, type UnitId, type UserId } from '#domain/ids.js';
import type { Actor } from '#domain/process/act.js';
import type { Role } from '#domain/roles.js';

/** The unit that handles every case of these tests, and its leader, whom an overdue task calls. */
export const UNIT = 'unit-1';
export const LEADER = 'leader';
export const APPLICANT = 'applicant';

/** An act in a test's words. Absent: an approver of the unit acts for themself, on their own open task, under a new request id. */
export interface TestAct {
  readonly kind: string;
  readonly by: string;
  readonly facts?: unknown;
  readonly role?: Role;
  readonly onBehalfOf?: string;
  readonly personId?: string;
  /** null: an act on the case. Absent: the open task of the actor or of the principal. */
  readonly taskId?: string | null;
  readonly requestId?: string;
  readonly seenSeq?: number;
}

/** What a refused act rejects with: the code, and all that the client is told. */
export class Refused extends Error {
  constructor(
    readonly code: string,
    readonly told: unknown,
  ) {
    super(`refused with ${code}`);
  }
}

/** A step in a test's words: names of users, or `pool` for the unit's approvers. */
export interface TestStep {
  readonly rule?: ApprovalStep['rule'];
  readonly signers: readonly (string | { readonly name: string; readonly weight: number })[];
  readonly duty?: 'REVIEW' | 'SIGN';
  readonly workingDays?: number;
}

const POOL = { unitId: UNIT, role: 'TWO_NEW_APPROVER' } as const;

export function toStep({ rule = { kind: 'ALL' }, signers, duty = 'SIGN', workingDays }: TestStep): ApprovalStep {
  return {
    name: '签批',
    rule,
    duty,
    limitWorkingDays: workingDays ?? null,
    signers: signers.map((signer) => {
      const { name, weight } = typeof signer === 'string' ? { name: signer } : signer;
      return { to: name === 'pool' ? POOL : { userId: name }, ...(weight === undefined ? {} : { weight }) };
    }),
  };
}

export function actorOf({ by, role = 'TWO_NEW_APPROVER', onBehalfOf, personId }: TestAct): Actor {
  return {
    userId: asId<UserId>(by),
    personId: personId === undefined ? null : asId<PersonId>(personId),
    role,
    unitId: asId<UnitId>(UNIT),
    onBehalfOf: onBehalfOf === undefined ? null : asId<UserId>(onBehalfOf),
  };
}

/** The refusal that an Update failed with; any other error as it is. */
export function refusalOf(error: unknown): unknown {
  if (!(error instanceof WorkflowUpdateFailedError)) return error;
  const { cause } = error;
  if (!(cause instanceof ApplicationFailure)) return error;
  const [told] = cause.details ?? [];
  return new Refused(cause.type ?? 'NONE', told);
}
