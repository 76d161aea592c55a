import { Checkbox, Input, InputNumber, Radio } from 'antd';

import { PROJECT_CLASSES, VENTURE_THEMES } from '#domain/venture-round/terms.js';
import { useLabel, useTexts } from '../../../text/language.js';
import { Field } from './field.js';
import { SiteField } from './site-field.js';
import type { StepProps } from './wizard.js';

const TEXTS = {
  titleHint: ['4 至 60 个字;同一单位在一届中项目名称不能重复', '4 to 60 characters, once per round'],
  titleFixed: ['退回修改时不能更换项目名称', 'The title does not change'],
  needHint: ['至少 100 个字:当地有什么问题、多少人、现有服务缺什么', 'At least 100 characters'],
  written: ['已写 {n} 字', '{n} characters'],
  group: ['服务人群', 'Group'],
  persons: ['服务人数', 'Persons'],
  personTimes: ['服务人次', 'Person-times'],
} as const;

const THEMES_MAX = 3;

/** What the project is, where, and for whom. */
export function ProjectStep({ form, change, faults, round, isCorrection }: StepProps) {
  const t = useTexts(TEXTS);
  const label = useLabel();
  const { themes: offered, classes } = round.configuration;
  const { group, persons, personTimes } = form.beneficiaries;
  const whom = (part: Partial<typeof form.beneficiaries>) =>
    change((now) => ({ beneficiaries: { ...now.beneficiaries, ...part } }));
  const need = form.need ?? '';
  return (
    <>
      <Field
        field="title"
        faults={faults}
        touched={(form.title ?? '') !== ''}
        hint={t(isCorrection ? 'titleFixed' : 'titleHint')}
      >
        <Input
          id="title"
          value={form.title}
          maxLength={60}
          disabled={isCorrection}
          onChange={({ target }) => change({ title: target.value })}
        />
      </Field>
      <Field field="class" isGroup faults={faults} touched={false}>
        <Radio.Group
          id="class"
          className="choices"
          value={form.class}
          onChange={({ target }) => change({ class: PROJECT_CLASSES.find(({ slug }) => slug === target.value)?.slug })}
          options={PROJECT_CLASSES.filter(({ slug }) => classes.some((rule) => rule.class === slug)).map((term) => ({
            value: term.slug,
            label: label(term),
          }))}
        />
      </Field>
      <Field field="themes" isGroup faults={faults} touched={form.themes.length > THEMES_MAX}>
        <Checkbox.Group
          className="choices"
          value={form.themes}
          onChange={(themes) => change({ themes })}
          options={VENTURE_THEMES.filter(({ slug }) => offered.includes(slug)).map((term) => ({
            value: term.slug,
            label: label(term),
            disabled: form.themes.length >= THEMES_MAX && !form.themes.includes(term.slug),
          }))}
        />
      </Field>
      <SiteField
        value={form.siteDivision}
        round={round}
        faults={faults}
        onChange={(siteDivision) => change({ siteDivision })}
      />
      <Field
        field="need"
        faults={faults}
        touched={need !== ''}
        hint={`${t('needHint')} · ${t('written', { n: Array.from(need.trim()).length })}`}
      >
        <Input.TextArea
          id="need"
          value={need}
          maxLength={3000}
          autoSize={{ minRows: 4, maxRows: 14 }}
          onChange={({ target }) => change({ need: target.value })}
        />
      </Field>
      <Field
        field="beneficiaries"
        isGroup
        faults={faults}
        touched={(group ?? '') !== '' && persons !== undefined && personTimes !== undefined}
      >
        <div className="projects-row projects-whom">
          <span>
            <label htmlFor="beneficiaries">{t('group')}</label>
            <Input
              id="beneficiaries"
              value={group}
              maxLength={100}
              onChange={({ target }) => whom({ group: target.value })}
            />
          </span>
          <span>
            <label htmlFor="persons">{t('persons')}</label>
            <InputNumber
              min={1}
              precision={0}
              id="persons"
              value={persons ?? null}
              onChange={(n) => whom({ persons: n ?? undefined })}
            />
          </span>
          <span>
            <label htmlFor="personTimes">{t('personTimes')}</label>
            <InputNumber
              min={1}
              precision={0}
              id="personTimes"
              value={personTimes ?? null}
              onChange={(n) => whom({ personTimes: n ?? undefined })}
            />
          </span>
        </div>
      </Field>
    </>
  );
}
