import type { Language } from './language.js';

const FEN_A_YUAN = 100;
const YUAN_A_WAN = 10_000;

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
