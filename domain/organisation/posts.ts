import { DomainError } from '#domain/errors.js';
import type { Post } from '#domain/terms/organisation-terms.js';

/** Whether a post carries a seat in the council (理事会) by itself, may carry one, or excludes it (a supervisor watches the council). */
const COUNCIL_SEAT: Readonly<Record<Post, 'ALWAYS' | 'MAY' | 'NEVER'>> = {
  CHAIR: 'ALWAYS',
  VICE_CHAIR: 'ALWAYS',
  COUNCIL_MEMBER: 'ALWAYS',
  SECRETARY_GENERAL: 'MAY',
  EXECUTIVE_HEAD: 'MAY',
  LEGAL_REPRESENTATIVE: 'MAY',
  MAIN_INVESTOR: 'MAY',
  SUPERVISOR: 'NEVER',
  EMPLOYEE: 'NEVER',
  MEMBER: 'NEVER',
};

/** Thrown when a council seat is declared for a post that cannot have one; that person needs a post as council member beside it. */
export class PostOutsideCouncil extends DomainError {
  constructor(post: Post) {
    super({
      code: 'POST_OUTSIDE_COUNCIL',
      status: 422,
      messageZh: '该职务不在理事会内。如此人同时担任理事,请另行登记“理事”职务。',
      messageEn:
        'This post has no seat in the council. If the person also sits there, record a post as council member.',
      field: 'inCouncil',
      details: { post },
    });
  }
}

/**
 * Whether the holder of the post sits in the council. `declared` is what the organisation says; it decides for posts that may
 * have a seat, where silence means no. Throws POST_OUTSIDE_COUNCIL (422) when it claims a seat that the post excludes.
 */
export function sitsInCouncil(post: Post, declared?: boolean): boolean {
  const seat = COUNCIL_SEAT[post];
  if (seat === 'NEVER' && declared === true) throw new PostOutsideCouncil(post);
  return seat === 'ALWAYS' || (seat === 'MAY' && declared === true);
}
