import { useState } from 'react';

import { UploadField } from '../../parts/upload-field.js';
import type { Uploaded } from '../../parts/upload-field.js';
import { useTexts } from '../../text/language.js';

const TEXTS = { file: ['已上传的文件', 'a file'] } as const;

interface Props {
  readonly label: string;
  /** The file that is there already. */
  readonly known?: { readonly uploadId: string; readonly name: string } | null;
  /** Of a form item: the id of the file. */
  readonly value?: string | undefined;
  readonly onChange?: (id: string | undefined) => void;
}

/** One file as the value of a form item. */
export function EvidenceField({ label, known = null, value, onChange }: Props) {
  const t = useTexts(TEXTS);
  const [chosen, setChosen] = useState<Uploaded | null>(null);
  const nameOf = (id: string): string =>
    chosen?.id === id ? chosen.name : known?.uploadId === id ? known.name : t('file');
  return (
    <UploadField
      label={label}
      max={1}
      files={value === undefined ? [] : [{ id: value, name: nameOf(value) }]}
      onChange={([file]) => {
        setChosen(file ?? null);
        onChange?.(file?.id);
      }}
    />
  );
}
