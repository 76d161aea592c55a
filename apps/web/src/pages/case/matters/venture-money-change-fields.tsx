import { useQuery } from '@tanstack/react-query';
import { Form, Radio } from 'antd';

import { Shown } from '../../../parts/query-state.js';
import { useTexts } from '../../../text/language.js';
import { ChangeWords } from '../../projects/execution/change-words.js';
import { progressQuery } from '../../projects/queries.js';
import type { ActFieldsProps } from '../matter.js';

const TEXTS = {
  asked: ['申请的变更', 'What is asked for'],
  verdict: ['决定', 'Decision'],
  wanted: ['请选择', 'Choose'],
  AGREE: ['同意', 'Agree'],
  REFUSE: ['不同意', 'Refuse'],
} as const;

/** What is asked for beside the decision. */
export function ChangeFields({ view }: ActFieldsProps) {
  const t = useTexts(TEXTS);
  const progress = useQuery(progressQuery(view.caseNo));
  return (
    <>
      <h3>{t('asked')}</h3>
      <Shown query={progress}>
        {({ changes }) => (
          <>
            {changes
              .filter(({ status }) => status === 'REQUESTED')
              .map((change) => (
                <ChangeWords key={change.id} change={change} />
              ))}
          </>
        )}
      </Shown>
      <Form.Item name={['facts', 'verdict']} label={t('verdict')} rules={[{ required: true, message: t('wanted') }]}>
        <Radio.Group
          className="choices"
          options={(['AGREE', 'REFUSE'] as const).map((value) => ({ value, label: t(value) }))}
        />
      </Form.Item>
    </>
  );
}
