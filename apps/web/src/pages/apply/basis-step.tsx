import { Input, InputNumber, Radio } from 'antd';

import { useTexts } from '../../text/language.js';
import { Labelled } from './labelled.js';
import type { StepProps } from './wizard.js';

const TEXTS = {
  TEMP_BRANCH: ['临时党支部', 'Temporary branch'],
  TEMP_GENERAL_BRANCH: [
    '临时党总支(正式党员 50 名以上且确有需要)',
    'Temporary general branch (50 members or more, and a need)',
  ],
  nameHint: [
    '须以“临时党支部”“临时党总支”或“临时支部委员会”结尾',
    'Ends with 临时党支部, 临时党总支 or 临时支部委员会',
  ],
  suggest: ['中共{name}临时党支部', '中共{name}临时党支部'],
  sizeHint: ['登记在册 {n} 人', '{n} on record'],
} as const;

/** Kind, name and size. */
export function BasisStep({ form, change, faults, organisation }: StepProps) {
  const t = useTexts(TEXTS);
  const isGeneral = form.kind === 'TEMP_GENERAL_BRANCH';
  return (
    <>
      <Labelled field="kind" faults={faults} touched={false}>
        <Radio.Group
          id="kind"
          className="choices"
          value={form.kind}
          onChange={({ target }) =>
            change({ kind: target.value === 'TEMP_GENERAL_BRANCH' ? 'TEMP_GENERAL_BRANCH' : 'TEMP_BRANCH' })
          }
          options={[
            { value: 'TEMP_BRANCH', label: t('TEMP_BRANCH') },
            { value: 'TEMP_GENERAL_BRANCH', label: t('TEMP_GENERAL_BRANCH') },
          ]}
        />
      </Labelled>
      {isGeneral ? (
        <Labelled field="generalBranchNeed" faults={faults} touched={(form.generalBranchNeed ?? '') !== ''}>
          <Input.TextArea
            id="generalBranchNeed"
            value={form.generalBranchNeed}
            autoSize={{ minRows: 2 }}
            maxLength={1000}
            onChange={({ target }) => change({ generalBranchNeed: target.value })}
          />
        </Labelled>
      ) : null}
      <Labelled field="proposedName" faults={faults} touched={(form.proposedName ?? '') !== ''} hint={t('nameHint')}>
        <Input
          id="proposedName"
          value={form.proposedName}
          maxLength={60}
          placeholder={t('suggest', { name: organisation.name })}
          onChange={({ target }) => change({ proposedName: target.value })}
        />
      </Labelled>
      <Labelled
        field="councilSize"
        faults={faults}
        touched={form.councilSize !== undefined}
        {...(organisation.councilSize === null ? {} : { hint: t('sizeHint', { n: organisation.councilSize }) })}
      >
        <InputNumber
          id="councilSize"
          value={form.councilSize ?? null}
          min={1}
          max={500}
          precision={0}
          onChange={(value) => change({ councilSize: value ?? undefined })}
        />
      </Labelled>
    </>
  );
}
