import { DomainError } from '#domain/errors.js';

type Ground = 'SELF' | 'OVERLAP' | 'NO_COMMON_UNIT' | 'DATES';

const SENTENCES: Readonly<Record<Ground, readonly [zh: string, en: string, field: string]>> = {
  SELF: ['不能委托本人代理。', 'You cannot be your own deputy.', 'deputyId'],
  OVERLAP: [
    '与该代理人已有时间重叠的委托,请先撤销原委托。',
    'This deputy has one from you for part of that time. Revoke it first.',
    'from',
  ],
  NO_COMMON_UNIT: [
    '代理人须在您所在单位任职,请另选代理人。',
    'A deputy holds a role at your own unit. Choose somebody else.',
    'deputyId',
  ],
  DATES: ['截止时间须晚于起始时间和当前时间。', 'The end must come after the beginning and after now.', 'to'],
};

/** A standing deputation that cannot be: `details.ground` says why. */
export class DeputationInvalid extends DomainError {
  constructor(ground: Ground) {
    const [messageZh, messageEn, field] = SENTENCES[ground];
    super({ code: 'DEPUTATION_INVALID', status: 422, messageZh, messageEn, field, details: { ground } });
  }
}
