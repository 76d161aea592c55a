import { useQuery } from '@tanstack/react-query';
import { Form, Input } from 'antd';

import { Shown } from '../../../parts/query-state.js';
import { useTexts } from '../../../text/language.js';
import { returnQuery } from '../../returns/return-queries.js';
import { UploadIdsField } from '../../returns/upload-ids-field.js';
import type { ActFieldsProps } from '../matter.js';

const TEXTS = {
  item: ['第{n}项:{wanted}', 'Item {n}: {wanted}'],
  result: ['第{n}项的整改结果', 'Result of item {n}'],
  evidence: ['第{n}项的证明材料', 'Evidence for item {n}'],
  wanted: ['请写明整改结果', 'Say what was done'],
} as const;

const FILES_MAX = 20;

/** What was done for each item of the rectification, with its evidence. */
export function HandInFields({ view }: ActFieldsProps) {
  const t = useTexts(TEXTS);
  const theirs = useQuery(returnQuery(view.caseNo));
  return (
    <Shown query={theirs}>
      {({ rectification }) => (
        <>
          {rectification.items.map(({ itemId, wanted }, place) => (
            <fieldset key={itemId} className="return-fieldset">
              <legend>{t('item', { n: place + 1, wanted })}</legend>
              <Form.Item name={['form', 'items', place, 'itemId']} initialValue={itemId} hidden>
                <input type="hidden" />
              </Form.Item>
              <Form.Item
                name={['form', 'items', place, 'result']}
                label={t('result', { n: place + 1 })}
                rules={[{ required: true, whitespace: true, message: t('wanted') }]}
              >
                <Input.TextArea autoSize={{ minRows: 2 }} maxLength={2000} />
              </Form.Item>
              <Form.Item
                name={['form', 'items', place, 'evidenceUploadIds']}
                label={t('evidence', { n: place + 1 })}
                initialValue={[]}
              >
                <UploadIdsField label={t('evidence', { n: place + 1 })} max={FILES_MAX} />
              </Form.Item>
            </fieldset>
          ))}
        </>
      )}
    </Shown>
  );
}
