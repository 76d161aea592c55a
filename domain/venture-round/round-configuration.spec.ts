import { createHash } from 'node:crypto';

import { amended } from './amendment.rule.js';
import { assertConfiguration, configurationFaults } from './configuration-faults.rule.js';
import { canonicalConfiguration, configurationHash, parseRoundConfiguration } from './round-configuration.js';
import { aRound } from './round.example.js';
import { DEFAULT_TIE_BREAK, policyHash } from './scoring-policy.js';
import { DEFAULT_SETTINGS, SETTING_KEYS } from './settings.js';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const round = aRound();
const faultFields = (change: Partial<typeof round>): string[] =>
  configurationFaults({ ...round, ...change }, DEFAULT_SETTINGS).map(({ field }) => field);

describe('the configuration of a round', () => {
  it('is published when nothing is wrong with it', () => {
    expect(() => assertConfiguration(parseRoundConfiguration({ ...round }), DEFAULT_SETTINGS)).not.toThrow();
  });

  it('lists every fault at once under the code of the first', () => {
    const wrong = {
      ...round,
      scoring: { ...round.scoring, criteria: round.scoring.criteria.slice(1) },
      schedule: [{ percent: 50, release: 'AGREEMENT_SIGNED' as const }],
      calendar: { ...round.calendar, callCloses: round.calendar.callOpens },
    };
    expect(() => assertConfiguration(wrong, DEFAULT_SETTINGS)).toThrow(
      expect.objectContaining({
        code: 'VEN_WEIGHTS_NOT_100',
        refusal: expect.objectContaining({
          details: {
            faults: [
              expect.objectContaining({ field: 'scoring.criteria' }),
              expect.objectContaining({ field: 'scoring.tieBreak' }),
              expect.objectContaining({ code: 'VEN_SCHEDULE_NOT_100' }),
              expect.objectContaining({ field: 'calendar.callCloses' }),
            ],
          },
        }),
      }),
    );
  });

  it('adds maxima of half points exactly', () => {
    const criteria = [
      { id: 'need', zh: '需求', max: 12.5 },
      { id: 'rest', zh: '其他', max: 87.5 },
    ];
    expect(faultFields({ scoring: { ...round.scoring, criteria } })).toEqual([]);
  });

  it('refuses public money without marks, and a class twice', () => {
    const unscored = round.classes.map((rule) => ({ ...rule, scored: false }));
    expect(faultFields({ classes: unscored })).toEqual(['classes.1', 'classes.2']);
    expect(faultFields({ classes: [...round.classes, ...round.classes.slice(2)] })).toEqual(['classes']);
    expect(faultFields({ classes: round.classes.slice(0, 1) })).toEqual(['classes']);
    expect(faultFields({ perProjectCap: 0 })).toContain('perProjectCap');
  });

  it('keeps the lottery welfare fund to its four purposes', () => {
    const [lottery] = round.sources;
    const anyTheme = lottery === undefined ? [] : [{ ...lottery, themes: null }];
    expect(configurationFaults({ ...round, sources: anyTheme }, DEFAULT_SETTINGS)).toEqual([
      expect.objectContaining({ code: 'VEN_THEME_SOURCE_MISMATCH', field: 'sources.0.themes' }),
    ]);
    expect(faultFields({ themes: ['DISABILITY'] })).toContain('sources.0.themes');
  });

  it("puts the panel's vote last, and every tie-break once", () => {
    const tieBreak = (chain: typeof round.scoring.tieBreak): string[] =>
      faultFields({ scoring: { ...round.scoring, tieBreak: chain } });
    expect(tieBreak(DEFAULT_TIE_BREAK.toReversed())).toEqual(['scoring.tieBreak']);
    expect(tieBreak([{ by: 'UNTRIMMED_MEAN' }, { by: 'UNTRIMMED_MEAN' }])).toEqual(['scoring.tieBreak']);
  });

  it('names the milestone that releases an instalment', () => {
    const schedule = [{ percent: 100, release: 'MILESTONE' as const }];
    expect(faultFields({ schedule })).toEqual(['schedule.0.milestone']);
  });

  it('refuses a presentation before the call has closed', () => {
    expect(faultFields({ calendar: { ...round.calendar, presentationOn: '2026-01-01' } })).toEqual([
      'calendar.presentationOn',
    ]);
  });

  it('is not read with a broken amount, a fraction of a fen or a field that does not exist', () => {
    for (const wrong of [{ perProjectCap: 0.1 + 0.2 }, { perProjectCap: -1 }, { edition: 0 }, { colour: 'red' }])
      expect(() => parseRoundConfiguration({ ...round, ...wrong })).toThrow('FIELD_INVALID');
  });

  it('has one text and one hash whatever the order of its fields', () => {
    const turned = parseRoundConfiguration(Object.fromEntries(Object.entries(round).toReversed()));
    expect(canonicalConfiguration(turned)).toBe(canonicalConfiguration(round));
    expect(configurationHash(turned, sha256)).toBe(configurationHash(round, sha256));
    expect(policyHash({ ...round.scoring, floor: 61 }, sha256)).not.toBe(policyHash(round.scoring, sha256));
  });

  it('has a key in the register for every default', () => {
    expect(new Set(Object.values(SETTING_KEYS)).size).toBe(Object.keys(DEFAULT_SETTINGS).length);
  });
});

describe('an amendment', () => {
  it('says what it changes and raises the version', () => {
    const { configuration, changed } = amended(round, { ...round, publicityWD: 7, signWD: 20 }, DEFAULT_SETTINGS);
    expect(changed).toEqual(['publicityWD', 'signWD']);
    expect(configuration.version).toBe(2);
  });

  it('is refused without a change, for another round, or with the old version of a changed policy', () => {
    expect(() => amended(round, round, DEFAULT_SETTINGS)).toThrow('VEN_CONFIG_INVALID');
    expect(() => amended(round, { ...round, edition: 2 }, DEFAULT_SETTINGS)).toThrow('VEN_CONFIG_INVALID');
    const policy = { ...round.scoring, floor: 65 };
    expect(() => amended(round, { ...round, scoring: policy }, DEFAULT_SETTINGS)).toThrow('VEN_CONFIG_INVALID');
    expect(amended(round, { ...round, scoring: { ...policy, version: 2 } }, DEFAULT_SETTINGS).changed).toEqual([
      'scoring',
    ]);
  });
});
