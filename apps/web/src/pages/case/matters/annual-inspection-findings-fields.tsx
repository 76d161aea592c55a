import { Checkbox, Form } from 'antd';

import { useTexts } from '../../../text/language.js';

const TEXTS = {
  about: ['发现的问题(没有的不选)', 'What was found; leave out what was not'],
  illegalActivity: ['存在违法活动(不合格)', 'Illegal activity (FAIL)'],
  assetMisuse: ['侵占、私分或者挪用资产(不合格)', 'Misuse of assets (FAIL)'],
  inspectionRefused: ['拒绝接受检查(不合格)', 'Refusal of inspection (FAIL)'],
  minorFinanceDefects: ['财务管理轻微不规范(最高为基本合格)', 'Minor finance defects (BASIC_PASS at most)'],
} as const;

const FINDINGS = ['illegalActivity', 'assetMisuse', 'inspectionRefused', 'minorFinanceDefects'] as const;

/** What the review found; each is a yes or a no. */
export function FindingsFields() {
  const t = useTexts(TEXTS);
  return (
    <fieldset className="return-fieldset">
      <legend>{t('about')}</legend>
      {FINDINGS.map((finding) => (
        <Form.Item
          key={finding}
          name={['facts', finding]}
          valuePropName="checked"
          initialValue={false}
          className="return-finding"
        >
          <Checkbox>{t(finding)}</Checkbox>
        </Form.Item>
      ))}
    </fieldset>
  );
}
