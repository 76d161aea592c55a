import { DomainError } from '#domain/errors.js';

/** The draft that was to be submitted was changed, deleted or submitted meanwhile. */
export class DraftNotSubmittable extends DomainError {
  constructor() {
    super({
      code: 'DRAFT_NOT_SUBMITTABLE',
      status: 409,
      messageZh: '草稿已被修改、删除或已提交。请刷新草稿列表后重试。',
      messageEn: 'The draft was changed, deleted or submitted meanwhile. Reload your drafts and try again.',
    });
  }
}

/** A year's five-digit case numbers are used up (specification C1). */
export class NumbersExhausted extends DomainError {
  constructor(code: string, year: number) {
    super({
      code: 'NUMBERS_EXHAUSTED',
      status: 422,
      messageZh: `${year} 年度 ${code} 的编号已用完,请联系管理员。`,
      messageEn: `The numbers of ${code} for ${year} are used up. Ask the administrator.`,
      details: { code, year },
    });
  }
}

/** Another version of the application came in between. */
export class FormVersionTaken extends DomainError {
  constructor(version: number) {
    super({
      code: 'VERSION_CONFLICT',
      status: 409,
      messageZh: '申请材料在您打开之后已有新版本。请刷新后核对,再提交。',
      messageEn: 'The application has a newer version than the one you opened. Reload it, check it and submit again.',
      details: { version },
    });
  }
}
