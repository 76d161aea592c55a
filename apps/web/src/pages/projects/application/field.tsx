import { Form } from 'antd';
import type { ReactNode } from 'react';

import { useLanguage, useTexts } from '../../../text/language.js';
import { typeset } from '../../../text/typeset.js';
import { FIELD_TEXTS } from './faults.js';
import type { Fault, Field as Name } from './faults.js';

interface Props {
  readonly field: Name;
  readonly faults: readonly Fault[];
  /** Something was written here: only then is it told what is wrong with it. */
  readonly touched: boolean;
  readonly hint?: string;
  /** Several inputs, each with a name of its own. */
  readonly isGroup?: boolean;
  readonly children: ReactNode;
}

/** A field with its name, a hint, and what is wrong with what was written. The input's id is the field's name. */
export function Field({ field, faults, touched, hint, isGroup = false, children }: Props) {
  const t = useTexts(FIELD_TEXTS);
  const words = useFault(touched ? faults : [], field);
  return (
    <Form.Item
      label={t(field)}
      {...(isGroup ? {} : { htmlFor: field })}
      layout="vertical"
      {...(words === null ? {} : { validateStatus: 'error' as const, help: words })}
      {...(hint === undefined ? {} : { extra: hint })}
    >
      {children}
    </Form.Item>
  );
}

/** What is wrong with a field, in the reader's words; null when nothing is. */
export function useFault(faults: readonly Fault[], field: Name): string | null {
  const language = useLanguage();
  const fault = faults.find((one) => one.field === field);
  if (fault === undefined) return null;
  return language === 'zh' ? typeset(fault.words[0]) : fault.words[1];
}
