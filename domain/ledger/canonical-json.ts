import canonicalize from 'canonicalize';

/**
 * The one text of a JSON value (RFC 8785): keys sorted, no spaces, numbers in their shortest form, so that equal values have equal hashes.
 * Members that are `undefined` are left out. Throws TypeError for what JSON cannot say (a function at the top, NaN, a cycle).
 */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('this value has no JSON form');
  return text;
}
