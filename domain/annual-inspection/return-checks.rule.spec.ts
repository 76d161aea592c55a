import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { assertReturnSubmittable, checkReturn, figuresBalance, returnRefusal } from './return-checks.rule.js';
import type { CheckContext } from './return-checks.rule.js';
import type { AnnualReturnForm, PartySection } from './return-form.js';
import { SAMPLE_RETURN } from './sample-return.js';

const context: CheckContext = { lastConclusion: 'PASS', foundation: false, recordedTransferred: 3 };
const { partyBuilding: _party, ...withoutParty } = SAMPLE_RETURN;
const { auditUploadId: _audit, ...unaudited } = SAMPLE_RETURN.finance;

function withParty(changes: Partial<PartySection>): AnnualReturnForm {
  const { partyBuilding } = SAMPLE_RETURN;
  if (partyBuilding === undefined) throw new Error('the sample has a Party-building section');
  return { ...SAMPLE_RETURN, partyBuilding: { ...partyBuilding, ...changes } };
}

const failing = (form: AnnualReturnForm, given: CheckContext = context) =>
  checkReturn(form, given)
    .filter(({ ok }) => !ok)
    .map(({ check, severity }) => `${severity} ${check}`);

describe('the checks of a return', () => {
  it('all hold for a complete return', () => {
    expect(failing(SAMPLE_RETURN)).toEqual([]);
    expect(() => assertReturnSubmittable(SAMPLE_RETURN, context)).not.toThrow();
  });

  it('refuse figures that are off by one fen', () => {
    const finance = { ...SAMPLE_RETURN.finance, closingNetAssetsFen: 14_500_001 };
    expect(returnRefusal({ ...SAMPLE_RETURN, finance }, context)?.refusal).toMatchObject({
      code: 'AI_FIGURES_NOT_BALANCED',
      field: 'finance.closingNetAssetsFen',
    });
  });

  it('refuse more transferred members than members, and accept as many', () => {
    const recorded = { ...context, recordedTransferred: null };
    expect(() => assertReturnSubmittable(withParty({ membersTransferred: 6 }), recorded)).toThrow(
      'AI_TRANSFERRED_GT_TOTAL',
    );
    expect(failing(withParty({ membersTransferred: 5 }), recorded)).toEqual([]);
  });

  it('refuse a return without its Party-building section', () => {
    expect(() => assertReturnSubmittable(withoutParty, context)).toThrow('AI_PARTY_SECTION_MISSING');
  });

  it.each(['BASIC_PASS', 'FAIL', 'NOT_PARTICIPATED'] as const)(
    'ask for the proof of what was put right after %s',
    (lastConclusion) => {
      const after = { ...context, lastConclusion };
      const proof = (uploadId?: string) => ({
        ...SAMPLE_RETURN,
        lastYearRectification: {
          items: [{ item: '完善财务制度', result: '已完善', ...(uploadId ? { uploadId } : {}) }],
        },
      });
      expect(() => assertReturnSubmittable(SAMPLE_RETURN, after)).toThrow('AI_RECTIFICATION_UNPROVED');
      expect(() => assertReturnSubmittable(proof(), after)).toThrow('AI_RECTIFICATION_UNPROVED');
      expect(() => assertReturnSubmittable(proof('u1'), after)).not.toThrow();
    },
  );

  it.each(['PASS', 'EXEMPT', null] as const)('ask for none after %s', (lastConclusion) => {
    expect(failing(SAMPLE_RETURN, { ...context, lastConclusion })).toEqual([]);
  });

  it('want the audit report of a foundation and warn without that of another organisation', () => {
    const form = { ...SAMPLE_RETURN, finance: unaudited };
    expect(failing(form)).toEqual(['WARN AUDIT_PRESENT']);
    expect(returnRefusal(form, { ...context, foundation: true })?.refusal).toMatchObject({
      code: 'DOC_MISSING',
      details: { types: ['AUDIT_REPORT'] },
    });
  });

  it('warn of what an officer has to look at', () => {
    const outside = { ...SAMPLE_RETURN, activities: { ...SAMPLE_RETURN.activities, insideCharter: false } };
    expect(failing(outside)).toEqual(['WARN INSIDE_CHARTER']);
    expect(failing(SAMPLE_RETURN, { ...context, recordedTransferred: 2 })).toEqual(['WARN TRANSFERRED_AS_RECORDED']);
    expect(failing(withParty({ charterPartyBuilding: false }))).toEqual(['WARN PARTY_SECTION_COMPLETE']);
  });

  it('name everything else that is wrong beside the first', () => {
    const finance = { ...SAMPLE_RETURN.finance, incomeFen: 0 };
    const activities = { count: 0, personTimes: 3, insideCharter: true };
    expect(returnRefusal({ ...withoutParty, finance, activities }, context)?.refusal).toMatchObject({
      code: 'AI_FIGURES_NOT_BALANCED',
      details: { alsoWrong: ['AI_PARTY_SECTION_MISSING', 'AI_ACTIVITIES_INCONSISTENT'] },
    });
  });

  it('balance the largest amounts exactly', () => {
    const amount = fc.integer({ min: 0, max: 2 ** 51 });
    fc.assert(
      fc.property(amount, amount, amount, fc.integer({ min: -5, max: 5 }), (opening, income, expenditure, error) => {
        const finance = {
          openingNetAssetsFen: opening,
          incomeFen: income,
          expenditureFen: expenditure,
          closingNetAssetsFen: opening + income - expenditure + error,
        };
        expect(figuresBalance(finance)).toBe(error === 0);
      }),
    );
  });
});
