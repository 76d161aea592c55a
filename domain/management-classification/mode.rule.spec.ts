import { describe, expect, it } from '@jest/globals';
import { managementMode } from './mode.rule.js';

describe('三元管理', () => {
  it.each([
    [true, false, 'TERRITORY'],
    [false, true, 'INDUSTRY'],
    [false, false, 'CATCH_ALL'],
  ])('town %p, industry %p: %s', (dependsOnTown, clearIndustryAuthority, mode) => {
    expect(managementMode({ dependsOnTown, clearIndustryAuthority })).toBe(mode);
  });

  it('leaves an organisation with both to the comprehensive Party committee', () => {
    expect(() => managementMode({ dependsOnTown: true, clearIndustryAuthority: true })).toThrow('CLS_AMBIGUOUS');
  });
});
