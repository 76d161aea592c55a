import { FieldInvalid } from '#domain/errors.js';

const DIGITS = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'];
const PLACES = ['', '拾', '佰', '仟'];
const GROUPS = ['', '万', '亿', '万亿'];

const digit = (value: string | number): string => DIGITS[Number(value)] ?? '';

function whole(fen: number): string {
  if (Number.isSafeInteger(fen) && fen >= 0) return String(fen).padStart(3, '0');
  throw new FieldInvalid('amount', '金额须为整数分。', 'Amounts are whole fen.');
}

/** Up to four digits with their places; zeros within them read as one 零. */
function group(digits: string): string {
  const spoken = Array.from(digits, (one, at) =>
    one === '0' ? '零' : `${digit(one)}${PLACES[digits.length - 1 - at] ?? ''}`,
  ).join('');
  return spoken.replace(/零+/gu, '零').replace(/零$/u, '');
}

function yuanHan(yuan: string): string {
  const length = Math.ceil(yuan.length / 4);
  const padded = yuan.padStart(length * 4, '0');
  const groups = Array.from({ length }, (_, at) => padded.slice(at * 4, at * 4 + 4));
  const spoken = groups.map((digits, at) =>
    digits === '0000' ? '零' : `${group(digits)}${GROUPS[length - 1 - at] ?? ''}`,
  );
  return spoken
    .join('')
    .replace(/零+/gu, '零')
    .replace(/^零|零$/gu, '');
}

/**
 * An amount in capital numerals, as contracts print it: 1500050 → 壹万伍仟元伍角, 100000 → 壹仟元整.
 * @param fen whole fen, 0 or more
 * @throws FieldInvalid for anything else
 */
export function hanYuan(fen: number): string {
  const digits = whole(fen);
  const yuan = digits.slice(0, -2).replace(/^0+/u, '');
  const [jiao = '0', cent = '0'] = digits.slice(-2);
  const first = yuan === '' ? '' : `${yuanHan(yuan)}元`;
  if (jiao === '0' && cent === '0') return `${first || '零元'}整`;
  const middle = jiao === '0' ? (first === '' ? '' : '零') : `${digit(jiao)}角`;
  return `${first}${middle}${cent === '0' ? '' : `${digit(cent)}分`}`;
}

/**
 * An amount in figures: 1500000 → 15,000.00.
 * @param fen whole fen, 0 or more
 * @throws FieldInvalid for anything else
 */
export function yuanText(fen: number): string {
  const digits = whole(fen);
  return `${digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/gu, ',')}.${digits.slice(-2)}`;
}
