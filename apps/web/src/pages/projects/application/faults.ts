import type { z } from 'zod';

import { ProjectApplication } from '#domain/venture-round/application-form.js';
import { budgetFaults } from '#domain/venture-round/budget.rule.js';
import type { BudgetFault } from '#domain/venture-round/budget.rule.js';
import type { RoundConfiguration } from '#domain/venture-round/round-configuration.js';
import { issueWords } from '../../../text/issue-words.js';
import type { Texts } from '../../../text/language.js';
import { typedYuanOf } from '../../../text/money.js';
import { projectDataOf } from './form-data.js';
import type { ProjectForm } from './form-data.js';

export const STEPS = ['PROJECT', 'PEOPLE', 'INDICATORS', 'BUDGET', 'PAPERS', 'CHECK'] as const;
export type Step = (typeof STEPS)[number];

/** Names of fields, for labels and for what is still wrong. */
export const FIELD_TEXTS = {
  title: ['项目名称', 'Title'],
  class: ['项目类别', 'Class'],
  themes: ['项目领域(1 至 3 项)', 'Themes (one to three)'],
  siteDivision: ['实施地', 'Where it takes place'],
  need: ['项目需求', 'The need'],
  beneficiaries: ['服务对象', 'Whom it serves'],
  leader: ['项目负责人', 'Leader'],
  team: ['项目团队', 'Team'],
  objectives: ['绩效指标', 'Indicators'],
  activities: ['活动计划', 'Planned activities'],
  budget: ['预算明细', 'Budget'],
  requestedFen: ['申请资助金额', 'Amount asked for'],
  ownFundsFen: ['自筹金额', 'Own funds'],
  risks: ['风险与应对', 'Risks'],
  partyContribution: ['党建引领与党员作用', 'What members contribute'],
  pledgeUploadId: ['承诺书', 'Pledge'],
  attachmentUploadIds: ['其他附件', 'Other files'],
  OTHER: ['其他', 'Other'],
} as const satisfies Texts;
export type Field = keyof typeof FIELD_TEXTS;

const STEP_OF: Readonly<Record<Field, Step>> = {
  title: 'PROJECT',
  class: 'PROJECT',
  themes: 'PROJECT',
  siteDivision: 'PROJECT',
  need: 'PROJECT',
  beneficiaries: 'PROJECT',
  leader: 'PEOPLE',
  team: 'PEOPLE',
  objectives: 'INDICATORS',
  activities: 'INDICATORS',
  budget: 'BUDGET',
  requestedFen: 'BUDGET',
  ownFundsFen: 'BUDGET',
  risks: 'PAPERS',
  partyContribution: 'PAPERS',
  pledgeUploadId: 'PAPERS',
  attachmentUploadIds: 'PAPERS',
  OTHER: 'CHECK',
};

/** Something that keeps the form from being sent, in words, and the step in which it is mended. */
export interface Fault {
  readonly field: Field;
  readonly step: Step;
  readonly words: readonly [zh: string, en: string];
}

/** What keeps the application from being sent: the very schema and the very rule of budgets by which the server checks it. */
export function faultsOf(form: ProjectForm, round: RoundConfiguration): Fault[] {
  const { roundNo: _round, ...data } = projectDataOf(form, '-');
  const parsed = ProjectApplication.safeParse(data);
  const faults = parsed.success
    ? budgetFaults(parsed.data, round).map(ofBudget)
    : parsed.error.issues.map((issue) => {
        const field = fieldOf(String(issue.path[0] ?? ''));
        return { field, step: STEP_OF[field], words: wordsOf(issue) };
      });
  return faults.filter(({ field }, place) => faults.findIndex((one) => one.field === field) === place);
}

const isField = (name: string): name is Field => Object.hasOwn(FIELD_TEXTS, name);
const fieldOf = (name: string): Field => (isField(name) ? name : 'OTHER');

function ofBudget({ code, field: at, stated = 0, computed = 0, limit = 0 }: BudgetFault): Fault {
  const field = fieldOf(at.split('.')[0] ?? '');
  return { field, step: STEP_OF[field], words: budgetWords(code, { stated, computed, limit }) };
}

function budgetWords(
  code: BudgetFault['code'],
  { stated, computed, limit }: { readonly stated: number; readonly computed: number; readonly limit: number },
): Fault['words'] {
  switch (code) {
    case 'VEN_BUDGET_NOT_BALANCED':
      return [
        `填写的是 ${typedYuanOf(stated)} 元,明细合计 ${typedYuanOf(computed)} 元,相差 ${typedYuanOf(Math.abs(stated - computed))} 元`,
        `${typedYuanOf(stated)} stated, ${typedYuanOf(computed)} by the lines`,
      ];
    case 'VEN_OVER_CAP':
      return [
        `超过本届上限:最多可申请 ${typedYuanOf(limit)} 元,超出 ${typedYuanOf(stated - limit)} 元`,
        `above the cap of ${typedYuanOf(limit)}`,
      ];
    default:
      return ['所选领域在本届没有可用的资金来源', 'no source of this round pays for these themes'];
  }
}

function wordsOf(issue: z.core.$ZodIssue): Fault['words'] {
  const row = typeof issue.path[1] === 'number' ? issue.path[1] + 1 : null;
  const [zh, en] = issueWords(issue);
  return row === null ? [zh, en] : [`第 ${row} 行:${zh}`, `row ${row}: ${en}`];
}
