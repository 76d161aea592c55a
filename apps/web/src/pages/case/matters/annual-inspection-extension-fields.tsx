import { useQuery } from '@tanstack/react-query';
import { Form, Radio } from 'antd';

import { Shown } from '../../../parts/query-state.js';
import { useLanguage, useTexts } from '../../../text/language.js';
import { dayOf } from '../../../text/time.js';
import { returnQuery } from '../../returns/return-queries.js';
import type { ActFieldsProps } from '../matter.js';

const TEXTS = {
  asked: ['申请延期至{until},原应报日{due}、截止日{closes}。', 'Asked until {until}; due {due}, closes {closes}.'],
  verdict: ['决定', 'Decision'],
  GRANT: ['同意延期', 'Grant'],
  REFUSE: ['不同意', 'Refuse'],
  wanted: ['请选择', 'Choose'],
} as const;

/** Granting an extension or not, beside the day that was asked for. */
export function DecideExtensionFields({ view }: ActFieldsProps) {
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const theirs = useQuery(returnQuery(view.caseNo));
  return (
    <>
      <Shown query={theirs}>
        {({ extensionAsked, due, closes }) =>
          extensionAsked === null ? null : (
            <p>
              {t('asked', {
                until: dayOf(extensionAsked, language),
                due: dayOf(due, language),
                closes: dayOf(closes, language),
              })}
            </p>
          )
        }
      </Shown>
      <Form.Item name={['facts', 'verdict']} label={t('verdict')} rules={[{ required: true, message: t('wanted') }]}>
        <Radio.Group className="choices">
          <Radio value="GRANT">{t('GRANT')}</Radio>
          <Radio value="REFUSE">{t('REFUSE')}</Radio>
        </Radio.Group>
      </Form.Item>
    </>
  );
}
