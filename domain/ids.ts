/** Ids of rows. Each is a string that only its own parser or maker brands. */
type Brand<Name extends string> = string & { readonly brand: Name };

export type UserId = Brand<'UserId'>;
export type PersonId = Brand<'PersonId'>;
export type UnitId = Brand<'UnitId'>;
export type OrganisationId = Brand<'OrganisationId'>;
export type PartyOrgId = Brand<'PartyOrgId'>;
/** The row id of a case; its number (办件编号) is a `CaseNo`. */
export type CaseId = Brand<'CaseId'>;
/** `{caseId}-t{n}`: the n-th task of a case. */
export type TaskId = Brand<'TaskId'>;
export type DraftId = Brand<'DraftId'>;
export type UploadId = Brand<'UploadId'>;
/** The Idempotency-Key of an act, bound to its user: one act, one id, for ever. */
export type RequestId = Brand<'RequestId'>;

/** Brands an id that comes from our own tables or makers; what a client sends is parsed by a schema first. */
export const asId = <T extends Brand<string>>(text: string): T => text as T;
