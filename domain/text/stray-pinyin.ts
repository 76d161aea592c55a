const FINAL =
  '(?:iang|iong|uang|ang|eng|ing|ong|iao|ian|uai|uan|ai|ei|ao|ou|an|en|in|un|vn|er|ia|ie|iu|ua|uo|ui|ue|ve|a|o|e|i|u|v)';
const SYLLABLE = `(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcs])?${FINAL}|w(?:ang|eng|ai|ei|an|en|a|o|u)|y(?:ang|ing|ong|uan|ao|ou|an|in|ue|un|a|o|e|i|u))[1-5]?`;
const SYLLABLES = new RegExp(`^${SYLLABLE}(?:[ '-]?${SYLLABLE}){0,3}$`);
const BRACKETED = /\p{Script=Han}\s?[([{（［｛【〔]\s*([\p{Letter}\p{Mark}1-5 '-]{1,24}?)\s*[)\]}）］｝】〕]/gu;

/**
 * The pieces of a text where a Chinese character is followed by its reading in brackets, for example `党(dang)` or
 * `党(dǎng)`: what copying from annotated web pages leaves behind (specification C10). Capitals are abbreviations,
 * `(GDP)`, and no pinyin.
 */
export function strayPinyin(text: string): string[] {
  return [...text.matchAll(BRACKETED)].filter(([, inner = '']) => isPinyin(inner)).map(([fragment]) => fragment);
}

function isPinyin(inner: string): boolean {
  if (inner !== inner.toLowerCase()) return false;
  const plain = inner
    .normalize('NFD')
    .replaceAll('u\u0308', 'v')
    .replaceAll(/[\u0300\u0301\u0304\u030C]/g, '');
  return SYLLABLES.test(plain);
}
