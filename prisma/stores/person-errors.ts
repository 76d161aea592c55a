import { DomainError } from '#domain/errors.js';
import type { Post } from '#domain/terms/organisation-terms.js';

/** The identity number belongs to somebody who is recorded with another name or membership. What is recorded is not said: it is RESTRICTED. */
export class PersonKnownDifferently extends DomainError {
  constructor(field: 'name' | 'membership') {
    super({
      code: 'PERSON_KNOWN_DIFFERENTLY',
      status: 422,
      messageZh: '此公民身份号码已登记,但姓名或党员信息与登记不一致。请核对证件;确需更正的,请联系登记管理机关。',
      messageEn:
        'This identity number is recorded with another name or Party membership. Check the papers; ask the registry if the record is wrong.',
      field,
    });
  }
}

/** The person holds that very post in the organisation in that time. */
export class PostHeldAlready extends DomainError {
  constructor(post: Post) {
    super({
      code: 'POST_HELD_ALREADY',
      status: 422,
      messageZh: '此人在该组织已担任此职务。如有变动,请先登记原职务的离任日期。',
      messageEn: 'The person holds this post already. Record when it ended before it is given again.',
      field: 'post',
      details: { post },
    });
  }
}
