import { Radio } from 'antd';

import { useTexts } from '../../text/language.js';

const TEXTS = { yes: ['是', 'Yes'], no: ['否', 'No'] } as const;

interface Props {
  readonly id: string;
  readonly value: boolean | undefined;
  readonly onChange: (value: boolean) => void;
}

/** A statement that somebody answers for: neither is chosen before. */
export function YesNo({ id, value, onChange }: Props) {
  const t = useTexts(TEXTS);
  return (
    <Radio.Group id={id} className="choices" value={value} onChange={({ target }) => onChange(target.value === true)}>
      <Radio value>{t('yes')}</Radio>
      <Radio value={false}>{t('no')}</Radio>
    </Radio.Group>
  );
}
