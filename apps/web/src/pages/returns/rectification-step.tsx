import { Button, Form, Input } from 'antd';

import { useTexts } from '../../text/language.js';
import type { ReturnData } from './return-data.js';
import { OneFile, ReturnField } from './return-field.js';
import { FIELD_TEXTS } from './return-fields.js';
import type { StepProps } from './writing.js';

const TEXTS = {
  about: [
    '上年度年检结论不是合格,请逐项填写整改结果,并附整改结果材料。',
    'Last year’s conclusion was not PASS: say what was put right, and prove it.',
  ],
  one: ['第{n}项', 'Item {n}'],
  add: ['增加事项', 'Add an item'],
  remove: ['移除第{n}项', 'Remove item {n}'],
} as const;

type Last = NonNullable<ReturnData['lastYearRectification']>;
type Item = Last['items'][number];
const NONE: Last = { items: [], resultUploadId: undefined };

/** 上年度整改情况. */
export function RectificationStep(props: StepProps) {
  const t = useTexts(TEXTS);
  const name = useTexts(FIELD_TEXTS);
  const { form, change } = props;
  const last = form.lastYearRectification ?? NONE;
  const set = (make: (now: Last) => Last) =>
    change((now) => ({ lastYearRectification: make(now.lastYearRectification ?? NONE) }));
  const setItem = (place: number, make: (item: Item) => Item | null) =>
    set((now) => ({
      ...now,
      items: now.items.flatMap((item, at) => {
        const next = at === place ? make(item) : item;
        return next === null ? [] : [next];
      }),
    }));
  return (
    <>
      <p className="hint">{t('about')}</p>
      {last.items.map((item, place) => (
        <OneItem
          // Two unfinished items differ by nothing but their place.
          key={place}
          item={item}
          n={place + 1}
          onChange={(make) => setItem(place, make)}
        />
      ))}
      <p>
        <Button
          size="small"
          onClick={() =>
            set((now) => ({
              ...now,
              items: [...now.items, { item: undefined, result: undefined, uploadId: undefined }],
            }))
          }
        >
          {t('add')}
        </Button>
      </p>
      <ReturnField {...props} field="lastYearRectification.resultUploadId">
        <OneFile
          label={name('lastYearRectification.resultUploadId')}
          id={last.resultUploadId}
          onChange={(resultUploadId) => set((now) => ({ ...now, resultUploadId }))}
        />
      </ReturnField>
    </>
  );
}

interface ItemProps {
  readonly item: Item;
  readonly n: number;
  readonly onChange: (make: (item: Item) => Item | null) => void;
}

function OneItem({ item, n, onChange }: ItemProps) {
  const t = useTexts(TEXTS);
  const name = useTexts(FIELD_TEXTS);
  const one = t('one', { n });
  return (
    <fieldset className="return-fieldset">
      <legend>{one}</legend>
      <Form.Item label={name('lastYearRectification.items.item')} htmlFor={`last-item-${n}`} layout="vertical">
        <Input.TextArea
          id={`last-item-${n}`}
          autoSize={{ minRows: 1 }}
          maxLength={500}
          value={item.item ?? ''}
          onChange={({ target }) => onChange((now) => ({ ...now, item: target.value }))}
        />
      </Form.Item>
      <Form.Item label={name('lastYearRectification.items.result')} htmlFor={`last-result-${n}`} layout="vertical">
        <Input.TextArea
          id={`last-result-${n}`}
          autoSize={{ minRows: 1 }}
          maxLength={1000}
          value={item.result ?? ''}
          onChange={({ target }) => onChange((now) => ({ ...now, result: target.value }))}
        />
      </Form.Item>
      <OneFile
        label={`${one} ${name('lastYearRectification.items.uploadId')}`}
        id={item.uploadId}
        onChange={(uploadId) => onChange((now) => ({ ...now, uploadId }))}
      />
      <Button size="small" onClick={() => onChange(() => null)}>
        {t('remove', { n })}
      </Button>
    </fieldset>
  );
}
