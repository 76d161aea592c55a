import { Checkbox, Form, Input } from 'antd';

import { useTexts } from '../../text/language.js';

const TEXTS = {
  items: ['需要补正的材料(请一次列全)', 'What is missing (name everything at once)'],
  what: ['{name}:缺什么、怎么改', '{name}: what is missing, what to do'],
  wanted: ['请至少选择一项', 'Choose at least one'],
  wordsWanted: ['请写明缺什么、怎么改', 'Say what is missing'],
} as const;

type Names = Readonly<Record<string, string>>;

/** One notice of everything that is missing: the kinds, and in words what is wrong with each. */
export function ItemsToPutRight({ names }: { readonly names: Names }) {
  const t = useTexts(TEXTS);
  const chosen = Form.useWatch<readonly string[] | undefined>('items') ?? [];
  return (
    <>
      <Form.Item
        name="items"
        label={t('items')}
        rules={[
          {
            validator: (_, items?: readonly string[]) =>
              (items ?? []).length > 0 ? Promise.resolve() : Promise.reject(new Error(t('wanted'))),
          },
        ]}
      >
        <Checkbox.Group
          className="choices"
          options={Object.entries(names).map(([value, label]) => ({ value, label }))}
        />
      </Form.Item>
      {chosen.map((item) => {
        const label = t('what', { name: names[item] ?? '' });
        return (
          <Form.Item
            key={item}
            name={['words', item]}
            label={label}
            rules={[{ required: true, message: t('wordsWanted') }]}
          >
            <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} maxLength={500} />
          </Form.Item>
        );
      })}
    </>
  );
}

/** The opinion that the items make: one line for each. */
export function itemWords(names: Names, items: readonly string[], words: Names): string {
  return items.map((item, n) => `${n + 1}. ${names[item] ?? ''}：${words[item] ?? ''}`).join('\n');
}
