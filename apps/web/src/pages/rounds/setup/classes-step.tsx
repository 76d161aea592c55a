import { Checkbox } from 'antd';

import { PROJECT_CLASSES, VENTURE_THEMES } from '#domain/venture-round/terms.js';
import { YuanField } from '../../../parts/yuan-field.js';
import { useLabel, useTexts } from '../../../text/language.js';
import { CONFIGURATION_TEXTS } from '../configuration-words.js';
import { Count, SetupField } from './fields.js';
import type { StepProps } from './fields.js';
import type { ClassForm } from './form-data.js';
import { Wrong } from './wrong.js';

const TEXTS = {
  classes: ['项目类别', 'Classes of projects'],
  has: ['设{name}', 'There are {name}s'],
  quota: ['资助名额', 'Quota'],
  quotaOf: ['{name}资助名额', 'Quota of {name}s'],
  empty: ['不填:不限', 'empty: no limit'],
  places: ['个', ''],
  cap: ['单个项目上限', 'Cap of a project'],
  capOf: ['{name}单个上限', 'Cap of a {name}'],
  capEmpty: ['不填:按本届单个项目上限', "empty: the round's cap"],
  scored: ['由评委评分', 'Judges score it'],
  fundable: ['可使用公共资金(须评分)', 'May take public money (is scored then)'],
  themesHint: ['福彩公益金只用于扶老、助残、救孤、济困领域', 'The lottery welfare fund pays only for its own purposes'],
  perProjectCap: ['本届单个项目上限', 'Cap of a project in this round'],
} as const;

/** Which projects there can be: themes, classes, quotas and caps. */
export function ClassesStep({ form, change, faults }: StepProps) {
  const t = useTexts(TEXTS);
  const word = useTexts(CONFIGURATION_TEXTS);
  const label = useLabel();
  return (
    <>
      <SetupField field="themes" label={word('themes')} faults={faults} hint={t('themesHint')}>
        <Checkbox.Group
          className="choices"
          value={form.themes}
          options={VENTURE_THEMES.map(({ slug, ...names }) => ({ value: slug, label: label(names) }))}
          onChange={(chosen) =>
            change({ themes: VENTURE_THEMES.flatMap(({ slug }) => (chosen.includes(slug) ? [slug] : [])) })
          }
        />
      </SetupField>
      <SetupField field="perProjectCap" label={t('perProjectCap')} faults={faults}>
        <YuanField
          id="perProjectCap"
          label={t('perProjectCap')}
          value={form.perProjectCap}
          onChange={(perProjectCap) => change({ perProjectCap })}
        />
      </SetupField>
      <h3>{t('classes')}</h3>
      <div className="rounds-cards">
        {PROJECT_CLASSES.map(({ slug, ...names }) => (
          <ClassCard
            key={slug}
            name={label(names)}
            rule={form.classes.find((one) => one.class === slug)}
            begin={{ class: slug, quota: null, cap: null, scored: true, fundable: true }}
            onChange={(rule) =>
              change({
                classes: PROJECT_CLASSES.flatMap((term) =>
                  term.slug === slug ? (rule ?? []) : form.classes.filter((one) => one.class === term.slug),
                ),
              })
            }
          />
        ))}
      </div>
      <Wrong faults={faults} of="classes" />
    </>
  );
}

interface CardProps {
  readonly name: string;
  readonly rule: ClassForm | undefined;
  readonly begin: ClassForm;
  readonly onChange: (rule: ClassForm | undefined) => void;
}

function ClassCard({ name, rule, begin, onChange }: CardProps) {
  const t = useTexts(TEXTS);
  return (
    <fieldset className="rounds-card">
      <legend>
        <Checkbox checked={rule !== undefined} onChange={({ target }) => onChange(target.checked ? begin : undefined)}>
          {t('has', { name })}
        </Checkbox>
      </legend>
      {rule === undefined ? null : (
        <>
          <label htmlFor={`quota-${rule.class}`}>{t('quota')}</label>
          <Count
            id={`quota-${rule.class}`}
            label={t('quotaOf', { name })}
            value={rule.quota}
            min={0}
            max={10_000}
            unit={t('places')}
            onChange={(quota) => onChange({ ...rule, quota: quota ?? null })}
          />
          <small className="muted">{t('empty')}</small>
          <label htmlFor={`cap-${rule.class}`}>{t('cap')}</label>
          <YuanField
            id={`cap-${rule.class}`}
            label={t('capOf', { name })}
            value={rule.cap ?? undefined}
            onChange={(cap) => onChange({ ...rule, cap: cap ?? null })}
          />
          <small className="muted">{t('capEmpty')}</small>
          <Checkbox
            checked={rule.scored}
            onChange={({ target }) =>
              onChange({ ...rule, scored: target.checked, fundable: target.checked && rule.fundable })
            }
          >
            {t('scored')}
          </Checkbox>
          <Checkbox
            checked={rule.fundable}
            onChange={({ target }) =>
              onChange({ ...rule, fundable: target.checked, scored: target.checked || rule.scored })
            }
          >
            {t('fundable')}
          </Checkbox>
        </>
      )}
    </fieldset>
  );
}
