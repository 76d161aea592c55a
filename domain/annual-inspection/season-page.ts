import type { IsoDate } from '#domain/calendar/iso-date.js';
import type { CaseId, OrganisationId, RequestId, UnitId } from '#domain/ids.js';

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
