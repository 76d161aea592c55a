import { InputNumber } from 'antd';

import { useTexts } from '../text/language.js';
import { fenOf, plainYuan, typedYuanOf } from '../text/money.js';

const TEXTS = { yuan: ['元', 'yuan'] } as const;

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

/** An amount that is typed in yuan with two places and kept in whole fen. Its thousands are set apart once it is no longer typed at. */
export function YuanField({ id, label, disabled = false, negative = false, value, onChange }: Props) {
  const t = useTexts(TEXTS);
  return (
    <InputNumber<string>
      {...(id === undefined ? {} : { id })}
      aria-label={label}
      disabled={disabled}
      className="yuan"
      {...(negative ? {} : { min: '0' })}
      // An amount is never a binary fraction on its way.
      stringMode
      precision={2}
      controls={false}
      suffix={t('yuan')}
      formatter={shown}
      parser={(typed = '') => plainYuan(typed)}
      value={value === undefined ? null : plainYuan(typedYuanOf(value))}
      onChange={(yuan) => onChange?.(fenOf(yuan ?? '') ?? undefined)}
    />
  );
}

/** Stays the same function: a new one would set the amount anew while it is typed. */
function shown(yuan: string | undefined, { userTyping, input }: { userTyping: boolean; input: string }): string {
  if (userTyping) return input;
  const fen = fenOf(yuan ?? '');
  return fen === null ? (yuan ?? '') : typedYuanOf(fen);
}
