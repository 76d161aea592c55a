import type { Language } from './language.js';

const FEN_A_YUAN = 100;
const YUAN_A_WAN = 10_000;
const AMOUNT = /^(-?)(\d*)(?:\.(\d*))?$/;

const YUAN: Readonly<Record<Language, Intl.NumberFormat>> = {
  zh: new Intl.NumberFormat('zh-CN', { minimumFractionDigits: 2 }),
  en: new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'CNY' }),
};

/** Fen as people read them: `12,345.60 元`, `CN¥12,345.60`. */
export function yuanOf(fen: number, language: Language): string {
  const words = YUAN[language].format(fen / FEN_A_YUAN);
  return language === 'zh' ? `${words} 元` : words;
}

/** Fen in short, for figures: `1.23 万元` from ten thousand yuan on, else as `yuanOf`. It rounds; what is signed shows `yuanOf`. */
export function wanOf(fen: number, language: Language): string {
  const yuan = fen / FEN_A_YUAN;
  if (language === 'en' || Math.abs(yuan) < YUAN_A_WAN) return yuanOf(fen, language);
  return `${new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 2 }).format(yuan / YUAN_A_WAN)} 万元`;
}

/** Fen as a field shows them, in yuan with both places and no unit: `1,200,000.00`. Exact for every whole number of fen. */
export function typedYuanOf(fen: number): string {
  const all = Math.abs(fen);
  const yuan = String((all - (all % FEN_A_YUAN)) / FEN_A_YUAN).replace(/\B(?=(?:\d{3})+$)/g, ',');
  return `${fen < 0 ? '-' : ''}${yuan}.${String(all % FEN_A_YUAN).padStart(2, '0')}`;
}

/**
 * What was typed or pasted as an amount in yuan, as a plain number: separators, blanks, full-width digits and the sign or name of the currency are read
 * over. What is no amount stays as it came: nobody guesses at `12 万`.
 */
export function plainYuan(typed: string): string {
  const plain = typed
    .normalize('NFKC')
    .replace(/[\s,'’]/g, '')
    .replace(/^(-?)(?:CN)?¥/, '$1')
    .replace(/元$/, '')
    .replace('。', '.')
    .replace('−', '-');
  return AMOUNT.test(plain) ? plain : typed;
}

/** Whole fen of an amount in yuan; half a fen counts as one. Null for what is no amount. */
export function fenOf(typed: string): number | null {
  const [, minus = '', yuan = '', parts = ''] = AMOUNT.exec(plainYuan(typed)) ?? [];
  if (`${yuan}${parts}` === '') return null;
  const fen = Number(yuan) * FEN_A_YUAN + Math.round(Number(`0.${parts}`) * FEN_A_YUAN);
  return minus === '' || fen === 0 ? fen : -fen;
}
