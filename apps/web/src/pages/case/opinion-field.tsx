import { Button, Form, Input } from 'antd';
import type { FormInstance } from 'antd';

import { useTexts } from '../../text/language.js';
import { typeset } from '../../text/typeset.js';

const TEXTS = {
  opinion: ['办理意见', 'Opinion'],
  reasons: ['办理意见(须写明理由,不少于 10 个字)', 'Opinion (reasons, at least 10 characters)'],
  phrases: ['常用语', 'Phrases'],
  short: ['请写明理由,不少于 10 个字', 'Give the reasons, at least 10 characters'],
} as const;

/** Reasons have at least so many characters (specification C6). */
const REASONS_MIN = 10;

/** The words of an act, with phrases to begin from. */
export function OpinionField({
  form,
  phrases: given,
  required,
}: {
  readonly form: FormInstance;
  readonly phrases: readonly string[];
  readonly required: boolean;
}) {
  const t = useTexts(TEXTS);
  const phrases = given.map(typeset);
  const add = (phrase: string) => {
    const written: unknown = form.getFieldValue('opinion');
    form.setFieldValue('opinion', typeof written === 'string' ? written + phrase : phrase);
  };
  return (
    <>
      <Form.Item
        name="opinion"
        label={t(required ? 'reasons' : 'opinion')}
        rules={required ? [{ required: true, whitespace: true, min: REASONS_MIN, message: t('short') }] : []}
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={4000} />
      </Form.Item>
      {phrases.length > 0 ? (
        <p className="phrases">
          <span className="muted">{t('phrases')}</span>
          {phrases.map((phrase) => (
            <Button key={phrase} size="small" onClick={() => add(phrase)}>
              {phrase}
            </Button>
          ))}
        </p>
      ) : null}
    </>
  );
}
