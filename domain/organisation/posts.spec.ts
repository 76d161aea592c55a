import { describe, expect, it } from '@jest/globals';

import { sitsInCouncil } from './posts.js';

describe('council seats', () => {
  it.each(['CHAIR', 'VICE_CHAIR', 'COUNCIL_MEMBER'] as const)('come with the post of %s', (post) => {
    expect(sitsInCouncil(post)).toBe(true);
  });

  it.each(['SECRETARY_GENERAL', 'EXECUTIVE_HEAD', 'LEGAL_REPRESENTATIVE', 'MAIN_INVESTOR'] as const)(
    'depend on what the organisation declares for a %s',
    (post) => {
      expect([sitsInCouncil(post), sitsInCouncil(post, true), sitsInCouncil(post, false)]).toEqual([
        false,
        true,
        false,
      ]);
    },
  );

  it.each(['SUPERVISOR', 'EMPLOYEE', 'MEMBER'] as const)('are refused for a %s', (post) => {
    expect(sitsInCouncil(post)).toBe(false);
    expect(() => sitsInCouncil(post, true)).toThrow(expect.objectContaining({ code: 'POST_OUTSIDE_COUNCIL' }));
  });
});
