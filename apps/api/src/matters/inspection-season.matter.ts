import { SEASON_ACTS } from '#domain/annual-inspection/season-acts.js';
import { INSPECTION_SEASON } from '#domain/annual-inspection/season.rule.js';
import { SEASON_STATE_LABELS, SEASON_TRANSITIONS } from '#domain/annual-inspection/states.js';
import { INSPECTION_SEASON_WORKFLOW } from '#workflows/inspection-season/contract.js';
import type { Matter } from './matter.js';

/** 年检季: the yearly season of one registry (M02). */
export const INSPECTION_SEASON_MATTER: Matter = {
  ...INSPECTION_SEASON,
  workflow: INSPECTION_SEASON_WORKFLOW,
  needsOrganisation: false,
  ofOffice: true,
  handlers: ['REGISTRY_LEADER', 'REGISTRY_OFFICER'],
  states: SEASON_STATE_LABELS,
  transitions: SEASON_TRANSITIONS,
  acts: SEASON_ACTS,
  taskKinds: {},
  caseActs: [
    { kind: 'pauseSeason', by: 'HANDLER', event: 'pause' },
    { kind: 'resumeSeason', by: 'HANDLER', event: 'resume' },
    { kind: 'cancelSeason', by: 'HANDLER', event: 'cancel', roles: ['REGISTRY_LEADER'] },
    { kind: 'completeSeason', by: 'HANDLER', event: 'complete', roles: ['REGISTRY_LEADER'] },
    { kind: 'admitOrganisations', by: 'HANDLER', event: 'closeReturns' },
    { kind: 'copy', by: 'READER', event: null },
  ],
  returnTo: () => [],
  toldToApplicant: [],
  formFields: ['inspectedYear'],
};
