import { DomainError } from '#domain/errors.js';

/** Another user signs in by this name. */
export class UsernameTaken extends DomainError {
  constructor(username: string) {
    super({
      code: 'USERNAME_TAKEN',
      status: 409,
      messageZh: `用户名“${username}”已被使用,请另选。`,
      messageEn: `The username "${username}" is taken. Choose another.`,
      field: 'username',
      details: { username },
    });
  }
}

/** What a field refers to does not exist. */
export class ReferenceUnknown extends DomainError {
  constructor(field: string) {
    super({
      code: 'REFERENCE_UNKNOWN',
      status: 422,
      messageZh: '所选的一项不存在,请从列表中重新选择。',
      messageEn: 'What was chosen does not exist. Choose one from the list.',
      field,
    });
  }
}

/** A role needs a unit (officials) or an organisation (applicants), and dates in order. */
export class GrantInvalid extends DomainError {
  constructor(field: string, messageZh: string, messageEn: string) {
    super({ code: 'GRANT_INVALID', status: 422, messageZh, messageEn, field });
  }
}

/** Administrators do not shut themselves out. */
export class NotYourself extends DomainError {
  constructor() {
    super({
      code: 'NOT_YOURSELF',
      status: 422,
      messageZh: '不能对本人账号执行此操作,请由其他管理员办理。',
      messageEn: 'You cannot do this to your own account. Ask another administrator.',
    });
  }
}
