import { useQuery } from '@tanstack/react-query';

import { SubmittedApplication } from '#domain/venture-round/application-form.js';
import { budgetTotal } from '#domain/venture-round/budget.rule.js';
import { PROJECT_CLASSES, VENTURE_THEMES } from '#domain/venture-round/terms.js';
import { labelOf } from '#domain/terms/term.js';
import type { CaseView } from '../../../api/case.js';
import '../../../api/no-run-time-code.js';
import { FileLink } from '../../../parts/file-link.js';
import { useLabel, useLanguage, useTexts } from '../../../text/language.js';
import { yuanOf } from '../../../text/money.js';
import '../../projects/projects.css';
import { placesIn } from '../../projects/application/places-in.js';
import { unitsQuery } from '../../rounds/queries.js';
import { Facts } from '../facts.js';
import type { CaseProps } from '../matter.js';

const TEXTS = {
  class: ['项目类别', 'Class'],
  themes: ['项目领域', 'Themes'],
  site: ['实施地', 'Where'],
  leader: ['项目负责人', 'Leader'],
  team: ['项目团队', 'Team'],
  need: ['项目需求', 'The need'],
  whom: ['服务对象', 'Whom it serves'],
  whomWords: ['{group},{persons} 人,{times} 人次', '{group}: {persons} persons, {times} person-times'],
  risks: ['风险与应对', 'Risks'],
  party: ['党建引领与党员作用', 'What members contribute'],
  pledge: ['承诺书', 'Pledge'],
  files: ['其他附件', 'Other files'],
  file: ['附件 {n}', 'file {n}'],
  objectives: ['绩效指标', 'Indicators'],
  plan: ['活动计划', 'Planned activities'],
  planned: ['{month} · {times} 次', '{month}, {times} times'],
  member: ['{name}({duty})', '{name} ({duty})'],
  budget: ['预算', 'Budget'],
  item: ['内容', 'Item'],
  quantity: ['数量', 'Quantity'],
  price: ['单价', 'Unit price'],
  amount: ['金额', 'Amount'],
  source: ['来源', 'Source'],
  GRANT: ['申请资助', 'Grant'],
  OWN: ['自筹', 'Own funds'],
  OTHER: ['其他', 'Others'],
  total: ['合计', 'Total'],
  asked: ['申请资助 {asked},自筹 {own}', '{asked} asked for, {own} of its own'],
  unknown: ['(已不在名册)', '(no longer on record)'],
} as const;

/** A place by its name with its code; the code alone where no unit is known there. */
function siteOf(code: string, units: Parameters<typeof placesIn>[1]): string {
  const place = placesIn(code, units).find(({ value }) => value === code);
  return place === undefined || place.label === code ? code : `${place.label}(${code})`;
}

interface Props {
  readonly form: SubmittedApplication;
  readonly view: CaseView;
}

/** The application of a project as it is read. */
export function VentureProjectForm({ view }: CaseProps) {
  const application = SubmittedApplication.safeParse(view.form?.data);
  return application.success ? <Application form={application.data} view={view} /> : <Facts data={view.form?.data} />;
}

function Application({ form, view }: Props) {
  const t = useTexts(TEXTS);
  const label = useLabel();
  const nameOf = (id: string) => view.people.find(({ personId }) => personId === id)?.name ?? t('unknown');
  const units = useQuery(unitsQuery);
  const { group, persons, personTimes } = form.beneficiaries;
  const rows: [string, string][] = [
    [t('class'), label(labelOf(PROJECT_CLASSES, form.class))],
    [t('themes'), form.themes.map((theme) => label(labelOf(VENTURE_THEMES, theme))).join('、')],
    [t('site'), siteOf(form.siteDivision, units.data ?? [])],
    [t('leader'), `${nameOf(form.leader.personId)} ${form.leader.phone}`],
    [t('team'), form.team.map(({ personId, duty }) => t('member', { name: nameOf(personId), duty })).join('、')],
    [t('whom'), t('whomWords', { group, persons, times: personTimes })],
    [t('need'), form.need],
    [t('party'), form.partyContribution],
    [t('risks'), form.risks],
  ];
  return (
    <>
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
      <Promised form={form} view={view} />
      <Budget form={form} view={view} />
      <Files form={form} view={view} />
    </>
  );
}

function Promised({ form }: Props) {
  const t = useTexts(TEXTS);
  return (
    <>
      <h3>{t('objectives')}</h3>
      <ul>
        {form.objectives.map(({ indicator, target, unit }) => (
          <li key={indicator}>
            {indicator}：<b>{target}</b> {unit}
          </li>
        ))}
      </ul>
      <h3>{t('plan')}</h3>
      <ul>
        {form.activities.map(({ name, month, times }) => (
          <li key={`${name} ${month}`}>
            {name}：{t('planned', { month, times })}
          </li>
        ))}
      </ul>
    </>
  );
}

function Budget({ form }: Props) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const yuan = (fen: number) => yuanOf(fen, language);
  return (
    <>
      <h3>{t('budget')}</h3>
      <p className="muted">{t('asked', { asked: yuan(form.requestedFen), own: yuan(form.ownFundsFen) })}</p>
      <div className="table-scroll">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('item')}</th>
              <th scope="col" className="number">
                {t('quantity')}
              </th>
              <th scope="col" className="number">
                {t('price')}
              </th>
              <th scope="col" className="number">
                {t('amount')}
              </th>
            </tr>
          </thead>
          <tbody>
            {form.budget.map(({ category, item, quantity, unitPriceFen, amountFen, source }, place) => (
              // Two lines may read the same; their place is what tells them apart.
              <tr key={place}>
                <th scope="row">
                  {item}
                  <small className="muted">
                    {category} · {t(source)}
                  </small>
                </th>
                <td className="number">{quantity}</td>
                <td className="number">{yuan(unitPriceFen)}</td>
                <td className="number">{yuan(amountFen)}</td>
              </tr>
            ))}
            <tr>
              <th scope="row" colSpan={3}>
                {t('total')}
              </th>
              <td className="number">
                <b>{yuan(budgetTotal(form.budget))}</b>
              </td>
            </tr>
          </tbody>
        </table>
      </div>
    </>
  );
}

function Files({ form, view }: Props) {
  const t = useTexts(TEXTS);
  const nameOf = (id: string, otherwise: string) =>
    view.files.find(({ uploadId }) => uploadId === id)?.name ?? otherwise;
  return (
    <>
      <h3 className="projects-next">{t('pledge')}</h3>
      <FileLink address={`/api/v1/uploads/${form.pledgeUploadId}`} name={nameOf(form.pledgeUploadId, t('pledge'))} />
      {form.attachmentUploadIds.length === 0 ? null : (
        <>
          <h3>{t('files')}</h3>
          {form.attachmentUploadIds.map((id, place) => (
            <FileLink key={id} address={`/api/v1/uploads/${id}`} name={nameOf(id, t('file', { n: place + 1 }))} />
          ))}
        </>
      )}
    </>
  );
}
