/**
 * Input in its normal form: NFKC (full-width digits and letters become ASCII) and no white space at either end
 * (specification C10). It refuses nothing; `cleanText` and the parsers of identifiers do.
 */
export function normalForm(text: string): string {
  return text.normalize('NFKC').trim();
}

// Commas, colons, brackets and marks of Chinese prose, which NFKC would turn into ASCII.
const CHINESE_PUNCTUATION = /([，：；！？（）［］｛｝～．％]+)/u;

/** The normal form of prose that will be printed: as `normalForm`, but Chinese punctuation stays Chinese. */
export function proseForm(text: string): string {
  return text
    .split(CHINESE_PUNCTUATION)
    .map((piece, index) => (index % 2 === 1 ? piece : piece.normalize('NFKC')))
    .join('')
    .trim();
}
