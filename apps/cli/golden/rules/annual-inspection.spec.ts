import { describe, expect, it } from '@jest/globals';
import { annualInspection } from './annual-inspection.js';

describe('cases of the annual inspection', () => {
  it.each<[string, Record<string, unknown>, Record<string, unknown>]>([
    [
      'a conclusion',
      { conclusion: 'NOT_PARTICIPATED' },
      { nextTask: 'RECTIFICATION_TALK', revocationCandidate: false },
    ],
    ['two years', { conclusion: 'FAIL', lastYear: 'NOT_PARTICIPATED' }, { revocationCandidate: true }],
    ['a history', { conclusion: 'FAIL', history: ['PASS', 'FAIL'] }, { revocationCandidate: false }],
    ['a draw', { base: 284, ratePct: 10, mode: 'FLOOR' }, { size: 28 }],
    ['a draw of a city', { base: 232, ratePct: 10, level: 'CITY' }, { size: 24 }],
    [
      'an exempt organisation',
      { registeredAt: '2025-07-01', inspectedYear: 2025 },
      { conclusion: 'EXEMPT', error: 'AI_EXEMPT' },
    ],
    ['a foundation', { registeredAt: '2025-12-31', inspectedYear: 2025, type: 'FOUNDATION' }, { inBase: true }],
    ['figures', { opening: 100, income: 50, expenditure: 30, closing: 120 }, { balanced: true }],
    [
      'figures that do not balance',
      { opening: 100, income: 50, expenditure: 30, closing: 121 },
      { error: 'AI_FIGURES_NOT_BALANCED' },
    ],
    ['members', { membersTotal: 5, membersTransferred: 6 }, { error: 'AI_TRANSFERRED_GT_TOTAL' }],
    [
      'a late return',
      { submittedOn: '2026-06-01', inspectedYear: 2025 },
      { timeliness: 'AFTER_CLOSE', error: 'DEADLINE_PASSED' },
    ],
    ['a rate', { completed: 158, required: 172 }, { rate: 91.86, numerator: 158, denominator: 172 }],
    ['a rate without a base', { completed: 0, required: 0 }, { rate: null }],
    [
      'findings',
      { transferredFullMembers: 3, hasPartyOrganisation: false },
      { conclusion: 'BASIC_PASS', reasons: ['PARTY_ORG_MISSING'] },
    ],
    ['no findings', {}, { conclusion: 'PASS' }],
    ['the purchase gate', { lastInspection: 'BASIC_PASS' }, { purchasePriority: false }],
    [
      'a talk',
      { noticeOn: '2026-06-08', heldOn: '2026-06-10' },
      { earliest: '2026-06-11', error: 'AI_TALK_NOTICE_SHORT' },
    ],
  ])('%s', (_name, input, expected) => {
    expect(annualInspection(input)).toMatchObject(expected);
  });

  it('refuse a rate below the level, an empty base and a single inspector', () => {
    expect(() => annualInspection({ base: 100, ratePct: 3, level: 'CITY' })).toThrow('DRAW_RATE_TOO_LOW');
    expect(() => annualInspection({ base: 0 })).toThrow('DRAW_EMPTY_BASE');
    expect(() => annualInspection({ inspectors: ['a', 'b'], recused: ['b'] })).toThrow('DRAW_NOT_ENOUGH_INSPECTORS');
  });
});
