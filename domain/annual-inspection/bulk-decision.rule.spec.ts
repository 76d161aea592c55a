import { describe, expect, it } from '@jest/globals';
import { BULK_GROUND_LABELS, selectForBulk } from './bulk-decision.rule.js';
import type { BulkCandidate } from './bulk-decision.rule.js';
import { NO_FINDINGS, proposeConclusion } from './conclusion.rule.js';
import { checkReturn } from './return-checks.rule.js';
import { SAMPLE_RETURN } from './sample-return.js';

const context = { lastConclusion: 'PASS', foundation: false, recordedTransferred: 3 } as const;
const fine: BulkCandidate = {
  caseNo: 'M02-350211-2026-00001',
  state: 'REGISTRY_REVIEW',
  seenSeq: 4,
  seq: 4,
  checks: checkReturn(SAMPLE_RETURN, context),
  proposal: proposeConclusion(NO_FINDINGS),
  signerRecused: false,
};
const outside = { ...SAMPLE_RETURN, activities: { ...SAMPLE_RETURN.activities, insideCharter: false } };

describe('a bulk decision', () => {
  it('takes returns whose checks and rules all say PASS', () => {
    const second = { ...fine, caseNo: 'M02-350211-2026-00002' };
    expect(selectForBulk([fine, second])).toEqual({ qualified: [fine, second], leftOut: [] });
  });

  it.each<[string, Partial<BulkCandidate>, string[]]>([
    ['NOT_UNDER_REVIEW', { state: 'CONCLUDED' }, ['CONCLUDED']],
    ['CHANGED_SINCE_SEEN', { seq: 5 }, []],
    ['SIGNER_RECUSED', { signerRecused: true }, []],
    ['CHECK_FAILED', { checks: checkReturn(outside, context) }, ['INSIDE_CHARTER']],
    [
      'RULE_AGAINST_PASS',
      { proposal: proposeConclusion({ ...NO_FINDINGS, lateReElection: true }) },
      ['LATE_RE_ELECTION'],
    ],
    ['LATE', { proposal: proposeConclusion(NO_FINDINGS, true) }, []],
  ])('leaves out and names one with %s', (ground, change, because) => {
    const { caseNo } = fine;
    expect(selectForBulk([{ ...fine, ...change }])).toEqual({ qualified: [], leftOut: [{ caseNo, ground, because }] });
    expect(Object.keys(BULK_GROUND_LABELS)).toContain(ground);
  });

  it('decides a return once that is listed twice', () => {
    const { qualified, leftOut } = selectForBulk([fine, fine]);
    expect(qualified).toHaveLength(1);
    expect(leftOut).toMatchObject([{ ground: 'LISTED_TWICE' }]);
  });
});
