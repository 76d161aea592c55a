import { Form, Radio } from 'antd';

import { usePages } from '../../../api/use-pages.js';
import { useTexts } from '../../../text/language.js';
import { ObjectionWords } from '../../projects/awards/objection-words.js';
import '../../projects/projects.css';
import { readObjections } from '../../projects/queries.js';
import type { ActFieldsProps } from '../matter.js';

const TEXTS = {
  result: ['结论', 'Result'],
  UPHELD: ['异议成立', 'Upheld'],
  REJECTED: ['异议不成立', 'Rejected'],
  remedy: ['处理', 'Remedy'],
  OUT: ['项目退出', 'The project is out'],
  AGAIN: ['重新评议', 'It is looked at again'],
  wanted: ['请选择', 'Choose'],
} as const;

/** The objection beside its answer; what becomes of the project is asked only where the objection was right. */
export function ObjectionFields({ view, action, form }: ActFieldsProps) {
  const t = useTexts(TEXTS);
  const pages = usePages(['live', 'round', view.caseNo, 'objections'], readObjections(view.caseNo));
  const objection = pages.rows.find(({ taskId }) => taskId === action.taskId);
  const isUpheld = Form.useWatch(['facts', 'result'], form) === 'UPHELD';
  const options = (values: readonly (keyof typeof TEXTS)[]) => values.map((value) => ({ value, label: t(value) }));
  return (
    <>
      {objection === undefined ? null : <ObjectionWords objection={objection} />}
      <Form.Item name={['facts', 'result']} label={t('result')} rules={[{ required: true, message: t('wanted') }]}>
        <Radio.Group className="choices" options={options(['REJECTED', 'UPHELD'])} />
      </Form.Item>
      {isUpheld ? (
        <Form.Item name={['facts', 'remedy']} label={t('remedy')} rules={[{ required: true, message: t('wanted') }]}>
          <Radio.Group className="choices" options={options(['OUT', 'AGAIN'])} />
        </Form.Item>
      ) : null}
    </>
  );
}
