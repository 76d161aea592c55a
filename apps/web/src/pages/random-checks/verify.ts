import { parsePublishedDraw } from '#domain/annual-inspection/published-draw.js';
import { verifyDraw } from '#domain/annual-inspection/verify-draw.rule.js';
import type { DrawVerification } from '#domain/annual-inspection/verify-draw.rule.js';
import { DomainError } from '#domain/errors.js';
import '../../api/no-run-time-code.js';
import { sha256 } from './sha256.js';

/** Runs a published draw again, here, by the rule that it was drawn with. What is no published draw differs at `inputs`. */
export function verified(published: unknown): DrawVerification {
  try {
    return verifyDraw(parsePublishedDraw(published), sha256);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { same: false, differences: [{ at: 'inputs', published: null, computed: error.code }] };
  }
}
