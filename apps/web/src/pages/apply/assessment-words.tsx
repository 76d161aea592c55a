import { useLabel, useLanguage, useTexts } from '../../text/language.js';
import { dayOf } from '../../text/time.js';
import type { Assessment } from './wizard.js';

const TEXTS = {
  yes: ['符合条件,可以申请。', 'You qualify.'],
  no: ['目前不符合条件。', 'You do not qualify at present.'],
  counted: ['计入 {n} 名正式党员', '{n} full members count'],
  excluded: ['不计入的人员', 'Who does not count'],
  instead: ['可以改为', 'What you can do instead'],
  warnings: ['请注意', 'Please note'],
  approver: ['将由“{name}”批复。', 'It will be decided by {name}.'],
  passed: ['不由 {names} 批复:其没有审批权限。', '{names} has no power to decide.'],
  term: [
    '如今日批复,任期为 {from} 至 {to}(与理事会任期一致)。',
    'If replied to today, the term is {from} to {to}, as the council’s.',
  ],
  nobody: ['(未在册人员)', '(not on record)'],
} as const;

/** Who counts, who does not and why, who decides, what can be done instead. */
export function AssessmentWords({ assessment }: { readonly assessment: Assessment }) {
  const t = useTexts(TEXTS);
  const label = useLabel();
  const language = useLanguage();
  const { eligible, counted, countedPersons, excluded, problems, warnings, alternatives, approver, passedOver, term } =
    assessment;
  const comma = language === 'zh' ? '、' : ', ';
  return (
    <div className="assessment">
      <p className={eligible ? 'told told-good' : 'told told-late'}>{t(eligible ? 'yes' : 'no')}</p>
      {problems.map((problem) => (
        <p key={problem.code} className="field-error">
          {language === 'zh' ? problem.messageZh : problem.messageEn}
        </p>
      ))}
      <p>
        <b>{t('counted', { n: counted })}</b> {countedPersons.map(({ name }) => name ?? t('nobody')).join(comma)}
      </p>
      {excluded.length > 0 ? (
        <Listed
          title={t('excluded')}
          rows={excluded.map((person) => `${person.name ?? t('nobody')}：${label(person)}`)}
        />
      ) : null}
      {warnings.length > 0 ? <Listed title={t('warnings')} rows={warnings.map(label)} /> : null}
      {alternatives.length > 0 ? <Listed title={t('instead')} rows={alternatives.map(label)} /> : null}
      {approver === null ? null : <p>{t('approver', { name: approver.name })}</p>}
      {passedOver.length === 0 ? null : (
        <p className="muted">{t('passed', { names: passedOver.map(({ name }) => name).join(comma) })}</p>
      )}
      {term === null ? null : (
        <p className="muted">
          {t('term', { from: dayOf(term.termStart, language), to: dayOf(term.termEnd, language) })}
        </p>
      )}
    </div>
  );
}

function Listed({ title, rows }: { readonly title: string; readonly rows: readonly string[] }) {
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {rows.map((row, place) => (
          <li key={`${place} ${row}`}>{row}</li>
        ))}
      </ul>
    </>
  );
}
