import { Form } from 'antd';
import type { ReactNode } from 'react';

import { useLanguage, useTexts } from '../../text/language.js';
import { FIELD_TEXTS } from './steps.js';
import type { Fault, Field } from './steps.js';

interface Props {
  readonly field: Field;
  readonly faults: readonly Fault[];
  /** Something was written here: only then is it told what is wrong with it. */
  readonly touched: boolean;
  readonly hint?: string;
  readonly children: ReactNode;
}

/** A field with its name, a hint, and what is wrong with what was written. The input's id is the field's name. */
export function Labelled({ field, faults, touched, hint, children }: Props) {
  const t = useTexts(FIELD_TEXTS);
  const language = useLanguage();
  const fault = touched ? faults.find((one) => one.field === field) : undefined;
  return (
    <Form.Item
      label={t(field)}
      htmlFor={field}
      layout="vertical"
      {...(fault === undefined
        ? {}
        : { validateStatus: 'error' as const, help: fault.words[language === 'zh' ? 0 : 1] })}
      {...(hint === undefined ? {} : { extra: hint })}
    >
      {children}
    </Form.Item>
  );
}
