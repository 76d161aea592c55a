import { Button, Form, Input } from 'antd';

import { useTexts } from '../../text/language.js';
import './returns.css';

const TEXTS = {
  one: ['{label} 第{n}项', '{label}, item {n}'],
  add: ['再加一项', 'One more'],
  remove: ['移除第{n}项', 'Remove item {n}'],
  removeShort: ['移除', 'Remove'],
  wanted: ['请填写,不需要的请移除', 'Fill it in, or remove it'],
} as const;

interface Props {
  readonly name: readonly string[];
  readonly label: string;
  /** Each item is an object with its words under this name; absent: the words themselves. */
  readonly inner?: string;
  readonly max?: number;
  /** What is often written, put in by a press. */
  readonly suggestions?: readonly string[];
}

const MAX = 20;

/** Several texts, one under the other; one at least. */
export function LinesField({ name, label, inner, max = MAX, suggestions = [] }: Props) {
  const t = useTexts(TEXTS);
  const path = (at: number) => (inner === undefined ? [at] : [at, inner]);
  return (
    <fieldset className="return-fieldset">
      <legend>{label}</legend>
      <Form.List name={[...name]} initialValue={[inner === undefined ? '' : {}]}>
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name: at }, place) => (
              <div key={key} className="return-line">
                <Form.Item
                  name={path(at)}
                  rules={[{ required: true, whitespace: true, message: t('wanted') }]}
                  className="return-line-words"
                >
                  <Input.TextArea
                    autoSize={{ minRows: 1, maxRows: 6 }}
                    maxLength={1000}
                    aria-label={t('one', { label, n: place + 1 })}
                  />
                </Form.Item>
                {fields.length > 1 ? (
                  <Button aria-label={t('remove', { n: place + 1 })} onClick={() => remove(at)}>
                    {t('removeShort')}
                  </Button>
                ) : null}
              </div>
            ))}
            {fields.length < max ? (
              <Button size="small" onClick={() => add(inner === undefined ? '' : {})}>
                {t('add')}
              </Button>
            ) : null}
            {suggestions.map((suggestion) => (
              <Suggestion key={suggestion} name={name} words={suggestion} onAdd={() => add(suggestion)} />
            ))}
          </>
        )}
      </Form.List>
    </fieldset>
  );
}

interface SuggestionProps {
  readonly name: readonly string[];
  readonly words: string;
  readonly onAdd: () => void;
}

/** Puts words into the one line that is still empty, else into a new one. */
function Suggestion({ name, words, onAdd }: SuggestionProps) {
  const form = Form.useFormInstance();
  const use = () => {
    const lines: unknown = form.getFieldValue([...name]);
    const isEmpty = Array.isArray(lines) && lines.length === 1 && lines[0] === '';
    if (isEmpty) form.setFieldValue([...name, 0], words);
    else onAdd();
  };
  return (
    <Button size="small" className="return-suggestion" onClick={use}>
      {words}
    </Button>
  );
}
