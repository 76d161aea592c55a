/**
 * Input in its normal form: NFKC (full-width digits and letters become ASCII) and no white space at either end
 * (specification C10). It refuses nothing; `cleanText` and the parsers of identifiers do.
 */
export function normalForm(text: string): string {
  return text.normalize('NFKC').trim();
}
