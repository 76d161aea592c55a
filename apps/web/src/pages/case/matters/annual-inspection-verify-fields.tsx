import { useQuery } from '@tanstack/react-query';
import { Checkbox, Form } from 'antd';

import { Shown } from '../../../parts/query-state.js';
import { useTexts } from '../../../text/language.js';
import { RectifiedItem } from '../../returns/rectified-item.js';
import { returnQuery } from '../../returns/return-queries.js';
import type { ActFieldsProps } from '../matter.js';

const TEXTS = {
  done: ['已完成整改的事项(没有完成的不选)', 'Items that are done; leave out what is not'],
  item: ['第{n}项已完成', 'item {n} is done'],
  noEvidence: ['没有证明材料,不能认定为完成', 'without evidence it cannot count as done'],
} as const;

/** Which items are done, each beside what was handed in for it. */
export function VerifyFields({ view }: ActFieldsProps) {
  const t = useTexts(TEXTS);
  const theirs = useQuery(returnQuery(view.caseNo));
  return (
    <Shown query={theirs}>
      {({ rectification: { items } }) => (
        <>
          <ol className="return-items">
            {items.map((item) => (
              <li key={item.itemId}>
                <RectifiedItem item={item} view={view} />
                {item.evidenceUploadIds.length === 0 ? <small className="due-late">{t('noEvidence')}</small> : null}
              </li>
            ))}
          </ol>
          <Form.Item name={['facts', 'done']} label={t('done')} initialValue={[]}>
            <Checkbox.Group
              className="choices"
              options={items.map(({ itemId, evidenceUploadIds }, place) => ({
                value: itemId,
                label: t('item', { n: place + 1 }),
                disabled: evidenceUploadIds.length === 0,
              }))}
            />
          </Form.Item>
        </>
      )}
    </Shown>
  );
}
