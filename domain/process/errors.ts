import { DomainError } from '../errors.js';

/** The task is closed, suspended or not its holder's turn: a late vote, or a second one. */
export class SlotNotOpen extends DomainError {
  constructor() {
    super({
      code: 'TASK_NOT_OPEN',
      status: 409,
      messageZh: '该待办已办结、已撤回或尚未轮到办理。请刷新待办列表。',
      messageEn: 'This task is done, withdrawn or not due yet. Reload the to-do list.',
    });
  }
}

/** One person, one voice in a decision: also when a deputy used it, or when they stand in for somebody else. */
export class AlreadyVoted extends DomainError {
  constructor() {
    super({
      code: 'ALREADY_VOTED',
      status: 409,
      messageZh: '同一人在同一环节只能表决一次(含代理)。请转由其他人办理。',
      messageEn: 'One person votes once in a decision, as deputy or principal. Transfer the task to somebody else.',
    });
  }
}

/** Only a count of votes (票签) knows abstentions: elsewhere one would keep the decision open for ever. */
export class AbstainNotAllowed extends DomainError {
  constructor() {
    super({
      code: 'ABSTAIN_NOT_ALLOWED',
      status: 422,
      messageZh: '会签、或签、依次签批不能弃权,请表明同意或不同意,或转办。',
      messageEn: 'Only a count of votes allows an abstention. Agree, refuse or transfer the task.',
      field: 'verdict',
    });
  }
}

/** A signer that is to be added, or to whom a task is to go, has a place in the decision already. */
export class SignerAlreadyThere extends DomainError {
  constructor() {
    super({
      code: 'SIGNER_ALREADY_THERE',
      status: 422,
      messageZh: '该人员已在本环节会签名单中,请另选人员。',
      messageEn: 'This person signs in this step already. Choose somebody else.',
      field: 'to',
    });
  }
}

/** A decision without signers would wait for ever. */
export class LastSigner extends DomainError {
  constructor() {
    super({
      code: 'LAST_SIGNER',
      status: 422,
      messageZh: '至少保留一名签批人。请先加签,再减签。',
      messageEn: 'A decision needs at least one signer. Add another before you remove this one.',
    });
  }
}

/** A voting weight that is not a positive integer. */
export class WeightInvalid extends DomainError {
  constructor(weight: number) {
    super({
      code: 'FIELD_INVALID',
      status: 400,
      messageZh: '票权须为正整数。',
      messageEn: 'A voting weight is a positive integer.',
      field: 'weight',
      details: { weight },
    });
  }
}

/** Separation of duties and conflicts of interest (C5). */
export class RecusalRequired extends DomainError {
  constructor(ground: 'ACTED_BEFORE' | 'LINKED_TO_ORGANISATION' | 'RECUSED' | 'APPLICANT') {
    super({
      code: 'RECUSAL_REQUIRED',
      status: 403,
      messageZh: '依据回避规定,您不能办理此环节(提交、审核、签批须由不同人员办理,且与申请单位无利害关系)。请转办。',
      messageEn:
        'You may not act here: submitter, reviewer and signer are different people without ties to the organisation. Transfer the task.',
      details: { ground },
    });
  }
}

/** The reader acted on an older version of the case. */
export class VersionConflict extends DomainError {
  constructor(seen: number, current: number) {
    super({
      code: 'VERSION_CONFLICT',
      status: 409,
      messageZh: '办件在您打开之后已有变化。请刷新后核对,再办理。',
      messageEn: 'The case has changed since you opened it. Reload it, check it and act again.',
      details: { seen, current },
    });
  }
}

/** Reasons of a negative decision are too short (C6: ten characters). */
export class ReasonsTooShort extends DomainError {
  constructor(required: number) {
    super({
      code: 'REASONS_REQUIRED',
      status: 422,
      messageZh: `不同意、退回、不予批准须写明理由(不少于${required}个字)。`,
      messageEn: `A negative decision needs reasons of at least ${required} characters.`,
      field: 'opinion',
      details: { required },
    });
  }
}

/** The one supplement notice (一次性告知) was sent already. */
export class SupplementUsed extends DomainError {
  constructor() {
    super({
      code: 'SUPPLEMENT_USED',
      status: 409,
      messageZh: '补正通知只能发出一次(一次性告知)。请受理,或退回申请人修改。',
      messageEn: 'Only one supplement notice may be sent. Accept the application, or return it.',
    });
  }
}

/** A stage to return to that does not come before this one. */
export class ReturnTargetInvalid extends DomainError {
  constructor(to: string, allowed: readonly string[]) {
    super({
      code: 'RETURN_TARGET_INVALID',
      status: 422,
      messageZh: '只能退回到本环节之前的环节。',
      messageEn: 'A case is returned only to a stage before the present one.',
      field: 'to',
      details: { to, allowed },
    });
  }
}

/** Urged again before a day has passed: more reminders do not make an official faster. */
export class UrgedRecently extends DomainError {
  constructor() {
    super({
      code: 'URGED_RECENTLY',
      status: 409,
      messageZh: '24小时内已催办过,请稍后再试。',
      messageEn: 'The case was urged within the last 24 hours. Try again later.',
    });
  }
}

/** A pause beyond what its legal ground allows. */
export class PauseTooLong extends DomainError {
  constructor(maxDays: number) {
    super({
      code: 'PAUSE_TOO_LONG',
      status: 422,
      messageZh: `该事由的中止期限最长为${maxDays}日。`,
      messageEn: `On this ground the clock may stop for ${maxDays} days at most.`,
      field: 'days',
      details: { maxDays },
    });
  }
}
