import { createContext, use } from 'react';

import { typeset } from './typeset.js';

export type Language = 'zh' | 'en';

/** What a page says, each key in Chinese and in English; `{name}` is filled in. */
export type Texts = Readonly<Record<string, readonly [zh: string, en: string]>>;

/** A word of the interface that comes with both languages. */
export interface Labelled {
  readonly zh: string;
  readonly en: string;
}

export const LanguageContext = createContext<Language>('zh');

/** The language that the reader chose. */
export const useLanguage = (): Language => use(LanguageContext);

/** Reads the texts of a page in the reader's language. */
export function useTexts<T extends Texts>(texts: T) {
  const language = useLanguage();
  return (key: keyof T, values: Readonly<Record<string, string | number>> = {}): string => {
    const [zh, en] = texts[key] ?? ['', ''];
    const words = (language === 'zh' ? zh : en).replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
    return language === 'zh' ? typeset(words) : words;
  };
}

/** Reads a word that comes with both languages. An English one stands alone, on a button or a tag, and begins with a capital. */
export function useLabel() {
  const language = useLanguage();
  return ({ zh, en }: Labelled): string => (language === 'zh' ? typeset(zh) : en.charAt(0).toUpperCase() + en.slice(1));
}
