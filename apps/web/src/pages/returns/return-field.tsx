import { Form } from 'antd';
import type { ReactNode } from 'react';

import { useLanguage, useTexts } from '../../text/language.js';
import { typeset } from '../../text/typeset.js';
import { fileNameOf, rememberFile } from '../apply/local-copy.js';
import { UploadField } from '../../parts/upload-field.js';
import { valueAt } from './return-data.js';
import { FIELD_TEXTS } from './return-fields.js';
import type { Field } from './return-fields.js';
import type { StepProps } from './writing.js';

const TEXTS = {
  LAST_YEAR: ['带入自上年度报告,请核对', 'from last year’s return: please check'],
  REGISTER: ['带入自登记信息,请核对', 'from the register: please check'],
  file: ['已上传的文件', 'a file'],
} as const;

interface Props extends Pick<StepProps, 'form' | 'faults' | 'told' | 'prefill'> {
  readonly field: Field;
  readonly hint?: string;
  readonly children: ReactNode;
}

/** The id of the input of a field. */
export const inputId = (field: Field): string => field.replaceAll('.', '-');

/** A field with its name, where its value came from, and what is wrong with what was written. */
export function ReturnField({ field, form, faults, told, prefill, hint, children }: Props) {
  const name = useTexts(FIELD_TEXTS);
  const t = useTexts(TEXTS);
  const language = useLanguage();
  const value = valueAt(form, field);
  const fault = told || value !== undefined ? faults.find((one) => one.field === field) : undefined;
  const source = prefill.sources[field] ?? prefill.sources[field.split('.')[0] ?? ''];
  const isPrefilled =
    source !== undefined && isThere(value) && JSON.stringify(value) === JSON.stringify(valueAt(prefill.form, field));
  const extra = [isPrefilled ? t(source) : '', hint ?? ''].filter(Boolean).join(' · ');
  const words = fault?.words[language === 'zh' ? 0 : 1];
  return (
    <Form.Item
      label={name(field)}
      htmlFor={inputId(field)}
      layout="vertical"
      {...(words === undefined
        ? {}
        : { validateStatus: 'error' as const, help: language === 'zh' ? typeset(words) : words })}
      {...(extra === '' ? {} : { extra })}
    >
      {children}
    </Form.Item>
  );
}

const isThere = (value: unknown) => value !== undefined && !(Array.isArray(value) && value.length === 0);

interface FileProps {
  readonly label: string;
  readonly id: string | undefined;
  readonly onChange: (id: string | undefined) => void;
}

/** One file of the return. */
export function OneFile({ label, id, onChange }: FileProps) {
  const t = useTexts(TEXTS);
  return (
    <UploadField
      label={label}
      max={1}
      files={id === undefined ? [] : [{ id, name: fileNameOf(id) ?? t('file') }]}
      onChange={([file]) => {
        if (file !== undefined) rememberFile(file);
        onChange(file?.id);
      }}
    />
  );
}
