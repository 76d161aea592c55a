import { Converter } from 'opencc-js/t2cn';
import { normalForm } from './normal-form.js';

const simplified = Converter({ from: 't', to: 'cn' });

/**
 * What two names are compared by: equal keys mean that they differ only in width, letter case, white space or script
 * variant (specification C10, M05 "name differing only by width or script variant = taken"). For matching only: never
 * stored or shown as a name.
 */
export function matchingKey(text: string): string {
  const bare = normalForm(text).replaceAll(/[\s\u200B-\u200D\u2060\uFEFF]/g, '');
  return simplified(bare.toLowerCase());
}
