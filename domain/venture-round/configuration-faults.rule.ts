import { DAY_MS } from '#domain/calendar/iso-date.js';
import type { VentureRoundCode } from './errors.js';
import { VentureRoundRefusal } from './errors.js';
import { canonicalJson } from '#domain/ledger/canonical-json.js';
import type { RoundConfiguration } from './round-configuration.js';
import type { VentureRoundSettings } from './settings.js';
import { LOTTERY_THEMES } from './terms.js';

/** One thing that is wrong with a configuration. */
export interface ConfigurationFault {
  readonly code: Extract<
    VentureRoundCode,
    'VEN_CONFIG_INVALID' | 'VEN_WEIGHTS_NOT_100' | 'VEN_SCHEDULE_NOT_100' | 'VEN_THEME_SOURCE_MISMATCH'
  >;
  readonly field: string;
  readonly zh: string;
  readonly en: string;
}

type Check = (
  configuration: RoundConfiguration,
  settings: VentureRoundSettings,
) => readonly (ConfigurationFault | false)[];

const fault = (field: string, zh: string, en: string): ConfigurationFault => ({
  code: 'VEN_CONFIG_INVALID',
  field,
  zh,
  en,
});
const repeats = (values: readonly string[]): boolean => new Set(values).size < values.length;

/** Every fault of a configuration at once, so that the host corrects it in one go; empty when it may be published (specification M03, PLANNED). */
export function configurationFaults(
  configuration: RoundConfiguration,
  settings: VentureRoundSettings,
): readonly ConfigurationFault[] {
  return [scoringFaults, scheduleFaults, classFaults, sourceFaults, calendarFaults]
    .flatMap((check: Check) => check(configuration, settings))
    .filter((found) => found !== false);
}

/** Refuses a configuration with faults: the code of the first, all of them in the details. */
export function assertConfiguration(configuration: RoundConfiguration, settings: VentureRoundSettings): void {
  const faults = configurationFaults(configuration, settings);
  const [first] = faults;
  if (first !== undefined) throw new VentureRoundRefusal(first.code, { faults }, first.field);
}

const scoringFaults: Check = ({ scoring }) => {
  const { criteria, tieBreak } = scoring;
  const ids = criteria.map(({ id }) => id);
  // Half points, so that maxima such as 12.5 add up exactly.
  const halves = criteria.reduce((sum, { max }) => sum + max * 2, 0);
  const unknown = tieBreak.flatMap((rule) =>
    rule.by === 'CRITERION' && !ids.includes(rule.criterion) ? [rule.criterion] : [],
  );
  const vote = tieBreak.findIndex(({ by }) => by === 'PANEL_VOTE');
  return [
    halves !== 200 && {
      code: 'VEN_WEIGHTS_NOT_100',
      field: 'scoring.criteria',
      zh: `各评分项满分合计 ${halves / 2} 分,应为 100 分`,
      en: `the maxima of the criteria add up to ${halves / 2}, not to 100`,
    },
    repeats(ids) && fault('scoring.criteria', '评分项重复', 'a criterion is named twice'),
    unknown.length > 0 &&
      fault(
        'scoring.tieBreak',
        `并列规则引用了不存在的评分项:${unknown.join('、')}`,
        `the tie chain names criteria that do not exist: ${unknown.join(', ')}`,
      ),
    repeats(tieBreak.map((rule) => canonicalJson(rule))) &&
      fault('scoring.tieBreak', '并列规则重复', 'a tie-break is named twice'),
    vote >= 0 &&
      vote < tieBreak.length - 1 &&
      fault('scoring.tieBreak', '评审组表决须为最后一项并列规则', "the panel's vote is the last tie-break"),
  ];
};

const scheduleFaults: Check = ({ schedule }) => {
  const total = schedule.reduce((sum, { percent }) => sum + percent, 0);
  const needs = (index: number): string => `schedule.${index}.milestone`;
  return [
    total !== 100 && {
      code: 'VEN_SCHEDULE_NOT_100',
      field: 'schedule',
      zh: `各期拨付比例合计 ${total}%,应为 100%`,
      en: `the instalments add up to ${total} %, not to 100 %`,
    },
    ...schedule.map(
      ({ release, milestone }, index) =>
        (release === 'MILESTONE') !== (milestone !== undefined) &&
        fault(needs(index), '里程碑与拨付条件须同时填写', 'a milestone is named exactly where the release is one'),
    ),
  ];
};

const classFaults: Check = ({ classes, perProjectCap }) => [
  repeats(classes.map((rule) => rule.class)) && fault('classes', '项目类别重复', 'a class is named twice'),
  !classes.some(({ fundable }) => fundable) &&
    fault('classes', '至少须有一个类别可使用公共资金', 'no class may take public money'),
  perProjectCap === 0 && fault('perProjectCap', '单个项目上限须大于 0', 'the cap of a project is above 0'),
  ...classes.flatMap((rule, index) => [
    rule.fundable &&
      !rule.scored &&
      fault(
        `classes.${index}`,
        `使用公共资金的类别须评分:${rule.class}`,
        `class ${rule.class} takes public money, so it is scored`,
      ),
    (rule.cap ?? 0) > perProjectCap &&
      fault(`classes.${index}.cap`, '类别上限高于本届单个项目上限', "the cap of a class is above the round's cap"),
  ]),
];

const sourceFaults: Check = ({ sources, themes }) => [
  repeats(themes) && fault('themes', '领域重复', 'a theme is named twice'),
  repeats(sources.map(({ source }) => source)) && fault('sources', '资金来源重复', 'a source is named twice'),
  ...sources.flatMap(({ source, themes: own, budgetFen }, index) => [
    budgetFen === 0 && fault(`sources.${index}.budgetFen`, '预算须大于 0', 'the budget of a source is above 0'),
    own?.some((theme) => !themes.includes(theme)) === true &&
      fault(
        `sources.${index}.themes`,
        '资金来源的领域不在本届领域之内',
        'a source names themes that the round does not have',
      ),
    source === 'LOTTERY_WELFARE_FUND' &&
      (own === null || own.some((theme) => !LOTTERY_THEMES.includes(theme))) && {
        code: 'VEN_THEME_SOURCE_MISMATCH' as const,
        field: `sources.${index}.themes`,
        zh: '福彩公益金只能用于扶老、助残、救孤、济困领域',
        en: 'the lottery welfare fund pays only for the elderly, the disabled, orphans and hardship',
      },
  ]),
];

const calendarFaults: Check = ({ calendar }, { callCD }) => {
  const open = (Date.parse(calendar.callCloses) - Date.parse(calendar.callOpens)) / DAY_MS;
  const presented = calendar.presentationOn;
  return [
    open < callCD &&
      fault('calendar.callCloses', `征集期不得少于 ${callCD} 天`, `the call is open for ${callCD} days or more`),
    presented !== undefined &&
      presented < calendar.callCloses.slice(0, 10) &&
      fault('calendar.presentationOn', '路演日期早于征集截止', 'the presentation is before the end of the call'),
  ];
};
