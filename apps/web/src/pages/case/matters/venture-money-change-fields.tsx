import { useQuery } from '@tanstack/react-query';
import { Form, Radio } from 'antd';

import { Shown } from '../../../parts/query-state.js';
import { useLanguage, useTexts } from '../../../text/language.js';
import { dayOf, minuteOf } from '../../../text/time.js';
import { ChangeWords } from '../../projects/execution/change-words.js';
import '../../projects/projects.css';
import { progressQuery } from '../../projects/queries.js';
import type { ActFieldsProps } from '../matter.js';

const TEXTS = {
  asked: ['申请的变更', 'What is asked for'],
  by: ['{name} 于 {at} 提出', 'asked by {name}, {at}'],
  term: ['执行期现至 {to}', 'the term ends on {to} as it is'],
  verdict: ['决定', 'Decision'],
  wanted: ['请选择', 'Choose'],
  AGREE: ['同意', 'Agree'],
  REFUSE: ['不同意', 'Refuse'],
} as const;

/** What is asked for beside the decision. */
export function ChangeFields({ view }: ActFieldsProps) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const progress = useQuery(progressQuery(view.caseNo));
  return (
    <>
      <h3>{t('asked')}</h3>
      <Shown query={progress}>
        {({ changes, term }) => (
          <ul className="projects-asked">
            {changes
              .filter(({ status }) => status === 'REQUESTED')
              .map((change) => (
                <li key={change.id}>
                  <ChangeWords change={change} />
                  <small className="muted">
                    {[
                      t('by', { name: change.askedBy, at: minuteOf(change.askedAt, language) }),
                      change.months === null || term === null ? '' : t('term', { to: dayOf(term.to, language) }),
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </small>
                </li>
              ))}
          </ul>
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
