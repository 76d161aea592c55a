import { useQuery } from '@tanstack/react-query';
import { Form } from 'antd';

import { Choice } from '../../../parts/choice.js';
import { Shown } from '../../../parts/query-state.js';
import { useTexts } from '../../../text/language.js';
import { panelQuery } from '../../rounds/judge-queries.js';
import { projectQuery } from '../../rounds/queries.js';
import type { ActFieldsProps } from '../matter.js';

const TEXTS = {
  judge: ['哪位评委的评分表', 'Whose sheet'],
  choose: ['请选择', 'Choose'],
  wanted: ['请选择评委', 'Choose the judge'],
} as const;

/** 申请解锁评分表: whose, by name. */
export function UnlockFields({ view }: ActFieldsProps) {
  const t = useTexts(TEXTS);
  const project = useQuery(projectQuery(view.caseNo));
  const panel = useQuery({ ...panelQuery(project.data?.round.caseNo ?? ''), enabled: project.data !== undefined });
  return (
    <Shown query={panel}>
      {({ items }) => (
        <Form.Item name={['facts', 'judgeId']} label={t('judge')} rules={[{ required: true, message: t('wanted') }]}>
          <JudgeField
            empty={t('choose')}
            options={items
              .filter(({ left, locked }) => !left && locked > 0)
              .map(({ judgeId, name }) => ({ value: judgeId, label: name }))}
          />
        </Form.Item>
      )}
    </Shown>
  );
}

interface Props {
  readonly empty: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (value: string | undefined) => void;
}

/** `Form.Item` gives id, value and change. */
function JudgeField({ id, value, onChange, options, empty }: Props) {
  return (
    <Choice
      {...(id === undefined ? {} : { id })}
      value={value}
      empty={empty}
      options={options}
      onChange={(next) => onChange?.(next)}
    />
  );
}
