import type { IsoDate } from '#domain/calendar/iso-date.js';
import type { CaseId, OrganisationId, RequestId, UnitId } from '#domain/ids.js';
import type { Actor } from '#domain/process/act.js';

/** Which organisations of a season's registry are looked at together, and what their returns have in common. */
export interface SeasonPageAsked {
  readonly seasonId: CaseId;
  /** The id of the last organisation of the page before; empty at first. */
  readonly after: string;
  readonly limit: number;
  /** Epoch ms of the season's own clock. */
  readonly at: number;
  /** The workflow that carries a return out, and what every return of the season starts with. */
  readonly workflow: string;
  readonly common: Readonly<Record<string, unknown>>;
}

/** A return of the page that has to be started; any number of times is once. */
export interface ReturnToStart {
  readonly caseId: CaseId;
  readonly caseNo: string;
  readonly requestId: RequestId;
  readonly organisationId: OrganisationId;
  readonly filer: { readonly foundationOrCharity: boolean; readonly supervisoryUnitId: UnitId | null };
  readonly closing: { readonly due: IsoDate; readonly closes: IsoDate };
}

/** A page, as it is in the tables now. */
export interface SeasonPage {
  readonly returns: readonly ReturnToStart[];
  /** Where the next page begins; null after the last. */
  readonly next: string | null;
}

/** A season that a registry has opened every year: whose, of which year, in whose name. */
export interface ScheduledSeason {
  readonly registryUnitId: UnitId;
  readonly inspectedYear: number;
  readonly by: Actor;
  readonly workflow: string;
  /** Epoch ms. */
  readonly at: number;
}

/** A season that was created and is to be started; any number of times is once. */
export interface SeasonToStart {
  readonly workflow: string;
  readonly matter: string;
  readonly caseNo: string;
  readonly input: Readonly<Record<string, unknown>>;
}
