import { describe, expect, it } from '@jest/globals';
import { AnnualReturnForm, RETURN_SECTIONS, uploadsOf } from './return-form.js';
import { SAMPLE_RETURN } from './sample-return.js';

const accepted = (form: unknown) => AnnualReturnForm.safeParse(form).success;
const { finance, partyBuilding } = SAMPLE_RETURN;

describe('the form of a return', () => {
  it('has five sections', () => {
    expect(Object.keys(RETURN_SECTIONS)).toHaveLength(5);
    expect(accepted(SAMPLE_RETURN)).toBe(true);
  });

  it('keeps money as whole fen and counts as whole numbers', () => {
    expect(accepted({ ...SAMPLE_RETURN, finance: { ...finance, incomeFen: 1.5 } })).toBe(false);
    expect(accepted({ ...SAMPLE_RETURN, finance: { ...finance, expenditureFen: -1 } })).toBe(false);
    expect(accepted({ ...SAMPLE_RETURN, finance: { ...finance, openingNetAssetsFen: -500 } })).toBe(true);
    expect(accepted({ ...SAMPLE_RETURN, partyBuilding: { ...partyBuilding, membersTotal: 2.5 } })).toBe(false);
  });

  it('names the amount of fees to enterprises exactly where there are any', () => {
    const fees = (enterpriseFees: unknown) => accepted({ ...SAMPLE_RETURN, finance: { ...finance, enterpriseFees } });
    expect(fees({ charged: true, amountFen: 100 })).toBe(true);
    expect(fees({ charged: true })).toBe(false);
    expect(fees({ charged: false, amountFen: 100 })).toBe(false);
  });

  it('refuses unknown fields and a reply number that is none', () => {
    expect(accepted({ ...SAMPLE_RETURN, remark: 'x' })).toBe(false);
    const party = { ...partyBuilding, partyOrg: { type: 'BRANCH', replyDocNo: '3号' } };
    expect(accepted({ ...SAMPLE_RETURN, partyBuilding: party })).toBe(false);
  });

  it('names each upload once', () => {
    const items = [
      { item: '补开理事会', result: '已召开', uploadId: 'u-report' },
      { item: '补签合同', result: '已补签' },
    ];
    expect(uploadsOf({ ...SAMPLE_RETURN, lastYearRectification: { items } })).toEqual(['u-audit', 'u-report']);
  });
});
