import { z } from 'zod';

import { labelOf } from '#domain/terms/term.js';
import { Objective, ProjectApplication } from '#domain/venture-round/application-form.js';
import { PROJECT_CLASSES, VENTURE_THEMES } from '#domain/venture-round/terms.js';
import '../../api/no-run-time-code.js';
import { FileLink } from '../../parts/file-link.js';
import { StackTable } from '../../parts/stack-table.js';
import { useLabel, useLanguage, useTexts } from '../../text/language.js';
import { yuanOf } from '../../text/money.js';
import type { MyProject, Pack } from './queries.js';

const TEXTS = {
  blind: ['盲评:不显示申报单位、人员与附件。', 'Blind: applicant, people and attachments are not shown.'],
  organisation: ['申报单位', 'Applicant'],
  class: ['类别', 'Class'],
  themes: ['领域', 'Themes'],
  requested: ['申请金额', 'Asked for'],
  own: ['自筹', 'Own funds'],
  beneficiaries: ['受益对象', 'For whom'],
  people: ['{group},{persons} 人、{times} 人次', '{group}: {persons} persons, {times} times'],
  need: ['需求', 'Need'],
  objectives: ['目标', 'Objectives'],
  activities: ['活动计划', 'Activities'],
  times: ['({month}，共 {times} 次)', '({month}, {times} times)'],
  budget: ['预算', 'Budget'],
  item: ['项目', 'Item'],
  quantity: ['数量', 'Quantity'],
  price: ['单价', 'Price'],
  amount: ['金额', 'Amount'],
  source: ['来源', 'From'],
  GRANT: ['申请资金', 'grant'],
  OWN: ['自筹', 'own'],
  OTHER: ['其他', 'other'],
  risks: ['风险与应对', 'Risks'],
  party: ['党建引领', 'Party building'],
  files: ['附件', 'Attachments'],
} as const;

const { shape } = ProjectApplication;
const { unitPriceFen, amountFen } = shape.budget.element.shape;
const Budget = z.array(z.object({ ...shape.budget.element.shape, unitPriceFen, amountFen }));
/** What a judge may read of an application; what is not as it should be is left out rather than shown raw. */
const Readable = z.object({
  class: z.string().optional().catch(undefined),
  themes: z.array(z.string()).catch([]),
  need: z.string().catch(''),
  beneficiaries: shape.beneficiaries.optional().catch(undefined),
  objectives: z.array(Objective).catch([]),
  activities: shape.activities.catch([]),
  budget: Budget.catch([]),
  requestedFen: z.number().optional().catch(undefined),
  ownFundsFen: z.number().optional().catch(undefined),
  risks: z.string().catch(''),
  partyContribution: z.string().catch(''),
});
type Readable = z.output<typeof Readable>;

/** The project as the judge reads it. */
export function PackText({ pack, project }: { readonly pack: Pack; readonly project: MyProject | undefined }) {
  const t = useTexts(TEXTS);
  const label = useLabel();
  const language = useLanguage();
  const application = Readable.parse(pack.application);
  const { beneficiaries } = application;
  const rows: [string, string][] = [
    [t('organisation'), pack.organisationName ?? ''],
    [t('class'), label(labelOf(PROJECT_CLASSES, project?.class ?? application.class ?? ''))],
    [t('themes'), application.themes.map((theme) => label(labelOf(VENTURE_THEMES, theme))).join('、')],
    [t('requested'), application.requestedFen === undefined ? '' : yuanOf(application.requestedFen, language)],
    [t('own'), application.ownFundsFen === undefined ? '' : yuanOf(application.ownFundsFen, language)],
    [
      t('beneficiaries'),
      beneficiaries === undefined
        ? ''
        : t('people', {
            group: beneficiaries.group,
            persons: beneficiaries.persons,
            times: beneficiaries.personTimes,
          }),
    ],
    [t('need'), application.need],
    [t('party'), application.partyContribution],
    [t('risks'), application.risks],
  ];
  return (
    <>
      {pack.blind ? <p className="hint">{t('blind')}</p> : null}
      <dl className="facts">
        {rows
          .filter(([, words]) => words !== '')
          .map(([name, words]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd className="prose">{words}</dd>
            </div>
          ))}
      </dl>
      <Plans application={application} />
      <BudgetTable lines={application.budget} />
      {pack.files.length === 0 ? null : <h3>{t('files')}</h3>}
      {pack.files.map(({ uploadId, name }) => (
        <FileLink key={uploadId} address={`/api/v1/uploads/${uploadId}`} name={name} />
      ))}
    </>
  );
}

function Plans({ application: { objectives, activities } }: { readonly application: Readable }) {
  const t = useTexts(TEXTS);
  return (
    <>
      {objectives.length === 0 ? null : <h3>{t('objectives')}</h3>}
      <ul className="judging-list">
        {objectives.map(({ indicator, target, unit }) => (
          <li key={indicator}>
            {indicator} <b>{target}</b> {unit}
          </li>
        ))}
      </ul>
      {activities.length === 0 ? null : <h3>{t('activities')}</h3>}
      <ul className="judging-list">
        {activities.map(({ name, month, times }) => (
          <li key={`${name} ${month}`}>
            {name} <span className="muted">{t('times', { month, times })}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function BudgetTable({ lines }: { readonly lines: Readable['budget'] }) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  if (lines.length === 0) return null;
  return (
    <>
      <h3>{t('budget')}</h3>
      <StackTable
        columns={[
          { name: t('item') },
          { name: t('quantity'), number: true },
          { name: t('price'), number: true },
          { name: t('amount'), number: true },
          { name: t('source') },
        ]}
      >
        {lines.map((line) => (
          <tr key={`${line.category} ${line.item}`}>
            <th scope="row">
              {line.item}
              <small className="muted">{line.category}</small>
            </th>
            <td className="number" data-name={t('quantity')}>
              {line.quantity}
            </td>
            <td className="number" data-name={t('price')}>
              {yuanOf(line.unitPriceFen, language)}
            </td>
            <td className="number" data-name={t('amount')}>
              {yuanOf(line.amountFen, language)}
            </td>
            <td data-name={t('source')}>{t(line.source)}</td>
          </tr>
        ))}
      </StackTable>
    </>
  );
}
