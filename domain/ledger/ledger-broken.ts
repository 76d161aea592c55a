import { DomainError } from '#domain/errors.js';
import type { ErrorDetails } from '#domain/errors.js';

/**
 * Thrown when a record does not continue its case's ledger: a gap in `seq`, another previous hash, a `seq` that something else was recorded
 * under, or a task that is not open any more. `details` has caseId, seq and, where there is one, what is recorded there.
 */
export class LedgerBroken extends DomainError {
  constructor(details: ErrorDetails) {
    super({
      code: 'LEDGER_BROKEN',
      status: 409,
      messageZh: '办件台账不连续,本次记录未写入。请联系管理员运行 npm run verify 核对。',
      messageEn:
        "This record does not continue the case's ledger; nothing was written. Ask the administrator to run npm run verify.",
      details,
    });
  }
}
