import { useQuery } from '@tanstack/react-query';
import { Checkbox, Form } from 'antd';
import { useEffect } from 'react';

import { Shown } from '../../../parts/query-state.js';
import { useLabel, useTexts } from '../../../text/language.js';
import { projectQuery } from '../../rounds/queries.js';
import type { ActFieldsProps } from '../matter.js';
import '../../rounds/rounds.css';

const TEXTS = {
  checks: ['依据的核对项', 'Checks that it rests on'],
  failed: ['(系统核对未通过)', '(failed)'],
  hint: [
    '不以核对项为依据的,可以不选,在意见中写明理由。',
    'Choose none where it rests on something else, and say so in the reasons.',
  ],
} as const;

/** 拟不予入围: the checks that failed are chosen to begin with. */
export function RefusalFields({ view, form }: ActFieldsProps) {
  const t = useTexts(TEXTS);
  const label = useLabel();
  const project = useQuery(projectQuery(view.caseNo));
  const failed = project.data?.screening?.checks.filter(({ passed }) => !passed).map(({ check }) => check);
  const chosen = failed?.join(' ');
  useEffect(() => {
    if (chosen !== undefined) form.setFieldValue(['facts', 'checks'], chosen === '' ? [] : chosen.split(' '));
  }, [form, chosen]);
  return (
    <Shown query={project}>
      {({ screening }) => (
        <Form.Item name={['facts', 'checks']} label={t('checks')} extra={t('hint')} initialValue={[]}>
          <Checkbox.Group
            className="rounds-options"
            options={(screening?.checks ?? []).map(({ check, passed, clauseZh, clauseEn }) => ({
              value: check,
              label: `${label({ zh: clauseZh, en: clauseEn })}${passed ? '' : t('failed')}`,
            }))}
          />
        </Form.Item>
      )}
    </Shown>
  );
}
