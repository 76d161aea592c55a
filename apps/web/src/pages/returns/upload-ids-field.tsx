import { UploadField } from '../../parts/upload-field.js';
import { useTexts } from '../../text/language.js';
import { fileNameOf, rememberFile } from '../apply/local-copy.js';

const TEXTS = { file: ['已上传的文件', 'a file'] } as const;

interface Props {
  readonly label: string;
  readonly max: number;
  readonly value?: readonly string[];
  readonly onChange?: (ids: readonly string[]) => void;
}

/** Files that a form keeps by their ids; `Form.Item` gives value and change. */
export function UploadIdsField({ label, max, value = [], onChange }: Props) {
  const t = useTexts(TEXTS);
  return (
    <UploadField
      label={label}
      max={max}
      files={value.map((id) => ({ id, name: fileNameOf(id) ?? t('file') }))}
      onChange={(files) => {
        for (const file of files) rememberFile(file);
        onChange?.(files.map(({ id }) => id));
      }}
    />
  );
}
