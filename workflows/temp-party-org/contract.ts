import { defineSignal } from '@temporalio/workflow';

import type { IsoDate } from '#domain/calendar/iso-date.js';
import type { UnitId } from '#domain/ids.js';
import type { TempPartyOrgSettings } from '#domain/temp-party-org/settings.js';
import type { LifeFacts } from '#domain/temp-party-org/life.rule.js';
import type { CaseInput } from '../steps/contract.js';

/** The name under which the worker knows the workflow. */
export const TEMP_PARTY_ORG_WORKFLOW = 'tempPartyOrg';

export interface TempPartyOrgInput extends CaseInput {
  readonly settings: TempPartyOrgSettings;
  /** The organ that files (D: 两新工委 of the level). */
  readonly filingUnitId: UnitId;
  /** The workflow of the case that this one renews; it is told how this one ends. */
  readonly renews?: string;
  /** Set when the case continues as new in its life phase. */
  readonly life?: LifeFacts;
  /** After how many acts in one run a long life goes on in a new one; absent: the steps' own bound. */
  readonly actsPerRun?: number;
}

/** Told to the renewed case when its successor has become active, or has come to another end. */
export const renewalEnded = defineSignal<[{ caseNo: string; active: boolean; on: IsoDate }]>('renewalEnded');
