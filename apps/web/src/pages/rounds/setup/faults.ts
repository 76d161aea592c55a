import type { z } from 'zod';

import { configurationFaults } from '#domain/venture-round/configuration-faults.rule.js';
import { RoundConfiguration } from '#domain/venture-round/round-configuration.js';
import { aRound } from '#domain/venture-round/round.example.js';
import { DEFAULT_SETTINGS } from '#domain/venture-round/settings.js';
import { issueWords } from '../../../text/issue-words.js';
import { fieldKey, FIELD_TEXTS } from '../configuration-words.js';
import type { ConfigurationField } from '../configuration-words.js';
import { filledRound } from './form-data.js';
import type { RoundForm } from './form-data.js';

export const STEPS = ['BASIS', 'CLASSES', 'MONEY', 'SCORING', 'TIME', 'CHECK'] as const;
export type Step = (typeof STEPS)[number];

/** Something that keeps the configuration from being handed in, in words, and the step in which it is mended. */
export interface Fault {
  /** Path of the field. */
  readonly field: string;
  readonly step: Step;
  readonly words: readonly [zh: string, en: string];
}

type Words = readonly [zh: string, en: string];

const STEP_OF: Readonly<Record<ConfigurationField, Step>> = {
  series: 'BASIS',
  edition: 'BASIS',
  title: 'BASIS',
  hosts: 'BASIS',
  divisionCode: 'BASIS',
  perOrganisation: 'BASIS',
  themes: 'CLASSES',
  classes: 'CLASSES',
  perProjectCap: 'CLASSES',
  sources: 'MONEY',
  maxSharePct: 'MONEY',
  schedule: 'MONEY',
  scoring: 'SCORING',
  calendar: 'TIME',
  screenWD: 'TIME',
  publicityWD: 'TIME',
  signWD: 'TIME',
  executionMonths: 'TIME',
  OTHER: 'CHECK',
};

/** Names of what lies inside a field. */
const PARTS: Readonly<Record<string, Words>> = {
  budgetFen: ['预算', 'budget'],
  themes: ['领域', 'themes'],
  percent: ['比例', 'share'],
  milestone: ['里程碑', 'milestone'],
  zh: ['名称', 'name'],
  max: ['满分', 'maximum'],
  criteria: ['评分项', 'criteria'],
  judgesMin: ['评委人数', 'judges'],
  decimals: ['小数位数', 'decimals'],
  floor: ['最低分', 'floor'],
  quota: ['名额', 'quota'],
  cap: ['上限', 'cap'],
  callOpens: ['征集开始', 'start of the call'],
  callCloses: ['征集截止', 'end of the call'],
  presentationOn: ['路演日期', 'presentation'],
};

/** The configuration, once it is of the form. */
export const configurationOf = (form: RoundForm): RoundConfiguration | null =>
  RoundConfiguration.safeParse({ version: 1, ...filledRound(form) }).data ?? null;

/**
 * Everything that is wrong at once, by the very schema and rules by which the server checks it. Fields that are not of the form yet do not hide the
 * faults of the others: the rules look at an example in their place, and nothing is said of it.
 */
export function faultsOf(form: RoundForm): Fault[] {
  const data: Record<string, unknown> = { version: 1, ...filledRound(form) };
  const parsed = RoundConfiguration.safeParse(data);
  const issues = parsed.success ? [] : parsed.error.issues;
  const unread = new Set(issues.map(({ path }) => String(path[0] ?? '')));
  const read = Object.fromEntries(Object.entries(data).filter(([field]) => !unread.has(field)));
  const whole = RoundConfiguration.safeParse({ ...aRound(), ...read });
  const rules = whole.success ? configurationFaults(whole.data, DEFAULT_SETTINGS) : [];
  return [
    ...issues.map(faultOf),
    ...rules
      .filter(({ field }) => !unread.has(field.split('.')[0] ?? ''))
      .map(({ field, zh, en }) => ({ field, step: stepOf(field), words: [zh, en] as const })),
  ];
}

const stepOf = (field: string): Step => STEP_OF[fieldKey(field.split('.')[0] ?? '')];

function faultOf(issue: z.core.$ZodIssue): Fault {
  const field = issue.path.map(String).join('.');
  const [zh, en] = issueWords(issue);
  const [nameZh, nameEn] = nameOf(issue.path);
  return { field, step: stepOf(field), words: [`${nameZh}:${zh}`, `${nameEn}: ${en}`] };
}

/** 资金来源第 2 项的预算. */
function nameOf(path: readonly PropertyKey[]): Words {
  const [zh, en] = FIELD_TEXTS[fieldKey(String(path[0] ?? ''))];
  const rest = path.slice(1).map((part): Words => {
    if (typeof part === 'number') return [`第 ${part + 1} 项`, ` no. ${part + 1}`];
    const [partZh, partEn] = PARTS[String(part)] ?? ['', ''];
    return [partZh, partEn === '' ? '' : `, ${partEn}`];
  });
  return [[zh, ...rest.map(([word]) => word)].join(''), [en, ...rest.map(([, word]) => word)].join('')];
}
