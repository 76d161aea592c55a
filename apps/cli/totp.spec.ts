import { expect, it } from '@jest/globals';

import { codeOf } from './totp.js';

it('makes the codes of RFC 6238 (appendix B, SHA-1, last six digits)', () => {
  const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

  expect(codeOf(secret, 59_000)).toBe('287082');
  expect(codeOf(secret, 1_111_111_109_000)).toBe('081804');
});
