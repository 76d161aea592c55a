import { InputNumber } from 'antd';

import { useTexts } from '../text/language.js';

const TEXTS = { yuan: ['元', 'yuan'] } as const;
const FEN_A_YUAN = 100;

interface Props {
  readonly id?: string;
  readonly label?: string;
  readonly disabled?: boolean;
  /** Net assets, for example, may be below nothing. */
  readonly negative?: boolean;
  /** Whole fen. */
  readonly value?: number | undefined;
  readonly onChange?: (fen: number | undefined) => void;
}

/** An amount that is typed in yuan with two places and kept in whole fen. */
export function YuanField({ id, label, disabled = false, negative = false, value, onChange }: Props) {
  const t = useTexts(TEXTS);
  return (
    <InputNumber<number>
      {...(id === undefined ? {} : { id })}
      aria-label={label}
      disabled={disabled}
      className="yuan"
      {...(negative ? {} : { min: 0 })}
      precision={2}
      controls={false}
      suffix={t('yuan')}
      value={value === undefined ? null : value / FEN_A_YUAN}
      onChange={(yuan) => onChange?.(yuan === null ? undefined : Math.round(yuan * FEN_A_YUAN))}
    />
  );
}
