import { Button, Input, Radio } from 'antd';

import { useTexts } from '../../text/language.js';
import type { SheetForm, SheetItem } from './sheet-form.js';
import { SHEET_TEXTS } from './sheet-words.js';

const TEXTS = {
  name: ['第 {n} 项检查内容', 'Item {n}'],
  verdict: ['{item}:是否符合要求', '{item}: in order or not'],
  finding: ['{item}:发现的问题', '{item}: what was found'],
  remove: ['删除', 'Remove'],
  removeOf: ['删除 {item}', 'Remove {item}'],
  add: ['增加检查内容', 'Add an item'],
  place: ['例如:固定资产管理', 'For example: fixed assets'],
} as const;

const ITEMS_MAX = 100;

interface Props {
  readonly items: SheetForm['items'];
  readonly change: (part: (form: SheetForm) => Partial<SheetForm>) => void;
}

/** What was looked at, item by item: a large target each for a thumb. */
export function SheetItems({ items, change }: Props) {
  const t = useTexts(TEXTS);
  const set = (at: number, part: Partial<SheetItem>) =>
    change(({ items: now }) => ({ items: now.map((item, n) => (n === at ? { ...item, ...part } : item)) }));
  const remove = (at: number) => change(({ items: now }) => ({ items: now.filter((_, n) => n !== at) }));
  return (
    <>
      <ol className="random-checks-items">
        {items.map((item, n) => (
          // Items have no name of their own before one is written, and they keep their places.
          <li key={n} className="random-checks-item">
            <Item item={item} n={n + 1} set={(part) => set(n, part)} remove={() => remove(n)} />
          </li>
        ))}
      </ol>
      {items.length < ITEMS_MAX ? (
        <Button onClick={() => change(({ items: now }) => ({ items: [...now, { item: '', finding: '' }] }))}>
          {t('add')}
        </Button>
      ) : null}
    </>
  );
}

interface ItemProps {
  readonly item: SheetItem;
  readonly n: number;
  readonly set: (part: Partial<SheetItem>) => void;
  readonly remove: () => void;
}

function Item({ item: { item, ok, finding }, n, set, remove }: ItemProps) {
  const t = useTexts(TEXTS);
  const sheet = useTexts(SHEET_TEXTS);
  const name = item.trim() === '' ? t('name', { n }) : item;
  return (
    <>
      <div className="random-checks-item-head">
        <Input
          className="random-checks-item-name"
          variant="borderless"
          aria-label={t('name', { n })}
          placeholder={t('place')}
          maxLength={300}
          value={item}
          onChange={({ target }) => set({ item: target.value })}
        />
        <Button size="small" onClick={remove} aria-label={t('removeOf', { item: name })}>
          {t('remove')}
        </Button>
      </div>
      <Radio.Group
        className="choices"
        aria-label={t('verdict', { item: name })}
        value={ok}
        onChange={({ target }) => set({ ok: target.value === true })}
      >
        <Radio value={true}>{sheet('ok')}</Radio>
        <Radio value={false}>{sheet('notOk')}</Radio>
      </Radio.Group>
      {ok === false ? (
        <Input.TextArea
          aria-label={t('finding', { item: name })}
          placeholder={sheet('finding')}
          autoSize={{ minRows: 2, maxRows: 8 }}
          maxLength={2000}
          value={finding}
          onChange={({ target }) => set({ finding: target.value })}
        />
      ) : null}
    </>
  );
}
