import { describe, expect, it } from '@jest/globals';
import { AnnualInspectionSettings, DEFAULT_SETTINGS, limitOf, SETTING_KEYS } from './settings.js';

describe('the settings of the annual inspection', () => {
  it('are those of the register of defaults', () => {
    expect(DEFAULT_SETTINGS).toMatchObject({
      toSupervisor: '03-31',
      toRegistry: '05-31',
      baseDate: '06-30',
      publishWD: 20,
      talkWD: 15,
      rectifyCD: 30,
      failYears: 2,
      drawRatePct: '10',
      drawFloorPct: { COUNTY: '3', PREFECTURE: '4', PROVINCE: '5' },
      drawRounding: 'CEIL',
      drawInspectors: 2,
    });
    expect(Object.keys(SETTING_KEYS).sort()).toEqual(Object.keys(DEFAULT_SETTINGS).sort());
  });

  it('never allow a check by one inspector', () => {
    expect(AnnualInspectionSettings.safeParse({ drawInspectors: 1 }).success).toBe(false);
  });

  it('give the limits of the state table', () => {
    expect(limitOf('PRELIMINARY')).toEqual({ unit: 'WD', length: 20 });
    expect(limitOf('SUPPLEMENT')).toEqual({ unit: 'WD', length: 15 });
    expect(limitOf('TALK')).toEqual({ unit: 'WD', length: 15 });
    expect(limitOf('RECTIFICATION')).toEqual({ unit: 'CD', length: 30 });
    expect(limitOf('PUBLICATION', { ...DEFAULT_SETTINGS, publishWD: 5 })).toEqual({ unit: 'WD', length: 5 });
  });
});
