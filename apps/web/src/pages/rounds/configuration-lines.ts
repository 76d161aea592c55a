import type { RoundConfiguration } from '#domain/venture-round/round-configuration.js';
import type { TieBreak } from '#domain/venture-round/scoring-policy.js';
import { FUNDING_SOURCES, PROJECT_CLASSES, VENTURE_SERIES, VENTURE_THEMES } from '#domain/venture-round/terms.js';
import { labelOf } from '#domain/terms/term.js';
import type { Term } from '#domain/terms/term.js';
import { useLabel, useLanguage, useTexts } from '../../text/language.js';
import { yuanOf } from '../../text/money.js';
import { dayOf, minuteOf } from '../../text/time.js';
import { CONFIGURATION_TEXTS } from './configuration-words.js';

/** A unit that holds a round, by name. */
interface Host {
  readonly unitId: string;
  readonly name: string;
}

/** What a configuration holds as ids and codes, by name: as the interface sends them with a round. */
export interface ConfigurationNames {
  readonly hosts: readonly Host[];
  /** What its division is called; null when nobody knows. */
  readonly divisionName: string | null;
}

/** One thing that is configured, in words; `key` tells the same thing in two configurations. */
export interface ConfigurationLine {
  readonly key: string;
  readonly name: string;
  readonly words: string;
}

export interface ConfigurationSection {
  readonly key: 'BASIS' | 'CLASSES' | 'MONEY' | 'SCORING' | 'TIME';
  readonly lines: readonly ConfigurationLine[];
}

const midnight = (iso: string): string => `${iso}T00:00:00+08:00`;

/** Reads a configuration line by line, in the reader's language. */
export function useConfigurationLines() {
  const t = useTexts(CONFIGURATION_TEXTS);
  const label = useLabel();
  const language = useLanguage();
  const mark = language === 'zh' ? '、' : ', ';
  const point = language === 'zh' ? '；' : '; ';
  const term = (terms: readonly Term[], slug: string) => label(labelOf(terms, slug));
  const themed = (themes: readonly string[]) => themes.map((theme) => term(VENTURE_THEMES, theme)).join(mark);
  const yuan = (fen: number) => yuanOf(fen, language);
  const line = (key: string, words: string, name: string): ConfigurationLine => ({ key, name, words });

  const tie = (rule: TieBreak, { scoring }: RoundConfiguration): string => {
    if (rule.by !== 'CRITERION') return t(rule.by);
    const criterion = scoring.criteria.find(({ id }) => id === rule.criterion);
    return t('CRITERION', { name: criterion === undefined ? '' : label(named(criterion)) });
  };

  const basis = (of: RoundConfiguration, { hosts, divisionName }: ConfigurationNames): ConfigurationLine[] => [
    line('title', of.title, t('title')),
    line('edition', t('editionIs', { series: term(VENTURE_SERIES, of.series), n: of.edition }), t('edition')),
    line(
      'hosts',
      of.hosts.flatMap((id) => hosts.find(({ unitId }) => unitId === id)?.name ?? []).join(mark),
      t('hosts'),
    ),
    line(
      'division',
      divisionName === null
        ? t('codeIs', { code: of.divisionCode })
        : t('divisionIs', { place: divisionName, code: of.divisionCode }),
      t('division'),
    ),
    line('perOrganisation', t('atMost', { n: of.perOrganisation }), t('perOrganisation')),
  ];
  const classes = (of: RoundConfiguration): ConfigurationLine[] => [
    line('themes', themed(of.themes), t('themes')),
    ...of.classes.map((rule) => {
      const words = [
        rule.quota === null ? t('noQuota') : t('quota', { n: rule.quota }),
        ...(rule.cap === null ? [] : [t('cap', { yuan: yuan(rule.cap) })]),
        t(rule.scored ? 'scored' : 'notScored'),
        t(rule.fundable ? 'fundable' : 'notFundable'),
      ];
      return line(`class ${rule.class}`, words.join(point), term(PROJECT_CLASSES, rule.class));
    }),
  ];
  const money = (of: RoundConfiguration): ConfigurationLine[] => [
    ...of.sources.map(({ source, budgetFen, themes }) => {
      const words =
        themes === null
          ? t('forAll', { yuan: yuan(budgetFen) })
          : t('forThemes', { yuan: yuan(budgetFen), themes: themed(themes) });
      return line(`source ${source}`, words, term(FUNDING_SOURCES, source));
    }),
    line('total', yuan(of.sources.reduce((sum, { budgetFen }) => sum + budgetFen, 0)), t('total')),
    line('perProjectCap', yuan(of.perProjectCap), t('perProjectCap')),
    line('maxShare', of.maxSharePct === null ? t('none') : t('maxShareIs', { n: of.maxSharePct }), t('maxShare')),
    ...of.schedule.map(({ percent, release, milestone = '' }, place) =>
      line(
        `instalment ${place}`,
        t('instalmentIs', { percent, release: t(release, { milestone }) }),
        t('instalment', { n: place + 1 }),
      ),
    ),
  ];
  const scoring = (of: RoundConfiguration): ConfigurationLine[] => {
    const { criteria, aggregation, judgesMin, rounding, tieBreak, floor, awardRule, blind = false } = of.scoring;
    return [
      ...criteria.map((one) => line(`criterion ${one.id}`, t('points', { n: one.max }), label(named(one)))),
      line('aggregation', t(aggregation), t('aggregation')),
      line('judgesMin', t('judgesIs', { n: judgesMin }), t('judgesMin')),
      line('rounding', t('roundingIs', { n: rounding.decimals }), t('rounding')),
      line(
        'tieBreak',
        tieBreak.length === 0 ? t('noTieBreak') : tieBreak.map((rule) => tie(rule, of)).join(mark),
        t('tieBreak'),
      ),
      line('floor', t('floorIs', { n: floor }), t('floor')),
      line('awardRule', t(awardRule), t('awardRule')),
      line('blind', t(blind ? 'blindYes' : 'blindNo'), t('blind')),
    ];
  };
  const time = (of: RoundConfiguration): ConfigurationLine[] => {
    const { callOpens, callCloses, presentationOn } = of.calendar;
    const call = { from: minuteOf(callOpens, language), to: minuteOf(callCloses, language) };
    return [
      line('call', t('callIs', call), t('call')),
      ...(presentationOn === undefined
        ? []
        : [line('presentationOn', dayOf(midnight(presentationOn), language), t('presentationOn'))]),
      line('screenWD', t('days', { n: of.screenWD }), t('screenWD')),
      line('publicityWD', t('days', { n: of.publicityWD }), t('publicityWD')),
      line('signWD', t('days', { n: of.signWD }), t('signWD')),
      line('execution', t('months', { n: of.executionMonths }), t('execution')),
    ];
  };
  return (of: RoundConfiguration, names: ConfigurationNames): ConfigurationSection[] => [
    { key: 'BASIS', lines: basis(of, names) },
    { key: 'TIME', lines: time(of) },
    { key: 'CLASSES', lines: classes(of) },
    { key: 'MONEY', lines: money(of) },
    { key: 'SCORING', lines: scoring(of) },
  ];
}

/** A criterion's English name may be left out. */
const named = ({ zh, en }: { readonly zh: string; readonly en?: string | undefined }) => ({ zh, en: en ?? zh });
