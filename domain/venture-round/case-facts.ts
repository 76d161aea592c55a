import type { IsoDate } from '#domain/calendar/iso-date.js';
import type { Refusal } from '#domain/errors.js';
import type { CaseId } from '#domain/ids.js';
import type { ScreeningCheck } from './screening.rule.js';

/** What a round's way depends on of its configuration. Times are epoch ms, limits working days. */
export interface RoundCall {
  /** Of the configuration in force. */
  readonly version: number;
  /** Under which the configuration is kept with the case. */
  readonly formVersion: number;
  readonly opensAt: number;
  /** The last millisecond that is in time. */
  readonly closesAt: number;
  readonly screenWD: number;
  readonly publicityWD: number;
  readonly signWD: number;
}

/** Whether a configuration may be published; `call` is that of the configuration, `refusal` what keeps it back. */
export interface CallToPublish {
  readonly call: RoundCall;
  readonly refusal: Refusal | null;
}

/** The configuration that is to be published: the newest with that hash. `at`: epoch ms of the workflow's clock. */
export interface PublishRequest {
  readonly caseId: CaseId;
  readonly hash: string;
  readonly at: number;
}

/** The configuration that is to replace the one in force. */
export interface AmendRequest {
  readonly caseId: CaseId;
  readonly formVersion: number;
  readonly at: number;
}

/** Projects of a round that an officer has still to decide on, and those that are shortlisted. */
export interface ScreeningStanding {
  readonly unscreened: number;
  readonly shortlisted: number;
}

/** A project whose machine checks are wanted. */
export interface ScreenRequest {
  readonly caseId: CaseId;
  readonly on: IsoDate;
}

/** The machine checks of a project: what failed, the refusal that a shortlisting would meet, and the limit for an officer in working days. */
export interface ScreenFacts {
  readonly failed: readonly ScreeningCheck[];
  readonly refusal: Refusal | null;
  readonly screenWD: number;
}

/** A project that is to be moved to another class. */
export interface ClassMoveRequest {
  readonly caseId: CaseId;
  readonly class: string;
}
