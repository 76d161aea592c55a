import { TempPartyOrgApplication } from '#domain/temp-party-org/form.js';
import { issueWords } from '../../text/issue-words.js';
import type { Texts } from '../../text/language.js';
import { filled } from './form-data.js';
import type { FormData } from './form-data.js';

export const STEPS = ['ELIGIBILITY', 'BASIS', 'MEMBERS', 'REASONS', 'CHECK'] as const;
export type Step = (typeof STEPS)[number];

/** Names of fields, for labels and for what is still wrong. */
export const FIELD_TEXTS = {
  kind: ['类型', 'Kind'],
  generalBranchNeed: ['设立临时党总支的需要', 'Why a general branch'],
  proposedName: ['拟设名称', 'Name'],
  councilSize: ['理事会人数', 'Council members'],
  members: ['党员名册', 'Members'],
  secretary: ['拟任书记', 'Secretary'],
  deputy: ['拟任副书记', 'Deputy'],
  committee: ['拟任委员', 'Committee'],
  isOneShoulder: ['书记是否由负责人担任', 'Is the secretary the head'],
  oneShoulderReason: ['不一肩挑的理由', 'Why not'],
  reason: ['设立理由', 'Reasons'],
  activityPlan: ['活动计划', 'Plan of activities'],
  venue: ['活动场所', 'Venue'],
  councilResolutionUploadId: ['理事会决议', 'Resolution of the council'],
  OTHER: ['其他', 'Other'],
} as const satisfies Texts;
export type Field = keyof typeof FIELD_TEXTS;

const STEP_OF: Readonly<Record<Field, Step>> = {
  kind: 'BASIS',
  generalBranchNeed: 'BASIS',
  proposedName: 'BASIS',
  councilSize: 'BASIS',
  members: 'MEMBERS',
  secretary: 'MEMBERS',
  deputy: 'MEMBERS',
  committee: 'MEMBERS',
  isOneShoulder: 'MEMBERS',
  oneShoulderReason: 'MEMBERS',
  reason: 'REASONS',
  activityPlan: 'REASONS',
  venue: 'REASONS',
  councilResolutionUploadId: 'REASONS',
  OTHER: 'CHECK',
};

/** Something that the form still lacks, in words, and the step in which it is mended. */
export interface Fault {
  readonly field: Field;
  readonly step: Step;
  readonly words: readonly [zh: string, en: string];
}

/** What keeps the form from being sent: the very schema by which the server checks it. */
export function faultsOf(form: FormData): Fault[] {
  const parsed = TempPartyOrgApplication.safeParse(filled(form));
  if (parsed.success) return [];
  const faults = parsed.error.issues.map((issue) => {
    const field = fieldOf(String(issue.path[0] ?? ''));
    return { field, step: STEP_OF[field], words: issueWords(issue) };
  });
  return faults.filter(({ field }, place) => faults.findIndex((one) => one.field === field) === place);
}

const isField = (name: string): name is Field => Object.hasOwn(FIELD_TEXTS, name);
const fieldOf = (name: string): Field => (isField(name) ? name : 'OTHER');
