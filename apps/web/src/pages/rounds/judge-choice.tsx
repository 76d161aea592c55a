import { Checkbox } from 'antd';
import { useState } from 'react';

import { VENTURE_THEMES } from '#domain/venture-round/terms.js';
import { labelOf } from '#domain/terms/term.js';
import { Choice } from '../../parts/choice.js';
import { useLabel, useTexts } from '../../text/language.js';
import type { Judge } from './judge-queries.js';

const TEXTS = {
  field: ['专业领域', 'Field'],
  allFields: ['全部领域', 'Every field'],
  all: ['全选所列 {n} 人', 'All {n} of them'],
  chosen: ['已选 {n} 人', '{n} chosen'],
  none: ['没有可选的评委。', 'There is no judge to choose.'],
} as const;

interface Props {
  readonly judges: readonly Judge[];
  readonly chosen: readonly string[];
  readonly onChange: (judgeIds: string[]) => void;
}

/** Several judges of the pool, with fields and employer; narrowed down by field. */
export function JudgeChoice({ judges, chosen, onChange }: Props) {
  const t = useTexts(TEXTS);
  const label = useLabel();
  const fieldsOf = useFields();
  const [field, setField] = useState<string>();
  const shown = judges.filter(({ fields }) => field === undefined || fields.includes(field));
  const put = (ids: readonly string[], isIn: boolean) =>
    onChange([...chosen.filter((id) => !ids.includes(id)), ...(isIn ? ids : [])]);
  return (
    <div className="rounds-judges">
      <div className="rounds-add">
        <Choice
          label={t('field')}
          value={field}
          empty={t('allFields')}
          options={VENTURE_THEMES.map(({ slug, ...names }) => ({ value: slug, label: label(names) }))}
          onChange={setField}
        />
        <Checkbox
          checked={shown.length > 0 && shown.every(({ id }) => chosen.includes(id))}
          onChange={({ target }) =>
            put(
              shown.map(({ id }) => id),
              target.checked,
            )
          }
        >
          {t('all', { n: shown.length })}
        </Checkbox>
        <span className="muted">{t('chosen', { n: chosen.length })}</span>
      </div>
      {shown.length === 0 ? <p className="muted">{t('none')}</p> : null}
      <ul className="rounds-judge-list">
        {shown.map(({ id, name, fields, employerName }) => (
          <li key={id}>
            <Checkbox checked={chosen.includes(id)} onChange={({ target }) => put([id], target.checked)}>
              {name}
              <small className="muted">{[fieldsOf(fields), employerName].filter(Boolean).join(' · ')}</small>
            </Checkbox>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Reads fields of judges or themes of projects. */
export function useFields() {
  const label = useLabel();
  return (fields: readonly string[]): string =>
    fields.map((field) => label(labelOf(VENTURE_THEMES, field))).join(label({ zh: '、', en: ', ' }));
}
