/** What can be done with a thing. `act` moves a case through one of its tasks. */
export const ACTIONS = ['read', 'create', 'update', 'delete', 'act'] as const;
export type Action = (typeof ACTIONS)[number];

/**
 * The facts about a thing that rights depend on, by kind of thing. Whoever asks fills them from the stores; a list is empty when there is none.
 * `assigneeKeys`: `user:ID` or `pool:UNIT:ROLE`, of every task (open or closed) and copy.
 */
export interface Subjects {
  readonly Case: {
    readonly applicantUserId: string;
    readonly organisationId: string | null;
    /** The handling unit and every unit in CaseUnit. */
    readonly unitIds: readonly string[];
    readonly assigneeKeys: readonly string[];
  };
  readonly Task: { readonly assigneeKeys: readonly string[] };
  readonly Draft: { readonly ownerUserId: string; readonly organisationId: string | null };
  readonly Organisation: { readonly id: string; readonly unitIds: readonly string[] };
  readonly Person: { readonly id: string; readonly organisationIds: readonly string[] };
  /** `unitIds`: units of the cases that the person is part of. */
  readonly RestrictedField: { readonly personId: string; readonly unitIds: readonly string[] };
  readonly Upload: { readonly ownerUserId: string; readonly inReadableCase: boolean };
  readonly Paper: Subjects['Case'];
  readonly Template: { readonly unitId: string };
  readonly Calendar: { readonly year: number };
  /** A default of the register. */
  readonly Setting: { readonly key: string };
  readonly Unit: { readonly id: string };
  readonly User: { readonly id: string };
  readonly Grant: { readonly userId: string };
  readonly Deputation: { readonly principalId: string; readonly deputyId: string };
  readonly Figure: { readonly scope: string };
  readonly Notice: { readonly recipientKeys: readonly string[] };
}

export type Resource = keyof Subjects;

export const RESOURCES = [
  'Case',
  'Task',
  'Draft',
  'Organisation',
  'Person',
  'RestrictedField',
  'Upload',
  'Paper',
  'Template',
  'Calendar',
  'Setting',
  'Unit',
  'User',
  'Grant',
  'Deputation',
  'Figure',
  'Notice',
] as const satisfies readonly Resource[];
