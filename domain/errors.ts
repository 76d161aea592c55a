/** Facts that a client may read beside an error: ids, numbers, dates; never personal data. */
export type ErrorDetails = Readonly<Record<string, unknown>>;

/** What a client is told: a stable code, a sentence in each language that says what to do, the field it is about. */
export interface Refusal {
  readonly code: string;
  readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 428 | 429 | 503;
  readonly messageZh: string;
  readonly messageEn: string;
  readonly field?: string;
  readonly details?: ErrorDetails;
}

/**
 * A rule of the field, or of the interface, that says no (specification C13).
 * One filter maps it to problem+json, one function to a Temporal ApplicationFailure; both by `code`.
 */
export class DomainError extends Error {
  override readonly name = 'DomainError';

  constructor(readonly refusal: Refusal) {
    super(`${refusal.code}: ${refusal.messageEn}`);
  }

  get code(): string {
    return this.refusal.code;
  }
}

/** The event is not possible in the state the case is in (C2): 409. Both are details for programs; a person reads neither code. */
export class CaseStateConflict extends DomainError {
  constructor(state: string, event: string) {
    super({
      code: 'CASE_STATE_CONFLICT',
      status: 409,
      messageZh: '办件已有新的进展,这项操作现在不能办理。请关闭后查看现在可以办理的操作。',
      messageEn: 'The case has gone on, and this cannot be done any more. Close this and see what can be done now.',
      details: { state, event },
    });
  }
}

/** The actor may not do this at all (C13, C16). */
export class AuthNotAllowed extends DomainError {
  constructor(details: ErrorDetails = {}) {
    super({
      code: 'AUTH_NOT_ALLOWED',
      status: 403,
      messageZh: '您没有办理此事项的权限。如确需办理,请联系本单位管理员授权。',
      messageEn: 'You have no right to do this. Ask the administrator of your unit for it if you need it.',
      details,
    });
  }
}

/** The thing does not exist, or is not the reader's to see: the two are never told apart. */
export class NotFound extends DomainError {
  constructor(kind: string) {
    super({
      code: 'NOT_FOUND',
      status: 404,
      messageZh: '没有找到,或您无权查看。请核对编号。',
      messageEn: 'Not found, or not yours to see. Check the number.',
      details: { kind },
    });
  }
}

/** A value that no rule of the field was needed to refuse: wrong form, wrong type, unknown field (C13: 400). */
export class FieldInvalid extends DomainError {
  constructor(field: string, messageZh: string, messageEn: string, details: ErrorDetails = {}) {
    super({ code: 'FIELD_INVALID', status: 400, messageZh, messageEn, field, details });
  }
}
