import { describe, expect, it } from '@jest/globals';
import { PURCHASE_GROUND_LABELS, purchasePriority } from './purchase-priority.rule.js';
import type { PurchaseFacts } from './purchase-priority.rule.js';

const clean: PurchaseFacts = { lastInspection: 'PASS', partyBuilding: 'PASS', lists: [] };

describe('priority in government purchase', () => {
  it.each(['PASS', 'EXEMPT', null] as const)('stays after %s', (lastInspection) => {
    expect(purchasePriority({ ...clean, lastInspection, partyBuilding: null })).toEqual({ allowed: true, reasons: [] });
  });

  it.each<[Partial<PurchaseFacts>, string]>([
    [{ lastInspection: 'BASIC_PASS' }, 'INSPECTION_BASIC_PASS'],
    [{ lastInspection: 'FAIL' }, 'INSPECTION_FAILED'],
    [{ lastInspection: 'NOT_PARTICIPATED' }, 'INSPECTION_MISSED'],
    [{ partyBuilding: 'FAIL' }, 'PARTY_BUILDING_FAILED'],
    [{ lists: ['ABNORMAL_LIST'] }, 'ON_ABNORMAL_LIST'],
    [{ lists: ['SERIOUS_BREACH_LIST'] }, 'ON_SERIOUS_BREACH_LIST'],
  ])('is lost with %j, naming %s', (change, ground) => {
    expect(purchasePriority({ ...clean, ...change })).toEqual({ allowed: false, reasons: [ground] });
    expect(Object.keys(PURCHASE_GROUND_LABELS)).toContain(ground);
  });

  it('names every reason', () => {
    const all = purchasePriority({ lastInspection: 'FAIL', partyBuilding: 'FAIL', lists: ['ABNORMAL_LIST'] });
    expect(all.reasons).toEqual(['PARTY_BUILDING_FAILED', 'INSPECTION_FAILED', 'ON_ABNORMAL_LIST']);
  });
});
