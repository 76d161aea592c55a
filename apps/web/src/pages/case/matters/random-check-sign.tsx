import { Form, Radio } from 'antd';

import { useTexts } from '../../../text/language.js';
import { RANDOM_CHECK_WORDS } from './random-check-words.js';

const TEXTS = {
  label: ['检查表是否属实', 'Is the sheet as it was'],
  wanted: ['请选择', 'Choose one'],
} as const;

/** Whether an inspector signs the sheet that another one filed. */
export function SignField() {
  const t = useTexts(TEXTS);
  const value = useTexts(RANDOM_CHECK_WORDS.values);
  return (
    <Form.Item name={['facts', 'answer']} label={t('label')} rules={[{ required: true, message: t('wanted') }]}>
      <Radio.Group className="choices">
        <Radio value="CONFIRM">{value('CONFIRM')}</Radio>
        <Radio value="DECLINE">{value('DECLINE')}</Radio>
      </Radio.Group>
    </Form.Item>
  );
}
