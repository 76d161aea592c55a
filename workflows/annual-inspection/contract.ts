import { defineSignal } from '@temporalio/workflow';

import type { AnnualInspectionSettings } from '#domain/annual-inspection/settings.js';
import type { IsoDate } from '#domain/calendar/iso-date.js';
import type { OrganisationId, UnitId } from '#domain/ids.js';
import type { CaseInput } from '../steps/contract.js';

/** The name under which the worker knows the workflow of one yearly return. */
export const ANNUAL_RETURN_WORKFLOW = 'annualReturn';

/**
 * What a return starts with. Its season creates the row of the case (state NOT_STARTED, matter `annual-inspection`), that
 * of `AnnualReturn` and, where there is a supervisory unit, a `CaseUnit` for it; `applicant` is whoever opened the
 * season, and `openedByOffice` is set.
 */
export interface ReturnInput extends CaseInput {
  readonly organisationId: OrganisationId;
  readonly seasonId: string;
  readonly inspectedYear: number;
  readonly filer: { readonly foundationOrCharity: boolean; readonly supervisoryUnitId: UnitId | null };
  /** The organisation's own closing (`closingOf`): in time until `due`, taking part until `closes`. */
  readonly closing: { readonly due: IsoDate; readonly closes: IsoDate };
  readonly settings: AnnualInspectionSettings;
}

/** The season stands still from this day: every open task of the return is suspended. */
export const seasonPaused = defineSignal<[{ readonly on: IsoDate }]>('seasonPaused');

/** The season goes on from this day: closing days that lay ahead move by the days of the pause. */
export const seasonResumed = defineSignal<[{ readonly on: IsoDate }]>('seasonResumed');

/** The organisation was cancelled or revoked on this day: its return is EXEMPT, unless it was concluded before. */
export const organisationEnded = defineSignal<[{ readonly on: IsoDate }]>('organisationEnded');
